/** Error rates of a comparison from scores of pairs that are known; higher scores mean more alike. */

export interface KnownScores {
  /** Of two recordings of one body. */
  readonly mated: readonly number[];
  /** Of two bodies. */
  readonly nonMated: readonly number[];
}

/**
 * The equal error rate: the error, 0 to 1, at the threshold where as large a share of mated pairs is missed as of non-mated
 * pairs is taken for one (the mean of both shares where they come closest). Null without pairs of both kinds.
 */
export function equalErrorRate({ mated, nonMated }: KnownScores): number | null {
  if (mated.length === 0 || nonMated.length === 0) return null;
  const m = Float64Array.from(mated).sort();
  const n = Float64Array.from(nonMated).sort();
  let closest = { gap: 2, rate: 1 };
  for (const threshold of new Set([...m, ...n, Infinity])) {
    const missed = countBelow(m, threshold) / m.length;
    const taken = 1 - countBelow(n, threshold) / n.length;
    const gap = Math.abs(missed - taken);
    if (gap < closest.gap) closest = { gap, rate: (missed + taken) / 2 };
  }
  return closest.rate;
}

/**
 * The share of mated pairs missed at the lowest threshold that takes at most `falseMatchRate` of the non-mated pairs for one
 * body. Null without pairs of both kinds.
 */
export function missesAt({ mated, nonMated }: KnownScores, falseMatchRate: number): number | null {
  if (mated.length === 0 || nonMated.length === 0) return null;
  const descending = Float64Array.from(nonMated).sort().reverse();
  const allowed = Math.floor(falseMatchRate * descending.length);
  // Only scores above that of the first pair that must not pass.
  const bound = descending[allowed] ?? -Infinity;
  return mated.filter((score) => score <= bound).length / mated.length;
}

/** How many of the ascending `sorted` lie below `bound`. */
function countBelow(sorted: Float64Array, bound: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
