/**
 * The faces of a shelf one behind the other, as bytes: read so, a face costs a fifth of what it costs where it lies among its owner's fingers. A shelf holds those of
 * one encoder, the commonest on it; others are looked at where they lie.
 */
import { BYTE_SCALE, BYTES_AT, ENCODER, FACE_LENGTH } from './body.ts';
import { rowBytes, type FaceScan } from './face-look.ts';
import type { Reader } from './segments.ts';

export interface FaceShelf {
  readonly encoder: number;
  readonly values: number;
  /** By place on the shelf; 0 where there is no face of this encoder. */
  readonly scales: Float32Array;
  readonly bytes: Int8Array;
}

const HEADER_WORDS = 4;

/** The faces of the slots from `from` up to `end`, in memory of its own that threads may share. */
export function buildFaceShelf(people: Reader, from: number, end: number): SharedArrayBuffer {
  const { encoder, values } = commonest(people, from, end);
  const places = end - from;
  const shelf = new SharedArrayBuffer(4 * (HEADER_WORDS + places) + places * rowBytes(values));
  new Int32Array(shelf, 0, HEADER_WORDS).set([encoder, values, places]);
  const { scales, bytes } = readFaceShelf(shelf);
  if (values === 0) return shelf;
  for (let slot = from; slot < end; slot++) {
    if (!people.find(slot)) continue;
    const words = people.words();
    const at = people.at();
    if (words[at + ENCODER] !== encoder || words[at + FACE_LENGTH] !== values) continue;
    const first = 4 * (at + words[at + BYTES_AT]!);
    bytes.set(people.bytes().subarray(first, first + rowBytes(values)), (slot - from) * rowBytes(values));
    scales[slot - from] = people.floats()[at + BYTE_SCALE]!;
  }
  return shelf;
}

function commonest(people: Reader, from: number, end: number): Pick<FaceShelf, 'encoder' | 'values'> {
  const counts = new Map<string, number>();
  for (let slot = from; slot < end; slot++) {
    if (!people.find(slot)) continue;
    const key = `${people.words()[people.at() + ENCODER]} ${people.words()[people.at() + FACE_LENGTH]}`;
    if (!key.startsWith('0 ')) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const [encoder = 0, values = 0] = (most?.[0] ?? '').split(' ').filter(Boolean).map(Number);
  return { encoder, values };
}

export function readFaceShelf(shelf: SharedArrayBuffer): FaceShelf {
  const [encoder, values, places] = new Int32Array(shelf, 0, HEADER_WORDS) as unknown as [number, number, number];
  return {
    encoder,
    values,
    scales: new Float32Array(shelf, 4 * HEADER_WORDS, places),
    bytes: new Int8Array(shelf, 4 * (HEADER_WORDS + places), places * rowBytes(values)),
  };
}

/** By place on the shelf what the faces say that lie on it; null where the probe's is of another encoder, and they say nothing. */
export function lookAlong({ encoder, values, scales, bytes }: FaceShelf, scan: FaceScan): Float64Array | null {
  if (encoder !== scan.encoder || values !== scan.values) return null;
  const llrs = new Float64Array(scales.length);
  for (let place = 0; place < scales.length; place += scan.block) {
    const rows = Math.min(scan.block, scales.length - place);
    scan.put(bytes, place * rowBytes(values), rows);
    llrs.set(scan.llrs(scales.subarray(place, place + rows)), place);
  }
  return llrs;
}

/** Takes faces from the shelf, and overwrites them. `gone` has a place for each on the shelf. */
export function forgetFaces({ values, scales, bytes }: FaceShelf, gone: Uint8Array): void {
  for (let place = 0; place < scales.length; place++) {
    if (gone[place] !== 1) continue;
    scales[place] = 0;
    bytes.fill(0, place * rowBytes(values), (place + 1) * rowBytes(values));
  }
}
