// A finger is put into its place.
import { CYLINDER, FOURS, HIGHEST, LEFTMOST, LOWEST, NEAREST, NEIGHBOURS, RIGHTMOST, WORDS, X, Y } from './layout.as';

/** Makes the `count` cylinders at `place` ready. */
export function hold(place: usize, count: i32): void {
  for (let n = 0; n < count; n += 4) {
    layInFour(place, n, count);
    findNearest(place, n, count);
  }
  findReach(place, count, X, LEFTMOST, RIGHTMOST);
  findReach(place, count, Y, LOWEST, HIGHEST);
}

/** How far a finger is taken to reach beyond its outermost minutiae, in pixels. */
const MARGIN: f64 = 12;

@inline
function findReach(place: usize, count: i32, word: usize, from: usize, to: usize): void {
  let least = i32.MAX_VALUE;
  let most = i32.MIN_VALUE;
  for (let n = 0; n < count; n++) {
    const value = load<i32>(place + CYLINDER * n + 4 * word);
    least = min(least, value);
    most = max(most, value);
  }
  store<f64>(place + from, <f64>least - MARGIN);
  store<f64>(place + to, <f64>most + MARGIN);
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
