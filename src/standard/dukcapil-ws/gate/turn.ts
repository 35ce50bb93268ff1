/** Few at a time, and few that wait: argon2id takes 19 MiB and some hundredths of a second, whoever asks for it. */
import { refuse } from '../refusals.ts';

const AT_ONCE = 2;
const MOST_WAITING = 64;

export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>;

export function openTurn({ atOnce = AT_ONCE, mostWaiting = MOST_WAITING } = {}): InTurn {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= atOnce) {
      if (waiting.length >= mostWaiting) throw refuse('dukcapil_ws.busy', { values: { seconds: 2 } });
      await new Promise<void>((begin) => waiting.push(begin));
    } else running += 1;
    try {
      return await work();
    } finally {
      // Whoever is next takes the place over.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
