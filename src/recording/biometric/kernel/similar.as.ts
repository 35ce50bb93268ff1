// AssemblyScript, compiled by `node dev/kernels.ts` to `similar.wasm`; `similar.ts` says what is what.
// The pairs of minutiae of two fingers whose surroundings are most alike (Cappelli, Ferrara, Maltoni, IEEE TPAMI 32 (2010), local similarity sort). Four cylinders of the right
// finger are held at a time against one of the left. Then which of these pairs agree with one another. Single precision says what may be so; double precision decides, and is what is told.

/** As in `cylinder.ts`, in bytes: the words of one cylinder, its bits, the planes that count them cell by cell, mask, set bits, direction. */
const CYLINDER: usize = 88;
const WORDS: i32 = 22;
const BIT_WORDS: usize = 10;
const PLANES: usize = 10;
const MASK: usize = 16;
const SET_BITS: usize = 18;
const X: usize = 19;
const Y: usize = 20;
const ANGLE: usize = 21;
/** A mask of all 52 cells. */
const ALL_LOW: i32 = -1;
const ALL_HIGH: i32 = 0xfffff;

// A place that a finger is held in has its cylinders one after the other; then four by four, word by word, one from each; then the nearest neighbours of each minutia.
const MOST: usize = 64;
const FOURS: usize = MOST * CYLINDER;
const FOUR: usize = 4 * CYLINDER;
const NEAREST: usize = 2 * FOURS;
const NEIGHBOURS: i32 = 9;

// What lies where in memory, in bytes; `similar.ts` knows what is told of pairs and of agreements, and where places of fingers begin.
const SIMILARITY: usize = 1024;
const LEFT: usize = SIMILARITY + 8 * MOST;
const RIGHT: usize = LEFT + 4 * MOST;
const TURN: usize = RIGHT + 4 * MOST;
/** Where the minutiae of the pairs lie: the left finger's, then the right one's. */
const ROW: usize = 4 * MOST;
const LEFT_X: usize = TURN + ROW;
const LEFT_Y: usize = LEFT_X + ROW;
const RIGHT_X: usize = LEFT_Y + ROW;
const RIGHT_Y: usize = RIGHT_X + ROW;
const ONE_SET: usize = RIGHT_Y + ROW;
const OTHER_SET: usize = ONE_SET + 16;
const DIFFERING: usize = OTHER_SET + 16;
const BINS: usize = 4096;
/** Of each 256th of a turn, cosine and sine. */
const DIRECTIONS: usize = 8448;
const MOST_AGREEMENTS: usize = (MOST * (MOST - 1)) / 2;
const APART: usize = 16_384;
const ALONG: usize = APART + 8 * MOST_AGREEMENTS;
const ACROSS: usize = ALONG + 8 * MOST_AGREEMENTS;
const ONE: usize = ACROSS + 8 * MOST_AGREEMENTS;
const OTHER: usize = ONE + 4 * MOST_AGREEMENTS;
const TURNED: usize = OTHER + 4 * MOST_AGREEMENTS;
const LIKELY_SIMILARITY: usize = 98_304;
const LIKELY_LEFT: usize = LIKELY_SIMILARITY + 8 * MOST * MOST;
const LIKELY_RIGHT: usize = LIKELY_LEFT + 4 * MOST * MOST;

/** Minutiae whose directions differ by more than a quarter turn are no pair: nobody lays a finger down further round. */
const MOST_TURN: i32 = 64;
/** Similarities are sorted by so many parts. */
const PARTS: f64 = 1024;
/** More than single precision is off by. */
const SLACK: f32 = 1e-6;
/** More than double precision is off by. */
const HAIR: f64 = 1 + 1e-9;

/** Makes the `count` cylinders at `place` ready. */
export function hold(place: usize, count: i32): void {
  for (let n = 0; n < count; n += 4) {
    layInFour(place, n, count);
    findNearest(place, n, count);
  }
}

/** Cylinders beyond the last have no bit set. */
@inline
function layInFour(place: usize, first: i32, count: i32): void {
  for (let n = first; n < first + 4; n++) {
    const from = place + CYLINDER * n;
    const to = place + FOURS + CYLINDER * first + 4 * (n & 3);
    for (let word = 0; word < WORDS; word++) store<i32>(to + 16 * word, n < count ? load<i32>(from + 4 * word) : 0);
  }
}

/** As a place in a key: the square of a distance and the number of the minutia that lies there. */
const NUMBER: i32 = 63;
const NOBODY: i32 = i32.MAX_VALUE;
/** What lies further along or across lies as far as this: so that a key fits 32 bits. */
const FURTHEST: i32 = 4095;

/** Finds the nearest neighbours of four minutiae, each one's the nearest first, and of equally near ones the first. */
@inline
function findNearest(place: usize, first: i32, count: i32): void {
  const four = place + FOURS + CYLINDER * first;
  const numbers = i32x4.add(i32x4(0, 1, 2, 3), i32x4.splat(first));
  let a = i32x4.splat(NOBODY);
  let b = a;
  let c = a;
  let d = a;
  let e = a;
  let f = a;
  let g = a;
  let h = a;
  let i = a;
  for (let n = 0; n < count; n++) {
    const one = place + CYLINDER * n;
    const x = along(v128.load(four + 16 * X), v128.load32_splat(one + 4 * X));
    const y = along(v128.load(four + 16 * Y), v128.load32_splat(one + 4 * Y));
    const square = i32x4.add(i32x4.mul(x, x), i32x4.mul(y, y));
    const own = i32x4.eq(numbers, i32x4.splat(n));
    let key = v128.bitselect(i32x4.splat(NOBODY), v128.or(i32x4.shl(square, 6), i32x4.splat(n)), own);
    // Each place keeps the nearer one and hands the other on.
    let further = i32x4.max_s(a, key);
    a = i32x4.min_s(a, key);
    key = i32x4.max_s(b, further);
    b = i32x4.min_s(b, further);
    further = i32x4.max_s(c, key);
    c = i32x4.min_s(c, key);
    key = i32x4.max_s(d, further);
    d = i32x4.min_s(d, further);
    further = i32x4.max_s(e, key);
    e = i32x4.min_s(e, key);
    key = i32x4.max_s(f, further);
    f = i32x4.min_s(f, further);
    further = i32x4.max_s(g, key);
    g = i32x4.min_s(g, key);
    key = i32x4.max_s(h, further);
    h = i32x4.min_s(h, further);
    i = i32x4.min_s(i, key);
  }
  const to = place + NEAREST + 4 * NEIGHBOURS * first;
  storeNumbers(to, a);
  storeNumbers(to + 4, b);
  storeNumbers(to + 8, c);
  storeNumbers(to + 12, d);
  storeNumbers(to + 16, e);
  storeNumbers(to + 20, f);
  storeNumbers(to + 24, g);
  storeNumbers(to + 28, h);
  storeNumbers(to + 32, i);
}

@inline
function along(ones: v128, others: v128): v128 {
  return i32x4.min_s(i32x4.abs(i32x4.sub(ones, others)), i32x4.splat(FURTHEST));
}

/** Of each of four minutiae the number of one neighbour. */
@inline
function storeNumbers(to: usize, keys: v128): void {
  const numbers = v128.and(keys, i32x4.splat(NUMBER));
  store<i32>(to, i32x4.extract_lane(numbers, 0));
  store<i32>(to + 4 * NEIGHBOURS, i32x4.extract_lane(numbers, 1));
  store<i32>(to + 8 * NEIGHBOURS, i32x4.extract_lane(numbers, 2));
  store<i32>(to + 12 * NEIGHBOURS, i32x4.extract_lane(numbers, 3));
}

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

let agreements: i32 = 0;
/** What two pairs may differ in: pixels, and the tangent of a turn. */
let mostApart: f64 = 0;
let steepest: f64 = 0;

/**
 * Finds, of the first `taken` pairs that `find` found, each two that agree: turned alike to `mostTurn` 256ths, less than a quarter; equally far from one another in both fingers
 * to `apart` pixels; and the way from one to the other turned as the other is, to `mostTurn` and a hair. Each pair in turn with those before it; gives how many there are.
 */
export function findAgreements(taken: i32, mostTurn: i32, apart: f64): i32 {
  agreements = 0;
  mostApart = apart;
  steepest = (sinOf(mostTurn) / cosOf(mostTurn)) * HAIR;
  for (let one = 1; one < taken; one++) {
    const turn = i32x4.splat(load<i32>(TURN + 4 * one) + mostTurn);
    for (let other = 0; other < one; other += 4) {
      const turned = v128.and(i32x4.sub(turn, v128.load(TURN + 4 * other)), i32x4.splat(255));
      const before = i32x4.lt_s(i32x4.add(i32x4(0, 1, 2, 3), i32x4.splat(other)), i32x4.splat(one));
      const left = distances(LEFT_X, one, other);
      const right = distances(RIGHT_X, one, other);
      const most = f32x4.add(f32x4.splat(<f32>apart), f32x4.mul(f32x4.splat(SLACK), f32x4.add(left, right)));
      const alike = v128.and(i32x4.le_u(turned, i32x4.splat(2 * mostTurn)), f32x4.le(f32x4.abs(f32x4.sub(left, right)), most));
      for (let rest = i32x4.bitmask(v128.and(before, alike)); rest !== 0; rest &= rest - 1) keepAgreement(one, other + ctz(rest));
    }
  }
  return agreements;
}

@inline
function cosOf(angle: i32): f64 {
  return load<f64>(DIRECTIONS + 16 * (angle & 255));
}

@inline
function sinOf(angle: i32): f64 {
  return load<f64>(DIRECTIONS + 8 + 16 * (angle & 255));
}

/** How far a pair's minutia lies from those of four others in one finger. */
@inline
function distances(places: usize, one: i32, four: i32): v128 {
  const x = f32x4.convert_i32x4_s(i32x4.sub(v128.load(places + 4 * four), v128.load32_splat(places + 4 * one)));
  const y = f32x4.convert_i32x4_s(i32x4.sub(v128.load(places + ROW + 4 * four), v128.load32_splat(places + ROW + 4 * one)));
  return f32x4.sqrt(f32x4.add(f32x4.mul(x, x), f32x4.mul(y, y)));
}

/** Takes two pairs into the agreements, unless double precision finds them further apart or the way between them turned otherwise. */
@inline
function keepAgreement(one: i32, other: i32): void {
  const ax = from(LEFT_X, one, other);
  const ay = from(LEFT_Y, one, other);
  const bx = from(RIGHT_X, one, other);
  const by = from(RIGHT_Y, one, other);
  const apart = abs(sqrt(ax * ax + ay * ay) - sqrt(bx * bx + by * by));
  if (apart > mostApart) return;
  const turn = load<i32>(TURN + 4 * other);
  const dot = ax * bx + ay * by;
  const cross = bx * ay - by * ax;
  // One minutia cannot be two: between pairs that share one there is no way.
  if (dot === 0 && cross === 0) return;
  const along = dot * cosOf(turn) + cross * sinOf(turn);
  const across = cross * cosOf(turn) - dot * sinOf(turn);
  if (abs(across) > along * steepest) return;
  store<i32>(ONE + 4 * agreements, one);
  store<i32>(OTHER + 4 * agreements, other);
  store<i32>(TURNED + 4 * agreements, <i32>(<i8>(load<i32>(TURN + 4 * one) - turn)));
  store<f64>(APART + 8 * agreements, apart);
  store<f64>(ALONG + 8 * agreements, along);
  store<f64>(ACROSS + 8 * agreements, across);
  agreements++;
}

@inline
function from(places: usize, one: i32, other: i32): f64 {
  return <f64>(load<i32>(places + 4 * other) - load<i32>(places + 4 * one));
}

/** How many bits of the cylinder at `one` lie in the cells of each of four masks. */
@inline
function underTheirs(one: usize, lows: v128, highs: v128): v128 {
  const at = one + 4 * PLANES;
  const ones = ofPlane(v128.and(v128.load32_splat(at), lows), v128.and(v128.load32_splat(at, 4), highs));
  const twos = ofPlane(v128.and(v128.load32_splat(at, 8), lows), v128.and(v128.load32_splat(at, 12), highs));
  const fours = ofPlane(v128.and(v128.load32_splat(at, 16), lows), v128.and(v128.load32_splat(at, 20), highs));
  return weighed(ones, twos, fours);
}

/** How many bits of each of four cylinders lie in the cells of one mask. */
@inline
function theirsUnder(four: usize, low: i32, high: i32): v128 {
  const at = four + 16 * PLANES;
  const lows = i32x4.splat(low);
  const highs = i32x4.splat(high);
  const ones = ofPlane(v128.and(v128.load(at), lows), v128.and(v128.load(at, 16), highs));
  const twos = ofPlane(v128.and(v128.load(at, 32), lows), v128.and(v128.load(at, 48), highs));
  const fours = ofPlane(v128.and(v128.load(at, 64), lows), v128.and(v128.load(at, 80), highs));
  return weighed(ones, twos, fours);
}

@inline
function ofPlane(low: v128, high: v128): v128 {
  return i8x16.add(i8x16.popcnt(low), i8x16.popcnt(high));
}

/** At most 16 of each a byte, so seven times as many fit. */
@inline
function weighed(ones: v128, twos: v128, fours: v128): v128 {
  const upper = i8x16.add(twos, i8x16.add(fours, fours));
  return sums(i8x16.add(ones, i8x16.add(upper, upper)));
}

@inline
function sums(bytes: v128): v128 {
  return i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(bytes));
}

/** Bits that are set in the cylinder at `one` and in each of four others: at most 80 a byte. */
@inline
function inCommon(one: usize, four: usize): v128 {
  let bytes = i8x16.popcnt(both(one, four, 0));
  for (let word: usize = 1; word < BIT_WORDS; word++) bytes = i8x16.add(bytes, i8x16.popcnt(both(one, four, word)));
  return sums(bytes);
}

@inline
function both(one: usize, four: usize, word: usize): v128 {
  return v128.and(v128.load32_splat(one + 4 * word), v128.load(four + 16 * word));
}
