/** From the bytes of a picture to what the engine keeps and compares: the way that a recording goes, and no other. */
import { readFingerPicture, type FingerPicture } from '../picture/finger-picture.ts';
import { refuse } from '../refusals.ts';
import { fingerCode, type FingerCode } from './cylinder.ts';
import { extractFinger, type FingerFound } from './extract/extract.ts';
import { readMinutiaeRecord } from './minutiae-record.ts';
import { writeFingerTemplate } from './extract/template.ts';

export interface TakenMinutiae {
  readonly picture: FingerPicture;
  readonly found: FingerFound;
  /** ISO/IEC 19794-2:2005. */
  readonly template: Uint8Array;
  /** From the grey picture to the minutiae; decoding the file is not in it. */
  readonly ms: number;
}

export interface TakeGiven {
  /** For pictures that do not say their own resolution, or a wrong one. */
  readonly dpi: number | undefined;
  /** ISO finger position; a picture does not say which finger it is of. */
  readonly finger?: number;
}

/** Refuses `biometric.picture_*` what is no picture of a print, `biometric.no_finger` a picture without one. */
export async function takeMinutiae(bytes: Uint8Array, { dpi, finger = 1 }: TakeGiven): Promise<TakenMinutiae> {
  const picture = await readFingerPicture(bytes, { dpi });
  const began = performance.now();
  const found = extractFinger(picture);
  const ms = performance.now() - began;
  if (found.minutiae.length === 0) throw refuse('biometric.no_finger');
  return { picture, found, template: writeFingerTemplate(found, { finger, impression: 0 }), ms };
}

/** A template made ready to compare, as the engine does it. */
export function codeOf(template: Uint8Array): FingerCode {
  return fingerCode(readMinutiaeRecord(template));
}
