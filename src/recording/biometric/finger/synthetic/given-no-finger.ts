/** Pictures in which there is no finger: what an extractor must not read minutiae from. */
import type { GreyImage } from '../extract/image.ts';
import { noiseOver, randomOf } from './random.ts';

const [WIDTH, HEIGHT] = [360, 440];

function picture(greyAt: (x: number, y: number) => number): GreyImage {
  const pixels = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, n) =>
    Math.max(0, Math.min(255, Math.round(greyAt(n % WIDTH, Math.floor(n / WIDTH))))),
  );
  return { width: WIDTH, height: HEIGHT, pixels, dpi: 500 };
}

export function noFinger(): Readonly<Record<string, GreyImage>> {
  const random = randomOf(1, 99);
  const cloth = noiseOver(random, { width: WIDTH, height: HEIGHT }, 6);
  const words = noiseOver(random, { width: WIDTH, height: HEIGHT }, 5);
  return {
    'one grey': picture(() => 180),
    'noise of a sensor': picture(() => 180 + 3 * random.bell()),
    'noise of every pixel': picture(() => 256 * random.next()),
    'soft noise': picture((x, y) => 128 + 110 * cloth(x, y)),
    'a shade from side to side': picture((x, y) => 40 + (170 * x) / WIDTH + 3 * Math.sin(y) + random.bell()),
    'lines of text': picture((x, y) => (y % 26 < 13 && words(x, Math.floor(y / 26) * 9) > 0 ? 30 : 230)),
    'bars wider than ridges': picture((x) => 128 + 100 * Math.sin((2 * Math.PI * x) / 26)),
    'straight bars like ridges': picture((x) => 128 + 100 * Math.sin((2 * Math.PI * x) / 9)),
    'a face, about': picture((x, y) => {
      const spot = (cx: number, cy: number, rx: number, ry: number) =>
        Math.exp(-(((x - cx) / rx) ** 2) - ((y - cy) / ry) ** 2);
      const head = 150 * spot(180, 210, 120, 170);
      const features = 90 * (spot(130, 180, 22, 10) + spot(230, 180, 22, 10) + spot(180, 300, 45, 10));
      return 60 + head - features - 40 * spot(180, 245, 12, 25) + 2 * random.bell();
    }),
  };
}
