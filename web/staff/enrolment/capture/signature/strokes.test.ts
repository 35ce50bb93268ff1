import fc from 'fast-check';
import { expect, test } from 'vitest';
import { curvesOf, isSignature, LEAST_LENGTH, lengthOf, withPoint, type Stroke } from './strokes.ts';

const point = fc.record({
  x: fc.integer({ min: 0, max: 800 }),
  y: fc.integer({ min: 0, max: 400 }),
  pressure: fc.double({ min: 0, max: 1, noNaN: true }),
});
const line = (length: number): Stroke => [0, length].map((x) => ({ x, y: 50, pressure: 0.5 }));

test('nothing, a dot and a slip of the hand are no signature', () => {
  expect(isSignature([])).toBe(false);
  expect(isSignature([[{ x: 9, y: 9, pressure: 1 }]])).toBe(false);
  expect(isSignature([line(LEAST_LENGTH / 2)])).toBe(false);
  expect(isSignature([line(LEAST_LENGTH / 2), line(LEAST_LENGTH / 2)])).toBe(true);
});

test('the line begins and ends where the pen did and has no gap', () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 2, maxLength: 40 }), (stroke) => {
      const curves = curvesOf(stroke);
      const place = ({ x, y }: { x: number; y: number }) => ({ x, y });
      expect(place(curves[0]!.from)).toEqual(place(stroke[0]!));
      expect(place(curves.at(-1)!.to)).toEqual(place(stroke.at(-1)!));
      for (const [at, curve] of curves.slice(1).entries()) expect(place(curve.from)).toEqual(place(curves[at]!.to));
    }),
  );
});

test('a dot is drawn, and pressing harder draws thicker', () => {
  expect(curvesOf([{ x: 5, y: 5, pressure: 0.5 }])).toHaveLength(1);
  const width = (pressure: number) => curvesOf(line(50).map((each) => ({ ...each, pressure })))[0]!.width;
  expect(width(1)).toBeGreaterThan(width(0.2));
});

test('a hand that trembles on one spot adds no points, and the way stays what it was', () => {
  const stroke = line(200);
  const trembled = [1, 0.5, 1.5].reduce((all, x) => withPoint(all, { x: 200 + x, y: 50, pressure: 0.5 }), stroke);
  expect(trembled).toBe(stroke);
  expect(lengthOf([withPoint(stroke, { x: 240, y: 50, pressure: 0.5 })])).toBe(240);
});
