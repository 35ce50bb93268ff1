/**
 * The log of the process: one line a request, a job, a fault, for who operates the machine. It is not the ledger.
 * Always holds: a line has facts about machines and codes; people stand in it by number or pseudonym, never a name, NIK,
 * body, query or address (UU 27/2022 art. 35); every fault after which the process goes on is written and counted.
 */
import type { Log } from './log.ts';

export { describeFault } from './fault.ts';
export { LOG_LEVELS, logOver, silentLog, type Log } from './log.ts';
export { openLog } from './open.ts';

declare module '../db/tx.ts' {
  interface Ground {
    readonly log: Log;
  }
}
