/** The pace of partners that are slowed down: a few questions a second in each process, and a few at once. */
import { SLOW_AT_ONCE, SLOW_PER_SECOND } from './rules.ts';

export interface Pace {
  /** 0 where so many may be asked now, otherwise after how many seconds it is worth another try. */
  wait(institutionId: string, questions: number): number;
}

export function openPace(nowMs: () => number = () => performance.now()): Pace {
  const held = new Map<string, { left: number; at: number }>();
  return {
    wait(institutionId, questions) {
      const now = nowMs();
      const mine = held.get(institutionId) ?? { left: SLOW_AT_ONCE, at: now };
      const left = Math.min(SLOW_AT_ONCE, mine.left + ((now - mine.at) / 1000) * SLOW_PER_SECOND);
      const enough = left >= questions;
      held.set(institutionId, { left: enough ? left - questions : left, at: now });
      return enough ? 0 : Math.max(1, Math.ceil((questions - left) / SLOW_PER_SECOND));
    },
  };
}
