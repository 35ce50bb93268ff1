/**
 * A person made ready to compare, in one block of shared memory: any thread reads it, none copies it, and it outlives a thread
 * that dies. Words 0 to 22 are the directory: whose face values these are, where the face lies and how long it is, and
 * where each of the ten fingers lies and how many cylinders it has.
 */
import { crc32 } from 'node:zlib';
import { readFaceTemplate } from '../face/face-template.ts';
import { fingerCode, STRIDE, type FingerCode } from '../finger/cylinder.ts';
import { readMinutiaeRecord } from '../finger/minutiae-record.ts';
import { refuse } from '../refusals.ts';
import { isPosition, itemKey, type Template } from '../schema.ts';

export interface Body {
  /** A number that stands for the encoder's name; 0 without a face. */
  readonly encoder: number;
  readonly face: Float32Array | null;
  /** By position less one; null where there is none with enough minutiae. */
  readonly fingers: readonly (FingerCode | null)[];
}

const FINGER_DIRECTORY = 3;
const DIRECTORY_WORDS = FINGER_DIRECTORY + 2 * 10;

/** A finger with fewer cylinders is like no other, not even itself pressed again: it says nothing, for or against. */
const FEWEST_CYLINDERS = 10;

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
export function writeBody(templates: readonly Template[]): SharedArrayBuffer {
  const face = templates.find(({ modality }) => modality === 'face');
  const read = face ? readFaceTemplate(face.bytes) : null;
  const fingers = templates
    .filter(({ modality }) => modality === 'finger')
    .map(({ position, bytes }) => ({ position, code: fingerCode(readMinutiaeRecord(bytes)) }))
    .filter(({ code }) => code.count >= FEWEST_CYLINDERS);
  const fingerWords = fingers.reduce((sum, { code }) => sum + code.count * STRIDE, 0);
  const faceWords = read?.embedding.length ?? 0;
  const block = new SharedArrayBuffer(4 * (DIRECTORY_WORDS + faceWords + fingerWords));
  const words = new Int32Array(block);
  let at = DIRECTORY_WORDS;
  if (read) {
    words.set([encoderNumber(read.encoder), at, faceWords]);
    new Float32Array(block, 4 * at, faceWords).set(read.embedding);
    at += faceWords;
  }
  for (const { position, code } of fingers) {
    words.set([at, code.count], FINGER_DIRECTORY + 2 * (position - 1));
    words.set(code.words, at);
    at += code.words.length;
  }
  return block;
}

/** Looks into a block; copies nothing. */
export function readBody(block: SharedArrayBuffer): Body {
  const words = new Int32Array(block);
  const [encoder, start, length] = words;
  return {
    encoder: encoder!,
    face: encoder === 0 ? null : new Float32Array(block, 4 * start!, length!),
    fingers: Array.from({ length: 10 }, (_, n) => {
      const from = words[FINGER_DIRECTORY + 2 * n]!;
      const count = words[FINGER_DIRECTORY + 2 * n + 1]!;
      return from === 0 ? null : { count, words: words.subarray(from, from + count * STRIDE) };
    }),
  };
}
