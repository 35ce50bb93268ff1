/** How long answers took, as a histogram that hours can be added to. Pure, safe in a browser. */

/** Upper ends in milliseconds; what took longer stands in the last. */
export const LATENCY_MS = [5, 10, 20, 30, 50, 100, 200, 500, 1000, 3000] as const;

export function bucketOf(ms: number): number {
  const at = LATENCY_MS.findIndex((most) => ms <= most);
  return at < 0 ? LATENCY_MS.length : at;
}

export const noLatency = (): number[] => Array.from({ length: LATENCY_MS.length + 1 }, () => 0);

/** Within how many milliseconds a share of the answers came; `null` where none came, `Infinity` beyond the last end. */
export function withinMs(latency: readonly number[], share: number): number | null {
  const all = latency.reduce((sum, n) => sum + n, 0);
  if (all === 0) return null;
  let seen = 0;
  for (const [at, n] of latency.entries()) {
    seen += n;
    if (seen >= share * all) return LATENCY_MS[at] ?? Infinity;
  }
  return Infinity;
}
