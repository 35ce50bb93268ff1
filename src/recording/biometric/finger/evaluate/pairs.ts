/** All pairs of a set and their scores: each print with each that comes after it. Pure. */
import type { KnownScores } from '../../score/metrics.ts';
import type { Print, PrintSet } from './print-set.ts';

export interface SetScores {
  readonly set: PrintSet;
  /** One row a print: its scores with those after it, in their order. A print that failed scores 0 with everybody. */
  readonly rows: readonly Float64Array[];
  /** By print. */
  readonly failed: readonly boolean[];
}

export interface ScoredPair {
  readonly set: PrintSet;
  readonly a: Print;
  readonly b: Print;
  /** Whether both are of one finger. */
  readonly same: boolean;
  readonly score: number;
  /** Whether one of both could not be extracted. */
  readonly failed: boolean;
}

export function* pairsOf({ set, rows, failed }: SetScores): Generator<ScoredPair> {
  for (const [n, a] of set.prints.entries())
    for (const [m, score] of rows[n]!.entries()) {
      const at = n + 1 + m;
      const b = set.prints[at]!;
      yield { set, a, b, same: a.finger === b.finger, score, failed: failed[n]! || failed[at]! };
    }
}

/** One threshold for all of them: the scores of several sets in one heap. */
export function knownScores(sets: readonly SetScores[]): KnownScores {
  const [mated, nonMated]: [number[], number[]] = [[], []];
  for (const each of sets) for (const { same, score } of pairsOf(each)) (same ? mated : nonMated).push(score);
  return { mated, nonMated };
}

export interface Worst {
  /** Of one finger, the least alike first. */
  readonly mated: readonly ScoredPair[];
  /** Of two fingers, the most alike first. */
  readonly nonMated: readonly ScoredPair[];
}

/** The pairs that a comparison is most wrong about. Prints that failed are none of its faults. */
export function worstPairs(sets: readonly SetScores[], most: number): Worst {
  const [mated, nonMated]: [ScoredPair[], ScoredPair[]] = [[], []];
  for (const each of sets)
    for (const pair of pairsOf(each)) {
      if (pair.failed) continue;
      if (pair.same) keep(mated, pair, most, 1);
      else keep(nonMated, pair, most, -1);
    }
  return { mated, nonMated };
}

/** Keeps the first `most` in order of `sign` times their scores: large sets have millions of pairs. */
function keep(kept: ScoredPair[], pair: ScoredPair, most: number, sign: 1 | -1): void {
  let place = kept.length;
  while (place > 0 && sign * pair.score < sign * kept[place - 1]!.score) place--;
  if (place >= most) return;
  kept.splice(place, 0, pair);
  if (kept.length > most) kept.pop();
}
