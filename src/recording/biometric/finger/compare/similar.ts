/** The pairs of minutiae of two fingers whose surroundings are most alike (Cappelli et al. 2010, local similarity sort). */
import { ANGLE, BIT_WORDS, CELLS, MASK, PLANES, SET_BITS, STRIDE, type FingerCode } from '../cylinder.ts';

/** Minutiae whose directions differ by more than this, in 256ths of a turn (90 degrees), are no pair: nobody lays a finger down further round, and each pair
 * left out is time saved. */
export const MOST_TURN = 64;
export const MOST_PAIRS = 64;
const FEWEST_SHARED_CELLS = Math.ceil(0.6 * CELLS);
const BINS = 1024;

/** Up to `MOST_PAIRS` pairs in the order in which they were found: the first word of each one's cylinder in either finger, and how alike these are, above 0
 * and at most 1. */
export interface Pairs {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly similarity: Float64Array;
}

/** Fills in the most similar pairs, at most `wanted`, and gives how many there are. */
export type FindPairs = (a: FingerCode, b: FingerCode, wanted: number) => number;

/** With working memory of its own; `pairs` is written over by each call. */
export function pairFinder(): { readonly pairs: Pairs; readonly find: FindPairs } {
  let all = pairsOf(4096);
  const pairs = pairsOf(MOST_PAIRS);
  const bins = new Int32Array(BINS + 1);
  return {
    pairs,
    find(a, b, wanted) {
      if (all.similarity.length < a.count * b.count) all = pairsOf(a.count * b.count);
      return takeBest(all, findAll(all, a, b), { pairs, bins, wanted });
    },
  };
}

function pairsOf(most: number): Pairs {
  return { left: new Int32Array(most), right: new Int32Array(most), similarity: new Float64Array(most) };
}

/** Fills in the pairs with a similarity above 0; gives how many. */
function findAll({ similarity, left, right }: Pairs, a: FingerCode, b: FingerCode): number {
  const aw = a.words;
  const bw = b.words;
  const bEnd = b.count * STRIDE;
  let found = 0;
  for (let i = 0; i < a.count * STRIDE; i += STRIDE) {
    const angle = aw[i + ANGLE]!;
    for (let j = 0; j < bEnd; j += STRIDE) {
      // Both are sorted by direction, but the range may go round; a subtraction is cheaper than keeping two windows.
      if (((angle - bw[j + ANGLE]! + MOST_TURN) & 255) > 2 * MOST_TURN) continue;
      const value = cylinderSimilarity(aw, i, bw, j);
      if (value <= 0) continue;
      similarity[found] = value;
      left[found] = i;
      right[found] = j;
      found++;
    }
  }
  return found;
}

interface Taking {
  readonly pairs: Pairs;
  readonly bins: Int32Array;
  readonly wanted: number;
}

/** Copies the `wanted` most similar pairs, in the order in which they were found; gives how many there are. */
function takeBest(all: Pairs, found: number, { pairs, bins, wanted }: Taking): number {
  const { similarity, left, right } = all;
  bins.fill(0);
  for (let n = 0; n < found; n++) bins[(similarity[n]! * BINS) | 0]!++;
  let cut = BINS;
  let above = 0;
  while (cut > 0 && above + bins[cut]! <= wanted) above += bins[cut--]!;
  let atCut = wanted - above;
  let taken = 0;
  for (let n = 0; n < found && taken < wanted; n++) {
    const bin = (similarity[n]! * BINS) | 0;
    if (bin < cut || (bin === cut && atCut-- <= 0)) continue;
    pairs.similarity[taken] = similarity[n]!;
    pairs.left[taken] = left[n]!;
    pairs.right[taken] = right[n]!;
    taken++;
  }
  return taken;
}

/** 1 for the same bits, 0 for nothing in common, over the cells that both fingers cover. */
function cylinderSimilarity(a: Int32Array, i: number, b: Int32Array, j: number): number {
  const a0 = a[i + MASK]!;
  const a1 = a[i + MASK + 1]!;
  const b0 = b[j + MASK]!;
  const b1 = b[j + MASK + 1]!;
  let setA = a[i + SET_BITS]!;
  let setB = b[j + SET_BITS]!;
  if (a0 !== b0 || a1 !== b1) {
    if (bits2(a0 & b0, a1 & b1) < FEWEST_SHARED_CELLS) return 0;
    setA = setUnder(a, i, b0, b1);
    setB = setUnder(b, j, a0, a1);
  }
  if (setA === 0 || setB === 0) return 0;
  // Each code is zero outside its own mask, so what both have set needs no mask.
  const differing = setA + setB - 2 * bitsInCommon(a, i, b, j);
  return 1 - Math.sqrt(differing) / (Math.sqrt(setA) + Math.sqrt(setB));
}

/** How many bits of a code lie in the cells of another's mask. */
function setUnder(words: Int32Array, base: number, m0: number, m1: number): number {
  const p = base + PLANES;
  return (
    bits2(words[p]! & m0, words[p + 1]! & m1) +
    2 * bits2(words[p + 2]! & m0, words[p + 3]! & m1) +
    4 * bits2(words[p + 4]! & m0, words[p + 5]! & m1)
  );
}

/** Set bits of two words. */
function bits2(v: number, w: number): number {
  const a = v - ((v >>> 1) & 0x55555555);
  const b = w - ((w >>> 1) & 0x55555555);
  const nibbles = (a & 0x33333333) + ((a >>> 2) & 0x33333333) + (b & 0x33333333) + ((b >>> 2) & 0x33333333);
  const bytes = (nibbles & 0x0f0f0f0f) + ((nibbles >>> 4) & 0x0f0f0f0f);
  return Math.imul(bytes, 0x01010101) >>> 24;
}

/** Set bits that two codes share: three words at a time, as a nibble holds their sum. */
function bitsInCommon(a: Int32Array, i: number, b: Int32Array, j: number): number {
  let bytes = 0;
  for (let n = 0; n < BIT_WORDS - 1; n += 3) {
    let u = a[i + n]! & b[j + n]!;
    let v = a[i + n + 1]! & b[j + n + 1]!;
    let w = a[i + n + 2]! & b[j + n + 2]!;
    u -= (u >>> 1) & 0x55555555;
    v -= (v >>> 1) & 0x55555555;
    w -= (w >>> 1) & 0x55555555;
    const nibbles =
      (u & 0x33333333) +
      ((u >>> 2) & 0x33333333) +
      (v & 0x33333333) +
      ((v >>> 2) & 0x33333333) +
      (w & 0x33333333) +
      ((w >>> 2) & 0x33333333);
    bytes += (nibbles & 0x0f0f0f0f) + ((nibbles >>> 4) & 0x0f0f0f0f);
  }
  let last = a[i + BIT_WORDS - 1]! & b[j + BIT_WORDS - 1]!;
  last -= (last >>> 1) & 0x55555555;
  last = (last & 0x33333333) + ((last >>> 2) & 0x33333333);
  bytes += (last & 0x0f0f0f0f) + ((last >>> 4) & 0x0f0f0f0f);
  const halves = (bytes & 0x00ff00ff) + ((bytes >>> 8) & 0x00ff00ff);
  return (halves & 0xffff) + (halves >>> 16);
}
