/**
 * Comparison of two fingers by their cylinder codes. The most similar pairs of minutiae are taken, each pair's similarity is lowered as far as the other pairs
 * contradict it (Cappelli et al. 2010, LSS-R), and what is left is weighed by how many minutiae hang together in both fingers from one of the surest pairs on,
 * and by the share that lies on one another where both fingers are.
 * Always holds: the score is 0 to 1 and a function of the two codes alone; `compare(a, b)` is `compare(b, a)`.
 */
import { MOST_MINUTIAE, MOST_PAIRS, openPairFinder, type Pairs } from '../kernel/similar.ts';
import type { FingerCode } from './cylinder.ts';
import { agreement } from './compare/agreement.ts';
import { consolidator, type Consolidated } from './compare/consolidate.ts';
import { relaxer } from './compare/relax.ts';
import { surestOf } from './compare/surest.ts';

export type CompareFingers = (a: FingerCode, b: FingerCode) => number;

/** A comparison with its own working memory: one for each thread. */
export function fingerComparer(): CompareFingers {
  const explain = fingerExplainer();
  return (a, b) => explain(...inOrder(a, b)).score;
}

export interface Explained {
  readonly score: number;
  /** The minutiae that the score rests on; valid until the next call. */
  readonly consolidated: Consolidated | null;
}

/** As `fingerComparer`, with the pairs; of two fingers in the order of `inOrder` only. */
export function fingerExplainer(): (a: FingerCode, b: FingerCode) => Explained {
  const finder = openPairFinder();
  const relax = relaxer(finder);
  const meanOfSurest = surestMean();
  const consolidate = consolidator(finder);
  return (a, b) => {
    const least = Math.min(a.count, b.count);
    const wanted = Math.min(least, MOST_PAIRS);
    const taken = least < 2 ? 0 : finder.find(a, b, wanted);
    if (taken < 2) return { score: 0, consolidated: null };
    const relaxed = relax(taken, wanted);
    const sure = meanOfSurest(finder.pairs, relaxed, taken, pairsThatCount(least));
    const consolidated = consolidate(relaxed, taken);
    const hangTogether = Math.cbrt(consolidated.count / MOST_MINUTIAE);
    return { score: sure * hangTogether * Math.sqrt(agreement(finder, consolidated)), consolidated };
  };
}

/** Sums of floating numbers depend on their order, so the two are always taken in the same one. */
export function inOrder(a: FingerCode, b: FingerCode): readonly [FingerCode, FingerCode] {
  if (a.count !== b.count) return a.count < b.count ? [a, b] : [b, a];
  for (let n = 0; n < a.words.length; n++) {
    if (a.words[n] !== b.words[n]) return a.words[n]! < b.words[n]! ? [a, b] : [b, a];
  }
  return [a, b];
}

const FEWEST_THAT_COUNT = 4;
const MOST_THAT_COUNT = 12;

/** How many pairs decide: few of small fingers, more of rich ones. */
function pairsThatCount(least: number): number {
  return FEWEST_THAT_COUNT + Math.round((MOST_THAT_COUNT - FEWEST_THAT_COUNT) / (1 + Math.exp(-0.4 * (least - 20))));
}

/** The mean of those pairs that the others contradicted least. */
type MeanOfSurest = (pairs: Pairs, relaxed: Float64Array, taken: number, wanted: number) => number;

/** With working memory of its own. */
function surestMean(): MeanOfSurest {
  const left = new Float64Array(MOST_PAIRS);
  const places = new Int32Array(MOST_THAT_COUNT);
  return ({ similarity }, relaxed, taken, wanted) => {
    for (let t = 0; t < taken; t++) left[t] = relaxed[t]! / similarity[t]!;
    const count = Math.min(wanted, surestOf(left, taken, places));
    let sum = 0;
    for (let n = 0; n < count; n++) sum += relaxed[places[n]!]!;
    return sum / wanted;
  };
}
