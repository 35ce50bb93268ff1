import sharp from 'sharp';
import { refuse } from '../refusals.ts';
import { WORKING_DPI, type GreyImage } from './extract/image.ts';

/** The grey picture in a PNG, JPEG or TIFF file. */
export async function readFingerPicture(bytes: Uint8Array, given: { dpi?: number } = {}): Promise<GreyImage> {
  try {
    const { density } = await sharp(bytes).metadata();
    const said = density !== undefined && density >= 250 && density <= 1100 ? density : WORKING_DPI;
    const { data, info } = await sharp(bytes)
      .flatten({ background: '#ffffff' })
      .greyscale()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const pixels = info.channels === 1 ? new Uint8Array(data) : data.filter((_, n) => n % info.channels === 0);
    return { width: info.width, height: info.height, pixels, dpi: given.dpi ?? said };
  } catch (error) {
    throw refuse('biometric.picture_unreadable', { detail: String(error).slice(0, 200) });
  }
}
