/** Error rates of a comparison from scores of pairs that are known; higher scores mean more alike. */

export interface KnownScores {
  /** Of two recordings of one body. */
  readonly mated: readonly number[];
  /** Of two bodies. */
  readonly nonMated: readonly number[];
}

/** Fractions 0 to 1; null where the pairs are too few to show one. */
export interface ErrorRates {
  readonly eer: number | null;
  /** The share of mated pairs missed where one non-mated pair in a hundred, or in a thousand, is taken for one body. */
  readonly fnmrAtFmr1e2: number | null;
  readonly fnmrAtFmr1e3: number | null;
}

/** What is said of a comparison. A false match rate that less than one whole pair would be is not measured. */
export function errorRates(scores: KnownScores): ErrorRates {
  const measured = (rate: number) => (scores.nonMated.length * rate >= 1 ? missesAt(scores, rate) : null);
  return { eer: equalErrorRate(scores), fnmrAtFmr1e2: measured(0.01), fnmrAtFmr1e3: measured(0.001) };
}

/**
 * The equal error rate: the error, 0 to 1, at the threshold where as large a share of mated pairs is missed as of non-mated
 * pairs is taken for one (the mean of both shares where they come closest). Pairs of one score fall on the same side of any
 * threshold. Null without pairs of both kinds.
 */
export function equalErrorRate({ mated, nonMated }: KnownScores): number | null {
  if (mated.length === 0 || nonMated.length === 0) return null;
  const m = Float64Array.from(mated).sort();
  const n = Float64Array.from(nonMated).sort();
  let closest = { gap: 2, rate: 1 };
  let [below, under] = [0, 0];
  for (;;) {
    // At this threshold those before both places are below it.
    const missed = below / m.length;
    const taken = 1 - under / n.length;
    const gap = Math.abs(missed - taken);
    if (gap < closest.gap) closest = { gap, rate: (missed + taken) / 2 };
    if (below === m.length && under === n.length) return closest.rate;
    const score = Math.min(m[below] ?? Infinity, n[under] ?? Infinity);
    while (m[below] === score) below++;
    while (n[under] === score) under++;
  }
}

/**
 * The share of mated pairs missed at the lowest threshold that takes at most `falseMatchRate` of the non-mated pairs for one
 * body. Null without pairs of both kinds.
 */
export function missesAt({ mated, nonMated }: KnownScores, falseMatchRate: number): number | null {
  if (mated.length === 0 || nonMated.length === 0) return null;
  const descending = Float64Array.from(nonMated).sort().reverse();
  // Three pairs in a thousand are three, whatever a product of binary fractions says.
  const allowed = Math.floor(falseMatchRate * descending.length + 1e-9);
  // Only scores above that of the first pair that must not pass.
  const bound = descending[allowed] ?? -Infinity;
  return mated.filter((score) => score <= bound).length / mated.length;
}
