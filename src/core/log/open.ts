import { pino } from 'pino';
import { logOver, type Log, type LogLevel } from './log.ts';

/** A log as JSON lines on standard error, from `level` upwards. */
export function openLog({ level }: { readonly level: LogLevel }): Log {
  const lines = pino({ level }, pino.destination({ fd: 2, sync: true }));
  return logOver((of, line, message) => lines[of](line, message));
}
