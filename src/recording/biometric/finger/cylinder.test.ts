import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerOf, impressionOf } from '../../../simulation/body/index.ts';
import type { Minutia } from '../schema.ts';
import { plainCylinders } from './cylinder/given-plain.ts';
import type { Point } from './cylinder/hull.ts';
import { TURN_WEIGHTS } from './cylinder/tables.ts';
import { ANGLE, CELLS, fingerCode, MASK, PLANES, SET_BITS, STRIDE, X, Y } from './cylinder.ts';

const coded = (minutiae: readonly Minutia[]) => fingerCode({ xPixelsPerCm: 197, yPixelsPerCm: 197, minutiae });
const pressed = fc
  .tuple(fc.nat(), fc.float({ min: 0, max: 1, noNaN: true }))
  .map(([seed, wear]) => impressionOf(fingerOf(seed, 2), 2, { state: seed }, { wear }).record.minutiae.slice(0, 60));
const anywhere = fc.array(
  fc.record({
    kind: fc.constant('ending' as const),
    x: fc.integer({ min: 0, max: 500 }),
    y: fc.integer({ min: 0, max: 400 }),
    angle: fc.integer({ min: 0, max: 255 }),
    quality: fc.integer({ min: 0, max: 100 }),
  }),
  { maxLength: 60 },
);

/** In the order of a code. */
const pointsOf = (minutiae: readonly Minutia[]): Point[] =>
  minutiae
    .map(({ x, y, angle }) => ({ x, y: -y, angle }))
    .toSorted((a, b) => a.angle - b.angle || a.x - b.x || a.y - b.y);

test('a code is what the formulas of the paper give, bit for bit', () => {
  fc.assert(
    fc.property(fc.oneof(pressed, anywhere), (minutiae) => {
      const { count, words } = coded(minutiae);
      const plain = plainCylinders(pointsOf(minutiae));
      expect(count).toBe(plain.length);
      plain.forEach(({ point, covered, bits }, n) => {
        const cylinder = words.subarray(n * STRIDE, (n + 1) * STRIDE);
        const ones = (from: number, many: number) =>
          Array.from({ length: many }, (_, bit) => bitOf(cylinder, from, bit));
        expect(ones(0, 6 * CELLS)).toEqual(bits);
        expect(ones(MASK, CELLS)).toEqual(covered);
        expect([cylinder[X], cylinder[Y] || 0, cylinder[ANGLE]]).toEqual([point.x, point.y || 0, point.angle]);
        expect(cylinder[SET_BITS]).toBe(bits.filter(Boolean).length);
        for (let cell = 0; cell < CELLS; cell++) {
          const set = [0, 1, 2, 3, 4, 5].filter((k) => bits[k * CELLS + cell]).length;
          const planes = [0, 1, 2].map((plane) => Number(bitOf(cylinder, PLANES + 2 * plane, cell)) << plane);
          expect(planes.reduce((sum, each) => sum + each)).toBe(set);
        }
      });
    }),
    { numRuns: 24 },
  );
});

const bitOf = (words: Int32Array, from: number, bit: number) => ((words[from + (bit >> 5)]! >>> (bit & 31)) & 1) === 1;

test('a code does not depend on which fingers were made ready before, nor on the order of minutiae', () => {
  fc.assert(
    fc.property(pressed, anywhere, (minutiae, other) => {
      const code = coded(minutiae);
      coded(other);
      expect(coded(minutiae.toReversed())).toEqual(code);
    }),
    { numRuns: 20 },
  );
});

test('minutiae on one line have no area but what lies near the line', () => {
  const line = Array.from({ length: 8 }, (_, n): Minutia => ({
    kind: 'other',
    x: 20 * n,
    y: 100,
    angle: 0,
    quality: 0,
  }));
  expect(coded(line).count).toBe(plainCylinders(pointsOf(line)).length);
  expect(coded([]).count).toBe(0);
});

test('how a neighbour is turned is shared out among six directions, and wholly', () => {
  for (let turned = 0; turned < 256; turned++) {
    const shares = TURN_WEIGHTS.slice(6 * turned, 6 * turned + 6);
    // The tails beyond half a turn are nobody's.
    const all = shares.reduce((sum, share) => sum + share);
    expect(all > 0.9999 && all < 1).toBe(true);
    expect(Math.max(...shares)).toBeLessThan(0.55);
    // A turn to the left is what one to the right is in a mirror.
    const mirrored = TURN_WEIGHTS.slice(6 * (-turned & 255), 6 * (-turned & 255) + 6).toReversed();
    shares.forEach((share, k) => expect(share).toBeCloseTo(mirrored[k]!, 6));
  }
});
