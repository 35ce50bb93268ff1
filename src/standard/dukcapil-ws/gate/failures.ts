/** How often logins fail, by user id and address, and by address: who guesses waits, whether or not the user id exists. */
import { refuse } from '../refusals.ts';

const WINDOW_MS = 10 * 60_000;
const MOST_OF_PAIR = 10;
/** A partner's whole network may stand behind one address. */
const MOST_OF_ADDRESS = 60;
/** Past this many the oldest are forgotten: who has many addresses may not fill our memory. */
const MOST_KEPT = 50_000;

export interface Failures {
  /** Refuses who has failed too often. */
  mustHaveLeft(userId: string, address: string): void;
  count(userId: string, address: string): void;
}

export function openFailures(nowMs: () => number = () => performance.now()): Failures {
  const windows = new Map<string, { until: number; count: number }>();
  const keysOf = (userId: string, address: string): [key: string, most: number][] => [
    [`${address} ${userId}`, MOST_OF_PAIR],
    [address, MOST_OF_ADDRESS],
  ];
  return {
    mustHaveLeft(userId, address) {
      const now = nowMs();
      for (const [key, most] of keysOf(userId, address)) {
        const window = windows.get(key);
        if (!window || window.until <= now || window.count < most) continue;
        const seconds = Math.ceil((window.until - now) / 1000);
        throw refuse('dukcapil_ws.too_many_failures', { values: { seconds } });
      }
    },
    count(userId, address) {
      const now = nowMs();
      for (const [key] of keysOf(userId, address)) {
        const open = windows.get(key);
        const window = open && open.until > now ? open : { until: now + WINDOW_MS, count: 0 };
        window.count += 1;
        windows.delete(key);
        if (windows.size >= MOST_KEPT) windows.delete(windows.keys().next().value!);
        windows.set(key, window);
      }
    },
  };
}
