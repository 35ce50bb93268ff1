import { refuseHttp } from './refusals.ts';
import type { RateLimit } from './route.ts';

const WINDOW_MS = 60_000;
/** Past this many addresses the oldest windows are forgotten: an attacker with many addresses may not fill our memory. */
const MOST_ADDRESSES = 50_000;

export interface RateState {
  readonly limit: number;
  readonly remaining: number;
  readonly resetSeconds: number;
}

/**
 * Counts calls of one route group per address in windows of a minute, in this process. `nowMs` is a monotonic clock.
 */
export function rateCounter(limit: RateLimit, nowMs: () => number = () => performance.now()) {
  const windows = new Map<string, { until: number; count: number }>();
  return {
    /** Counts one call; refuses past the limit. */
    count(address: string): RateState {
      const now = nowMs();
      let window = windows.get(address);
      if (!window || window.until <= now) {
        windows.delete(address);
        if (windows.size >= MOST_ADDRESSES) windows.delete(windows.keys().next().value!);
        window = { until: now + WINDOW_MS, count: 0 };
        windows.set(address, window);
      }
      window.count += 1;
      const resetSeconds = Math.max(1, Math.ceil((window.until - now) / 1000));
      if (window.count > limit.perMinute) throw refuseHttp('http.too_many', { values: { seconds: resetSeconds } });
      return { limit: limit.perMinute, remaining: limit.perMinute - window.count, resetSeconds };
    },
  };
}

export type RateCounter = ReturnType<typeof rateCounter>;
