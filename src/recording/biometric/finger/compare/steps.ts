/** The way from a minutia to its nearest neighbours, as the minutia itself sees it: the same wherever and however the finger was put down. */
import { ANGLE, STRIDE, X, Y, type FingerCode } from '../cylinder.ts';
import { COS, SIN } from './turn.ts';

/** A finger's code has at most 60. */
export const MOST_MINUTIAE = 64;
/** Of each minutia so many steps. */
export const NEIGHBOURS = 9;
/** How much a step may differ: pixels and a share of its length; an angle, and more for a short one whose ends are some pixels off. */
const APART = 6;
const STRETCH = 0.06;
const TURNED = (10 * Math.PI) / 128;
const TURNED_BY_PIXELS = 4;
const SHORTEST = 8;

export interface Steps {
  holds(finger: FingerCode): boolean;
  /** From now on the steps are this finger's. */
  hold(finger: FingerCode): void;
  /** Where the steps of a minutia begin, the shortest first; found when first asked for. */
  from(minutia: number): number;
  /** How many a minutia has. */
  many(): number;
  readonly to: Int32Array;
  readonly length: Float64Array;
  /** Between these lies the length of the same step of another finger. */
  readonly shortest: Float64Array;
  readonly longest: Float64Array;
  /** The step as the minutia sees it that it leaves, whose own direction is to the right, and as the one sees it that it reaches: x and y each. */
  readonly seen: Float64Array;
  /** The length times the cosine of the angle by which the same step of another finger may be turned. */
  readonly alike: Float64Array;
}

/** The numbers of `seen`, of each step. */
const VIEWS = 4;

/** With working memory of its own. */
export function stepsOfFinger(): Steps {
  let held: FingerCode = { count: 0, words: new Int32Array() };
  const known = new Uint8Array(MOST_MINUTIAE);
  const to = new Int32Array(MOST_MINUTIAE * NEIGHBOURS);
  const length = new Float64Array(MOST_MINUTIAE * NEIGHBOURS);
  const shortest = new Float64Array(MOST_MINUTIAE * NEIGHBOURS);
  const longest = new Float64Array(MOST_MINUTIAE * NEIGHBOURS);
  const seen = new Float64Array(MOST_MINUTIAE * NEIGHBOURS * VIEWS);
  const alike = new Float64Array(MOST_MINUTIAE * NEIGHBOURS);

  /** `length` holds squares until all are known. */
  function findNearest(minutia: number, first: number): number {
    const { count, words } = held;
    const x = words[minutia * STRIDE + X]!;
    const y = words[minutia * STRIDE + Y]!;
    let found = 0;
    for (let n = 0; n < count; n++) {
      if (n === minutia) continue;
      const square = (words[n * STRIDE + X]! - x) ** 2 + (words[n * STRIDE + Y]! - y) ** 2;
      if (found === NEIGHBOURS && square >= length[first + found - 1]!) continue;
      let place = first + (found < NEIGHBOURS ? found++ : found - 1);
      for (; place > first && length[place - 1]! > square; place--) {
        length[place] = length[place - 1]!;
        to[place] = to[place - 1]!;
      }
      length[place] = square;
      to[place] = n;
    }
    return found;
  }

  function describe(minutia: number, step: number): void {
    const { words } = held;
    const start = minutia * STRIDE;
    const end = to[step]! * STRIDE;
    const x = words[end + X]! - words[start + X]!;
    const y = words[end + Y]! - words[start + Y]!;
    const long = Math.sqrt(length[step]!);
    length[step] = long;
    shortest[step] = long - APART - STRETCH * long;
    longest[step] = long + APART + STRETCH * long;
    look(step * VIEWS, x, y, words[start + ANGLE]!);
    look(step * VIEWS + 2, x, y, words[end + ANGLE]!);
    alike[step] = long * Math.cos(TURNED + TURNED_BY_PIXELS / Math.max(SHORTEST, long));
  }

  function look(at: number, x: number, y: number, angle: number): void {
    seen[at] = COS[angle]! * x + SIN[angle]! * y;
    seen[at + 1] = COS[angle]! * y - SIN[angle]! * x;
  }

  return {
    to,
    length,
    shortest,
    longest,
    seen,
    alike,
    holds: (finger) => finger === held,
    hold(finger) {
      if (finger === held) return;
      held = finger;
      known.fill(0);
    },
    from(minutia) {
      const first = minutia * NEIGHBOURS;
      if (known[minutia] === 0) {
        known[minutia] = 1;
        const end = first + findNearest(minutia, first);
        for (let step = first; step < end; step++) describe(minutia, step);
      }
      return first;
    },
    many: () => Math.min(NEIGHBOURS, held.count - 1),
  };
}

/** Whether step `p` of one finger and step `q` of another, of the same length, turn the same way, seen from both ends. */
export function sameTurns(one: Steps, p: number, other: Steps, q: number): boolean {
  const least = one.alike[p]! * other.length[q]!;
  const [a, b] = [p * VIEWS, q * VIEWS];
  return dot(one.seen, a, other.seen, b) >= least && dot(one.seen, a + 2, other.seen, b + 2) >= least;
}

function dot(one: Float64Array, a: number, other: Float64Array, b: number): number {
  return one[a]! * other[b]! + one[a + 1]! * other[b + 1]!;
}
