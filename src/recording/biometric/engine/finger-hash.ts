/**
 * What a cylinder is found again by: in each table the first three of its set bits, in an order of bits that is the table's own (Broder, "On the resemblance and
 * containment of documents", 1997), so that two cylinders have the same key the more often, the larger the share of bits that they have in common.
 * Always holds: the same cylinder gives the same keys, in every process.
 */
import { BIT_WORDS, CELLS } from '../finger/cylinder.ts';
import { FOUR_WORDS, LAST_BITS, PLACE_WORD, SET_SHIFT, SET_WORD } from '../kernel/packed-finger.ts';

export const TABLES = 16;
/**
 * With four a probe meets a quarter of the entries, and fewer mates of two public sets are lost, but more of the simulated ones: 95 of 100
 * stand in the best 1.3 % of 10,000 instead of the best 0.13 %.
 */
const FIRST_SET = 3;

/** A finger, hashed. */
export interface HashedFinger {
  readonly cylinders: number;
  /** For each cylinder and table a number whose highest bits are the bucket's. */
  readonly keys: Uint32Array;
  /** In 16ths of a turn. */
  readonly directions: Uint8Array;
  /** In cells of 32 pixels from the finger's middle: across in the upper four bits, up in the lower. */
  readonly places: Uint8Array;
}

const CODE_BITS = 6 * CELLS;
/** As many as at a first look. */
const LOOKED_AT = 32;
const CELL = 32;
const SEED = 0x4d4343;
const ORDERS = ordersOf();

/** The buckets, directions and places of a packed finger's cylinders. */
export function hashFinger(words: Int32Array, at: number, cylinders: number): HashedFinger {
  const keys = new Uint32Array(cylinders * TABLES);
  const directions = new Uint8Array(cylinders);
  const bits = new Uint8Array(CODE_BITS);
  for (let n = 0; n < cylinders; n++) {
    const from = at + FOUR_WORDS * (n >> 2) + (n & 3);
    // The byte behind the last bits.
    directions[n] = words[from + 4 * (BIT_WORDS - 1)]! >>> 28;
    spread(words, from, bits);
    for (let table = 0; table < TABLES; table++) keys[n * TABLES + table] = keyOf(bits, table * CODE_BITS);
  }
  return { cylinders, keys, directions, places: placesOf(words, at, cylinders) };
}

/** Of a probe's finger the cylinders that say most: a quarter fewer votes to count, and of 4,000 hands of two public sets the best tenth lost two more. */
export function hashProbe(words: Int32Array, at: number, cylinders: number): HashedFinger {
  const { keys, directions, places } = hashFinger(words, at, cylinders);
  const setBits = (n: number) => words[at + FOUR_WORDS * (n >> 2) + 4 * SET_WORD + (n & 3)]! >>> SET_SHIFT;
  const richest = Array.from({ length: cylinders }, (_, n) => n)
    .toSorted((a, b) => setBits(b) - setBits(a) || a - b)
    .slice(0, LOOKED_AT);
  return {
    cylinders: richest.length,
    keys: Uint32Array.from(richest.flatMap((n) => [...keys.subarray(n * TABLES, (n + 1) * TABLES)])),
    directions: Uint8Array.from(richest, (n) => directions[n]!),
    places: Uint8Array.from(richest, (n) => places[n]!),
  };
}

/** The bits of a packed cylinder, one a byte. */
function spread(words: Int32Array, from: number, bits: Uint8Array): void {
  bits.fill(0);
  for (let w = 0; w < BIT_WORDS; w++) {
    let left = words[from + 4 * w]!;
    if (w === BIT_WORDS - 1) left &= LAST_BITS;
    for (; left !== 0; left &= left - 1) bits[32 * w + 31 - Math.clz32(left & -left)] = 1;
  }
}

/** A number for the first bits that are set, in the order of the table that begins at `base`; fewer where there are no more. */
function keyOf(bits: Uint8Array, base: number): number {
  let key = 0;
  let left = FIRST_SET;
  for (let n = base; n < base + CODE_BITS; n++) {
    const bit = ORDERS[n]!;
    if (bits[bit] === 0) continue;
    key = Math.imul(key ^ bit, 0x9e3779b1) ^ (key >>> 15);
    if (--left === 0) break;
  }
  return Math.imul(key, 0x85ebca6b) >>> 0;
}

function placesOf(words: Int32Array, at: number, cylinders: number): Uint8Array {
  const place = (n: number) => words[at + FOUR_WORDS * (n >> 2) + 4 * PLACE_WORD + (n & 3)]!;
  let [mx, my] = [0, 0];
  for (let n = 0; n < cylinders; n++) {
    mx += (place(n) & 0xffff) / cylinders;
    my += (place(n) >>> 16) / cylinders;
  }
  const cell = (away: number) => Math.max(0, Math.min(15, Math.floor(away / CELL + 8)));
  return Uint8Array.from(
    { length: cylinders },
    (_, n) => (cell((place(n) & 0xffff) - mx) << 4) | cell((place(n) >>> 16) - my),
  );
}

/** For each table an order of all bits, shuffled from one seed. */
function ordersOf(): Uint16Array {
  let state = SEED;
  const below = (bound: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
  const orders = new Uint16Array(TABLES * CODE_BITS);
  for (let table = 0; table < TABLES; table++) {
    const left = Array.from({ length: CODE_BITS }, (_, bit) => bit);
    for (let n = 0; n < CODE_BITS; n++) orders[table * CODE_BITS + n] = left.splice(below(left.length), 1)[0]!;
  }
  return orders;
}
