/** A list line by line, as bytes: what of each row that is written plainly is compared, and a copy of those that are left. Light, for threads. */
import { open } from 'node:fs/promises';

const CHUNK = 1 << 22;
/** Few lines are longer: so much room is made at first. */
const LONG_LINE = 64;
const QUOTE = 0x22;
export const NEWLINE = 0x0a;
const RETURN = 0x0d;
const HYPHEN = 0x2d;

/** The column with the number of the row, in what is left of a list. */
export const LINE = '__line';

/** In the place of a line: the number stands in the list, in a row that is not looked at closely. */
export const NO_LINE = 0;

export interface Shape {
  readonly delimiter: number;
  readonly header: string;
  /** How lines end: what is left ends so too. */
  readonly end: '\n' | '\r\n';
  readonly columns: number;
  readonly nik: number;
  readonly name: number;
  readonly born: number;
}

/** A row that is written plainly, as five numbers: its number in two halves, two hashes of name and day, its line. */
export const WIDTH = 5;
/** Rows lie in so many heaps by their number, each small enough to be looked through without waiting for the memory. */
export const HEAPS = 256;

export interface Keys {
  readonly heaps: Uint32Array[];
  /** Rows in each heap. */
  readonly sizes: Uint32Array;
  /** Where each line begins, the header first; behind the last stands where the file ends. */
  begin: Float64Array;
  /** Lines, the header among them. */
  lines: number;
}

interface Reading extends Keys {
  readonly shape: Shape;
  readonly seedOne: number;
  readonly seedTwo: number;
}

/** `null` where nobody can tell what a line is. */
export async function readList(path: string, shape: Shape, seeds: readonly [number, number]): Promise<Keys | null> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const [seedOne, seedTwo] = seeds;
    const expected = Math.ceil(size / LONG_LINE);
    const keys: Reading = {
      heaps: Array.from({ length: HEAPS }, () => new Uint32Array((Math.ceil(expected / HEAPS) + 8) * WIDTH)),
      sizes: new Uint32Array(HEAPS),
      begin: new Float64Array(expected + 16),
      lines: 0,
      shape,
      seedOne,
      seedTwo,
    };
    let space = Buffer.allocUnsafe(CHUNK + 1);
    let held = 0;
    for (let at = 0; at < size;) {
      if (held + 1 >= space.length) space = Buffer.concat([space, Buffer.allocUnsafe(space.length)]);
      const { bytesRead } = await file.read(space, held, space.length - held - 1, at);
      at += bytesRead;
      let filled = held + bytesRead;
      // The last line need not end.
      if (at >= size && space[filled - 1] !== NEWLINE) space[filled++] = NEWLINE;
      const until = readLines(keys, space, filled, at - held - bytesRead);
      if (until < 0) return null;
      held = filled - until;
      space.copyWithin(0, until, filled);
    }
    keys.begin[keys.lines] = size;
    const { shape: _shape, seedOne: _one, seedTwo: _two, ...found } = keys;
    return found;
  } finally {
    await file.close();
  }
}

function push(keys: Reading, high: number, low: number, one: number, two: number, line: number): void {
  const heap = mixed(high, low) >>> 24;
  let rows = keys.heaps[heap]!;
  let at = keys.sizes[heap]! * WIDTH;
  if (at === rows.length) {
    const wider = new Uint32Array(rows.length * 2);
    wider.set(rows);
    rows = keys.heaps[heap] = wider;
  }
  rows[at++] = high;
  rows[at++] = low;
  rows[at++] = one;
  rows[at++] = two;
  rows[at] = line;
  keys.sizes[heap]! += 1;
}

/** Numbers of one place and day differ in little; their heaps and places do not. */
export function mixed(high: number, low: number): number {
  let mix = Math.imul(high, 0x9e3779b1) ^ Math.imul(low, 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 15), 0x2c1b3c6d);
  mix = Math.imul(mix ^ (mix >>> 12), 0x297a2d39);
  return mix ^ (mix >>> 15);
}

/** Takes what whole lines say where they say it plainly; gives where the next one begins, or -1. Nothing is made anew for a line. */
function readLines(keys: Reading, bytes: Buffer, filled: number, offset: number): number {
  const { delimiter, columns, nik, name, born } = keys.shape;
  let from = 0;
  while (from < filled) {
    let column = 0;
    let start = from;
    let high = -1;
    let low = -1;
    let one = keys.seedOne;
    let two = keys.seedTwo;
    let plain = keys.lines > 0;
    let at = from;
    for (; at < filled; at++) {
      const byte = bytes[at]!;
      if (byte > QUOTE && byte !== delimiter) continue;
      if (byte === QUOTE) {
        plain = false;
        const end = bytes.indexOf(NEWLINE, at);
        if (end < 0 || end >= filled) at = filled;
        else if (!evenQuotes(bytes, at, end)) return -1;
        else at = end;
        break;
      }
      const ends = byte === NEWLINE;
      if (byte !== delimiter && !ends) continue;
      const to = ends && at > start && bytes[at - 1] === RETURN ? at - 1 : at;
      if (column === nik) {
        if (to - start === 16) {
          high = eightDigits(bytes, start);
          low = eightDigits(bytes, start + 8);
        }
      } else if (column === name || column === born) {
        if (to === start || (column === born && !isDay(bytes, start, to))) plain = false;
        // Name and day do not run into one another.
        one = Math.imul(one ^ (column + 1), 0x01000193);
        two = Math.imul(two ^ (column + 7), 0x5bd1e995);
        for (let letter = start; letter < to; letter++) {
          one = Math.imul(one ^ bytes[letter]!, 0x01000193);
          two = Math.imul(two ^ bytes[letter]!, 0x5bd1e995) ^ (two >>> 15);
        }
      }
      column += 1;
      start = at + 1;
      if (ends) break;
    }
    if (at >= filled) break;
    // A line without anything is nothing that readers agree about.
    if (at === from || (at === from + 1 && bytes[from] === RETURN)) return -1;
    if (keys.lines + 2 > keys.begin.length) {
      const wider = new Float64Array(keys.begin.length * 2);
      wider.set(keys.begin);
      keys.begin = wider;
    }
    keys.begin[keys.lines] = offset + from;
    if (plain && column === columns && high >= 10_000_000 && low >= 0 && low % 10_000 !== 0 && !isRepeated(high, low)) {
      push(keys, high, low, one, two, keys.lines);
    } else if (keys.lines > 0) block(keys, bytes.toString('latin1', from, at));
    keys.lines += 1;
    from = at + 1;
  }
  return from;
}

/** However oddly a line is written: its number stands in the list, so no other row with it stands alone. */
function block(keys: Reading, line: string): void {
  const { delimiter, nik } = keys.shape;
  const digits = fieldOf(line, String.fromCharCode(delimiter), nik).replaceAll(/[^0-9]/g, '');
  if (digits.length !== 16) return;
  push(keys, Number(digits.slice(0, 8)), Number(digits.slice(8)), 0, 0, NO_LINE);
}

function fieldOf(line: string, delimiter: string, at: number): string {
  let column = 0;
  let quoted = false;
  let field = '';
  for (const letter of line) {
    if (letter === '"') quoted = !quoted;
    else if (letter === delimiter && !quoted) {
      if (column === at) return field;
      column += 1;
      field = '';
    } else field += letter;
  }
  return column === at ? field : '';
}

/** A field that goes on in the next line ends the looking. */
function evenQuotes(bytes: Buffer, from: number, to: number): boolean {
  let quotes = 0;
  for (let at = from; at < to; at++) if (bytes[at] === QUOTE) quotes += 1;
  return quotes % 2 === 0;
}

function eightDigits(bytes: Buffer, from: number): number {
  let number = 0;
  for (let at = from; at < from + 8; at++) {
    const digit = bytes[at]! - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

const isRepeated = (high: number, low: number): boolean => high === low && high % 11_111_111 === 0;

/** Ten signs with a day that is on every calendar, as most lists write it; any other is looked at with a calendar. */
function isDay(bytes: Buffer, from: number, to: number): boolean {
  if (to - from !== 10) return false;
  const yearFirst = bytes[from + 4] === HYPHEN && bytes[from + 7] === HYPHEN;
  if (!yearFirst && !(bytes[from + 2] === HYPHEN && bytes[from + 5] === HYPHEN)) return false;
  const day = twoDigits(bytes, yearFirst ? from + 8 : from);
  const month = twoDigits(bytes, yearFirst ? from + 5 : from + 3);
  const century = twoDigits(bytes, yearFirst ? from : from + 6);
  const year = twoDigits(bytes, yearFirst ? from + 2 : from + 8);
  if (century < 18 || century > 20 || year < 0 || month < 1 || month > 12 || day < 1) return false;
  return day <= (month === 2 ? 28 : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31);
}

function twoDigits(bytes: Buffer, at: number): number {
  const tens = bytes[at]! - 48;
  const ones = bytes[at + 1]! - 48;
  return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
}

/** The lines that are not set aside, each with its number in front. */
export async function writeRest(
  path: string,
  to: string,
  { shape, begin, lines, aside }: Pick<Keys, 'begin' | 'lines'> & { readonly shape: Shape; readonly aside: Uint8Array },
): Promise<void> {
  const delimiter = String.fromCharCode(shape.delimiter);
  const [from, into] = [await open(path, 'r'), await open(to, 'w', 0o600)];
  try {
    await into.writeFile(`${LINE}${delimiter}${shape.header}${shape.end}`);
    let space = Buffer.allocUnsafe(CHUNK);
    for (let line = 1; line < lines;) {
      let last = line + 1;
      while (last < lines && begin[last + 1]! - begin[line]! <= CHUNK) last += 1;
      const length = begin[last]! - begin[line]!;
      if (length > space.length) space = Buffer.allocUnsafe(length);
      await from.read(space, 0, length, begin[line]!);
      const pieces: Buffer[] = [];
      for (let each = line; each < last; each++) {
        if (aside[each] !== 0) continue;
        const [start, end] = [begin[each]! - begin[line]!, begin[each + 1]! - begin[line]!];
        pieces.push(Buffer.from(`${each + 1}${delimiter}`), space.subarray(start, end));
      }
      if (last === lines && space[length - 1] !== NEWLINE) pieces.push(Buffer.from(shape.end));
      await into.writeFile(Buffer.concat(pieces));
      line = last;
    }
  } finally {
    await from.close();
    await into.close();
  }
}
