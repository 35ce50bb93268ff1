/** The build of a JPEG (ITU-T T.81, T.871, Exif): that its segments are whole, and what resolution it says. The pixels are `sharp`'s. Pure. */
import { markerAfter, nextMarker } from './marker.ts';
import { INCHES_A_CENTIMETRE, type Inspected, type Resolution } from './resolution.ts';
import { resolutionInExif } from './tiff.ts';
import { expectBytes, faultAt, sourceOf, uint16At, type Source } from './source.ts';

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const TEMPORARY = 0x01;
const MOST_SCANS = 100;

/** Refuses `biometric.picture_*` with the byte. */
export function inspectJpeg(bytes: Uint8Array): Inspected {
  const source = sourceOf('jpeg', bytes);
  let said: Resolution | null = null;
  let [scans, pixelsFrom] = [0, 0];
  for (let at = 2; ;) {
    const { marker, from } = nextMarker(source, at);
    if (marker === END) {
      if (scans === 0) throw faultAt(source, 'order', { byte: from - 2, field: 'SOS' });
      return { said, pixelsFrom };
    }
    if (marker === START) throw faultAt(source, 'order', { byte: from - 2, field: 'SOI' });
    at = from;
    if (marker !== TEMPORARY && !isRestart(marker)) {
      const length = uint16At(source, from);
      if (length < 2) throw faultAt(source, 'length', { byte: from, field: 'segment' });
      expectBytes(source, from, length);
      if (marker === APP0) said = density(source, from, length) ?? said;
      if (marker === APP1) said ??= noted(source, from, length);
      at = from + length;
    }
    if (marker === SCAN) {
      scans += 1;
      // Each goes over all pixels again: a small file could keep a processor busy for minutes.
      if (scans > MOST_SCANS) throw faultAt(source, 'unsupported', { byte: from - 2, field: 'SOS' });
      pixelsFrom ||= at;
      at = afterCoded(source, at);
    }
  }
}

/** The end of the coded data: the next marker that is no restart. */
function afterCoded(source: Source, from: number): number {
  let at = markerAfter(source, from);
  while (isRestart(source.bytes[at + 1]!)) at = markerAfter(source, at + 2);
  return at;
}

function isRestart(marker: number): boolean {
  return marker >= 0xd0 && marker <= 0xd7;
}

/** Exif's, where JFIF says nothing. */
function noted({ bytes }: Source, from: number, length: number): Resolution | null {
  const isExif = Buffer.from(bytes.subarray(from + 2, from + 8)).toString('latin1') === 'Exif\0\0';
  return isExif ? resolutionInExif(bytes.subarray(from + 8, from + length)) : null;
}

/** JFIF's: unit 1 is an inch, 2 a centimetre, 0 says only how the sides compare. */
function density(source: Source, from: number, length: number): Resolution | null {
  if (length < 14 || Buffer.from(source.bytes.subarray(from + 2, from + 7)).toString('latin1') !== 'JFIF\0')
    return null;
  const unit = source.bytes[from + 9];
  const [x, y] = [uint16At(source, from + 10), uint16At(source, from + 12)];
  if (x === 0 || y === 0) return null;
  if (unit === 1) return { x, y };
  return unit === 2 ? { x: x * INCHES_A_CENTIMETRE, y: y * INCHES_A_CENTIMETRE } : null;
}
