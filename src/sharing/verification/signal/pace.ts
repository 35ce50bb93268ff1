/**
 * The pace of partners that are slowed down: a few questions a second and a few at once, of the partner and not of each process. As of
 * quotas, a process takes portions of what the register holds: at most once a second for a partner, beside the call and never within
 * it, so a call whose portion has not come yet is told to wait like any that comes too fast. Without the register nothing passes.
 */
import { SLOW_AT_ONCE, SLOW_PER_SECOND } from './rules.ts';
import type { PaceWanted } from './sql.ts';

export interface Pace {
  /** 0 where so many may be asked now, otherwise after how many seconds it is worth another try. */
  wait(institutionId: string, questions: number): number;
  /** Once a second: gives back what nobody has used. */
  settle(): Promise<void>;
}

export interface PaceStore {
  take(wanted: PaceWanted): Promise<{ got: number; remaining: number }>;
}

interface Held {
  left: number;
  /** Used since the last settlement. */
  used: boolean;
  /** What the register had at this moment, where it was too little. */
  known: { readonly remaining: number; readonly at: number } | null;
  asking: Promise<void> | null;
}

const ASK_AGAIN_MS = 1000;
/** A process takes a few more than it needs, so that not every call is refused first. */
const PORTION = 5;

export function openPace(store: PaceStore, nowMs: () => number = () => performance.now()): Pace {
  const held = new Map<string, Held>();

  function of(institutionId: string): Held {
    let mine = held.get(institutionId);
    if (!mine) held.set(institutionId, (mine = { left: 0, used: false, known: null, asking: null }));
    return mine;
  }

  async function take(institutionId: string, mine: Held, questions: number): Promise<void> {
    const need = questions - mine.left;
    const { got, remaining } = await store.take({ institutionId, need, want: Math.max(need, PORTION), back: 0 });
    mine.left += got;
    mine.known = got > 0 ? null : { remaining, at: nowMs() };
  }

  /** What the register does not have now it may have in a second. */
  const isKnownEmpty = ({ known }: Held) => known !== null && nowMs() - known.at < ASK_AGAIN_MS;

  return {
    wait(institutionId, questions) {
      const mine = of(institutionId);
      mine.used = true;
      if (mine.left >= questions) {
        mine.left -= questions;
        return 0;
      }
      if (questions <= SLOW_AT_ONCE && !mine.asking && !isKnownEmpty(mine))
        mine.asking = take(institutionId, mine, questions)
          .catch(() => {})
          .finally(() => (mine.asking = null));
      const lacking = questions - mine.left - (mine.known?.remaining ?? (questions <= SLOW_AT_ONCE ? questions : 0));
      return Math.max(1, Math.ceil(lacking / SLOW_PER_SECOND));
    },
    async settle() {
      for (const [institutionId, mine] of held) {
        if (mine.used || mine.asking) {
          mine.used = false;
          continue;
        }
        held.delete(institutionId);
        // A portion that is lost here is a second of a slow pace.
        if (mine.left > 0) await store.take({ institutionId, need: 0, want: 0, back: mine.left });
      }
    },
  };
}
