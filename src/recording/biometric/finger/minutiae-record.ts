/**
 * Finger minutiae records, ISO/IEC 19794-2:2005 clause 7 (the record format, one finger view).
 * Always holds: what is read can be written again to the same bytes, and every length, count, angle, position and resolution
 * was checked; a record that lies is refused with the byte where it does.
 */
import type { Minutia } from '../schema.ts';
import { refuse, type BiometricRefusal } from '../refusals.ts';

export interface MinutiaeRecord {
  /** Pixels of the image that the minutiae were found in. */
  readonly width: number;
  readonly height: number;
  readonly xPixelsPerCm: number;
  readonly yPixelsPerCm: number;
  /** Appendix F certification (4 bits) and the maker's device type (12 bits); 0 is "not reported". */
  readonly certification: number;
  readonly device: number;
  readonly finger: number;
  readonly impression: Impression;
  readonly quality: number;
  readonly minutiae: readonly Minutia[];
  /** Extended data (ridge counts, cores, deltas) as it stood; nothing here reads it. */
  readonly extended: Uint8Array;
}

/** Table 3: live-scan plain, live-scan rolled, nonlive plain, nonlive rolled, swipe. */
export const IMPRESSIONS = [0, 1, 2, 3, 8] as const;
export type Impression = (typeof IMPRESSIONS)[number];

export const MOST_MINUTIAE = 255;
const HEADER_BYTES = 24;
const VIEW_BYTES = 4;
const MINUTIA_BYTES = 6;
const MAGIC = [0x46, 0x4d, 0x52, 0x00]; // FMR
const VERSION = [0x20, 0x32, 0x30, 0x00]; // " 20"
const KINDS = ['other', 'ending', 'bifurcation'] as const;
/** 250 and about 1,000 pixels per inch: what livescan devices give. */
const COARSEST = 98;
const FINEST = 400;
const WIDEST = 0x3fff;

/**
 * Reads one record that holds one finger view.
 * @throws Refusal `biometric.template_*` with `byte`, the place where reading stopped.
 */
export function readMinutiaeRecord(bytes: Uint8Array): MinutiaeRecord {
  expectBytes(bytes, 0, MAGIC, 'biometric.template_magic');
  expectBytes(bytes, 4, VERSION, 'biometric.template_version');
  if (bytes.length < HEADER_BYTES) throw at('biometric.template_cut', bytes.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(8);
  if (length > bytes.length) throw at('biometric.template_cut', bytes.length);
  if (length < bytes.length) throw at('biometric.template_trailing', length);
  const capture = view.getUint16(12);
  const header = {
    certification: capture >> 12,
    device: capture & 0xfff,
    width: sizeAt(view, 14),
    height: sizeAt(view, 16),
    xPixelsPerCm: resolutionAt(view, 18),
    yPixelsPerCm: resolutionAt(view, 20),
  };
  if (bytes[22] !== 1) throw at('biometric.template_views', 22);
  if (bytes[23] !== 0) throw at('biometric.template_reserved', 23);
  return { ...header, ...readView(view, header) };
}

function readView(view: DataView, image: { width: number; height: number }) {
  const length = view.byteLength;
  if (length < HEADER_BYTES + VIEW_BYTES) throw at('biometric.template_cut', length);
  const finger = view.getUint8(24);
  if (finger < 1 || finger > 10) throw at('biometric.template_finger', 24);
  const numberAndImpression = view.getUint8(25);
  if (numberAndImpression >> 4 !== 0) throw at('biometric.template_view_number', 25);
  const impression = impressionOf(numberAndImpression & 0xf);
  const quality = qualityAt(view, 26);
  const count = view.getUint8(27);
  const first = HEADER_BYTES + VIEW_BYTES;
  const end = first + count * MINUTIA_BYTES;
  checkLengths(view, count, end);
  const minutiae: Minutia[] = [];
  for (let byte = first; byte < end; byte += MINUTIA_BYTES) minutiae.push(readMinutia(view, byte, image));
  const extended = new Uint8Array(view.buffer, view.byteOffset + end + 2, length - end - 2).slice();
  return { finger, impression, quality, minutiae, extended };
}

/** The count, the extended data's own length and the record's length must add up. */
function checkLengths(view: DataView, count: number, end: number): void {
  const length = view.byteLength;
  const fits = end + 2 <= length && end + 2 + view.getUint16(end) === length;
  // The count is one byte: of 300 minutiae it says 44, and what follows shows it.
  const room = (length - HEADER_BYTES - VIEW_BYTES - 2) / MINUTIA_BYTES;
  if (!fits && Number.isInteger(room) && room > MOST_MINUTIAE && room % 256 === count) {
    throw at('biometric.template_many_minutiae', 27);
  }
  if (count === 0) throw at('biometric.template_no_minutiae', 27);
  if (end + 2 > length) throw at('biometric.template_cut', length);
  if (!fits) throw at('biometric.template_length', end);
}

function readMinutia(view: DataView, byte: number, image: { width: number; height: number }): Minutia {
  const typed = view.getUint16(byte);
  const kind = KINDS[typed >> 14];
  if (!kind) throw at('biometric.template_type', byte);
  const x = typed & WIDEST;
  if (x >= image.width) throw at('biometric.template_outside', byte);
  const second = view.getUint16(byte + 2);
  if (second >> 14 !== 0) throw at('biometric.template_reserved', byte + 2);
  if (second >= image.height) throw at('biometric.template_outside', byte + 2);
  return { kind, x, y: second, angle: view.getUint8(byte + 4), quality: qualityAt(view, byte + 5) };
}

/**
 * Writes one record.
 * @throws Refusal with the same codes as reading: whatever is written can be read.
 */
export function writeMinutiaeRecord(record: MinutiaeRecord): Uint8Array {
  const { minutiae, extended } = record;
  if (minutiae.length === 0) throw at('biometric.template_no_minutiae', 27);
  if (minutiae.length > MOST_MINUTIAE) throw at('biometric.template_many_minutiae', 27);
  if (extended.length > 0xffff) throw at('biometric.template_length', 28 + minutiae.length * MINUTIA_BYTES);
  if (!isUint(record.certification, 15) || !isUint(record.device, 0xfff)) throw at('biometric.template_device', 12);
  const end = HEADER_BYTES + VIEW_BYTES + minutiae.length * MINUTIA_BYTES;
  const bytes = new Uint8Array(end + 2 + extended.length);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC, 0);
  bytes.set(VERSION, 4);
  view.setUint32(8, bytes.length);
  view.setUint16(12, (record.certification << 12) | record.device);
  writeUint16s(view, record);
  bytes[22] = 1;
  bytes[24] = uint(record.finger, 255, 'biometric.template_finger', 24);
  bytes[25] = uint(record.impression, 15, 'biometric.template_impression', 25);
  bytes[26] = uint(record.quality, 100, 'biometric.template_quality', 26);
  bytes[27] = minutiae.length;
  minutiae.forEach((minutia, n) => writeMinutia(view, HEADER_BYTES + VIEW_BYTES + n * MINUTIA_BYTES, minutia));
  view.setUint16(end, extended.length);
  bytes.set(extended, end + 2);
  // Reading is the one list of checks.
  readMinutiaeRecord(bytes);
  return bytes;
}

function writeUint16s(view: DataView, record: MinutiaeRecord): void {
  view.setUint16(14, uint(record.width, WIDEST, 'biometric.template_image', 14));
  view.setUint16(16, uint(record.height, WIDEST, 'biometric.template_image', 16));
  view.setUint16(18, uint(record.xPixelsPerCm, FINEST, 'biometric.template_resolution', 18));
  view.setUint16(20, uint(record.yPixelsPerCm, FINEST, 'biometric.template_resolution', 20));
}

function writeMinutia(view: DataView, byte: number, minutia: Minutia): void {
  const kind = KINDS.indexOf(minutia.kind);
  if (kind < 0) throw at('biometric.template_type', byte);
  view.setUint16(byte, (kind << 14) | uint(minutia.x, WIDEST, 'biometric.template_outside', byte));
  view.setUint16(byte + 2, uint(minutia.y, WIDEST, 'biometric.template_outside', byte + 2));
  view.setUint8(byte + 4, uint(minutia.angle, 255, 'biometric.template_outside', byte + 4));
  view.setUint8(byte + 5, uint(minutia.quality, 100, 'biometric.template_quality', byte + 5));
}

function expectBytes(bytes: Uint8Array, from: number, expected: readonly number[], code: BiometricRefusal): void {
  for (const [n, byte] of expected.entries()) {
    if (from + n >= bytes.length) throw at('biometric.template_cut', bytes.length);
    if (bytes[from + n] !== byte) throw at(code, from + n);
  }
}

function sizeAt(view: DataView, byte: number): number {
  const size = view.getUint16(byte);
  if (size === 0 || size > WIDEST) throw at('biometric.template_image', byte);
  return size;
}

function resolutionAt(view: DataView, byte: number): number {
  const resolution = view.getUint16(byte);
  if (resolution < COARSEST || resolution > FINEST) throw at('biometric.template_resolution', byte);
  return resolution;
}

function qualityAt(view: DataView, byte: number): number {
  const quality = view.getUint8(byte);
  if (quality > 100) throw at('biometric.template_quality', byte);
  return quality;
}

function impressionOf(code: number): Impression {
  const known = IMPRESSIONS.find((each) => each === code);
  if (known === undefined) throw at('biometric.template_impression', 25);
  return known;
}

function isUint(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= most;
}

function uint(value: number, most: number, code: BiometricRefusal, byte: number): number {
  if (!isUint(value, most)) throw at(code, byte);
  return value;
}

function at(code: BiometricRefusal, byte: number) {
  return refuse(code, { values: { byte } });
}
