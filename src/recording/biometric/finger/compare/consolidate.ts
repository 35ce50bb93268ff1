/**
 * Consolidation by neighbour edges, the idea of SourceAFIS: from a pair of minutiae that the comparison is sure of it goes on from neighbour to neighbour, and
 * each step must be the same in both fingers. A finger's skin stretches, but hardly from one minutia to the next.
 * Always holds: no minutia is in two pairs; the same two fingers give the same pairs.
 */
import { STRIDE, type FingerCode } from '../cylinder.ts';
import type { Pairs } from '../../kernel/similar.ts';
import { MOST_MINUTIAE, sameTurns, stepsOfFinger } from './steps.ts';

/** Of the surest pairs so many are gone on from; more found nothing better. */
const STARTS = 3;

/** Valid until the next call. */
export interface Consolidated {
  /** For each minutia of the first finger its number in the second, or -1. */
  readonly partner: Int32Array;
  readonly count: number;
}

/** The most pairs that hang together, from one of the surest of the first `taken`. */
export type Consolidate = (
  fingers: readonly [FingerCode, FingerCode],
  pairs: Pairs,
  sureness: Float64Array,
  taken: number,
) => Consolidated;

/** With working memory of its own. */
export function consolidator(): Consolidate {
  let one = stepsOfFinger();
  let other = stepsOfFinger();
  const back = new Int32Array(MOST_MINUTIAE);
  /** Pairs that a step leads to, in the order in which they were reached. */
  const left: number[] = [];
  const right: number[] = [];
  let best = new Int32Array(MOST_MINUTIAE);
  let now = new Int32Array(MOST_MINUTIAE);

  function reach(i: number, j: number): void {
    const p0 = one.from(i);
    const pEnd = p0 + one.many();
    let q0 = other.from(j);
    const qEnd = q0 + other.many();
    for (let p = p0; p < pEnd; p++) {
      if (now[one.to[p]!]! >= 0) continue;
      // Both go from the shortest to the longest: what is too short for this step is so for the next.
      while (q0 < qEnd && other.length[q0]! < one.shortest[p]!) q0++;
      for (let q = q0; q < qEnd && other.length[q]! <= one.longest[p]!; q++) {
        if (back[other.to[q]!]! >= 0 || !sameTurns(one, p, other, q)) continue;
        left.push(one.to[p]!);
        right.push(other.to[q]!);
      }
    }
  }

  function growFrom(i: number, j: number): number {
    now.fill(-1);
    back.fill(-1);
    left.length = right.length = 0;
    left.push(i);
    right.push(j);
    let count = 0;
    for (let n = 0; n < left.length; n++) {
      const [to, from] = [left[n]!, right[n]!];
      if (now[to]! >= 0 || back[from]! >= 0) continue;
      now[to] = from;
      back[from] = to;
      count++;
      reach(to, from);
    }
    return count;
  }

  return ([a, b], pairs, sureness, taken) => {
    // A search holds one finger against many.
    if (one.holds(b) || other.holds(a)) [one, other] = [other, one];
    one.hold(a);
    other.hold(b);
    best.fill(-1);
    let count = 0;
    for (const start of surest(sureness, taken, STARTS)) {
      const [i, j] = [pairs.left[start]! / STRIDE, pairs.right[start]! / STRIDE];
      if (best[i] === j) continue;
      const grown = growFrom(i, j);
      if (grown <= count) continue;
      count = grown;
      [best, now] = [now, best];
    }
    return { partner: best, count };
  };
}

function surest(sureness: Float64Array, taken: number, wanted: number): number[] {
  const found: number[] = [];
  for (let t = 0; t < taken; t++) {
    let place = found.length;
    while (place > 0 && sureness[found[place - 1]!]! < sureness[t]!) place--;
    if (place < wanted) found.splice(place, 0, t);
    if (found.length > wanted) found.pop();
  }
  return found;
}
