/** How well two fingers agree where they lie on one another, once it is known which minutiae are the same. */
import { ANGLE, STRIDE, X, Y, type FingerCode } from '../cylinder.ts';
import type { Consolidated } from './consolidate.ts';
import { MOST_MINUTIAE } from '../../kernel/similar.ts';
import { turnOff } from './turn.ts';

/** A minutia lies on another within so many pixels and 256ths of a turn. */
const APART = 12;
const TURNED = 20;
/** How far a finger is taken to reach beyond its outermost minutiae. */
const MARGIN = 12;
/** In pixels: the arm at which a minutia's direction weighs as much in the motion as its place. */
const ARM = 20;

/** Of the minutiae of both fingers that lie where the other one is too, the share that lies on one of the other: 0 to 1. */
export type Agree = (fingers: readonly [FingerCode, FingerCode], consolidated: Consolidated) => number;

/** With working memory of its own. */
export function agreer(): Agree {
  const taken = new Uint8Array(MOST_MINUTIAE);
  return ([a, b], { partner }) => {
    const motion = motionOf(a, b, partner);
    const [there, here] = [boxOf(b), boxOf(a)];
    taken.fill(0);
    let within = 0;
    let on = 0;
    for (let at = 0; at < a.count * STRIDE; at += STRIDE) {
      const dx = a.words[at + X]! - motion.ax;
      const dy = a.words[at + Y]! - motion.ay;
      const x = motion.bx + motion.cos * dx - motion.sin * dy;
      const y = motion.by + motion.sin * dx + motion.cos * dy;
      if (!isIn(there, x, y)) continue;
      within++;
      const near = nearest(b, taken, { x, y, angle: a.words[at + ANGLE]! + motion.turn });
      if (near < 0) continue;
      taken[near] = 1;
      on++;
    }
    let back = 0;
    for (let at = 0; at < b.count * STRIDE; at += STRIDE) {
      const dx = b.words[at + X]! - motion.bx;
      const dy = b.words[at + Y]! - motion.by;
      if (isIn(here, motion.ax + motion.cos * dx + motion.sin * dy, motion.ay - motion.sin * dx + motion.cos * dy))
        back++;
    }
    return on === 0 ? 0 : Math.min(1, on / Math.sqrt(within * Math.max(on, back)));
  };
}

/** Turns about the middle of one finger's pairs and moves it onto the middle of the other's. */
interface Motion {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
  readonly cos: number;
  readonly sin: number;
  /** 256ths of a turn. */
  readonly turn: number;
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
    const turn = ((bw[q + ANGLE]! - aw[p + ANGLE]!) * Math.PI) / 128;
    along += px * qx + py * qy + ARM * ARM * Math.cos(turn);
    across += px * qy - py * qx + ARM * ARM * Math.sin(turn);
  }
  const turn = Math.atan2(across, along);
  return { ax, ay, bx, by, cos: Math.cos(turn), sin: Math.sin(turn), turn: (turn * 128) / Math.PI };
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly low: number;
  readonly high: number;
}

function boxOf({ count, words }: FingerCode): Box {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at < count * STRIDE; at += STRIDE) {
    left = Math.min(left, words[at + X]!);
    right = Math.max(right, words[at + X]!);
    low = Math.min(low, words[at + Y]!);
    high = Math.max(high, words[at + Y]!);
  }
  return { left: left - MARGIN, right: right + MARGIN, low: low - MARGIN, high: high + MARGIN };
}

function isIn({ left, right, low, high }: Box, x: number, y: number): boolean {
  return x > left && x < right && y > low && y < high;
}

interface Laid {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
}

/** The nearest minutia that is not taken and can be the same, or -1. */
function nearest({ count, words }: FingerCode, taken: Uint8Array, { x, y, angle }: Laid): number {
  let found = -1;
  let least = APART * APART;
  for (let n = 0; n < count; n++) {
    const at = n * STRIDE;
    const square = (words[at + X]! - x) ** 2 + (words[at + Y]! - y) ** 2;
    if (square >= least || taken[n] === 1 || turnOff(words[at + ANGLE]! - angle) > TURNED) continue;
    least = square;
    found = n;
  }
  return found;
}
