/** How well two fingers agree where they lie on one another, once it is known which minutiae are the same. */
import { ANGLE, STRIDE, X, Y, type FingerCode } from '../cylinder.ts';
import type { Consolidated } from './consolidate.ts';
import type { Motion, PairFinder } from '../../kernel/similar.ts';
import { COS, SIN } from '../directions.ts';

/** In pixels: the arm at which a minutia's direction weighs as much in the motion as its place. */
const ARM = 20;

/** Of the minutiae of both fingers of the last `find` that lie where the other one is too, the share that lies on one of the other: 0 to 1. */
export function agreement(finder: PairFinder, { partner }: Consolidated): number {
  const first = finder.first();
  return finder.overlap(motionOf(finder.places[first].finger, finder.places[1 - first]!.finger, partner));
}

/** The turn and move that lay the pairs onto one another best, in the sense of least squares (Umeyama 1991). */
function motionOf({ count, words: aw }: FingerCode, { words: bw }: FingerCode, partner: Int32Array): Motion {
  let [many, ax, ay, bx, by] = [0, 0, 0, 0, 0];
  for (let n = 0; n < count; n++) {
    if (partner[n]! < 0) continue;
    const [p, q] = [n * STRIDE, partner[n]! * STRIDE];
    ax += aw[p + X]!;
    ay += aw[p + Y]!;
    bx += bw[q + X]!;
    by += bw[q + Y]!;
    many++;
  }
  ax /= many;
  ay /= many;
  bx /= many;
  by /= many;
  let [along, across] = [0, 0];
  for (let n = 0; n < count; n++) {
    if (partner[n]! < 0) continue;
    const [p, q] = [n * STRIDE, partner[n]! * STRIDE];
    const [px, py, qx, qy] = [aw[p + X]! - ax, aw[p + Y]! - ay, bw[q + X]! - bx, bw[q + Y]! - by];
    const turn = (bw[q + ANGLE]! - aw[p + ANGLE]!) & 255;
    along += px * qx + py * qy + ARM * ARM * COS[turn]!;
    across += px * qy - py * qx + ARM * ARM * SIN[turn]!;
  }
  const turn = Math.atan2(across, along);
  return { ax, ay, bx, by, cos: Math.cos(turn), sin: Math.sin(turn), turn: (turn * 128) / Math.PI };
}
