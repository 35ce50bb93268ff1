/** The tables and the frame that a WSQ file carries (IAFIS-IC-0110(V3)). Pure. */
import { expectBytes, faultAt, uint16At, uint32At, uint8At, type Source } from '../source.ts';
import { BANDS } from './bands.ts';
import type { Filters } from './filter.ts';
import { codesFit, LONGEST_CODE, type HuffmanCodes } from './huffman.ts';

/** A segment's own bytes, without marker and length. */
export interface Segment {
  readonly from: number;
  readonly end: number;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  /** A pixel is the joined value times `scale`, plus `shift`. */
  readonly shift: number;
  readonly scale: number;
}

export interface Quantiser {
  /** Where in a bin the value is taken, from its lower end. */
  readonly centre: number;
  readonly bins: readonly { readonly width: number; readonly zero: number }[];
}

const LONGEST_FILTER = 32;
const HUFFMAN_TABLES = 8;
const NISTCOM = 'NIST_COM';
const LONGEST_COMMENT = 4096;

export function segmentAt(source: Source, at: number): Segment {
  const length = uint16At(source, at);
  if (length < 2) throw faultAt(source, 'length', { byte: at, field: 'segment' });
  expectBytes(source, at, length);
  return { from: at + 2, end: at + length };
}

/** DTT. */
export function readFilters(source: Source, { from, end }: Segment): Filters {
  const [lowLength, highLength] = [uint8At(source, from), uint8At(source, from + 1)];
  if (lowLength < 1 || lowLength > LONGEST_FILTER) throw faultAt(source, 'field', { byte: from, field: 'L0' });
  if (highLength < 1 || highLength > LONGEST_FILTER) throw faultAt(source, 'field', { byte: from + 1, field: 'L1' });
  if (lowLength % 2 !== highLength % 2) throw faultAt(source, 'unsupported', { byte: from, field: 'L0, L1' });
  const [lowPlaces, highPlaces] = [(lowLength + 1) >> 1, (highLength + 1) >> 1];
  expectEnd(source, { from, end }, from + 2 + (lowPlaces + highPlaces) * 6);
  const low = Array.from({ length: lowPlaces }, (_, n) => signedAt(source, from + 2 + n * 6));
  const high = Array.from({ length: highPlaces }, (_, n) => signedAt(source, from + 2 + (lowPlaces + n) * 6));
  return { odd: lowLength % 2 === 1, low, high };
}

/** DQT. */
export function readQuantiser(source: Source, { from, end }: Segment): Quantiser {
  expectEnd(source, { from, end }, from + 3 + BANDS * 6);
  const bins = Array.from({ length: BANDS }, (_, band) => ({
    width: decimalAt(source, from + 3 + band * 6),
    zero: decimalAt(source, from + 6 + band * 6),
  }));
  return { centre: decimalAt(source, from), bins };
}

/** DHT: one table or several, under their numbers. */
export function readHuffman(source: Source, { from, end }: Segment, into: Map<number, HuffmanCodes>): void {
  let at = from;
  do {
    const id = uint8At(source, at);
    if (id >= HUFFMAN_TABLES) throw faultAt(source, 'field', { byte: at, field: 'Th' });
    if (at + 1 + LONGEST_CODE > end) throw faultAt(source, 'length', { byte: at, field: 'DHT' });
    const counts = source.bytes.subarray(at + 1, at + 1 + LONGEST_CODE);
    const codes = counts.reduce((sum, count) => sum + count, 0);
    const first = at + 1 + LONGEST_CODE;
    if (first + codes > end) throw faultAt(source, 'length', { byte: at + 1, field: 'DHT' });
    if (!codesFit(counts)) throw faultAt(source, 'field', { byte: at + 1, field: 'DHT' });
    into.set(id, { counts, categories: source.bytes.subarray(first, first + codes) });
    at = first + codes;
  } while (at < end);
}

/** SOF. */
export function readFrame(source: Source, { from, end }: Segment): Frame {
  expectEnd(source, { from, end }, from + 15);
  const [height, width] = [uint16At(source, from + 2), uint16At(source, from + 4)];
  if (height === 0) throw faultAt(source, 'field', { byte: from + 2, field: 'Y' });
  if (width === 0) throw faultAt(source, 'field', { byte: from + 4, field: 'X' });
  return { width, height, shift: decimalAt(source, from + 6), scale: decimalAt(source, from + 9) };
}

/** The resolution in a comment of NIST's form; `null` where it says none, or that it is not known. */
export function pixelsAnInch(source: Source, { from, end }: Segment): number | null {
  if (end - from < NISTCOM.length) return null;
  const text = Buffer.from(source.bytes.subarray(from, Math.min(end, from + LONGEST_COMMENT))).toString('latin1');
  const said = text.startsWith(NISTCOM) ? /^PPI[ \t]+(\d{1,5})[ \t\r]*$/m.exec(text) : null;
  return said && Number(said[1]) > 0 ? Number(said[1]) : null;
}

function expectEnd(source: Source, { from, end }: Segment, expected: number): void {
  if (end !== expected) throw faultAt(source, 'length', { byte: from - 2, field: 'segment' });
}

/** A power of ten to divide by, and a number of two bytes. */
function decimalAt(source: Source, at: number): number {
  return uint16At(source, at + 1) / 10 ** uint8At(source, at);
}

/** A sign, a power of ten to divide by, and a number of four bytes. */
function signedAt(source: Source, at: number): number {
  const sign = uint8At(source, at);
  if (sign > 1) throw faultAt(source, 'field', { byte: at, field: 'sign' });
  return ((sign ? -1 : 1) * uint32At(source, at + 2)) / 10 ** uint8At(source, at + 1);
}
