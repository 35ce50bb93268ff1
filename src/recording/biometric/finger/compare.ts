/**
 * Comparison of two fingers by their cylinder codes: local similarity sort with relaxation (Cappelli et al. 2010, LSS-R). The
 * most similar pairs of minutiae are taken, then each pair's similarity is lowered as far as the other pairs contradict it.
 * Always holds: the score is 0 to 1 and a function of the two codes alone; `compare(a, b)` is `compare(b, a)`.
 */
import { ANGLE, BIT_WORDS, CELLS, MASK, PLANES, SET_BITS, STRIDE, X, Y, type FingerCode } from './cylinder.ts';

/** Minutiae whose directions differ by more than this, in 256ths of a turn (about 45 degrees), are no pair: a station shows
 * the finger upright, and each pair left out is time saved. */
export const MOST_TURN = 32;
const FEWEST_SHARED_CELLS = Math.ceil(0.6 * CELLS);
const ROUNDS = 5;
const KEPT = 0.5;
/** What two pairs may differ in: distance in pixels, relative direction and bearing in 256ths; beyond, they contradict. */
const DISTANCE = { middle: 5, slope: -1.6, most: 10 };
const TURN = { middle: 256 / 24, slope: (-30 * 2 * Math.PI) / 256, most: 22 };
const BINS = 1024;
const MOST_PAIRS = 64;

export type CompareFingers = (a: FingerCode, b: FingerCode) => number;

/** A comparison with its own working memory: one for each thread. */
export function fingerComparer(): CompareFingers {
  const work = workspace();
  return (a, b) => {
    const [first, second] = inOrder(a, b);
    const least = Math.min(first.count, second.count);
    if (least < 2) return 0;
    const similar = findSimilar(work, first, second);
    const taken = takeBest(work, similar, Math.min(least, MOST_PAIRS));
    if (taken < 2) return 0;
    relax(work, taken, [first, second], Math.min(least, MOST_PAIRS));
    return scoreOf(work, taken, pairsThatCount(least));
  };
}

interface Workspace {
  /** All pairs of minutiae that are similar at all, then the best of them. */
  similarity: Float64Array;
  left: Int32Array;
  right: Int32Array;
  readonly bins: Int32Array;
  readonly best: Int32Array;
  /** The best pairs' similarity before and after each round. */
  readonly before: Float64Array;
  readonly now: Float64Array;
  readonly next: Float64Array;
  /** Pairs of pairs that agree. */
  readonly one: Int32Array;
  readonly other: Int32Array;
  readonly agreement: Float64Array;
}

function workspace(): Workspace {
  const agreeing = (MOST_PAIRS * (MOST_PAIRS - 1)) / 2;
  return {
    similarity: new Float64Array(4096),
    left: new Int32Array(4096),
    right: new Int32Array(4096),
    bins: new Int32Array(BINS + 1),
    best: new Int32Array(MOST_PAIRS),
    before: new Float64Array(MOST_PAIRS),
    now: new Float64Array(MOST_PAIRS),
    next: new Float64Array(MOST_PAIRS),
    one: new Int32Array(agreeing),
    other: new Int32Array(agreeing),
    agreement: new Float64Array(agreeing),
  };
}

/** Sums of floating numbers depend on their order, so the two are always taken in the same one. */
function inOrder(a: FingerCode, b: FingerCode): readonly [FingerCode, FingerCode] {
  if (a.count !== b.count) return a.count < b.count ? [a, b] : [b, a];
  for (let n = 0; n < a.words.length; n++) {
    if (a.words[n] !== b.words[n]) return a.words[n]! < b.words[n]! ? [a, b] : [b, a];
  }
  return [a, b];
}

/** Fills in the pairs of minutiae with a similarity above 0; gives how many. */
function findSimilar(work: Workspace, a: FingerCode, b: FingerCode): number {
  const aw = a.words;
  const bw = b.words;
  const bEnd = b.count * STRIDE;
  let found = 0;
  if (work.similarity.length < a.count * b.count) grow(work, a.count * b.count);
  const { similarity, left, right } = work;
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

function grow(work: Workspace, pairs: number): void {
  work.similarity = new Float64Array(pairs);
  work.left = new Int32Array(pairs);
  work.right = new Int32Array(pairs);
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

/** Takes the `wanted` most similar pairs, in the order in which they were found; gives how many there are. */
function takeBest(work: Workspace, found: number, wanted: number): number {
  const { bins, similarity, best, before, now } = work;
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
    before[taken] = now[taken] = similarity[n]!;
    best[taken++] = n;
  }
  return taken;
}

/** Lowers each pair's similarity as far as the others contradict it. */
function relax(work: Workspace, taken: number, fingers: readonly [FingerCode, FingerCode], wanted: number): void {
  const { now, next, one, other, agreement } = work;
  const agreeing = findAgreeing(work, taken, fingers);
  const share = (1 - KEPT) / (wanted - 1);
  for (let round = 0; round < ROUNDS; round++) {
    for (let t = 0; t < taken; t++) next[t] = 0;
    for (let n = 0; n < agreeing; n++) {
      const t = one[n]!;
      const k = other[n]!;
      const weight = agreement[n]!;
      next[t]! += weight * now[k]!;
      next[k]! += weight * now[t]!;
    }
    for (let t = 0; t < taken; t++) now[t] = KEPT * now[t]! + share * next[t]!;
  }
}

/** Pairs of pairs that keep distance, relative direction and bearing in both fingers; gives how many. */
function findAgreeing(work: Workspace, taken: number, [a, b]: readonly [FingerCode, FingerCode]): number {
  const { best, left, right, one, other, agreement } = work;
  const aw = a.words;
  const bw = b.words;
  let found = 0;
  for (let t = 1; t < taken; t++) {
    const at = left[best[t]!]!;
    const bt = right[best[t]!]!;
    const turnT = (aw[at + ANGLE]! - bw[bt + ANGLE]!) | 0;
    for (let k = 0; k < t; k++) {
      const ak = left[best[k]!]!;
      const bk = right[best[k]!]!;
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
      agreement[found++] = soft(distance, DISTANCE) * soft(turn, TURN) * soft(away, TURN);
    }
  }
  return found;
}

/** By how much the way from one minutia to the other is turned between the fingers, in 256ths. */
function bearingTurn(ax: number, ay: number, bx: number, by: number): number {
  return Math.atan2(bx * ay - by * ax, ax * bx + ay * by) * (128 / Math.PI);
}

/** A difference of angles in 256ths, 0 to 128. */
function turnOff(difference: number): number {
  return Math.abs(difference - 256 * Math.round(difference / 256));
}

function soft(value: number, { middle, slope }: { middle: number; slope: number }): number {
  return 1 / (1 + Math.exp(-slope * (value - middle)));
}

/** How many pairs decide: 4 of small fingers, up to 12 of rich ones. */
function pairsThatCount(least: number): number {
  return 4 + Math.round(8 / (1 + Math.exp(-0.4 * (least - 20))));
}

/** The mean of those pairs that the others contradicted least. */
function scoreOf(work: Workspace, taken: number, wanted: number): number {
  const { before, now, next } = work;
  for (let t = 0; t < taken; t++) next[t] = now[t]! / before[t]!;
  const count = Math.min(wanted, taken);
  let sum = 0;
  for (let n = 0; n < count; n++) {
    let most = 0;
    for (let t = 1; t < taken; t++) if (next[t]! > next[most]!) most = t;
    sum += now[most]!;
    next[most] = -1;
  }
  return sum / wanted;
}
