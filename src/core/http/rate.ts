import { refuseHttp } from './refusals.ts';
import type { RateLimit } from './route.ts';

const WINDOW_MS = 60_000;
/** Past this many addresses the oldest windows are forgotten: an attacker with many addresses may not fill our memory. */
const MOST_ADDRESSES = 50_000;

export interface RateState {
  readonly limit: number;
  readonly remaining: number;
  readonly resetSeconds: number;
  /** Past the limit. */
  readonly spent: boolean;
}

/**
 * Counts calls of one route group per address in windows of a minute, in this process. `nowMs` is a monotonic clock.
 */
export function rateCounter(limit: RateLimit, nowMs: () => number = () => performance.now()) {
  const windows = new Map<string, { until: number; count: number }>();
  return {
    /** Counts one call. */
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
      const remaining = Math.max(0, limit.perMinute - window.count);
      return { limit: limit.perMinute, remaining, resetSeconds, spent: window.count > limit.perMinute };
    },
  };
}

export type RateCounter = ReturnType<typeof rateCounter>;

/** The RateLimit headers (draft-ietf-httpapi-ratelimit-headers), also on the answer that refuses; refuses past the limit. */
export function mustHaveLeft(state: RateState, header: (name: string, value: string) => unknown): void {
  const { limit, remaining, resetSeconds, spent } = state;
  header('ratelimit-policy', `"address";q=${limit};w=60`);
  header('ratelimit', `"address";r=${remaining};t=${resetSeconds}`);
  if (spent) throw refuseHttp('http.too_many', { values: { seconds: resetSeconds } });
}
