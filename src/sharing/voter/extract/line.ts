/** Lines of CSV as COPY writes them, taken apart as bytes: no text and no object is made of a row. Pure. */
import { SHOWN_DIGITS } from './layout.ts';

const QUOTE = 0x22;
const COMMA = 0x2c;
const NEWLINE = 0x0a;
const STAR = 0x2a;

/** Where fields end: the place of the comma, or of the newline, behind each. */
export type Ends = Int32Array;

/**
 * Reads the line of `count` fields that begins at `start`; its ends go into `ends` from `base` on. Gives where the next line begins, or -1
 * where the piece ends first. Throws where a line has another number of fields: then the statement is not the one that this reads.
 */
export function readLine(piece: Uint8Array, start: number, ends: Ends, base: number, count: number): number {
  let quoted = false;
  let field = 0;
  for (let at = start; at < piece.length; at++) {
    const byte = piece[at]!;
    if (byte === QUOTE) quoted = !quoted;
    else if (quoted) continue;
    else if (byte === COMMA) {
      if (field < count) ends[base + field] = at;
      field += 1;
    } else if (byte === NEWLINE) {
      if (field !== count - 1) throw new RangeError(`a line of ${field + 1} fields, not of ${count}`);
      ends[base + field] = at;
      return at + 1;
    }
  }
  return -1;
}

/** A field without its quotation marks. */
export function fieldOf(piece: Buffer, start: number, end: number): Buffer {
  if (start === end || piece[start] !== QUOTE) return piece.subarray(start, end);
  const out = Buffer.allocUnsafe(end - start - 2);
  let length = 0;
  for (let at = start + 1; at < end - 1; at++) {
    out[length++] = piece[at]!;
    // Inside, a quotation mark stands twice.
    if (piece[at] === QUOTE) at += 1;
  }
  return out.subarray(0, length);
}

/** What of a row the masked variant leaves out or hides, by the ends of its fields: numbers first, the day of birth at `born`. */
export interface MaskGiven {
  readonly row: number;
  readonly nikEnd: number;
  readonly kkEnd: number;
  readonly bornStart: number;
  readonly bornEnd: number;
  readonly end: number;
}

/** Writes the masked row behind `at` and gives where it ends. `out` has room for the whole row. */
export function writeMasked(piece: Buffer, given: MaskGiven, out: Buffer, at: number): number {
  const { row, nikEnd, kkEnd, bornStart, bornEnd, end } = given;
  let to = at + piece.copy(out, at, row, bornStart);
  out.fill(STAR, at + SHOWN_DIGITS, at + nikEnd - row);
  // Who stands in no family has no number to hide.
  if (kkEnd > nikEnd + 1) out.fill(STAR, at + nikEnd + 1 - row + SHOWN_DIGITS, at + kkEnd - row);
  // With the day goes the comma behind it.
  to += piece.copy(out, to, bornEnd + 1, end);
  return to;
}
