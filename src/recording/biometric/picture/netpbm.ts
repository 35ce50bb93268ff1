/** Binary and plain PGM and binary PPM of 8 and 16 bits (netpbm's pgm(5), ppm(5)), in which research sets often come. Pure. */
import type { PictureKind } from './kind.ts';
import { expectBytes, faultAt, sourceOf, uint8At, type Source } from './source.ts';

export interface Netpbm {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  /** 8 bits each, row by row. */
  readonly samples: Uint8Array;
}

interface Head {
  readonly width: number;
  readonly height: number;
  readonly highest: number;
  readonly channels: 1 | 3;
  /** Where the samples begin. */
  readonly from: number;
}

/** Six digits are enough for every size that is opened. */
const MOST_DIGITS = 6;

export function isNetpbm(kind: PictureKind | null): kind is 'pgm' | 'ppm' {
  return kind === 'pgm' || kind === 'ppm';
}

/** Refuses `biometric.picture_*` with the byte. What is made is never larger than the file. */
export function readNetpbm(bytes: Uint8Array, kind: 'pgm' | 'ppm'): Netpbm {
  const source = sourceOf(kind, bytes);
  const head = readHead(source);
  const samples = bytes[1] === 0x32 ? plainSamples(source, head) : binarySamples(source, head);
  return { width: head.width, height: head.height, channels: head.channels, samples };
}

function readHead(source: Source): Head {
  const width = readNumber(source, 2);
  const height = readNumber(source, width.end);
  const highest = readNumber(source, height.end);
  if (width.value === 0) throw faultAt(source, 'field', { byte: width.from, field: 'width' });
  if (height.value === 0) throw faultAt(source, 'field', { byte: height.from, field: 'height' });
  if (highest.value === 0 || highest.value > 0xffff)
    throw faultAt(source, 'field', { byte: highest.from, field: 'maxval' });
  if (!isBlank(uint8At(source, highest.end))) throw faultAt(source, 'field', { byte: highest.end, field: 'maxval' });
  return {
    width: width.value,
    height: height.value,
    highest: highest.value,
    channels: source.kind === 'ppm' ? 3 : 1,
    from: highest.end + 1,
  };
}

function binarySamples(source: Source, { width, height, highest, channels, from }: Head): Uint8Array {
  const count = width * height * channels;
  const wide = highest > 0xff;
  expectBytes(source, from, wide ? count * 2 : count);
  if (highest === 0xff) return source.bytes.subarray(from, from + count);
  const samples = new Uint8Array(count);
  for (let n = 0; n < count; n++) {
    const byte = from + (wide ? n * 2 : n);
    samples[n] = scaled(source, { value: wide ? source.view.getUint16(byte) : source.bytes[byte]!, byte, highest });
  }
  return samples;
}

function plainSamples(source: Source, { width, height, highest, from }: Head): Uint8Array {
  const count = width * height;
  // A digit each and a blank between them.
  expectBytes(source, from, count * 2 - 1);
  const samples = new Uint8Array(count);
  let at = from;
  for (let n = 0; n < count; n++) {
    const { value, from: byte, end } = readNumber(source, at);
    samples[n] = scaled(source, { value, byte, highest });
    at = end;
  }
  return samples;
}

function scaled(source: Source, { value, byte, highest }: { value: number; byte: number; highest: number }): number {
  if (value > highest) throw faultAt(source, 'field', { byte, field: 'sample' });
  return Math.round((value * 255) / highest);
}

/** The next decimal number, after blanks and comments. */
function readNumber(source: Source, at: number): { value: number; from: number; end: number } {
  const from = afterBlanks(source, at);
  let value = 0;
  let end = from;
  for (; end < source.bytes.length && isDigit(source.bytes[end]!); end++) {
    if (end - from === MOST_DIGITS) throw faultAt(source, 'field', { byte: from, field: 'number' });
    value = value * 10 + source.bytes[end]! - 0x30;
  }
  if (end === from) {
    uint8At(source, from);
    throw faultAt(source, 'field', { byte: from, field: 'number' });
  }
  return { value, from, end };
}

function afterBlanks({ bytes }: Source, at: number): number {
  let next = at;
  for (let comment = false; next < bytes.length; next++) {
    const byte = bytes[next]!;
    if (comment) comment = byte !== 0x0a && byte !== 0x0d;
    else if (byte === 0x23) comment = true;
    else if (!isBlank(byte)) break;
  }
  return next;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}
