import { expect, test } from 'vitest';
import { placeOf } from './place.ts';

/** A ridge of height 1 in the rows from 3 to 5 that ends behind column `end`, in a plane of 12 x 9. */
const ridge = (end: number) => ({
  width: 12,
  height: 9,
  values: Float32Array.from({ length: 12 * 9 }, (_, n) => {
    const [x, y] = [n % 12, Math.floor(n / 12)];
    return x <= end && Math.abs(y - 4) <= 1 ? 1 - 0.25 * Math.abs(y - 4) : -1;
  }),
});

test('an end lies between pixels: where the ridge goes over into a valley, and in its middle', () => {
  const { x, y } = placeOf(ridge(6), { x: 5, y: 4, dx: -1, dy: 0 }, 1, 8);
  // Half of the way from the last pixel of the ridge to the first of the valley, and back by what a line ends before that.
  expect(x).toBeCloseTo(6.5 - 0.29 * 8, 6);
  expect(y).toBeCloseTo(4, 6);
  const below = placeOf(ridge(6), { x: 5, y: 5, dx: -1, dy: 0 }, 1, 8);
  expect(below.y).toBeLessThan(5);
});

test('an end at the edge of the picture stays in it', () => {
  for (const [x, y, dx, dy] of [
    [11, 4, -1, 0],
    [0, 4, 1, 0],
    [5, 0, 0, 1],
    [5, 8, 0, -1],
  ] as const) {
    const place = placeOf(ridge(11), { x, y, dx, dy }, 1, 8);
    expect(place.x).toBeGreaterThanOrEqual(0);
    expect(place.x).toBeLessThanOrEqual(11);
    expect(place.y).toBeGreaterThanOrEqual(0);
    expect(place.y).toBeLessThanOrEqual(8);
  }
});
