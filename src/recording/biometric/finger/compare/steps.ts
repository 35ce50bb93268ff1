/** The way from a minutia to its nearest neighbours, as the minutia itself sees it: the same wherever and however the finger was put down. */
import { ANGLE, STRIDE, X, Y, type FingerCode } from '../cylinder.ts';
import { MOST_MINUTIAE, NEIGHBOURS, type HeldFinger } from '../../kernel/similar.ts';
import { COS, SIN } from '../directions.ts';

/** How much a step may differ: pixels and a share of its length; an angle, and more for a short one whose ends are some pixels off. */
const APART = 6;
const STRETCH = 0.06;
const TURNED = (10 * Math.PI) / 128;
const TURNED_BY_PIXELS = 4;
const SHORTEST = 8;

export interface Steps {
  /** To be called when another finger may be in the place. */
  renew(): void;
  /** Where the steps of a minutia begin, the shortest first; described when first asked for. */
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

/** The steps of the finger that is in a place, with working memory of its own. */
export function stepsOf(place: HeldFinger): Steps {
  const to = place.nearest;
  let held: FingerCode | null = null;
  const known = new Uint8Array(MOST_MINUTIAE);
  const length = new Float64Array(MOST_MINUTIAE * NEIGHBOURS);
  const shortest = new Float64Array(MOST_MINUTIAE * NEIGHBOURS);
  const longest = new Float64Array(MOST_MINUTIAE * NEIGHBOURS);
  const seen = new Float64Array(MOST_MINUTIAE * NEIGHBOURS * VIEWS);
  const alike = new Float64Array(MOST_MINUTIAE * NEIGHBOURS);

  const many = () => Math.min(NEIGHBOURS, place.finger.count - 1);

  function describe(minutia: number, step: number): void {
    const { words } = place.finger;
    const start = minutia * STRIDE;
    const end = to[step]! * STRIDE;
    const x = words[end + X]! - words[start + X]!;
    const y = words[end + Y]! - words[start + Y]!;
    const long = Math.sqrt(x * x + y * y);
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
    renew() {
      if (held === place.finger) return;
      held = place.finger;
      known.fill(0);
    },
    from(minutia) {
      const first = minutia * NEIGHBOURS;
      if (known[minutia] === 0) {
        known[minutia] = 1;
        for (let n = 0; n < many(); n++) describe(minutia, first + n);
      }
      return first;
    },
    many,
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
