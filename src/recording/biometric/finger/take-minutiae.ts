/** From the bytes of a picture to what the engine keeps and compares: the way that a recording goes, and no other. */
import { Refusal } from '../../../core/refusal/index.ts';
import { readFingerPicture, type FingerPicture } from '../picture/finger-picture.ts';
import { refuse } from '../refusals.ts';
import { fingerCode, type FingerCode } from './cylinder.ts';
import { WORKING_DPI } from './extract/image.ts';
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
  /** The file says a resolution that no sensor has, and 500 dpi was taken. */
  readonly resolutionAssumed: boolean;
}

export interface TakeGiven {
  /** For pictures that do not say their own resolution, or a wrong one. */
  readonly dpi: number | undefined;
  /** ISO finger position; a picture does not say which finger it is of. */
  readonly finger?: number;
  /** Takes 500 dpi where a file says what editors write when nobody tells them, 72 or 96; otherwise such a file is refused. */
  readonly assume?: boolean;
}

/** Refuses `biometric.picture_*` what is no picture of a print, `biometric.no_finger` a picture without one. */
export async function takeMinutiae(
  bytes: Uint8Array,
  { dpi, finger = 1, assume = false }: TakeGiven,
): Promise<TakenMinutiae> {
  const { picture, resolutionAssumed } = await readPicture(bytes, dpi, assume);
  const began = performance.now();
  const found = extractFinger(picture);
  const ms = performance.now() - began;
  if (found.minutiae.length === 0) throw refuse('biometric.no_finger');
  return { picture, found, template: writeFingerTemplate(found, { finger, impression: 0 }), ms, resolutionAssumed };
}

async function readPicture(bytes: Uint8Array, dpi: number | undefined, assume: boolean) {
  try {
    return { picture: await readFingerPicture(bytes, { dpi }), resolutionAssumed: false };
  } catch (error) {
    if (!assume || dpi !== undefined || !(error instanceof Refusal) || error.code !== 'biometric.picture_resolution')
      throw error;
    return { picture: await readFingerPicture(bytes, { dpi: WORKING_DPI }), resolutionAssumed: true };
  }
}

/** A template made ready to compare, as the engine does it. */
export function codeOf(template: Uint8Array): FingerCode {
  return fingerCode(readMinutiaeRecord(template));
}
