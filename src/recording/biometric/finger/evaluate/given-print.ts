/** Prints for tests: waves around an arch with a minutia wherever their phase winds (Larkin, Fletcher 2007). Never a person's. */
import sharp from 'sharp';
import type { GreyImage } from '../extract/image.ts';
import { randomFrom } from './random.ts';

const SIDE = 260;
const PERIOD = 9;
const MINUTIAE = 18;

export interface GivenMinutia {
  readonly x: number;
  readonly y: number;
}

/** Where the minutiae of the finger `seed` are; impressions lie `shift` pixels aside. */
export function givenMinutiae(seed: number): GivenMinutia[] {
  const random = randomFrom(seed);
  const found: GivenMinutia[] = [];
  while (found.length < MINUTIAE) {
    const one = { x: 45 + random() * (SIDE - 90), y: 45 + random() * (SIDE - 90) };
    if (found.every(({ x, y }) => Math.hypot(x - one.x, y - one.y) > 26)) found.push(one);
  }
  return found;
}

export function givenPrint(seed: number, { shift = 0 }: { shift?: number } = {}): GreyImage {
  const minutiae = givenMinutiae(seed);
  const noise = randomFrom(seed * 100 + shift);
  const pixels = new Uint8Array(SIDE * SIDE);
  for (let row = 0; row < SIDE; row++)
    for (let column = 0; column < SIDE; column++) {
      const [x, y] = [column - shift, row - shift / 2];
      const arch = Math.hypot(x - SIDE / 2, y - 1.6 * SIDE);
      let phase = (2 * Math.PI * arch) / PERIOD;
      for (const [n, at] of minutiae.entries()) phase += (n % 2 ? 1 : -1) * Math.atan2(y - at.y, x - at.x);
      const inside = Math.hypot((column - SIDE / 2) / 0.85, row - SIDE / 2) < SIDE / 2 - 12;
      pixels[row * SIDE + column] = inside ? 128 + 90 * Math.cos(phase) + 20 * (noise() - 0.5) : 250;
    }
  return { width: SIDE, height: SIDE, pixels, dpi: 500 };
}

/** A file that says `dpi` of itself, true or not. */
export async function asPng({ width, height, pixels, dpi }: GreyImage): Promise<Buffer> {
  return sharp(pixels, { raw: { width, height, channels: 1 } })
    .withMetadata({ density: dpi })
    .png()
    .toBuffer();
}
