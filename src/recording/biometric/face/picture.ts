import sharp from 'sharp';
import { openCoded, sizeOfCoded } from '../picture/coded.ts';
import { kindOf } from '../picture/kind.ts';
import { isNetpbm, readNetpbm } from '../picture/netpbm.ts';
import { checkBytes, checkSmallest } from '../picture/size.ts';
import { refuse } from '../refusals.ts';

/** Pixels as the encoder takes them: red, green, blue, each 0..255, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
  /** How many of these pixels one of the picture's own became. */
  readonly scale: number;
}

const MOST_PIXELS = 40_000_000;
/** What a face needs, and what a large camera picture is brought down to. */
const LONGEST_SIDE = 1280;
const SHORTEST_SIDE = 256;

/** Looks at the size before anything is decoded: a small file may unfold to gigabytes. Refuses `biometric.picture_*`. */
export async function decodePicture(bytes: Uint8Array): Promise<Pixels> {
  checkBytes(bytes);
  const kind = kindOf(bytes);
  const netpbm = isNetpbm(kind) ? readNetpbm(bytes, kind) : null;
  const { width, height } = netpbm ?? (await sizeOfCoded(bytes));
  if (width * height > MOST_PIXELS) throw refuse('biometric.picture_too_large', { values: { pixels: width * height } });
  checkSmallest(width, height);
  const down = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  const scale = Math.max(
    down,
    Math.min(LONGEST_SIDE / Math.max(width, height), SHORTEST_SIDE / Math.min(width, height)),
  );
  try {
    const source = netpbm
      ? sharp(netpbm.samples, { raw: { width, height, channels: netpbm.channels } })
      : openCoded(bytes, { mostPixels: MOST_PIXELS });
    const { data, info } = await source
      .flatten({ background: '#808080' })
      .resize({ width: Math.round(width * scale), height: Math.round(height * scale), fit: 'fill' })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    return {
      width: info.width,
      height: info.height,
      rgb: info.channels === 3 ? data : threefold(data, info.channels),
      scale,
    };
  } catch (error) {
    throw refuse('biometric.picture_unreadable', { detail: String(error).slice(0, 200) });
  }
}

/** Grey as red, green and blue alike. */
function threefold(data: Uint8Array, channels: number): Uint8Array {
  const rgb = new Uint8Array((data.length / channels) * 3);
  for (let n = 0, at = 0; n < data.length; n += channels) rgb.fill(data[n]!, at, (at += 3));
  return rgb;
}
