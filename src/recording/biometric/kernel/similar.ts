/**
 * The pairs of minutiae of two fingers whose surroundings are most alike (Cappelli, Ferrara, Maltoni 2010, local similarity sort), in WebAssembly with 128-bit
 * instructions. Two minutiae are as alike as 1 less the distance of their cylinders' bits where both fingers are; they must point the same way up to a quarter turn.
 * Always holds: the same two fingers give the same pairs on every machine, whichever were compared before; similarities are in double precision.
 */
import { STRIDE, type FingerCode } from '../finger/cylinder.ts';
import { COS, SIN } from '../finger/directions.ts';
import { compiledKernel, instanceOf } from './compiled.ts';

export const MOST_PAIRS = 64;
/** A finger's code has at most 60. */
export const MOST_MINUTIAE = 64;
/** Of each minutia so many are told. */
export const NEIGHBOURS = 9;

/** A finger in the kernel's memory. */
export interface HeldFinger {
  readonly finger: FingerCode;
  /** The nearest neighbours of each minutia, `NEIGHBOURS` numbers each, the nearest first, and of equally near ones the first; of a finger with fewer they end before. */
  readonly nearest: Int32Array;
}

/** The most similar pairs, in the order of the first finger's minutiae and then of the second's. */
export interface Pairs {
  /** The first word of each one's cylinder in either finger. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Above 0, and at most 1: the same bits. */
  readonly similarity: Float64Array;
  /** By how much the first finger's minutia is turned against the second's, in 256ths: -255 to 255. */
  readonly turn: Int32Array;
}

/** Two pairs each that may be of one finger: each pair in turn with those before it. */
export interface Agreements {
  /** Places in the list of pairs. */
  readonly one: Int32Array;
  readonly other: Int32Array;
  /** By how much the first pair is turned further than the other, in 256ths: -128 to 127. */
  readonly turned: Int32Array;
  /** By how many pixels the way from one minutia to the other is longer in one finger. */
  readonly apart: Float64Array;
  /** `across / along` is the tangent of the angle by which that way is turned further than the other pair is. */
  readonly along: Float64Array;
  readonly across: Float64Array;
}

export interface PairFinder {
  /** A finger that was in the last call stays in its place: a search holds one against many. */
  readonly places: readonly [HeldFinger, HeldFinger];
  /** In which of the two the first finger of the last `find` is; the second is in the other. */
  first(): 0 | 1;
  /** Written over by each `find`. */
  readonly pairs: Pairs;
  /** Finds the most similar pairs, at most `wanted` (1 to `MOST_PAIRS`), and gives how many there are. Refuses fingers of more than 64 minutiae. */
  find(a: FingerCode, b: FingerCode, wanted: number): number;
  /** Written over by each `findAgreements`. */
  readonly agreements: Agreements;
  /**
   * Finds each two of the first `taken` pairs that agree, and gives how many: turned alike, and the way between them turned as the other one is, to `mostTurn` 256ths (less than
   * 64; of ways a hair more); equally far from one another in both fingers, to `mostApart` pixels.
   */
  findAgreements(taken: number, mostTurn: number, mostApart: number): number;
  /**
   * Of the minutiae of both fingers of the last `find` that lie where the other one is too, once the first is moved, the share that lies on one of the other, within 12 pixels
   * and 20 256ths of a turn: 0 to 1.
   */
  overlap(motion: Motion): number;
}

/** Turns about a place in the first finger, in pixels, and moves it onto one in the second. */
export interface Motion {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
  readonly cos: number;
  readonly sin: number;
  /** 256ths of a turn. */
  readonly turn: number;
}

interface Kernel {
  hold(place: number, count: number): void;
  find(left: number, leftCount: number, right: number, rightCount: number, wanted: number): number;
  findAgreements(taken: number, mostTurn: number, mostApart: number): number;
  overlap(left: number, leftCount: number, right: number, rightCount: number, ...motion: number[]): number;
}

const MODULE = compiledKernel('similar');
/** What lies where in the kernel's memory, in bytes; `similar.as.ts` has the same. */
const SIMILARITY = 1024;
const LEFT = SIMILARITY + 8 * MOST_PAIRS;
const RIGHT = LEFT + 4 * MOST_PAIRS;
const TURN = RIGHT + 4 * MOST_PAIRS;
const MOST_AGREEMENTS = (MOST_PAIRS * (MOST_PAIRS - 1)) / 2;
const APART = 16_384;
const ALONG = APART + 8 * MOST_AGREEMENTS;
const ACROSS = ALONG + 8 * MOST_AGREEMENTS;
const ONE = ACROSS + 8 * MOST_AGREEMENTS;
const OTHER = ONE + 4 * MOST_AGREEMENTS;
const TURNED = OTHER + 4 * MOST_AGREEMENTS;
const DIRECTIONS = 8448;
const PLACES = 163_840;
const NEAREST = 2 * 4 * STRIDE * MOST_MINUTIAE;
const PLACE_BYTES = NEAREST + 4 * NEIGHBOURS * MOST_MINUTIAE + 4 * 8;

const NO_FINGER: FingerCode = { count: 0, words: new Int32Array() };

interface Place extends HeldFinger {
  readonly at: number;
  finger: FingerCode;
}

/** With memory of its own: one for each thread. */
export function openPairFinder(): PairFinder {
  const kernel = instanceOf<Kernel>(MODULE, PLACES + 2 * PLACE_BYTES);
  const { buffer } = kernel.memory;
  const words = new Int32Array(buffer);
  const ints = (at: number, count: number) => new Int32Array(buffer, at, count);
  const floats = (at: number, count: number) => new Float64Array(buffer, at, count);
  const directions = floats(DIRECTIONS, 512);
  for (let angle = 0; angle < 256; angle++) directions.set([COS[angle]!, SIN[angle]!], 2 * angle);
  const placeAt = (at: number): Place => ({
    at,
    nearest: ints(at + NEAREST, NEIGHBOURS * MOST_MINUTIAE),
    finger: NO_FINGER,
  });
  const places = [placeAt(PLACES), placeAt(PLACES + PLACE_BYTES)] as const;
  let first: 0 | 1 = 0;

  function hold(place: Place, finger: FingerCode): void {
    if (place.finger === finger) return;
    if (finger.count > MOST_MINUTIAE) throw new RangeError(`${finger.count} minutiae are more than ${MOST_MINUTIAE}`);
    words.set(finger.words, place.at / 4);
    kernel.hold(place.at, finger.count);
    place.finger = finger;
  }

  return {
    places,
    first: () => first,
    pairs: {
      left: ints(LEFT, MOST_PAIRS),
      right: ints(RIGHT, MOST_PAIRS),
      similarity: floats(SIMILARITY, MOST_PAIRS),
      turn: ints(TURN, MOST_PAIRS),
    },
    agreements: {
      one: ints(ONE, MOST_AGREEMENTS),
      other: ints(OTHER, MOST_AGREEMENTS),
      turned: ints(TURNED, MOST_AGREEMENTS),
      apart: floats(APART, MOST_AGREEMENTS),
      along: floats(ALONG, MOST_AGREEMENTS),
      across: floats(ACROSS, MOST_AGREEMENTS),
    },
    find(a, b, wanted) {
      first = places[0].finger === b || places[1].finger === a ? 1 : 0;
      const left = places[first];
      const right = places[1 - first]!;
      hold(left, a);
      hold(right, b);
      return kernel.find(left.at, a.count, right.at, b.count, wanted);
    },
    findAgreements: (taken, mostTurn, mostApart) => kernel.findAgreements(taken, mostTurn, mostApart),
    overlap({ ax, ay, bx, by, cos, sin, turn }) {
      const left = places[first];
      const right = places[1 - first]!;
      const [m, n] = [left.finger.count, right.finger.count];
      return kernel.overlap(left.at, m, right.at, n, ax, ay, bx, by, cos, sin, turn);
    },
  };
}
