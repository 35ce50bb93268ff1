/** How long whoever guesses waits. Pure. */
/** So many wrong answers cost nothing: people mistype. */
export const FREE_MISSES = 3;
const MINUTE_MS = 60_000;

/** Longest waits: a number's is short, or strangers could keep everybody from asking about it; an address's is a day. */
export const LONGEST_MINUTES = { number: 60, address: 24 * 60 } as const;

/** After so many misses the next answer is given this long after the last: 1, 2, 4, ... minutes. */
export function waitMs(misses: number, of: keyof typeof LONGEST_MINUTES): number {
  if (misses < FREE_MISSES) return 0;
  return Math.min(2 ** Math.min(misses - FREE_MISSES, 20), LONGEST_MINUTES[of]) * MINUTE_MS;
}

/** Misses are forgotten after a day without one. */
export const FORGOTTEN_MS = 24 * 60 * MINUTE_MS;
