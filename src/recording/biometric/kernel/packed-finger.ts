/**
 * A finger's cylinders as kernels read them: four at a time, word by word, so that one instruction works on four. 13 words a cylinder instead of
 * `STRIDE`: ten of bits, whose unused last byte holds the direction; two of the mask, whose unused 12 bits hold how many bits are set; one of the place.
 * Always holds: what is unpacked compares as what was packed, for fingers up to 65,535 pixels wide and high; places are counted from the finger's own corner.
 */
import { ANGLE, BIT_WORDS, MASK, PLANES, SET_BITS, STRIDE, X, Y, type FingerCode } from '../finger/cylinder.ts';

/** Words of four cylinders. */
export const FOUR_WORDS = 52;
const MASK_WORD = 10;
/** Above the second word of the mask: how many bits are set. */
export const SET_WORD = MASK_WORD + 1;
export const SET_SHIFT = 20;
/** Across in the lower half, up in the upper. */
export const PLACE_WORD = 12;
const HIGH_MASK = (1 << SET_SHIFT) - 1;
const ANGLE_SHIFT = 24;
/** Of the last word of bits: its highest byte is the direction. */
export const LAST_BITS = (1 << ANGLE_SHIFT) - 1;
const DIRECTIONS = 6;
const CELLS = 52;

export function packedWords(cylinders: number): number {
  return Math.ceil(cylinders / 4) * FOUR_WORDS;
}

/** Writes `packedWords(code.count)` words at `at`; those of the last four that are no cylinder stay as they are: zero. */
export function packFinger({ count, words }: FingerCode, into: Int32Array, at: number): void {
  const corner = { x: least(words, X), y: least(words, Y) };
  for (let n = 0; n < count; n++) {
    const from = n * STRIDE;
    const to = at + FOUR_WORDS * (n >> 2) + (n & 3);
    for (let w = 0; w < BIT_WORDS; w++) into[to + 4 * w] = words[from + w]!;
    into[to + 4 * (BIT_WORDS - 1)]! |= words[from + ANGLE]! << ANGLE_SHIFT;
    into[to + 4 * MASK_WORD] = words[from + MASK]!;
    into[to + 4 * SET_WORD] = words[from + MASK + 1]! | (words[from + SET_BITS]! << SET_SHIFT);
    const x = Math.min(0xffff, words[from + X]! - corner.x);
    const y = Math.min(0xffff, words[from + Y]! - corner.y);
    into[to + 4 * PLACE_WORD] = x | (y << 16);
  }
}

function least(words: Int32Array, what: number): number {
  let found = Infinity;
  for (let at = what; at < words.length; at += STRIDE) found = Math.min(found, words[at]!);
  return found;
}

/** Unpacks `count` cylinders into the front of `scratch`, which is part of what is given: it holds until the next finger. */
export function unpackFinger(packed: Int32Array, at: number, count: number, scratch: Int32Array): FingerCode {
  for (let n = 0; n < count; n++) {
    const from = at + FOUR_WORDS * (n >> 2) + (n & 3);
    const to = n * STRIDE;
    for (let w = 0; w < BIT_WORDS; w++) scratch[to + w] = packed[from + 4 * w]!;
    const last = packed[from + 4 * (BIT_WORDS - 1)]!;
    scratch[to + BIT_WORDS - 1] = last & LAST_BITS;
    scratch[to + ANGLE] = last >>> ANGLE_SHIFT;
    const mask = packed[from + 4 * SET_WORD]!;
    scratch[to + MASK] = packed[from + 4 * MASK_WORD]!;
    scratch[to + MASK + 1] = mask & HIGH_MASK;
    scratch[to + SET_BITS] = mask >>> SET_SHIFT;
    const place = packed[from + 4 * PLACE_WORD]!;
    scratch[to + X] = place & 0xffff;
    scratch[to + Y] = place >>> 16;
    writePlanes(scratch, to);
  }
  return { count, words: scratch.subarray(0, count * STRIDE) };
}

/** How many of each cell's six bits are set: six words added bit by bit, for the first 32 cells and for the other 20. */
function writePlanes(words: Int32Array, base: number): void {
  for (let half = 0; half < 2; half++) {
    const cells = half === 0 ? -1 : HIGH_MASK;
    const d0 = slice(words, base, 32 * half) & cells;
    const d1 = slice(words, base, CELLS + 32 * half) & cells;
    const d2 = slice(words, base, 2 * CELLS + 32 * half) & cells;
    const d3 = slice(words, base, 3 * CELLS + 32 * half) & cells;
    const d4 = slice(words, base, 4 * CELLS + 32 * half) & cells;
    const d5 = slice(words, base, (DIRECTIONS - 1) * CELLS + 32 * half) & cells;
    const ones1 = d0 ^ d1 ^ d2;
    const ones2 = d3 ^ d4 ^ d5;
    const twos1 = (d0 & d1) | (d2 & (d0 ^ d1));
    const twos2 = (d3 & d4) | (d5 & (d3 ^ d4));
    const twos3 = ones1 & ones2;
    words[base + PLANES + half] = ones1 ^ ones2;
    words[base + PLANES + 2 + half] = twos1 ^ twos2 ^ twos3;
    words[base + PLANES + 4 + half] = (twos1 & twos2) | (twos3 & (twos1 ^ twos2));
  }
}

/** 32 bits from bit `bit` on; beyond the last word of bits they mean nothing. */
function slice(words: Int32Array, base: number, bit: number): number {
  const at = base + (bit >> 5);
  const shift = bit & 31;
  return shift === 0 ? words[at]! : (words[at]! >>> shift) | (words[at + 1]! << (32 - shift));
}
