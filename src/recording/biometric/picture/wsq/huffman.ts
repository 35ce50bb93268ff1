/**
 * Huffman coded coefficients of WSQ (IAFIS-IC-0110(V3)): runs of zeros and values, in blocks that end
 * at a marker. Pure.
 */
import { markerAfter } from '../marker.ts';
import { faultAt, type Source } from '../source.ts';

/** As a file gives them: `counts[n]` codes of n + 1 bits, the categories in that order. */
export interface HuffmanCodes {
  readonly counts: Uint8Array;
  readonly categories: Uint8Array;
}

/** What was read so far, of `total`. It grows with what is read: a head may announce anything. */
export interface Coefficients {
  values: Int32Array;
  count: number;
  readonly total: number;
}

export const LONGEST_CODE = 16;
const FIRST_SIZE = 1 << 16;
const MOST_ZEROS = 100;
const FIRST_VALUE = 107;
const LAST_VALUE = 254;
const VALUE_ZERO = 180;
const FIRST_RESTART = 0xb0;
const RESTARTS = 8;
/** Categories that are followed by a number: of how many bits, and what it is. */
const FOLLOWED = new Map([
  [101, { bits: 8, sign: 1 }],
  [102, { bits: 8, sign: -1 }],
  [103, { bits: 16, sign: 1 }],
  [104, { bits: 16, sign: -1 }],
  [105, { bits: 8, sign: 0 }],
  [106, { bits: 16, sign: 0 }],
]);

/** Whether there are bits enough for so many codes. */
export function codesFit(counts: Uint8Array): boolean {
  let free = 1;
  for (const count of counts) {
    free = free * 2 - count;
    if (free < 0) return false;
  }
  return true;
}

/** Of the next 16 bits: how many of them are a code (high byte, 0 is none), and which category it is (low byte). */
function lookupOf({ counts, categories }: HuffmanCodes): Uint16Array {
  const table = new Uint16Array(1 << LONGEST_CODE);
  let [code, next] = [0, 0];
  for (let bits = 1; bits <= LONGEST_CODE; bits++, code *= 2)
    for (let n = 0; n < counts[bits - 1]!; n++, code++) {
      const from = code << (LONGEST_CODE - bits);
      table.fill((bits << 8) | categories[next++]!, from, from + (1 << (LONGEST_CODE - bits)));
    }
  return table;
}

export function noCoefficients(total: number): Coefficients {
  return { values: new Int32Array(Math.min(total, FIRST_SIZE)), count: 0, total };
}

/** The coded data of one block, in pieces where restart markers stand in it; gives the place of the marker after it. */
export function readCoded(source: Source, from: number, given: { codes: HuffmanCodes; into: Coefficients }): number {
  const table = lookupOf(given.codes);
  let at = readPiece(source, from, { table, into: given.into });
  for (let restart = restartAt(source, at); restart !== null;) {
    const begin = at + 2;
    at = readPiece(source, begin, { table, into: given.into });
    if (at === begin) throw faultAt(source, 'length', { byte: at, field: 'RST' });
    const next = restartAt(source, at);
    // They count round: one that is missing took coded data with it.
    if (next !== null && next !== (restart + 1) % RESTARTS) throw faultAt(source, 'order', { byte: at, field: 'RST' });
    restart = next;
  }
  return at;
}

function restartAt({ bytes }: Source, at: number): number | null {
  const restart = bytes[at + 1]! - FIRST_RESTART;
  return restart >= 0 && restart < RESTARTS ? restart : null;
}

function readPiece(source: Source, from: number, given: { table: Uint16Array; into: Coefficients }): number {
  const end = markerAfter(source, from);
  const stop = decode(withoutStuffing(source.bytes.subarray(from, end)), given.table, given.into);
  if (!stop) return end;
  throw faultAt(source, stop.fault, { byte: placeOf(source.bytes, from, stop.at), field: 'SOB' });
}

/** Where among the bytes without stuffing, and why. */
interface Stop {
  readonly fault: 'code' | 'length';
  readonly at: number;
}

/** The innermost loop, kept in one piece: up to 24 bits wait in `held`. Gives why it could not go on. */
function decode(bytes: Uint8Array, table: Uint16Array, into: Coefficients): Stop | null {
  let [held, bits, at] = [0, 0, 0];
  for (;;) {
    while (bits <= 16 && at < bytes.length) {
      held = ((held << 8) | bytes[at++]!) & 0xffffff;
      bits += 8;
    }
    // Behind the last bit ones are read: with them the last byte is filled up.
    const next = bits >= 16 ? held >>> (bits - 16) : (held << (16 - bits)) | (0xffff >>> bits);
    const entry = table[next & 0xffff]!;
    const length = entry >> 8;
    if (into.count === into.total) return bits < 8 ? null : { fault: 'length', at: at - 1 };
    if (length === 0 || length > bits) {
      const filled = bits < 8 && (next & 0xffff) >>> (16 - bits) === (1 << bits) - 1;
      return filled ? null : { fault: 'code', at: at - 1 };
    }
    bits -= length;
    const category = entry & 0xff;
    if (category >= FIRST_VALUE && category <= LAST_VALUE) {
      push(into, category - VALUE_ZERO);
    } else if (category > 0 && category <= MOST_ZEROS) {
      if (!skip(into, category)) return { fault: 'length', at };
    } else {
      const followed = FOLLOWED.get(category);
      if (!followed) return { fault: 'code', at: at - 1 };
      while (bits < followed.bits && at < bytes.length) {
        held = ((held << 8) | bytes[at++]!) & 0xffffff;
        bits += 8;
      }
      if (bits < followed.bits) return { fault: 'code', at };
      bits -= followed.bits;
      const number = (held >>> bits) & ((1 << followed.bits) - 1);
      if (followed.sign !== 0) push(into, followed.sign * number);
      else if (!skip(into, number)) return { fault: 'length', at };
    }
  }
}

function push(into: Coefficients, value: number): void {
  if (into.count === into.values.length) grow(into, into.count + 1);
  into.values[into.count++] = value;
}

function skip(into: Coefficients, zeros: number): boolean {
  if (into.count + zeros > into.total) return false;
  if (into.count + zeros > into.values.length) grow(into, into.count + zeros);
  into.count += zeros;
  return true;
}

function grow(into: Coefficients, least: number): void {
  const larger = new Int32Array(Math.min(into.total, Math.max(least, into.values.length * 2)));
  larger.set(into.values);
  into.values = larger;
}

/** In coded data 0xff is followed by a zero that means nothing. */
function withoutStuffing(bytes: Uint8Array): Uint8Array {
  let at = bytes.indexOf(0xff);
  if (at < 0) return bytes;
  const out = new Uint8Array(bytes.length);
  let [length, from] = [0, 0];
  for (; at >= 0; at = bytes.indexOf(0xff, from)) {
    out.set(bytes.subarray(from, at + 1), length);
    length += at + 1 - from;
    from = at + 2;
  }
  if (from < bytes.length) {
    out.set(bytes.subarray(from), length);
    length += bytes.length - from;
  }
  return out.subarray(0, length);
}

/** Where in the file the byte lies that is the `count`th without stuffing. */
function placeOf(bytes: Uint8Array, from: number, count: number): number {
  let place = from;
  for (let n = 0; n < count; n++) place += bytes[place] === 0xff ? 2 : 1;
  return place;
}
