/** Lowers the similarity of each pair of minutiae as far as the other pairs contradict it (Cappelli et al. 2010, relaxation of LSS-R). */
import { ANGLE, X, Y, type FingerCode } from '../cylinder.ts';
import { MOST_PAIRS, type Pairs } from '../../kernel/similar.ts';
import { turnOff } from './turn-off.ts';

const ROUNDS = 5;
const KEPT = 0.5;
/** What two pairs may differ in: distance in pixels, relative direction and bearing in 256ths; beyond, they contradict. */
const DISTANCE = { middle: 5, slope: -1.6, most: 10 };
const TURN = { middle: 256 / 24, slope: (-30 * 2 * Math.PI) / 256, most: 22 };

/** Of the first `taken` pairs the similarity that is left; `wanted` is how many there might have been. Written over by the next call. */
export type Relax = (
  pairs: Pairs,
  taken: number,
  fingers: readonly [FingerCode, FingerCode],
  wanted: number,
) => Float64Array;

/** With working memory of its own. */
export function relaxer(): Relax {
  const agreeing = (MOST_PAIRS * (MOST_PAIRS - 1)) / 2;
  const now = new Float64Array(MOST_PAIRS);
  const next = new Float64Array(MOST_PAIRS);
  const work: Agreements = {
    one: new Int32Array(agreeing),
    other: new Int32Array(agreeing),
    weight: new Float64Array(agreeing),
  };
  return (pairs, taken, fingers, wanted) => {
    const { one, other, weight } = work;
    const found = findAgreeing(work, pairs, taken, fingers);
    const share = (1 - KEPT) / (wanted - 1);
    now.set(pairs.similarity);
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

/** Pairs of pairs that agree, and how well. */
interface Agreements {
  readonly one: Int32Array;
  readonly other: Int32Array;
  readonly weight: Float64Array;
}

/** Pairs of pairs that keep distance, relative direction and bearing in both fingers; gives how many. */
function findAgreeing(
  { one, other, weight }: Agreements,
  { left, right }: Pairs,
  taken: number,
  [a, b]: readonly [FingerCode, FingerCode],
): number {
  const aw = a.words;
  const bw = b.words;
  let found = 0;
  for (let t = 1; t < taken; t++) {
    const at = left[t]!;
    const bt = right[t]!;
    const turnT = (aw[at + ANGLE]! - bw[bt + ANGLE]!) | 0;
    for (let k = 0; k < t; k++) {
      const ak = left[k]!;
      const bk = right[k]!;
      const turnK = (aw[ak + ANGLE]! - bw[bk + ANGLE]!) | 0;
      const turn = Math.abs(((turnT - turnK) << 24) >> 24);
      if (turn > TURN.most) continue;
      const ax = aw[ak + X]! - aw[at + X]!;
      const ay = aw[ak + Y]! - aw[at + Y]!;
      const bx = bw[bk + X]! - bw[bt + X]!;
      const by = bw[bk + Y]! - bw[bt + Y]!;
      const distance = Math.abs(Math.sqrt(ax * ax + ay * ay) - Math.sqrt(bx * bx + by * by));
      if (distance > DISTANCE.most) continue;
      const bearing = bearingTurn(ax, ay, bx, by);
      const away = Math.max(turnOff(turnT - bearing), turnOff(turnK - bearing));
      if (away > TURN.most) continue;
      one[found] = t;
      other[found] = k;
      weight[found++] = soft(distance, DISTANCE) * soft(turn, TURN) * soft(away, TURN);
    }
  }
  return found;
}

/** By how much the way from one minutia to the other is turned between the fingers, in 256ths. */
function bearingTurn(ax: number, ay: number, bx: number, by: number): number {
  return Math.atan2(bx * ay - by * ax, ax * bx + ay * by) * (128 / Math.PI);
}

function soft(value: number, { middle, slope }: { middle: number; slope: number }): number {
  return 1 / (1 + Math.exp(-slope * (value - middle)));
}
