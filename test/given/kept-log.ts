import { logOver, type Log } from '../../src/core/log/index.ts';

/** A log whose lines, of every level, are kept as they would be written: JSON text. */
export function keptLog(): { readonly log: Log; readonly lines: string[] } {
  const lines: string[] = [];
  const log = logOver((level, line, message) => void lines.push(JSON.stringify({ level, ...line, message })));
  return { log, lines };
}
