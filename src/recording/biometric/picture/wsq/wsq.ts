/**
 * Pictures in WSQ, wavelet scalar quantisation (FBI, IAFIS-IC-0110(V3), 1997), the format in which fingers are kept and sent.
 * Always holds: what the file announces is held against what it has before room is made for it; the same file gives the same picture.
 */
import { nextMarker } from '../marker.ts';
import { checkFingerSize } from '../size.ts';
import { faultAt, sourceOf, uint8At, type Source } from '../source.ts';
import { layoutOf, type Area, type Layout } from './bands.ts';
import { joinBands, type Filters } from './filter.ts';
import { noCoefficients, readCoded, type Coefficients, type HuffmanCodes } from './huffman.ts';
import * as tables from './tables.ts';

export interface WsqPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
  /** Pixels an inch, where a comment says it. */
  readonly dpi: number | null;
}

const MARKERS = new Map([
  [0xa0, 'SOI'],
  [0xa1, 'EOI'],
  [0xa2, 'SOF'],
  [0xa3, 'SOB'],
  [0xa4, 'DTT'],
  [0xa5, 'DQT'],
  [0xa6, 'DHT'],
  [0xa7, 'DRT'],
  [0xa8, 'COM'],
]);
const MOST_BLOCKS = 8;

/** What was read so far. */
interface Parts {
  frame?: tables.Frame & { readonly layout: Layout };
  filters?: Filters;
  quantiser?: tables.Quantiser;
  coefficients?: Coefficients;
  readonly huffman: Map<number, HuffmanCodes>;
  blocks: number;
  dpi: number | null;
}

/** Refuses `biometric.picture_*` with the byte. */
export function decodeWsq(bytes: Uint8Array): WsqPicture {
  const source = sourceOf('wsq', bytes);
  const parts: Parts = { huffman: new Map(), blocks: 0, dpi: null };
  for (let at = 2; ;) {
    const { marker, from } = nextMarker(source, at);
    const name = MARKERS.get(marker);
    if (name === 'EOI') return pictureOf(source, parts, from - 2);
    if (name === undefined || name === 'SOI')
      throw faultAt(source, 'order', { byte: from - 2, field: name ?? 'marker' });
    const segment = tables.segmentAt(source, from);
    readSegment(source, { name, segment }, parts);
    at = name === 'SOB' ? readBlock(source, segment, parts) : segment.end;
  }
}

function readSegment(source: Source, { name, segment }: { name: string; segment: tables.Segment }, parts: Parts): void {
  const twice = () => faultAt(source, 'order', { byte: segment.from - 4, field: name });
  switch (name) {
    case 'SOF': {
      if (parts.frame) throw twice();
      const frame = tables.readFrame(source, segment);
      checkFingerSize(frame.width, frame.height);
      parts.frame = { ...frame, layout: layoutOf(frame.width, frame.height) };
      return;
    }
    case 'DTT':
      parts.filters = tables.readFilters(source, segment);
      return;
    case 'DQT':
      // How much is coded hangs on it: it cannot change in the middle.
      if (parts.coefficients) throw twice();
      parts.quantiser = tables.readQuantiser(source, segment);
      return;
    case 'DHT':
      tables.readHuffman(source, segment, parts.huffman);
      return;
    case 'DRT':
      // How often restarts come need not be known: they are seen.
      if (segment.end - segment.from !== 2) throw faultAt(source, 'length', { byte: segment.from - 2, field: name });
      return;
    case 'COM':
      parts.dpi ??= tables.pixelsAnInch(source, segment);
  }
}

/** One block of subbands; gives the place of the marker after it. */
function readBlock(source: Source, { from, end }: tables.Segment, parts: Parts): number {
  const id = uint8At(source, from);
  if (end !== from + 1) throw faultAt(source, 'length', { byte: from - 2, field: 'SOB' });
  parts.blocks += 1;
  if (parts.blocks > MOST_BLOCKS) throw faultAt(source, 'order', { byte: from - 4, field: 'SOB' });
  const codes = there(source, { part: parts.huffman.get(id), name: `DHT ${id}`, byte: from });
  parts.coefficients ??= noCoefficients(codedCount(source, parts, from - 4));
  return readCoded(source, end, { codes, into: parts.coefficients });
}

/** How many coefficients must come: of the subbands whose bins have a width. */
function codedCount(source: Source, parts: Parts, byte: number): number {
  const frame = there(source, { part: parts.frame, name: 'SOF', byte });
  const { bins } = there(source, { part: parts.quantiser, name: 'DQT', byte });
  return frame.layout.bands.reduce((sum, { width, height }, n) => (bins[n]!.width > 0 ? sum + width * height : sum), 0);
}

function pictureOf(source: Source, parts: Parts, byte: number): WsqPicture {
  const frame = there(source, { part: parts.frame, name: 'SOF', byte });
  const filters = there(source, { part: parts.filters, name: 'DTT', byte });
  const quantiser = there(source, { part: parts.quantiser, name: 'DQT', byte });
  const coefficients = parts.coefficients ?? noCoefficients(codedCount(source, parts, byte));
  if (coefficients.count < coefficients.total) throw faultAt(source, 'length', { byte, field: 'SOB' });
  const { width, height, layout } = frame;
  const values = new Float32Array(width * height);
  const filled = unquantise(values, { width, bands: layout.bands, quantiser, coefficients: coefficients.values });
  joinBands({ values, width }, layout.splits, { filters, filled });
  return { width, height, pixels: greys(values, frame), dpi: parts.dpi };
}

function there<T>(source: Source, { part, name, byte }: { part: T | undefined; name: string; byte: number }): T {
  if (part === undefined) throw faultAt(source, 'order', { byte, field: name });
  return part;
}

interface Quantised {
  readonly width: number;
  readonly bands: readonly Area[];
  readonly quantiser: tables.Quantiser;
  readonly coefficients: Int32Array;
}

/** Each value at its bin's centre. Gives the subbands that hold any. */
function unquantise(values: Float32Array, { width, bands, quantiser, coefficients }: Quantised): Set<number> {
  const filled = new Set<number>();
  let next = 0;
  for (const [band, area] of bands.entries()) {
    const bin = quantiser.bins[band]!;
    if (bin.width === 0) continue;
    filled.add(band);
    const offset = bin.zero / 2 - quantiser.centre * bin.width;
    for (let y = 0; y < area.height; y++) {
      const row = (area.y + y) * width + area.x;
      for (let x = 0; x < area.width; x++) {
        const value = coefficients[next++]!;
        if (value !== 0) values[row + x] = value * bin.width + (value > 0 ? offset : -offset);
      }
    }
  }
  return filled;
}

function greys(values: Float32Array, { shift, scale }: tables.Frame): Uint8Array {
  const pixels = new Uint8Array(values.length);
  for (let n = 0; n < values.length; n++)
    pixels[n] = Math.max(0, Math.min(255, Math.floor(values[n]! * scale + shift + 0.5)));
  return pixels;
}
