/**
 * The build of a TIFF (Revision 6.0): that its first directory and the strips or tiles it names lie in the file, and what
 * resolution it says. The pixels are `sharp`'s. Pure.
 */
import { Refusal } from '../../../core/refusal/index.ts';
import { kindOf } from './kind.ts';
import { INCHES_A_CENTIMETRE, type Inspected, type Resolution } from './resolution.ts';
import { MOST_FINGER_PIXELS } from './size.ts';
import { expectBytes, faultAt, sourceOf, uint16At, uint32At, type Source } from './source.ts';

interface Tiff extends Source {
  readonly little: boolean;
}

/** One entry of the directory: what type, how many, and where the values lie. */
interface Entry {
  readonly at: number;
  readonly type: number;
  readonly count: number;
  readonly from: number;
}

const ENTRY_BYTES = 12;
const TYPE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];
const SHORT = 3;
const LONG = 4;
const RATIONAL = 5;
const TILE_WIDTH = 322;
const TILE_HEIGHT = 323;
const X_RESOLUTION = 282;
const Y_RESOLUTION = 283;
const UNIT = 296;
const CENTIMETRE = 3;
const INCH = 2;
const PLACES = [
  [273, 279, 'StripOffsets'],
  [324, 325, 'TileOffsets'],
] as const;

/** Refuses `biometric.picture_*` with the byte. */
export function inspectTiff(bytes: Uint8Array): Inspected {
  const tiff = tiffOf(bytes);
  const entries = readDirectory(tiff, uint32At(tiff, 4, tiff.little));
  expectTiles(tiff, entries);
  return { said: resolutionOf(tiff, entries), pixelsFrom: expectPixels(tiff, entries) };
}

/**
 * The resolution in what a camera notes of a JPEG (Exif), which is a TIFF without pixels. A note that lies says nothing: the
 * picture beside it may be whole.
 */
export function resolutionInExif(bytes: Uint8Array): Resolution | null {
  if (kindOf(bytes) !== 'tiff') return null;
  const tiff = tiffOf(bytes);
  try {
    return resolutionOf(tiff, readDirectory(tiff, uint32At(tiff, 4, tiff.little)));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return null;
  }
}

function tiffOf(bytes: Uint8Array): Tiff {
  return { ...sourceOf('tiff', bytes), little: bytes[0] === 0x49 };
}

function readDirectory(tiff: Tiff, from: number): ReadonlyMap<number, Entry> {
  const count = uint16At(tiff, from, tiff.little);
  expectBytes(tiff, from + 2, count * ENTRY_BYTES);
  const entries = new Map<number, Entry>();
  for (let n = 0; n < count; n++) {
    const at = from + 2 + n * ENTRY_BYTES;
    entries.set(uint16At(tiff, at, tiff.little), readEntry(tiff, at));
  }
  return entries;
}

function readEntry(tiff: Tiff, at: number): Entry {
  const type = uint16At(tiff, at + 2, tiff.little);
  const count = uint32At(tiff, at + 4, tiff.little);
  const length = (TYPE_BYTES[type] ?? 0) * count;
  const from = length > 4 ? uint32At(tiff, at + 8, tiff.little) : at + 8;
  expectBytes(tiff, from, length);
  return { at, type, count, from };
}

/** Gives where the first of them lies. */
function expectPixels(tiff: Tiff, entries: ReadonlyMap<number, Entry>): number {
  let first: number | undefined;
  for (const [offsetsTag, lengthsTag, name] of PLACES) {
    const [offsets, lengths] = [entries.get(offsetsTag), entries.get(lengthsTag)];
    if (!offsets || !lengths) continue;
    if (offsets.count !== lengths.count) throw faultAt(tiff, 'length', { byte: lengths.at, field: name });
    for (let n = 0; n < offsets.count; n++) {
      const from = wholeAt(tiff, offsets, { n, name });
      first ??= from;
      expectBytes(tiff, from, wholeAt(tiff, lengths, { n, name }));
    }
  }
  if (first !== undefined) return first;
  throw faultAt(tiff, 'order', { byte: uint32At(tiff, 4, tiff.little), field: 'StripOffsets' });
}

/** A tile is room of its own: one that is larger than any picture was never written. */
function expectTiles(tiff: Tiff, entries: ReadonlyMap<number, Entry>): void {
  const [width, height] = [entries.get(TILE_WIDTH), entries.get(TILE_HEIGHT)];
  if (!width || !height) return;
  const pixels =
    wholeAt(tiff, width, { n: 0, name: 'TileWidth' }) * wholeAt(tiff, height, { n: 0, name: 'TileLength' });
  if (pixels > MOST_FINGER_PIXELS) throw faultAt(tiff, 'unsupported', { byte: width.at, field: 'TileWidth' });
}

function wholeAt(tiff: Tiff, { at, type, from }: Entry, { n, name }: { n: number; name: string }): number {
  if (type === SHORT) return uint16At(tiff, from + n * 2, tiff.little);
  if (type === LONG) return uint32At(tiff, from + n * 4, tiff.little);
  throw faultAt(tiff, 'field', { byte: at, field: name });
}

/** Tags 282, 283 and 296, of which the unit is an inch where nothing is said. */
function resolutionOf(tiff: Tiff, entries: ReadonlyMap<number, Entry>): Resolution | null {
  const unitEntry = entries.get(UNIT);
  const unit = unitEntry ? uint16At(tiff, unitEntry.from, tiff.little) : INCH;
  const scale = unit === CENTIMETRE ? INCHES_A_CENTIMETRE : 1;
  const [x, y] = [ratioOf(tiff, entries.get(X_RESOLUTION)), ratioOf(tiff, entries.get(Y_RESOLUTION))];
  if (!x || !y || (unit !== INCH && unit !== CENTIMETRE)) return null;
  return { x: x * scale, y: y * scale };
}

/** `null` where it is not there, or is nothing. */
function ratioOf(tiff: Tiff, entry: Entry | undefined): number | null {
  if (entry?.type !== RATIONAL || entry.count < 1) return null;
  const [above, below] = [uint32At(tiff, entry.from, tiff.little), uint32At(tiff, entry.from + 4, tiff.little)];
  return below === 0 ? null : above / below;
}
