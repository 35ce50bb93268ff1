/**
 * An index of one finger of some thousand people by locality-sensitive hashing of its cylinders, in the manner of Cappelli, Ferrara and Maltoni, "Fingerprint
 * Indexing Based on Minutia Cylinder-Code", IEEE TPAMI 33 (2011): cylinders that are alike often fall into the same bucket of a table, and a probe's cylinders vote
 * for the people whom they meet there. The paper names a bucket by a few drawn bits; but only about 36 of our 312 are set, so most drawn bits say nothing. Here
 * each table puts the bits in an order of its own and names a bucket by the first that are set (Broder, "On the resemblance and containment of documents", 1997):
 * two cylinders meet the more often, the larger the share of bits that they have in common. A vote counts only where direction and place can be those of one
 * finger put down twice.
 * Always holds: the same fingers give the same votes; it ranks, it decides nothing; once somebody is forgotten no entry names him, nor whoever gets his number next.
 */
import { hashFinger, TABLES, type HashedFinger } from './finger-hash.ts';

/** Numbers of people in an index are lower than this: an entry has twelve bits for them, and one number stands for nobody. */
export const MOST_PEOPLE = 4095;
const NOBODY = MOST_PEOPLE;
const PERSON_BITS = 12;
const PERSON = 2 ** PERSON_BITS - 1;
/** How far a finger may be turned and shifted between two visits, in 16ths of a turn and cells of 32 pixels. */
const TURNED = 1;
const SHIFTED = { x: 3, y: 4 };

const LEAST_HEADS_LOG2 = 8;
/** Beyond, heads would take more than entries; other keys in a bucket are then a tenth of what is met there. */
const MOST_HEADS_LOG2 = 14;

/** Somebody's finger, packed; `at` is its first word. */
export interface IndexedFinger {
  readonly person: number;
  readonly words: Int32Array;
  readonly at: number;
  readonly cylinders: number;
}

export interface FingerIndex {
  readonly log2: number;
  /** By person: how many cylinders his finger has; 0 of whom the index knows nothing. */
  readonly cylinders: Uint8Array;
  /** Of each table where the entries of its buckets begin, and the end of the last. */
  readonly heads: Uint32Array;
  /** Table by table, bucket by bucket, those of a bucket by direction: the direction above the person. */
  readonly entries: Uint16Array;
  /** Of each entry the place of its cylinder. */
  readonly places: Uint8Array;
}

/** An index over `fingers` in memory of its own that threads may share; `readFingerIndex` reads it. */
export function buildFingerIndex(fingers: readonly IndexedFinger[]): SharedArrayBuffer {
  const total = fingers.reduce((sum, { cylinders }) => sum + cylinders, 0);
  const log2 = Math.max(LEAST_HEADS_LOG2, Math.min(MOST_HEADS_LOG2, Math.ceil(Math.log2(total + 1)) - 3));
  const index = layIndex(log2, total);
  const { cylinders: own, ...tables } = readFingerIndex(index);
  const named = new Uint16Array(total);
  const placed = new Uint8Array(total);
  const buckets = new Uint16Array(total * TABLES);
  let end = 0;
  for (const { person, words, at, cylinders } of fingers) {
    const { keys, directions, places } = hashFinger(words, at, cylinders);
    placed.set(places, end);
    own[person] = cylinders;
    for (let n = 0; n < cylinders; n++) named[end + n] = (directions[n]! << PERSON_BITS) | person;
    for (let n = 0; n < keys.length; n++) buckets[end * TABLES + n] = keys[n]! >>> (32 - log2);
    end += cylinders;
  }
  const order = byDirection(named);
  for (let table = 0; table < TABLES; table++) sortTable(tables, { table, order, named, placed, buckets });
  return index;
}

const HEADER_BYTES = 8;
const headsOf = (log2: number) => 2 ** log2 + 1;

function layIndex(log2: number, total: number): SharedArrayBuffer {
  const bytes = HEADER_BYTES + 2 ** PERSON_BITS + 4 * TABLES * headsOf(log2) + 3 * TABLES * total;
  const index = new SharedArrayBuffer(bytes);
  new Uint32Array(index, 0, 2).set([log2, total]);
  return index;
}

export function readFingerIndex(index: SharedArrayBuffer): FingerIndex {
  const [log2, total] = new Uint32Array(index, 0, 2) as unknown as [number, number];
  const heads = HEADER_BYTES + 2 ** PERSON_BITS;
  const entries = heads + 4 * TABLES * headsOf(log2);
  return {
    log2,
    cylinders: new Uint8Array(index, HEADER_BYTES, 2 ** PERSON_BITS),
    heads: new Uint32Array(index, heads, TABLES * headsOf(log2)),
    entries: new Uint16Array(index, entries, TABLES * total),
    places: new Uint8Array(index, entries + 2 * TABLES * total, TABLES * total),
  };
}

/** The cylinders in the order of their directions: what is read in that order is known beforehand, and reading it costs a fifth. */
function byDirection(named: Uint16Array): Uint32Array {
  const next = new Uint32Array(17);
  for (const entry of named) next[(entry >> PERSON_BITS) + 1]! += 1;
  for (let direction = 1; direction < 17; direction++) next[direction]! += next[direction - 1]!;
  const order = new Uint32Array(named.length);
  for (let n = 0; n < named.length; n++) order[next[named[n]! >> PERSON_BITS]!++] = n;
  return order;
}

interface Sorting {
  readonly table: number;
  readonly order: Uint32Array;
  /** What the entry of each cylinder is, and its place. */
  readonly named: Uint16Array;
  readonly placed: Uint8Array;
  /** For each cylinder and table. */
  readonly buckets: Uint16Array;
}

/** By counting: how many each bucket has, where each begins, and everybody to his place. */
function sortTable(
  { log2, heads, entries, places }: Omit<FingerIndex, 'cylinders'>,
  { table, order, named, placed, buckets }: Sorting,
): void {
  const own = heads.subarray(table * headsOf(log2), (table + 1) * headsOf(log2));
  for (let n = table; n < buckets.length; n += TABLES) own[buckets[n]! + 1]! += 1;
  for (let n = 1; n < own.length; n++) own[n]! += own[n - 1]!;
  const next = own.slice();
  const first = table * named.length;
  for (const n of order) {
    const at = first + next[buckets[n * TABLES + table]!]!++;
    entries[at] = named[n]!;
    places[at] = placed[n]!;
  }
}

/** Counts for each person how often the probe meets him; `votes` has a place for each number of twelve bits, and is emptied first. */
export function countVotes(
  { log2, heads, entries, places }: FingerIndex,
  probe: HashedFinger,
  votes: Uint16Array,
): void {
  votes.fill(0);
  const shift = 32 - log2;
  const perTable = headsOf(log2);
  const total = entries.length / TABLES;
  const near = new Uint8Array(256);
  for (let n = 0; n < probe.cylinders; n++) {
    const least = probe.directions[n]! - TURNED;
    markNear(near, probe.places[n]!);
    for (let table = 0; table < TABLES; table++) {
      const bucket = table * perTable + (probe.keys[n * TABLES + table]! >>> shift);
      const end = table * total + heads[bucket + 1]!;
      for (let at = table * total + heads[bucket]!; at < end; at++) {
        const entry = entries[at]!;
        if ((((entry >> PERSON_BITS) - least) & 15) <= 2 * TURNED) votes[entry & PERSON]! += near[places[at]!]!;
      }
    }
  }
}

/** Marks with 1 the places where a cylinder may lie that lay at `place`. */
function markNear(near: Uint8Array, place: number): void {
  for (let other = 0; other < 256; other++) {
    const x = (other >> 4) - (place >> 4);
    const y = (other & 15) - (place & 15);
    near[other] = Math.abs(x) <= SHIFTED.x && Math.abs(y) <= SHIFTED.y ? 1 : 0;
  }
}

/** How alike a finger is by its votes, whatever minutiae the two have; of two fingers of different people 0.25 is usual, of one finger 1 and more. */
export function shareOfVotes(votes: number, own: number, others: number): number {
  return own === 0 || others === 0 ? 0 : Math.sqrt(votes / Math.sqrt(own * others));
}

/** Takes people out: their entries stand for nobody from now on. `gone` has a place for each number of twelve bits. */
export function forgetIn({ cylinders, entries }: FingerIndex, gone: Uint8Array): void {
  for (let at = 0; at < entries.length; at++) if (gone[entries[at]! & PERSON] === 1) entries[at] = NOBODY;
  for (let person = 0; person < NOBODY; person++) if (gone[person] === 1) cylinders[person] = 0;
}
