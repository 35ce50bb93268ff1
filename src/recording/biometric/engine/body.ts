/**
 * A person made ready to compare, as words in one block. The first 25 words are the directory: whose face values these are, where they lie, how many and
 * at what scale their bytes are, and where each of the ten fingers lies and how many cylinders it has; places are counted from the block's own start.
 */
import { crc32 } from 'node:zlib';
import { readFaceTemplate } from '../face/face-template.ts';
import { fingerCode, STRIDE, type FingerCode } from '../finger/cylinder.ts';
import { readMinutiaeRecord } from '../finger/minutiae-record.ts';
import { packedWords, packFinger, unpackFinger } from '../kernel/packed-finger.ts';
import { refuse } from '../refusals.ts';
import { isPosition, itemKey, type Template } from '../schema.ts';

/** Somebody in a gallery: fingers are unpacked when they are asked for. */
export interface Body {
  /** A number that stands for the encoder's name; 0 without a face. */
  readonly encoder: number;
  readonly face: Float32Array | null;
  /** Whether there is a finger with enough minutiae. */
  has(position: number): boolean;
  /** The finger, in `scratch` until the next one is unpacked there. */
  finger(position: number, scratch: Int32Array): FingerCode;
}

/** Somebody who is compared with many: all fingers at hand. */
export interface Probe {
  readonly encoder: number;
  readonly face: Float32Array | null;
  /** By position less one; null where there is none with enough minutiae. */
  readonly fingers: readonly (FingerCode | null)[];
}

export interface Parts {
  readonly face: { readonly encoder: number; readonly embedding: Float32Array } | null;
  readonly fingers: readonly { readonly position: number; readonly code: FingerCode }[];
}

export const POSITIONS: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** What the words of the directory say; then come two for each finger. */
export const ENCODER = 0;
export const FACE_AT = 1;
export const FACE_LENGTH = 2;
export const BYTES_AT = 3;
/** A float: a value of the face is its byte times this. */
export const BYTE_SCALE = 4;
export const FINGERS = 5;
const DIRECTORY_WORDS = FINGERS + 2 * POSITIONS.length;

/** A finger with fewer cylinders is like no other, not even itself pressed again: it says nothing, for or against. */
const FEWEST_CYLINDERS = 10;
/** An ISO record holds no more minutiae. */
const MOST_CYLINDERS = 255;

export const scratchFinger = (): Int32Array => new Int32Array(MOST_CYLINDERS * STRIDE);

/** The number that stands for an encoder in a body. */
export function encoderNumber(name: string): number {
  return crc32(name) | 0 || 1;
}

/** Refuses what no body can be made of; templates of irises and signatures are kept elsewhere and not compared here. */
export function checkTemplates(templates: readonly Template[]): void {
  const seen = new Set<string>();
  for (const template of templates) {
    const { modality, position, format, bytes } = template;
    if (!isPosition(modality, position)) throw refuse('biometric.no_such_position', { values: { modality, position } });
    const key = itemKey(template);
    if (seen.has(key)) throw refuse('biometric.item_twice', { values: { item: key } });
    seen.add(key);
    if (modality === 'finger' && format === 'iso-19794-2:2005') {
      const { finger } = readMinutiaeRecord(bytes);
      if (finger !== position) throw refuse('biometric.position_differs', { values: { position, finger } });
    } else if (modality === 'face' && format === 'jatidiri-face-1') readFaceTemplate(bytes);
    else throw refuse('biometric.format_unknown', { values: { modality, format } });
  }
}

/** The block of a person whose templates were checked. */
export function writeBody(templates: readonly Template[]): ArrayBuffer {
  const face = templates.find(({ modality }) => modality === 'face');
  const read = face ? readFaceTemplate(face.bytes) : null;
  return layBody({
    face: read && { encoder: encoderNumber(read.encoder), embedding: read.embedding },
    fingers: templates
      .filter(({ modality }) => modality === 'finger')
      .map(({ position, bytes }) => ({ position, code: fingerCode(readMinutiaeRecord(bytes)) })),
  });
}

/** The block of a face and fingers; those with too few cylinders are left out. */
export function layBody({ face, fingers }: Parts): ArrayBuffer {
  const rich = fingers.filter(({ code }) => code.count >= FEWEST_CYLINDERS);
  const values = face?.embedding.length ?? 0;
  const fingerWords = rich.reduce((sum, { code }) => sum + packedWords(code.count), 0);
  const block = new ArrayBuffer(4 * (DIRECTORY_WORDS + values + byteWords(values) + fingerWords));
  const words = new Int32Array(block);
  let at = DIRECTORY_WORDS;
  if (face) {
    const { bytes, scale } = asBytes(face.embedding);
    new Int8Array(block, 4 * at, values).set(bytes);
    new Float32Array(block, 4 * BYTE_SCALE, 1)[0] = scale;
    at += byteWords(values);
    // Far from what a first look reads.
    const end = at + fingerWords;
    words.set([face.encoder, end, values, DIRECTORY_WORDS], ENCODER);
    new Float32Array(block, 4 * end, values).set(face.embedding);
  }
  for (const { position, code } of rich) {
    words.set([at, code.count], FINGERS + 2 * (position - 1));
    packFinger(code, words, at);
    at += packedWords(code.count);
  }
  return block;
}

/** Words of a face's bytes: sixteen at a time, as kernels read them. */
function byteWords(values: number): number {
  return 4 * Math.ceil(values / 16);
}

/** A face's values in a byte each, as fine as the largest of them allows. */
function asBytes(embedding: Float32Array): { bytes: Int8Array; scale: number } {
  const most = embedding.reduce((found, value) => Math.max(found, Math.abs(value)), 1e-9);
  return { bytes: Int8Array.from(embedding, (value) => Math.round((127 * value) / most)), scale: most / 127 };
}

/** Where a finger lies packed in the block that begins at word `base`, and its cylinders: none where the finger is not there. */
export function packedFinger(words: Int32Array, base: number, position: number): { at: number; cylinders: number } {
  const place = base + FINGERS + 2 * (position - 1);
  return { at: base + words[place]!, cylinders: words[place + 1]! };
}

/** Looks at the block that begins at word `base`; copies nothing. */
export function readBody(words: Int32Array, base = 0): Body {
  const encoder = words[base + ENCODER]!;
  const place = (position: number) => base + FINGERS + 2 * (position - 1);
  return {
    encoder,
    face:
      encoder === 0
        ? null
        : new Float32Array(words.buffer, 4 * (base + words[base + FACE_AT]!), words[base + FACE_LENGTH]),
    has: (position) => words[place(position) + 1]! > 0,
    finger: (position, scratch) =>
      unpackFinger(words, base + words[place(position)]!, words[place(position) + 1]!, scratch),
  };
}

export function asProbe(body: Body): Probe {
  const scratch = scratchFinger();
  const fingers = POSITIONS.map((position): FingerCode | null => {
    if (!body.has(position)) return null;
    const { count, words } = body.finger(position, scratch);
    return { count, words: words.slice() };
  });
  return { encoder: body.encoder, face: body.face, fingers };
}
