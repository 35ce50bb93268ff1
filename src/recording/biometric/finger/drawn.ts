import sharp from 'sharp';
import type { DrawnPrint } from './drawing/index.ts';
import { atWorkingResolution, type GreyImage } from './extract/image.ts';
import type { TakenMinutiae } from './take-minutiae.ts';

/** A print to draw into a file, which carries its picture with it. */
export async function drawn({ found, picture }: TakenMinutiae): Promise<DrawnPrint> {
  const { width, height, minutiae } = found;
  return { width, height, minutiae, picture: await asAddress(atWorkingResolution(picture)) };
}

async function asAddress({ width, height, pixels }: GreyImage): Promise<string> {
  const png = await sharp(pixels, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
  return `data:image/png;base64,${png.toString('base64')}`;
}
