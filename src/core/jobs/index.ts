/**
 * Jobs: work that follows an act, in a process of its own (graphile-worker). The job is added in the act's transaction and
 * runs at least once, so what it does must bear being done twice.
 * Always holds: what leaves the system (mail, print, webhooks) leaves from here.
 */
import type { z } from 'zod';
import type { Tx } from '../db/index.ts';

export interface Timetable {
  /** Minute, hour, day, month, weekday, in UTC: `0 19 * * *` is 02.00 WIB. True time, also in a story. */
  readonly cron: string;
  /** A time that fell while no worker ran is made up for by the first one that starts within so many hours. */
  readonly catchUpHours: number;
}

export interface Job<Payload = unknown> {
  /** `room.verb_noun`, unique in the house. */
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  readonly maxAttempts: number;
  /** For a job that nobody adds: it comes by itself, with an empty payload. */
  readonly timetable?: Timetable;
  /** What it gives is done after the commit. */
  run(tx: Tx, payload: Payload): Promise<void | Errand>;
}

/**
 * What a job does between two transactions, because it waits for somebody outside: no row is held meanwhile. Gives what to write down then,
 * which may give the next errand. A process that dies on the way has written nothing: the job runs again from its beginning.
 */
export type Errand = () => Promise<(tx: Tx) => Promise<void | Errand>>;

export function job<Payload>(given: Job<Payload>): Job {
  return given as Job;
}

export * from './add.ts';
export * from './standing.ts';
export * from './worker.ts';
