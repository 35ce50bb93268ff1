/**
 * Our format of a face's embedding: `JDF1`, the whole length (4 bytes), the length of the encoder's name (1), the number of
 * values (2), the name in ASCII, the values as 32-bit floats, and the CRC-32 of all before it; big-endian as in ISO records.
 * Always holds: values of two encoders are never compared, and a damaged template is refused.
 */
import { crc32 } from 'node:zlib';
import { refuse, type BiometricRefusal } from '../refusals.ts';

export interface FaceTemplate {
  /** Who made it, with what: `human-faceres-1`. */
  readonly encoder: string;
  /** Of length 1, so that a product of two is their cosine. */
  readonly embedding: Float32Array;
}

const MAGIC = 0x4a444631; // JDF1
const HEADER_BYTES = 11;
const CHECKSUM_BYTES = 4;
const NAME = /^[a-z0-9][a-z0-9.-]{0,63}$/;
const MOST_VALUES = 4096;

/** @throws Refusal `biometric.template_*` or `biometric.face_template_*` with `byte`. */
export function readFaceTemplate(bytes: Uint8Array): FaceTemplate {
  if (bytes.length < HEADER_BYTES + CHECKSUM_BYTES) throw at('biometric.template_cut', bytes.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0) !== MAGIC) throw at('biometric.face_template_magic', 0);
  const length = view.getUint32(4);
  if (length > bytes.length) throw at('biometric.template_cut', bytes.length);
  if (length < bytes.length) throw at('biometric.template_trailing', length);
  const nameBytes = bytes[8]!;
  const values = view.getUint16(9);
  if (length !== HEADER_BYTES + nameBytes + 4 * values + CHECKSUM_BYTES) throw at('biometric.template_length', 4);
  const end = length - CHECKSUM_BYTES;
  if (view.getUint32(end) !== crc32(bytes.subarray(0, end))) throw at('biometric.face_template_checksum', end);
  const first = HEADER_BYTES + nameBytes;
  const encoder = String.fromCharCode(...bytes.subarray(HEADER_BYTES, first));
  if (!NAME.test(encoder)) throw at('biometric.face_template_encoder', HEADER_BYTES);
  const embedding = Float32Array.from({ length: values }, (_, n) => view.getFloat32(first + 4 * n));
  if (!isUnit(embedding)) throw at('biometric.face_template_values', first);
  return { encoder, embedding };
}

/** @throws Refusal as reading does: whatever is written can be read. */
export function writeFaceTemplate({ encoder, embedding }: FaceTemplate): Uint8Array {
  if (!NAME.test(encoder)) throw at('biometric.face_template_encoder', HEADER_BYTES);
  const first = HEADER_BYTES + encoder.length;
  if (!isUnit(embedding)) throw at('biometric.face_template_values', first);
  const end = first + 4 * embedding.length;
  const bytes = new Uint8Array(end + CHECKSUM_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC);
  view.setUint32(4, bytes.length);
  bytes[8] = encoder.length;
  view.setUint16(9, embedding.length);
  for (let n = 0; n < encoder.length; n++) bytes[HEADER_BYTES + n] = encoder.charCodeAt(n);
  embedding.forEach((value, n) => view.setFloat32(first + 4 * n, value));
  view.setUint32(end, crc32(bytes.subarray(0, end)));
  return bytes;
}

/** The same direction at length 1; null where there is none. */
export function normalised(values: ArrayLike<number>): Float32Array | null {
  const length = Math.hypot(...Float64Array.from(values));
  if (!(length > 1e-9) || !Number.isFinite(length)) return null;
  return Float32Array.from(values, (value) => value / length);
}

function isUnit(embedding: Float32Array): boolean {
  if (embedding.length < 8 || embedding.length > MOST_VALUES) return false;
  const squared = embedding.reduce((sum, value) => sum + value * value, 0);
  return Math.abs(squared - 1) < 1e-3;
}

function at(code: BiometricRefusal, byte: number) {
  return refuse(code, { values: { byte } });
}
