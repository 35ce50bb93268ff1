/**
 * An index of fingers by locality-sensitive hashing of their cylinders, in the manner of Cappelli, Ferrara and Maltoni, "Fingerprint Indexing Based on Minutia
 * Cylinder-Code", IEEE TPAMI 33 (2011): cylinders that are alike often fall into the same bucket of a table, and a probe's cylinders vote for the fingers
 * that they meet there. The paper names a bucket by a few drawn bits; but only about 36 of our 312 are set, so most drawn bits say nothing. Here each
 * table puts the bits in an order of its own and names a bucket by the first that are set (Broder, "On the resemblance and containment of documents", 1997):
 * two cylinders meet the more often, the larger the share of bits that they have in common. A vote counts only where direction and place can be those of
 * one finger put down twice.
 * Always holds: the same fingers give the same index and the same votes; it ranks, it decides nothing; who has nothing in common with the probe has 0.
 */
import { ANGLE, STRIDE, X, Y, type FingerCode } from '../finger/cylinder.ts';

export interface HashOptions {
  readonly tables: number;
  /** So many of the first bits that are set name a bucket; a cylinder with fewer is in none. */
  readonly firstSet: number;
}

export const HASHING: HashOptions = { tables: 16, firstSet: 3 };

export interface FingerIndex {
  /** For each finger of the gallery how much speaks for it; the array is used again by the next call. */
  votes(probe: FingerCode): Float32Array;
  bytes(): number;
}

const CODE_BITS = 312;
const SEED = 0x4d4343;
const MOST_FINGERS = 1 << 20;
const MOST_HEADS_LOG2 = 22;

/** What an entry says: whose cylinder it is, its direction in 16ths of a turn, its place in cells of 32 pixels from the finger's middle. */
const FINGER_SHIFT = 12;
const DIRECTION_SHIFT = 8;
const X_SHIFT = 4;
/** How far a finger may be turned and shifted between two visits, in those steps. */
const DIRECTION_APART = 1;
const X_APART = 3;
const Y_APART = 4;

/** Fingers as they come, to be put into an index: at most 1,048,576, `cylinders` in all. */
export interface Collected {
  add(code: FingerCode): void;
  index(options?: HashOptions): FingerIndex;
}

export function collectFingers(cylinders: number): Collected {
  const words = new Int32Array(cylinders * 10);
  const entries = new Uint32Array(cylinders);
  const counts: number[] = [];
  let end = 0;
  return {
    add(code) {
      if (counts.length === MOST_FINGERS) throw new RangeError(`an index holds ${MOST_FINGERS} fingers`);
      if (end + code.count > cylinders) throw new RangeError(`an index of ${cylinders} cylinders takes no more`);
      const own = placesOf(code);
      for (let n = 0; n < code.count; n++) {
        for (let w = 0; w < 10; w++) words[(end + n) * 10 + w] = code.words[n * STRIDE + w]!;
        entries[end + n] = (counts.length << FINGER_SHIFT) | own[n]!;
      }
      end += code.count;
      counts.push(code.count);
    },
    index: (options = HASHING) => indexOf({ words, entries: entries.subarray(0, end), counts }, options),
  };
}

interface Cylinders {
  /** Ten a cylinder. */
  readonly words: Int32Array;
  readonly entries: Uint32Array;
  readonly counts: readonly number[];
}

interface Table {
  /** All bits, in this table's order. */
  readonly order: Int32Array;
  /** Where each bucket begins in `entries`, and the end of the last. */
  readonly heads: Uint32Array;
  readonly entries: Uint32Array;
}

function indexOf({ words, entries, counts }: Cylinders, options: HashOptions): FingerIndex {
  const log2 = Math.max(8, Math.min(MOST_HEADS_LOG2, Math.ceil(Math.log2(entries.length + 1))));
  const buckets = new Int32Array(entries.length);
  const tables = ordersOf(options.tables).map((order): Table => {
    const heads = new Uint32Array(2 ** log2 + 1);
    for (let n = 0; n < entries.length; n++) {
      const bucket = bucketOf(words, n * 10, order, options.firstSet, log2);
      buckets[n] = bucket;
      if (bucket >= 0) heads[bucket + 1]! += 1;
    }
    for (let n = 1; n < heads.length; n++) heads[n]! += heads[n - 1]!;
    const sorted = new Uint32Array(heads.at(-1)!);
    const next = heads.slice();
    for (let n = 0; n < entries.length; n++) if (buckets[n]! >= 0) sorted[next[buckets[n]!]!++] = entries[n]!;
    return { order, heads, entries: sorted };
  });
  const size = Float32Array.from(counts, (count) => 1 / Math.sqrt(Math.max(1, count)));
  const votes = new Float32Array(counts.length);
  const met = new Uint8Array(counts.length);
  const touched = new Int32Array(counts.length);
  return {
    votes(probe) {
      votes.fill(0);
      const places = placesOf(probe);
      for (let n = 0; n < probe.count; n++) {
        let many = 0;
        for (const { order, heads, entries: sorted } of tables) {
          const bucket = bucketOf(probe.words, n * STRIDE, order, options.firstSet, log2);
          if (bucket < 0) continue;
          const end = heads[bucket + 1]!;
          for (let at = heads[bucket]!; at < end; at++) {
            const entry = sorted[at]!;
            if (!canAgree(entry, places[n]!)) continue;
            const finger = entry >>> FINGER_SHIFT;
            if (met[finger] === 0) touched[many++] = finger;
            met[finger]! += 1;
          }
        }
        for (let t = 0; t < many; t++) {
          const finger = touched[t]!;
          votes[finger]! += met[finger]! * size[finger]!;
          met[finger] = 0;
        }
      }
      return votes;
    },
    bytes: () => tables.reduce((sum, { heads, entries: sorted }) => sum + heads.byteLength + sorted.byteLength, 0),
  };
}

/** For each table an order of all bits, shuffled from one seed. */
function ordersOf(tables: number): Int32Array[] {
  let state = SEED;
  const below = (bound: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
  return Array.from({ length: tables }, () => {
    const left = Array.from({ length: CODE_BITS }, (_, bit) => bit);
    return Int32Array.from({ length: CODE_BITS }, () => left.splice(below(left.length), 1)[0]!);
  });
}

/** The bucket of the cylinder whose ten words begin at `base`; -1 where too few bits are set. */
function bucketOf(words: Int32Array, base: number, order: Int32Array, firstSet: number, log2: number): number {
  let key = 0;
  let left = firstSet;
  for (let n = 0; n < CODE_BITS; n++) {
    const bit = order[n]!;
    if (((words[base + (bit >> 5)]! >>> (bit & 31)) & 1) === 0) continue;
    key = Math.imul(key ^ bit, 0x9e3779b1) ^ (key >>> 15);
    if (--left === 0) return Math.imul(key, 0x85ebca6b) >>> (32 - log2);
  }
  return -1;
}

/** Direction and place of each cylinder, as entries have them. */
function placesOf({ count, words }: FingerCode): Int32Array {
  let [mx, my] = [0, 0];
  for (let n = 0; n < count; n++) {
    mx += words[n * STRIDE + X]! / count;
    my += words[n * STRIDE + Y]! / count;
  }
  const cell = (away: number) => Math.max(0, Math.min(15, Math.floor(away / 32 + 8)));
  return Int32Array.from({ length: count }, (_, n) => {
    const at = n * STRIDE;
    const direction = words[at + ANGLE]! >> 4;
    return (direction << DIRECTION_SHIFT) | (cell(words[at + X]! - mx) << X_SHIFT) | cell(words[at + Y]! - my);
  });
}

function canAgree(entry: number, own: number): boolean {
  const turned = ((entry >>> DIRECTION_SHIFT) - (own >>> DIRECTION_SHIFT) + DIRECTION_APART) & 15;
  if (turned > 2 * DIRECTION_APART) return false;
  const x = ((entry >>> X_SHIFT) & 15) - ((own >>> X_SHIFT) & 15);
  const y = (entry & 15) - (own & 15);
  return x >= -X_APART && x <= X_APART && y >= -Y_APART && y <= Y_APART;
}
