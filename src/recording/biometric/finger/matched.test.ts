import { expect, test } from 'vitest';
import { fingerOf, impressionOf } from '../../../simulation/body/index.ts';
import { matchedMinutiae } from './matched.ts';
import type { MinutiaeRecord } from './minutiae-record.ts';

const press = (n: number, visit: number) =>
  impressionOf(fingerOf(n, 2), 2, { state: n * 1000 + visit }, { wear: 0.2 }).record;

/** The same record as a picture of another resolution would give it, turned a little. */
function otherwise(record: MinutiaeRecord, turn: number, scale: number): MinutiaeRecord {
  const [cos, sin] = [Math.cos((turn * Math.PI) / 128), Math.sin((turn * Math.PI) / 128)];
  const minutiae = record.minutiae.map(({ x, y, angle, ...rest }) => ({
    ...rest,
    x: Math.round(scale * (cos * x + sin * y)),
    y: Math.round(scale * (cos * y - sin * x)),
    angle: (angle + turn) & 255,
  }));
  const pixels = 197 * scale;
  return { ...record, xPixelsPerCm: pixels, yPixelsPerCm: pixels, minutiae };
}

test('a print that is turned and of another resolution lies on itself, minutia by minutia', () => {
  const record = press(1, 1);
  const matched = matchedMinutiae(record, otherwise(record, 20, 2));
  expect(matched.length).toBe(record.minutiae.length);
  expect(matched.every(([a, b]) => a === b)).toBe(true);
});

test('two impressions of one finger have more in common than those of two', () => {
  const same = [1, 2, 3].map((n) => matchedMinutiae(press(n, 1), press(n, 2)).length);
  const others = [1, 2, 3].map((n) => matchedMinutiae(press(n, 1), press(n + 1, 2)).length);
  expect(Math.min(...same)).toBeGreaterThan(1.5 * Math.max(...others));
});

test('each minutia has one on it at most, and what is nearly nothing is nothing', () => {
  const matched = matchedMinutiae(press(4, 1), press(4, 2));
  for (const side of [0, 1] as const) expect(new Set(matched.map((pair) => pair[side])).size).toBe(matched.length);
  const two = { ...press(5, 1), minutiae: press(5, 1).minutiae.slice(0, 2) };
  expect(matchedMinutiae(two, two)).toEqual([]);
});
