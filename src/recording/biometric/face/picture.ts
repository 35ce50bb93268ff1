import sharp from 'sharp';
import { refuse } from '../refusals.ts';

/** Pixels as the encoder takes them: red, green, blue, each 0..255, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
  /** How many of these pixels one of the picture's own became. */
  readonly scale: number;
}

const MOST_BYTES = 20 * 2 ** 20;
const MOST_PIXELS = 40_000_000;
const SMALLEST_SIDE = 64;
/** What a face needs, and what a large camera picture is brought down to. */
const LONGEST_SIDE = 1280;
const SHORTEST_SIDE = 256;
const FORMATS = ['png', 'jpeg', 'tiff', 'webp'];

/** Looks at the size before anything is decoded: a small file may unfold to gigabytes. Refuses `biometric.picture_*`. */
export async function decodePicture(bytes: Uint8Array): Promise<Pixels> {
  if (bytes.length === 0) throw refuse('biometric.picture_empty');
  if (bytes.length > MOST_BYTES) throw refuse('biometric.picture_too_large', { values: { pixels: 0 } });
  const netpbm = readNetpbm(bytes);
  const { width, height } = netpbm ?? (await sizeOf(bytes));
  if (width * height > MOST_PIXELS) throw refuse('biometric.picture_too_large', { values: { pixels: width * height } });
  if (Math.min(width, height) < SMALLEST_SIDE)
    throw refuse('biometric.picture_too_small', { values: { width, height } });
  const down = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  const scale = Math.max(
    down,
    Math.min(LONGEST_SIDE / Math.max(width, height), SHORTEST_SIDE / Math.min(width, height)),
  );
  try {
    const source = netpbm
      ? sharp(netpbm.samples, { raw: { width, height, channels: netpbm.channels } })
      : sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 }).autoOrient();
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

async function sizeOf(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  try {
    const { format, autoOrient } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (format && FORMATS.includes(format)) return autoOrient;
  } catch (error) {
    throw refuse('biometric.picture_unreadable', { detail: String(error).slice(0, 200) });
  }
  throw refuse('biometric.picture_unreadable', { detail: 'another format' });
}

/** Grey as red, green and blue alike. */
function threefold(data: Uint8Array, channels: number): Uint8Array {
  const rgb = new Uint8Array((data.length / channels) * 3);
  for (let n = 0, at = 0; n < data.length; n += channels) rgb.fill(data[n]!, at, (at += 3));
  return rgb;
}

/** Binary PGM and PPM, in which research sets often come; null for anything else. */
function readNetpbm(bytes: Uint8Array) {
  const head = /^P([56])\s+(?:#[^\n]*\s+)*(\d{1,6})\s+(\d{1,6})\s+255\s/.exec(
    Buffer.from(bytes.subarray(0, 512)).toString('latin1'),
  );
  if (!head) return null;
  const channels = head[1] === '5' ? (1 as const) : (3 as const);
  const [width, height] = [Number(head[2]), Number(head[3])];
  const samples = bytes.subarray(head[0].length);
  if (samples.length < width * height * channels) throw refuse('biometric.picture_unreadable', { detail: 'cut' });
  return { width, height, channels, samples: samples.subarray(0, width * height * channels) };
}
