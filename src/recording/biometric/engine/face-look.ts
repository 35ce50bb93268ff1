/** A look at faces by their bytes: what a face says of many people, one byte a value. */
import { int8Scan } from '../kernel/scan.ts';
import { likelihoodRatio, type Calibration } from '../score/calibration.ts';
import { BYTE_SCALE, BYTES_AT, ENCODER, encoderNumber, FACE_LENGTH, type Probe } from './body.ts';
import type { Reader } from './segments.ts';

/** A probe's face that is held against many. */
export interface FaceScan {
  readonly encoder: number;
  readonly values: number;
  /** So many faces at once. */
  readonly block: number;
  /** Puts the bytes of `rows` faces, `rowBytes(values)` each, behind those that wait. */
  put(bytes: Int8Array, at: number, rows: number): void;
  /** Of all that wait, in their order, given the scale of each one's bytes; then none waits. */
  llrs(scales: ArrayLike<number>): Float64Array;
}

/** Bytes of a face with so many values: sixteen at a time, as kernels read them. */
export const rowBytes = (values: number) => 16 * Math.ceil(values / 16);

/** Null for a probe without a face that a calibration knows. */
export function openFaceScan({ encoder, face }: Probe, calibrations: readonly Calibration[]): FaceScan | null {
  const calibration = calibrations.find(
    (each) => each.modality === 'face' && each.encoder !== null && encoderNumber(each.encoder) === encoder,
  );
  if (!face || !calibration) return null;
  const dims = rowBytes(face.length);
  const most = face.reduce((found, value) => Math.max(found, Math.abs(value)), 1e-9);
  const query = new Int8Array(dims);
  face.forEach((value, n) => (query[n] = Math.round((127 * value) / most)));
  const scan = int8Scan([query], dims);
  return {
    encoder,
    values: face.length,
    block: scan.block,
    put: (bytes, at, rows) => scan.put(bytes, at, rows),
    llrs(scales) {
      const dots = scan.results();
      const llrs = new Float64Array(dots.length);
      for (let n = 0; n < dots.length; n++)
        llrs[n] = likelihoodRatio(calibration, (dots[n]! * scales[n]! * most) / 127);
      return llrs;
    },
  };
}

/** For each of the slots what the face says; 0 where there is none of the same encoder. */
export function lookAtFaces(scan: FaceScan | null, people: Reader, slots: readonly number[]): Float64Array {
  const llrs = new Float64Array(slots.length);
  if (!scan) return llrs;
  const batch: number[] = [];
  const scales: number[] = [];
  const settle = () => {
    for (const [n, llr] of scan.llrs(scales).entries()) llrs[batch[n]!] = llr;
    batch.length = 0;
    scales.length = 0;
  };
  slots.forEach((slot, n) => {
    people.find(slot);
    const words = people.words();
    const at = people.at();
    if (words[at + ENCODER] !== scan.encoder || words[at + FACE_LENGTH] !== scan.values) return;
    scan.put(people.bytes(), 4 * (at + words[at + BYTES_AT]!), 1);
    batch.push(n);
    scales.push(people.floats()[at + BYTE_SCALE]!);
    if (batch.length === scan.block) settle();
  });
  settle();
  return llrs;
}
