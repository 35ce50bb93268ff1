import { describeFault } from './fault.ts';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Takes lines; what it is over (pino, nothing, a test's list) decides where they go. */
export type WriteLine = (level: LogLevel, line: object, message: string) => void;

/**
 * Where the process says what it does. A line is an object of facts and a fixed English message: no name, NIK, body, query
 * or address goes into either; officers and institutions stand there by number or pseudonym.
 */
export interface Log {
  debug(line: object, message: string): void;
  info(line: object, message: string): void;
  warn(line: object, message: string): void;
  error(line: object, message: string): void;
  /**
   * Something failed and the process goes on. Written with its stack at `error` (without the fault's own values, see
   * `describeFault`) and counted under `where`, a fixed name such as `verification.settle`; `/metrics` shows the counts.
   */
  fault(where: string, fault: unknown, line?: object): void;
  /** Faults of this process since its start, by `where`. */
  readonly faultCounts: ReadonlyMap<string, number>;
}

/** A log over `write`. */
export function logOver(write: WriteLine): Log {
  const faultCounts = new Map<string, number>();
  return {
    debug: (line, message) => write('debug', line, message),
    info: (line, message) => write('info', line, message),
    warn: (line, message) => write('warn', line, message),
    error: (line, message) => write('error', line, message),
    fault(where, fault, line = {}) {
      faultCounts.set(where, (faultCounts.get(where) ?? 0) + 1);
      write('error', { where, ...line, ...describeFault(fault) }, 'fault');
    },
    faultCounts,
  };
}

/** Writes nothing and counts faults all the same: for commands, whose words go to people, and for tests. */
export const silentLog = (): Log => logOver(() => {});
