import { expect, test } from 'vitest';
import { ridgeBand } from './band.ts';

const [WIDTH, HEIGHT] = [60, 50];

/** The greatest value in the middle of what is left of a picture. */
function leftOf(valueAt: (x: number, y: number) => number): number {
  const values = Float32Array.from({ length: WIDTH * HEIGHT }, (_, at) => valueAt(at % WIDTH, Math.floor(at / WIDTH)));
  const band = ridgeBand({ width: WIDTH, height: HEIGHT, values });
  expect([band.width, band.height]).toEqual([WIDTH, HEIGHT]);
  return Math.max(...band.values.filter((_, at) => at % WIDTH > 15 && at % WIDTH < 45));
}

test('ridges stay; a grey, a shade, a blot and noise from pixel to pixel go', () => {
  for (const period of [6, 9, 12])
    expect(leftOf((x, y) => Math.cos((2 * Math.PI * (0.8 * x + 0.6 * y)) / period))).toBeGreaterThan(0.5);
  expect(leftOf(() => 1)).toBeCloseTo(0, 5);
  expect(leftOf((x) => x / WIDTH)).toBeLessThan(0.02);
  expect(leftOf((x) => Math.cos((2 * Math.PI * x) / 50))).toBeLessThan(0.1);
  expect(leftOf((x, y) => ((x + y) % 2 === 0 ? 1 : -1))).toBeLessThan(0.05);
});
