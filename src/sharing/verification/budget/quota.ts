/**
 * Quotas over several processes: each takes portions of a day's quota and answers from what it holds, so that no call waits for a
 * row that all calls want. Never more than the quota is answered; what a dead process held of it is lost for the day.
 */
import type { QuotaWanted } from './sql.ts';

export interface QuotaNeed {
  readonly grantId: string;
  readonly quota: number;
  readonly n: number;
}

export interface QuotaStore {
  take(wanted: readonly QuotaWanted[]): Promise<Map<string, number>>;
  giveBack(unused: readonly { grantId: string; day: string; n: number }[]): Promise<void>;
}

export interface Quotas {
  /** Spends what each needs where the quotas go so far, all of it or nothing; in their order. Waits only where portions run out. */
  spend(day: string, needs: readonly QuotaNeed[]): boolean[] | Promise<boolean[]>;
  /** For what was spent on a question that was not answered after all. */
  restore(day: string, grantId: string, n: number): void;
  /** Once a second: gives back what nobody has used since the last time. */
  settle(): Promise<void>;
  /** Gives everything back. */
  close(): Promise<void>;
}

interface Held {
  readonly grantId: string;
  readonly day: string;
  left: number;
  /** Spent since the last settlement, and in the second before it. */
  used: number;
  before: number;
  /** Under way already: two who need more at the same moment ask once. */
  asking: Promise<void> | null;
  /** The store had no more at this moment: for a second nobody asks again. */
  emptyAt: number;
}

/** A process takes for about so many seconds of its present use. */
const AHEAD_SECONDS = 2;
const LEAST_WANT = 8;
const ASK_AGAIN_MS = 1000;

export function openQuotas(store: QuotaStore, nowMs: () => number = () => performance.now()): Quotas {
  const held = new Map<string, Held>();

  function of(day: string, grantId: string): Held {
    const key = `${day} ${grantId}`;
    let found = held.get(key);
    if (!found)
      held.set(key, (found = { grantId, day, left: 0, used: 0, before: 0, asking: null, emptyAt: -Infinity }));
    return found;
  }

  function ask(mine: Held, quota: number, need: number): Promise<void> {
    const { grantId, day, used, before } = mine;
    const want = Math.max(LEAST_WANT, AHEAD_SECONDS * Math.max(used, before));
    return (mine.asking ??= store
      .take([{ grantId, day, need, want: Math.max(need, want), quota }])
      .then((took) => {
        const got = took.get(grantId) ?? 0;
        mine.left += got;
        if (got < need) mine.emptyAt = nowMs();
      })
      .finally(() => (mine.asking = null)));
  }

  const hasMore = (mine: Held) => nowMs() - mine.emptyAt >= ASK_AGAIN_MS;

  function spendNow(mine: Held, n: number): boolean {
    if (mine.left < n) return false;
    mine.left -= n;
    mine.used += n;
    return true;
  }

  /** What was asked for may be spent by others who waited too: as often as it takes while the store has more. */
  async function spendLater(mine: Held, { quota, n }: QuotaNeed): Promise<boolean> {
    while (hasMore(mine)) {
      await ask(mine, quota, n - mine.left);
      if (spendNow(mine, n)) return true;
    }
    return spendNow(mine, n);
  }

  return {
    spend(day, needs) {
      const waiting: Promise<void>[] = [];
      const spent: boolean[] = needs.map((need, i) => {
        const mine = of(day, need.grantId);
        if (spendNow(mine, need.n)) return true;
        if (hasMore(mine)) waiting.push(spendLater(mine, need).then((enough) => void (spent[i] = enough)));
        return false;
      });
      return waiting.length === 0 ? spent : Promise.all(waiting).then(() => spent);
    },
    restore(day, grantId, n) {
      of(day, grantId).left += n;
    },
    async settle() {
      const unused: { grantId: string; day: string; n: number }[] = [];
      for (const [key, mine] of held) {
        if (mine.used === 0 && mine.asking === null) {
          if (mine.left > 0) unused.push({ grantId: mine.grantId, day: mine.day, n: mine.left });
          held.delete(key);
        }
        mine.before = mine.used;
        mine.used = 0;
      }
      if (unused.length > 0) await store.giveBack(unused);
    },
    async close() {
      const unused = [...held.values()].flatMap(({ grantId, day, left: n }) => (n > 0 ? [{ grantId, day, n }] : []));
      held.clear();
      if (unused.length > 0) await store.giveBack(unused);
    },
  };
}
