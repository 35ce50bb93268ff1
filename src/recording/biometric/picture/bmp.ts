/**
 * Windows bitmaps as scanners and sensors write them: 8 bits with a palette, 24 and 32 bits, uncompressed, bottom row first or
 * top row first (BITMAPINFOHEADER and the longer heads that begin with it). Pure.
 */
import { luma } from './grey.ts';
import { INCHES_A_METRE, type Resolution } from './resolution.ts';
import { checkFingerSize } from './size.ts';
import { expectBytes, faultAt, sourceOf, uint16At, uint32At, type Source } from './source.ts';

export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
  readonly said: Resolution | null;
}

interface Head {
  readonly width: number;
  readonly height: number;
  readonly topFirst: boolean;
  readonly bits: 8 | 24 | 32;
  /** Where the pixels begin, and how many bytes a row takes: whole words of 4. */
  readonly from: number;
  readonly rowBytes: number;
}

const FILE_HEAD = 14;
const SMALLEST_HEAD = 40;
const LARGEST_HEAD = 124;
const BITFIELDS = 3;
const MASKS = [0x00ff0000, 0x0000ff00, 0x000000ff];

/** Refuses `biometric.picture_*` with the byte; the pixels are made only where the file holds them. */
export function readBitmap(bytes: Uint8Array): Bitmap {
  const source = sourceOf('bmp', bytes);
  const head = readHead(source);
  const { width, height, rowBytes, from } = head;
  checkFingerSize(width, height);
  // The last row may lack its padding: some writers leave it out.
  expectBytes(source, from, rowBytes * (height - 1) + (width * head.bits) / 8);
  const pixels = new Uint8Array(width * height);
  const greys = head.bits === 8 ? paletteOf(source, from) : null;
  for (let y = 0; y < height; y++) {
    const row = from + rowBytes * (head.topFirst ? y : height - 1 - y);
    if (greys) copyIndexed(source, { greys, row, pixels: pixels.subarray(y * width, (y + 1) * width) });
    else copyColoured(source, { step: head.bits / 8, row, pixels: pixels.subarray(y * width, (y + 1) * width) });
  }
  return { width, height, pixels, said: saidBy(source) };
}

function readHead(source: Source): Head {
  const headBytes = uint32At(source, 14, true);
  if (headBytes < SMALLEST_HEAD || headBytes > LARGEST_HEAD)
    throw faultAt(source, 'unsupported', { byte: 14, field: 'biSize' });
  expectBytes(source, FILE_HEAD, headBytes);
  const width = source.view.getInt32(18, true);
  const signedHeight = source.view.getInt32(22, true);
  if (width <= 0) throw faultAt(source, 'field', { byte: 18, field: 'biWidth' });
  // The one height that has no opposite.
  if (signedHeight === 0 || signedHeight === -0x80000000)
    throw faultAt(source, 'field', { byte: 22, field: 'biHeight' });
  if (uint16At(source, 26, true) !== 1) throw faultAt(source, 'field', { byte: 26, field: 'biPlanes' });
  const bits = uint16At(source, 28, true);
  if (bits !== 8 && bits !== 24 && bits !== 32) throw faultAt(source, 'unsupported', { byte: 28, field: 'biBitCount' });
  expectUncompressed(source, bits);
  const from = uint32At(source, 10, true);
  if (from < FILE_HEAD + headBytes) throw faultAt(source, 'length', { byte: 10, field: 'bfOffBits' });
  const rowBytes = Math.ceil((width * bits) / 32) * 4;
  return { width, height: Math.abs(signedHeight), topFirst: signedHeight < 0, bits, from, rowBytes };
}

function expectUncompressed(source: Source, bits: number): void {
  const compression = uint32At(source, 30, true);
  if (compression === 0) return;
  const usual = MASKS.every((mask, n) => uint32At(source, 54 + n * 4, true) === mask);
  if (compression !== BITFIELDS || bits !== 32 || !usual)
    throw faultAt(source, 'unsupported', { byte: 30, field: 'biCompression' });
}

/** Each of its colours as a grey. */
function paletteOf(source: Source, pixelsFrom: number): Uint8Array {
  const from = FILE_HEAD + uint32At(source, 14, true);
  const colours = uint32At(source, 46, true) || 256;
  if (colours > 256) throw faultAt(source, 'field', { byte: 46, field: 'biClrUsed' });
  if (from + colours * 4 > pixelsFrom) throw faultAt(source, 'length', { byte: 46, field: 'biClrUsed' });
  return Uint8Array.from({ length: colours }, (_, n) => lumaAt(source.bytes, from + n * 4));
}

function copyIndexed(source: Source, into: { greys: Uint8Array; row: number; pixels: Uint8Array }): void {
  const { greys, row, pixels } = into;
  for (let x = 0; x < pixels.length; x++) {
    const colour = source.bytes[row + x]!;
    if (colour >= greys.length) throw faultAt(source, 'field', { byte: row + x, field: 'palette' });
    pixels[x] = greys[colour]!;
  }
}

function copyColoured({ bytes }: Source, into: { step: number; row: number; pixels: Uint8Array }): void {
  const { step, row, pixels } = into;
  for (let x = 0; x < pixels.length; x++) pixels[x] = lumaAt(bytes, row + x * step);
}

/** Colours lie as blue, green, red. */
function lumaAt(bytes: Uint8Array, at: number): number {
  return luma(bytes[at + 2]!, bytes[at + 1]!, bytes[at]!);
}

function saidBy(source: Source): Resolution | null {
  const [x, y] = [source.view.getInt32(38, true), source.view.getInt32(42, true)];
  return x > 0 && y > 0 ? { x: x * INCHES_A_METRE, y: y * INCHES_A_METRE } : null;
}
