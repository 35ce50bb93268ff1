/**
 * Finger minutiae records, ANSI/INCITS 378-2004, read only.
 * Always holds: a view is checked by the one list of checks that ISO records are (minutiae-record.ts); a record that lies is
 * refused with the byte where it does.
 *
 * What differs from ISO/IEC 19794-2:2005, which begins with the same eight bytes: the length takes two bytes, or six of which the
 * first two are 0; the maker's product (CBEFF, four bytes) follows; a view of one finger may be one of several; the finger may be
 * unknown; angles go in steps of two degrees. They turn the same way, counter-clockwise from the right.
 */
import { Refusal } from '../../../core/refusal/index.ts';
import { refuse, type BiometricRefusal } from '../refusals.ts';
import { readMinutiaeRecord, type MinutiaeRecord } from './minutiae-record.ts';

const BEGINNING = [0x46, 0x4d, 0x52, 0x00, 0x20, 0x32, 0x30, 0x00]; // FMR, " 20"
const LENGTH = 8;
/** Where the device, which both standards have, begins: behind a length of two bytes and the product. */
const DEVICE = 14;
const LONG_LENGTH_BYTES = 4;
const HEADER_BYTES = 26;
const VIEW_BYTES = 4;
const MINUTIA_BYTES = 6;
const ANGLE = 4;
/** Steps of two degrees in a turn. */
const TURN = 180;
const ISO_TURN = 256;
const ISO_DEVICE = 12;
const ISO_HEADER_BYTES = 24;

/** Which of the two a record is of; `null` where its beginning is neither's. The lengths tell: nothing else is sure. */
export function minutiaeFormatOf(bytes: Uint8Array): 'iso-19794-2:2005' | 'incits-378-2004' | null {
  if (bytes.length < LENGTH + 6 || BEGINNING.some((byte, n) => bytes[n] !== byte)) return null;
  const view = viewOf(bytes);
  if (view.getUint32(LENGTH) === bytes.length) return 'iso-19794-2:2005';
  // Two zeros begin the length of a small ISO record, or of an INCITS record of more than 65,535 bytes.
  const incits = view.getUint16(LENGTH) !== 0 || view.getUint32(LENGTH + 2) === bytes.length;
  return incits ? 'incits-378-2004' : 'iso-19794-2:2005';
}

/**
 * Reads a record of one view or several, each as a record of its own. Extended data is kept as it stood, with its angles in
 * steps of two degrees. `finger` says which one it is where the record does not know.
 * @throws Refusal `biometric.template_*` with `byte`, the place where reading stopped.
 */
export function readIncits378(
  bytes: Uint8Array,
  given: { readonly finger?: number | undefined } = {},
): readonly MinutiaeRecord[] {
  expectBeginning(bytes);
  const shift = lengthBytes(bytes);
  const views = bytes[shift + HEADER_BYTES - 2]!;
  if (views === 0) throw at('biometric.template_no_view', shift + HEADER_BYTES - 2);
  const records: MinutiaeRecord[] = [];
  let from = shift + HEADER_BYTES;
  for (let n = 0; n < views; n++) {
    const end = endOfView(bytes, from);
    records.push(readView(bytes, { shift, from, end, finger: given.finger }));
    from = end;
  }
  if (from !== bytes.length) throw at('biometric.template_length', from);
  return records;
}

function expectBeginning(bytes: Uint8Array): void {
  for (const [n, byte] of BEGINNING.entries()) {
    if (n >= bytes.length) throw at('biometric.template_cut', n);
    if (bytes[n] !== byte) throw at(n < 4 ? 'biometric.template_magic' : 'biometric.template_version', n);
  }
}

/** How many bytes the length takes more than two; it must be the record's own. */
function lengthBytes(bytes: Uint8Array): number {
  if (bytes.length < HEADER_BYTES) throw at('biometric.template_cut', bytes.length);
  const view = viewOf(bytes);
  const short = view.getUint16(LENGTH);
  const shift = short === 0 ? LONG_LENGTH_BYTES : 0;
  if (bytes.length < HEADER_BYTES + shift) throw at('biometric.template_cut', bytes.length);
  const length = short === 0 ? view.getUint32(LENGTH + 2) : short;
  if (length > bytes.length) throw at('biometric.template_cut', bytes.length);
  if (length < bytes.length) throw at('biometric.template_trailing', length);
  return shift;
}

function endOfView(bytes: Uint8Array, from: number): number {
  if (from + VIEW_BYTES > bytes.length) throw at('biometric.template_cut', bytes.length);
  const minutiaeEnd = from + VIEW_BYTES + bytes[from + 3]! * MINUTIA_BYTES;
  if (minutiaeEnd + 2 > bytes.length) throw at('biometric.template_cut', bytes.length);
  const end = minutiaeEnd + 2 + viewOf(bytes).getUint16(minutiaeEnd);
  if (end > bytes.length) throw at('biometric.template_length', minutiaeEnd);
  return end;
}

interface View {
  readonly shift: number;
  readonly from: number;
  readonly end: number;
  readonly finger: number | undefined;
}

/** Laid out as an ISO record of one view and read as such; the place of a refusal is told in this record's own bytes. */
function readView(bytes: Uint8Array, { shift, from, end, finger }: View): MinutiaeRecord {
  const iso = new Uint8Array(ISO_HEADER_BYTES + end - from);
  iso.set(bytes.subarray(0, LENGTH));
  viewOf(iso).setUint32(LENGTH, iso.length);
  iso.set(bytes.subarray(shift + DEVICE, shift + HEADER_BYTES), ISO_DEVICE);
  iso.set(bytes.subarray(from, end), ISO_HEADER_BYTES);
  iso[22] = 1;
  iso[24] = fingerOf(bytes, from, finger);
  // Of which view of this finger it is nothing hangs; the impression is the lower half.
  iso[25] = bytes[from + 1]! & 0xf;
  turnAngles(iso, bytes[from + 3]!, (byte) => from + byte - ISO_HEADER_BYTES);
  try {
    return readMinutiaeRecord(iso);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const byte = Number(error.values['byte']);
    const place = byte < ISO_HEADER_BYTES ? byte + shift + DEVICE - ISO_DEVICE : from + byte - ISO_HEADER_BYTES;
    throw new Refusal(error.code, error.status, { values: { byte: place } });
  }
}

function fingerOf(bytes: Uint8Array, from: number, given: number | undefined): number {
  const finger = bytes[from]!;
  if (finger !== 0) return finger;
  if (given === undefined) throw at('biometric.template_which_finger', from);
  return given;
}

function turnAngles(iso: Uint8Array, minutiae: number, placeOf: (byte: number) => number): void {
  for (let n = 0; n < minutiae; n++) {
    const byte = ISO_HEADER_BYTES + VIEW_BYTES + n * MINUTIA_BYTES + ANGLE;
    const steps = iso[byte]!;
    if (steps >= TURN) throw at('biometric.template_angle', placeOf(byte));
    iso[byte] = Math.round((steps * ISO_TURN) / TURN) % ISO_TURN;
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function at(code: BiometricRefusal, byte: number) {
  return refuse(code, { values: { byte } });
}
