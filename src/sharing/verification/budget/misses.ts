/** How often each partner may still be wrong, over several processes: portions as of quotas, which matches and time give back. */
import { BACK_PER_MATCH, PORTION } from './rules.ts';
import type { AllowanceWanted } from './sql.ts';

export interface AllowanceStore {
  take(wanted: readonly AllowanceWanted[]): Promise<Map<string, number>>;
}

export interface Misses {
  /** Whether the partner may be answered; `null` says that the store must be asked first, with `fill`. */
  has(institutionId: string): boolean | null;
  fill(institutionId: string): Promise<void>;
  /** What an answer was: a match gives back, anything else costs one. */
  count(institutionId: string, matched: boolean): void;
  /** Once a second: gives back what matches have earned. */
  settle(): Promise<void>;
}

interface Held {
  left: number;
  /** Beyond what a process keeps. */
  earned: number;
  /** Nothing was left at this moment: for a second nobody asks again. */
  emptyAt: number;
  asking: Promise<void> | null;
}

const ASK_AGAIN_MS = 1000;

export function openMisses(store: AllowanceStore, nowMs: () => number = () => performance.now()): Misses {
  const held = new Map<string, Held>();

  function of(institutionId: string): Held {
    let found = held.get(institutionId);
    if (!found) held.set(institutionId, (found = { left: 0, earned: 0, emptyAt: -Infinity, asking: null }));
    return found;
  }

  async function ask(institutionId: string, mine: Held): Promise<void> {
    const { earned: back } = mine;
    mine.earned = 0;
    const got = (await store.take([{ institutionId, want: PORTION, back }])).get(institutionId) ?? 0;
    mine.left += got;
    if (got === 0) mine.emptyAt = nowMs();
  }

  return {
    has(institutionId) {
      const mine = of(institutionId);
      if (mine.left >= 1) return true;
      return nowMs() - mine.emptyAt < ASK_AGAIN_MS ? false : null;
    },
    fill(institutionId) {
      const mine = of(institutionId);
      return (mine.asking ??= ask(institutionId, mine).finally(() => (mine.asking = null)));
    },
    count(institutionId, matched) {
      const mine = of(institutionId);
      if (!matched) mine.left -= 1;
      else if (mine.left < PORTION) mine.left += BACK_PER_MATCH;
      else mine.earned += BACK_PER_MATCH;
    },
    async settle() {
      const earned = [...held].filter(([, { earned: back }]) => back > 0);
      if (earned.length === 0) return;
      const wanted = earned.map(([institutionId, mine]) => ({ institutionId, want: 0, back: mine.earned }));
      for (const [, mine] of earned) mine.earned = 0;
      await store.take(wanted);
    },
  };
}
