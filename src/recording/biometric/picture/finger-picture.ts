/**
 * A picture of a finger in any format that stations and archives send: WSQ, PNG, JPEG, TIFF, BMP, PGM and PPM.
 * Always holds: a file that is malformed, too large or of a resolution that nothing is found at is refused with the place and the reason.
 */
import type { GreyImage } from '../finger/extract/image.ts';
import { refuse } from '../refusals.ts';
import { readBitmap } from './bmp.ts';
import { openCoded, sizeOfCoded } from './coded.ts';
import { greyOf } from './grey.ts';
import { inspectJpeg } from './jpeg.ts';
import { kindOf, type PictureKind } from './kind.ts';
import { readNetpbm } from './netpbm.ts';
import { inspectPng } from './png.ts';
import { resolutionTaken, type Inspected, type Resolution } from './resolution.ts';
import { checkBytes, checkFingerSize, MOST_FINGER_PIXELS } from './size.ts';
import { faultAt, sourceOf } from './source.ts';
import { inspectTiff } from './tiff.ts';
import { decodeWsq } from './wsq/wsq.ts';

export interface FingerPicture extends GreyImage {
  readonly format: PictureKind;
  /** Whether the file itself says a resolution. Where nobody does, 500 dpi is taken. */
  readonly resolutionSaid: boolean;
}

interface Read {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
  readonly said: Resolution | null;
}

/**
 * Refuses `biometric.picture_*`. `dpi` is what the caller knows of the resolution, and is believed before the file.
 *
 * @example
 * const { minutiae } = extractFinger(await readFingerPicture(await readFile('thumb.wsq')));
 */
export async function readFingerPicture(
  bytes: Uint8Array,
  given: { readonly dpi?: number | undefined } = {},
): Promise<FingerPicture> {
  checkBytes(bytes);
  const kind = kindOf(bytes);
  if (kind === null || kind === 'webp') throw refuse('biometric.picture_kind', { values: { byte: 0 } });
  const { width, height, pixels, said } = await read(bytes, kind);
  return { width, height, pixels, dpi: resolutionTaken(given.dpi, said), format: kind, resolutionSaid: said !== null };
}

async function read(bytes: Uint8Array, kind: Exclude<PictureKind, 'webp'>): Promise<Read> {
  switch (kind) {
    case 'wsq': {
      const { dpi, ...picture } = decodeWsq(bytes);
      return { ...picture, said: dpi === null ? null : { x: dpi, y: dpi } };
    }
    case 'bmp':
      return readBitmap(bytes);
    case 'pgm':
    case 'ppm': {
      const { width, height, samples, channels } = readNetpbm(bytes, kind);
      checkFingerSize(width, height);
      return { width, height, pixels: greyOf(samples, channels), said: null };
    }
    case 'png':
      return decoded(bytes, kind, inspectPng(bytes));
    case 'jpeg':
      return decoded(bytes, kind, inspectJpeg(bytes));
    case 'tiff':
      return decoded(bytes, kind, inspectTiff(bytes));
  }
}

async function decoded(bytes: Uint8Array, kind: PictureKind, { said, pixelsFrom }: Inspected): Promise<Read> {
  const unreadable = (error: unknown) =>
    faultAt(sourceOf(kind, bytes), 'data', { byte: pixelsFrom, detail: String(error).slice(0, 200) });
  const size = await sizeOfCoded(bytes).catch((error: unknown) => {
    throw unreadable(error);
  });
  checkFingerSize(size.width, size.height);
  try {
    const { data, info } = await openCoded(bytes, { mostPixels: MOST_FINGER_PIXELS, ignoreIcc: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, pixels: greyOf(data, info.channels), said };
  } catch (error) {
    throw unreadable(error);
  }
}
