/** Lowers the similarity of each pair of minutiae as far as the other pairs contradict it (Cappelli et al. 2010, relaxation of LSS-R). */
import { MOST_PAIRS, type Agreements, type PairFinder } from '../../kernel/similar.ts';

const ROUNDS = 5;
const KEPT = 0.5;
/** What two pairs may differ in: distance in pixels, relative direction and bearing in 256ths; beyond, they contradict. */
const DISTANCE = { middle: 5, slope: -1.6, most: 10 };
const TURN = { middle: 256 / 24, slope: (-30 * 2 * Math.PI) / 256, most: 22 };
const ROUNDING = 1e-9;
/** Of each whole 256th that two pairs may be turned against one another. */
const SOFT_TURN = Float64Array.from({ length: TURN.most + 1 }, (_, turn) => soft(turn, TURN));

/** Of the first `taken` pairs that were found the similarity that is left; `wanted` is how many there might have been. Written over by the next call. */
export type Relax = (taken: number, wanted: number) => Float64Array;

/** With working memory of its own. */
export function relaxer(finder: PairFinder): Relax {
  const now = new Float64Array(MOST_PAIRS);
  const next = new Float64Array(MOST_PAIRS);
  const { agreements } = finder;
  const one = new Int32Array(agreements.one.length);
  const other = new Int32Array(agreements.one.length);
  const weight = new Float64Array(agreements.one.length);
  return (taken, wanted) => {
    const likely = finder.findAgreements(taken, TURN.most, DISTANCE.most);
    let found = 0;
    for (let n = 0; n < likely; n++) {
      const weighs = weightOf(agreements, n);
      if (weighs === 0) continue;
      one[found] = agreements.one[n]!;
      other[found] = agreements.other[n]!;
      weight[found++] = weighs;
    }
    const share = (1 - KEPT) / (wanted - 1);
    now.set(finder.pairs.similarity);
    for (let round = 0; round < ROUNDS; round++) {
      next.fill(0);
      for (let n = 0; n < found; n++) {
        const t = one[n]!;
        const k = other[n]!;
        next[t]! += weight[n]! * now[k]!;
        next[k]! += weight[n]! * now[t]!;
      }
      for (let t = 0; t < taken; t++) now[t] = KEPT * now[t]! + share * next[t]!;
    }
    return now;
  };
}

/** How well two pairs agree in distance, relative direction and bearing; 0 where their bearing contradicts one of them. */
function weightOf({ turned, apart, along, across }: Agreements, n: number): number {
  const turn = turned[n]!;
  const bearing = Math.atan(across[n]! / along[n]!) * (128 / Math.PI);
  const away = Math.max(Math.abs(bearing), Math.abs(bearing - turn));
  if (away > TURN.most + ROUNDING) return 0;
  return soft(apart[n]!, DISTANCE) * SOFT_TURN[Math.abs(turn)]! * soft(away, TURN);
}

function soft(value: number, { middle, slope }: { middle: number; slope: number }): number {
  return 1 / (1 + Math.exp(-slope * (value - middle)));
}
