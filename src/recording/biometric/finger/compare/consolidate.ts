/**
 * Consolidation by neighbour edges, the idea of SourceAFIS: from a pair of minutiae that the comparison is sure of it goes on from neighbour to neighbour, and
 * each step must be the same in both fingers. A finger's skin stretches, but hardly from one minutia to the next.
 * Always holds: no minutia is in two pairs; the same two fingers give the same pairs.
 */
import { STRIDE } from '../cylinder.ts';
import { MOST_MINUTIAE, NEIGHBOURS, type PairFinder } from '../../kernel/similar.ts';
import { sameTurns, stepsOf } from './steps.ts';
import { surestOf } from './surest.ts';

/** Of the surest pairs so many are gone on from; more found nothing better. */
const STARTS = 3;
/** Each pair leads to all neighbours of both at most. */
const MOST_REACHED = 1 + MOST_MINUTIAE * NEIGHBOURS * NEIGHBOURS;

/** Valid until the next call. */
export interface Consolidated {
  /** For each minutia of the first finger its number in the second, or -1. */
  readonly partner: Int32Array;
  readonly count: number;
}

/** The most pairs that hang together, from one of the surest of the first `taken` that were found. */
export type Consolidate = (sureness: Float64Array, taken: number) => Consolidated;

/** With working memory of its own. */
export function consolidator(finder: PairFinder): Consolidate {
  const { pairs, places } = finder;
  const steps = [stepsOf(places[0]), stepsOf(places[1])] as const;
  let [one, other] = steps;
  const back = new Int32Array(MOST_MINUTIAE);
  /** Pairs that a step leads to, in the order in which they were reached. */
  const left = new Int32Array(MOST_REACHED);
  const right = new Int32Array(MOST_REACHED);
  let reached = 0;
  const starts = new Int32Array(STARTS);
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
        left[reached] = one.to[p]!;
        right[reached++] = other.to[q]!;
      }
    }
  }

  function growFrom(i: number, j: number): number {
    now.fill(-1);
    back.fill(-1);
    left[0] = i;
    right[0] = j;
    reached = 1;
    let count = 0;
    for (let n = 0; n < reached; n++) {
      const to = left[n]!;
      const from = right[n]!;
      if (now[to]! >= 0 || back[from]! >= 0) continue;
      now[to] = from;
      back[from] = to;
      count++;
      reach(to, from);
    }
    return count;
  }

  return (sureness, taken) => {
    one = steps[finder.first()];
    other = steps[1 - finder.first()]!;
    one.renew();
    other.renew();
    best.fill(-1);
    let count = 0;
    const many = surestOf(sureness, taken, starts);
    for (let n = 0; n < many; n++) {
      const i = pairs.left[starts[n]!]! / STRIDE;
      const j = pairs.right[starts[n]!]! / STRIDE;
      if (best[i] === j) continue;
      const grown = growFrom(i, j);
      if (grown <= count) continue;
      count = grown;
      [best, now] = [now, best];
    }
    return { partner: best, count };
  };
}
