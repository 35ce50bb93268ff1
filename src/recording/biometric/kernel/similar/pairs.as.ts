// The pairs of minutiae of two fingers whose surroundings are most alike.
import { inCommon, theirsUnder, underTheirs } from './alike.as';
import {
  ALL_HIGH, ALL_LOW, ANGLE, BINS, CYLINDER, DIFFERING, FOURS, LEFT, LEFT_X, LEFT_Y, LIKELY_LEFT, LIKELY_RIGHT, LIKELY_SIMILARITY, MASK, ONE_SET, OTHER_SET,
  RIGHT, RIGHT_X, RIGHT_Y, SET_BITS, SIMILARITY, SLACK, TURN, WORDS, X, Y,
} from './layout.as';

/** Minutiae whose directions differ by more than a quarter turn are no pair: nobody lays a finger down further round. */
const MOST_TURN: i32 = 64;
/** Similarities are sorted by so many parts. */
const PARTS: f64 = 1024;

/** How many of the likely pairs there are, and how many in each 1024th of similarity. */
let likely: i32 = 0;
/** The 1024th in which the worst of the best lies, as far as they are known, and how many pairs lie there or above. */
let cut: i32 = 0;
let inOrAbove: i32 = 0;

/**
 * Finds the `wanted` most similar pairs of the fingers at the places `left` and `right`, at most 64 of at most 64 by 64, in the order of the left and then of the right
 * finger's minutiae; of those as similar as the last the first. Gives how many there are: only such with a similarity above 0.
 */
export function find(left: usize, leftCount: i32, right: usize, rightCount: i32, wanted: i32): i32 {
  memory.fill(BINS, 0, 4 * (<usize>PARTS + 1));
  likely = cut = inOrAbove = 0;
  for (let i = 0; i < leftCount; i++) {
    holdAgainst(left + CYLINDER * i, i, right + FOURS, rightCount);
    raiseCut(wanted);
  }
  return takeBest(wanted, left, right);
}

/** Whatever lies below the cut cannot be among the best any more. */
@inline
function raiseCut(wanted: i32): void {
  while (inOrAbove - inBin(cut) >= wanted) inOrAbove -= inBin(cut++);
}

@inline
function inBin(bin: i32): i32 {
  return load<i32>(BINS + 4 * bin);
}

/** Holds the cylinder at `one`, the left finger's number `i`, against all of the right finger. Any two have enough cells in common: each has 42 of 52 at least. */
@inline
function holdAgainst(one: usize, i: i32, fours: usize, count: i32): void {
  const angle = i32x4.splat(load<i32>(one + 4 * ANGLE) + MOST_TURN);
  const low = load<i32>(one + 4 * MASK);
  const high = load<i32>(one + 4 * MASK + 4);
  const isWhole = low === ALL_LOW && high === ALL_HIGH;
  const set = v128.load32_splat(one + 4 * SET_BITS);
  const floor = f32x4.splat(<f32>cut / <f32>PARTS - SLACK);
  for (let j = 0; j < count; j += 4) {
    const four = fours + CYLINDER * j;
    const turn = v128.and(i32x4.sub(angle, v128.load(four + 16 * ANGLE)), i32x4.splat(255));
    const near = i32x4.le_u(turn, i32x4.splat(2 * MOST_TURN));
    if (!v128.any_true(near)) continue;
    const lows = v128.load(four + 16 * MASK);
    const highs = v128.load(four + 16 * MASK + 16);
    let oneSet = set;
    let otherSet = v128.load(four + 16 * SET_BITS);
    if (!i32x4.all_true(v128.and(i32x4.eq(lows, i32x4.splat(low)), i32x4.eq(highs, i32x4.splat(high))))) {
      oneSet = underTheirs(one, lows, highs);
      if (!isWhole) otherSet = theirsUnder(four, low, high);
    }
    // Each code is zero outside its own mask, so what both have set needs no mask.
    const common = inCommon(one, four);
    const differing = i32x4.sub(i32x4.add(oneSet, otherSet), i32x4.add(common, common));
    const roots = f32x4.add(rootsOf(oneSet), rootsOf(otherSet));
    const similarity = f32x4.sub(f32x4.splat(1), f32x4.div(rootsOf(differing), roots));
    const lanes = i32x4.bitmask(v128.and(near, f32x4.ge(similarity, floor)));
    if (lanes === 0) continue;
    v128.store(ONE_SET, oneSet);
    v128.store(OTHER_SET, otherSet);
    v128.store(DIFFERING, differing);
    for (let rest = lanes; rest !== 0; rest &= rest - 1) keep(i, j, ctz(rest));
  }
}

@inline
function rootsOf(counts: v128): v128 {
  return f32x4.sqrt(f32x4.convert_i32x4_s(counts));
}

/** Takes a pair into the likely ones, unless double precision finds it below the cut or like nothing. */
@inline
function keep(i: i32, j: i32, lane: i32): void {
  const roots = sqrt(count(ONE_SET, lane)) + sqrt(count(OTHER_SET, lane));
  const similarity = 1 - sqrt(count(DIFFERING, lane)) / roots;
  // Two empty cylinders have no similarity at all, not even 0.
  if (!(similarity > 0)) return;
  const bin = binOf(similarity);
  if (bin < cut) return;
  store<i32>(BINS + 4 * bin, inBin(bin) + 1);
  inOrAbove++;
  store<f64>(LIKELY_SIMILARITY + 8 * likely, similarity);
  store<i32>(LIKELY_LEFT + 4 * likely, i * WORDS);
  store<i32>(LIKELY_RIGHT + 4 * likely, (j + lane) * WORDS);
  likely++;
}

@inline
function count(counts: usize, lane: i32): f64 {
  return <f64>load<i32>(counts + 4 * lane);
}

@inline
function binOf(similarity: f64): i32 {
  return <i32>(similarity * PARTS);
}

/** Copies the best of the likely pairs, and where their minutiae lie; of those in the bin of the cut the first. */
function takeBest(wanted: i32, left: usize, right: usize): i32 {
  let atCut = wanted - (inOrAbove - inBin(cut));
  let taken = 0;
  for (let n = 0; n < likely; n++) {
    const similarity = load<f64>(LIKELY_SIMILARITY + 8 * n);
    const bin = binOf(similarity);
    if (bin < cut || (bin === cut && atCut-- <= 0)) continue;
    const i = load<i32>(LIKELY_LEFT + 4 * n);
    const j = load<i32>(LIKELY_RIGHT + 4 * n);
    const one = left + 4 * i;
    const other = right + 4 * j;
    store<f64>(SIMILARITY + 8 * taken, similarity);
    store<i32>(LEFT + 4 * taken, i);
    store<i32>(RIGHT + 4 * taken, j);
    store<i32>(TURN + 4 * taken, load<i32>(one + 4 * ANGLE) - load<i32>(other + 4 * ANGLE));
    store<i32>(LEFT_X + 4 * taken, load<i32>(one + 4 * X));
    store<i32>(LEFT_Y + 4 * taken, load<i32>(one + 4 * Y));
    store<i32>(RIGHT_X + 4 * taken, load<i32>(other + 4 * X));
    store<i32>(RIGHT_Y + 4 * taken, load<i32>(other + 4 * Y));
    taken++;
  }
  return taken;
}
