/** Pictures that `sharp` decodes. */
import sharp, { type Sharp } from 'sharp';
import { refuse } from '../refusals.ts';
import { kindOf, type PictureKind } from './kind.ts';

const CODED: readonly (PictureKind | null)[] = ['png', 'jpeg', 'tiff', 'webp'];

/** Width and height as the picture is meant to be seen, from its head alone. Refuses `biometric.picture_unreadable`. */
export async function sizeOfCoded(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  // Before the decoder is asked: it reads more than pictures (drawings in SVG, for one).
  if (!CODED.includes(kindOf(bytes))) throw refuse('biometric.picture_unreadable', { detail: 'another format' });
  try {
    return (await sharp(bytes, { limitInputPixels: false }).metadata()).autoOrient;
  } catch (error) {
    throw refuse('biometric.picture_unreadable', { detail: String(error).slice(0, 200) });
  }
}

export interface OpenGiven {
  readonly mostPixels: number;
  /** Values as they are in the file, whatever screen it was made for. */
  readonly ignoreIcc?: boolean;
}

/** The first page, upright. */
export function openCoded(bytes: Uint8Array, { mostPixels, ignoreIcc = false }: OpenGiven): Sharp {
  return sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', pages: 1, ignoreIcc }).autoOrient();
}
