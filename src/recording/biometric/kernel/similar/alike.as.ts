// Bits of one cylinder and of four others, counted.
import { BIT_WORDS, PLANES } from './layout.as';

/** How many bits of the cylinder at `one` lie in the cells of each of four masks. */
@inline
export function underTheirs(one: usize, lows: v128, highs: v128): v128 {
  const at = one + 4 * PLANES;
  const ones = ofPlane(v128.and(v128.load32_splat(at), lows), v128.and(v128.load32_splat(at, 4), highs));
  const twos = ofPlane(v128.and(v128.load32_splat(at, 8), lows), v128.and(v128.load32_splat(at, 12), highs));
  const fours = ofPlane(v128.and(v128.load32_splat(at, 16), lows), v128.and(v128.load32_splat(at, 20), highs));
  return weighed(ones, twos, fours);
}

/** How many bits of each of four cylinders lie in the cells of one mask. */
@inline
export function theirsUnder(four: usize, low: i32, high: i32): v128 {
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
export function inCommon(one: usize, four: usize): v128 {
  let bytes = i8x16.popcnt(both(one, four, 0));
  for (let word: usize = 1; word < BIT_WORDS; word++) bytes = i8x16.add(bytes, i8x16.popcnt(both(one, four, word)));
  return sums(bytes);
}

@inline
function both(one: usize, four: usize, word: usize): v128 {
  return v128.and(v128.load32_splat(one + 4 * word), v128.load(four + 16 * word));
}
