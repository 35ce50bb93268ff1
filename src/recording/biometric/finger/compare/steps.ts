/** The way from a minutia to its nearest neighbours, as the minutia itself sees it: the same wherever and however the finger was put down. */
import { ANGLE, STRIDE, X, Y, type FingerCode } from '../cylinder.ts';
import { turnOff } from './turn-off.ts';

/** A finger's code has at most 60. */
export const MOST_MINUTIAE = 64;
/** Of each minutia so many steps. */
export const NEIGHBOURS = 9;
/** How much a step may differ: pixels and a share of its length; 256ths of a turn, and more for a short one whose ends are some pixels off. */
const APART = 6;
const STRETCH = 0.06;
const TURNED = 10;
const TURNED_BY_PIXELS = (4 * 128) / Math.PI;
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
  /** The step's bearing against the direction of the minutia that it leaves, and the direction of the one that it reaches against it. */
  readonly leaving: Float64Array;
  readonly reaching: Float64Array;
}

/** With working memory of its own. */
export function stepsOfFinger(): Steps {
  let held: FingerCode = { count: 0, words: new Int32Array() };
  const known = new Uint8Array(MOST_MINUTIAE);
  const to = new Int32Array(MOST_MINUTIAE * NEIGHBOURS);
  const length = new Float64Array(MOST_MINUTIAE * NEIGHBOURS);
  const shortest = new Float64Array(MOST_MINUTIAE * NEIGHBOURS);
  const longest = new Float64Array(MOST_MINUTIAE * NEIGHBOURS);
  const leaving = new Float64Array(MOST_MINUTIAE * NEIGHBOURS);
  const reaching = new Float64Array(MOST_MINUTIAE * NEIGHBOURS);

  /** `length` holds squares until all are known. */
  function findNearest(minutia: number, first: number): void {
    const { count, words } = held;
    const at = minutia * STRIDE;
    let found = 0;
    for (let n = 0; n < count; n++) {
      if (n === minutia) continue;
      const x = words[n * STRIDE + X]! - words[at + X]!;
      const y = words[n * STRIDE + Y]! - words[at + Y]!;
      const square = x * x + y * y;
      if (found === NEIGHBOURS && square >= length[first + found - 1]!) continue;
      let place = first + (found < NEIGHBOURS ? found++ : found - 1);
      for (; place > first && length[place - 1]! > square; place--) {
        length[place] = length[place - 1]!;
        to[place] = to[place - 1]!;
      }
      length[place] = square;
      to[place] = n;
    }
    for (let step = first; step < first + found; step++) {
      const end = to[step]! * STRIDE;
      const bearing = Math.atan2(words[end + Y]! - words[at + Y]!, words[end + X]! - words[at + X]!) * (128 / Math.PI);
      const long = Math.sqrt(length[step]!);
      length[step] = long;
      shortest[step] = long - APART - STRETCH * long;
      longest[step] = long + APART + STRETCH * long;
      leaving[step] = bearing - words[at + ANGLE]!;
      reaching[step] = words[end + ANGLE]! - bearing;
    }
  }

  return {
    to,
    length,
    shortest,
    longest,
    leaving,
    reaching,
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
        findNearest(minutia, first);
      }
      return first;
    },
    many: () => Math.min(NEIGHBOURS, held.count - 1),
  };
}

/** Whether step `p` of one finger and step `q` of another, of the same length, turn the same way. */
export function sameTurns(one: Steps, p: number, other: Steps, q: number): boolean {
  const most = TURNED + TURNED_BY_PIXELS / Math.max(SHORTEST, one.length[p]!);
  return turnOff(one.leaving[p]! - other.leaving[q]!) <= most && turnOff(one.reaching[p]! - other.reaching[q]!) <= most;
}
