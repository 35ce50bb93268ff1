import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerOf, impressionOf } from '../../../simulation/body/index.ts';
import { equalErrorRate } from '../score/metrics.ts';
import { fingerComparer } from './compare.ts';
import { ANGLE, BIT_WORDS, CELLS, fingerCode, MASK, SET_BITS, STRIDE } from './cylinder.ts';
import type { MinutiaeRecord } from './minutiae-record.ts';

const compare = fingerComparer();
const press = (n: number, visit: number, wear = 0.4) =>
  impressionOf(fingerOf(n, 2), 2, { state: n * 1000 + visit }, { wear }).record;

/** The same impression as another device would give it: turned about the image's middle, and at another resolution. */
function seen(record: MinutiaeRecord, quarters: number, scale: number): MinutiaeRecord {
  const { width, height } = record;
  const minutiae = record.minutiae.map(({ x, y, angle, ...rest }) => {
    let at = { x, y };
    for (let n = 0; n < quarters; n++) at = { x: at.y, y: width - 1 - at.x };
    return { ...rest, x: Math.round(at.x * scale), y: Math.round(at.y * scale), angle: (angle + 64 * quarters) & 255 };
  });
  const pixels = Math.round(197 * scale);
  const side = Math.ceil(Math.max(width, height) * scale) + 1;
  return { ...record, width: side, height: side, xPixelsPerCm: pixels, yPixelsPerCm: pixels, minutiae };
}

test('a finger is found among others: less than two in a hundred wrong either way', () => {
  const first = Array.from({ length: 32 }, (_, n) => fingerCode(press(n, 1)));
  const second = Array.from({ length: 32 }, (_, n) => fingerCode(press(n, 2)));
  const mated = first.map((code, n) => compare(code, second[n]!));
  const nonMated = first.flatMap((code, n) => second.flatMap((other, m) => (n === m ? [] : [compare(code, other)])));
  expect(equalErrorRate({ mated, nonMated })).toBeLessThan(0.02);
});

test('the score lies in 0 to 1, is the same each time and the same both ways, whatever the minutiae', () => {
  const minutia = fc.record({
    kind: fc.constant('ending' as const),
    x: fc.integer({ min: 0, max: 399 }),
    y: fc.integer({ min: 0, max: 499 }),
    angle: fc.integer({ min: 0, max: 255 }),
    quality: fc.integer({ min: 0, max: 100 }),
  });
  const minutiae = fc.array(minutia, { minLength: 1, maxLength: 90 });
  fc.assert(
    fc.property(minutiae, minutiae, (a, b) => {
      const one = fingerCode({ xPixelsPerCm: 197, yPixelsPerCm: 197, minutiae: a });
      const other = fingerCode({ xPixelsPerCm: 197, yPixelsPerCm: 197, minutiae: b });
      for (let n = 0; n < one.count; n++) expect(one.words[n * STRIDE + SET_BITS]).toBeGreaterThan(0);
      const score = compare(one, other);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(compare(other, one)).toBe(score);
      expect(fingerComparer()(one, other)).toBe(score);
      expect(compare(one, one)).toBeGreaterThanOrEqual(score);
    }),
    { numRuns: 60 },
  );
});

test('a code does not change when the finger is moved, turned or seen at another resolution', () => {
  const record = press(7, 1);
  const code = fingerCode(record);
  const same = compare(code, code);
  const moved = { ...record, minutiae: record.minutiae.map((each) => ({ ...each, x: each.x + 37, y: each.y + 11 })) };
  expect(compare(code, fingerCode(moved))).toBeCloseTo(same, 6);
  expect(compare(code, fingerCode(seen(record, 0, 2)))).toBeCloseTo(same, 1);
  // The grid turns with the minutia: the very same bits, whichever way the finger lies.
  const bits = ({ count, words }: typeof code) =>
    Array.from({ length: count }, (_, n) => words.slice(n * STRIDE, n * STRIDE + BIT_WORDS).join(' ')).toSorted();
  expect(bits(fingerCode(seen(record, 1, 1)))).toEqual(bits(code));
});

test('fingers are compared that are turned by a quarter against one another, and not upside down', () => {
  const record = press(7, 1);
  expect(compare(fingerCode(record), fingerCode(seen(record, 1, 1)))).toBeGreaterThan(0.5);
  expect(compare(fingerCode(record), fingerCode(seen(record, 2, 1)))).toBeLessThan(0.02);
});

test('a cylinder has 52 cells, its mask never more, and its bits only under the mask', () => {
  const { count, words } = fingerCode(press(3, 1));
  expect(count).toBeGreaterThan(20);
  let last = 0;
  for (let base = 0; base < count * STRIDE; base += STRIDE) {
    const valid = ones(words[base + MASK]!) + ones(words[base + MASK + 1]!);
    expect(valid).toBeLessThanOrEqual(CELLS);
    expect(words[base + SET_BITS]!).toBeLessThanOrEqual(valid * 6);
    expect(words[base + ANGLE]!).toBeGreaterThanOrEqual(last);
    last = words[base + ANGLE]!;
  }
});

test('a finger with one minutia, or all in one place, is like no other', () => {
  const [only] = press(1, 1).minutiae;
  const one = fingerCode({ xPixelsPerCm: 197, yPixelsPerCm: 197, minutiae: [only!] });
  const heap = fingerCode({ xPixelsPerCm: 197, yPixelsPerCm: 197, minutiae: Array.from({ length: 80 }, () => only!) });
  expect(one.count).toBe(0);
  expect(compare(one, fingerCode(press(1, 1)))).toBe(0);
  expect(compare(heap, fingerCode(press(1, 1)))).toBeLessThan(0.02);
});

function ones(word: number): number {
  return (word >>> 0).toString(2).replaceAll('0', '').length;
}
