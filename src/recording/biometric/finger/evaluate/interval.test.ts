import { expect, test } from 'vitest';
import { eerInterval } from './interval.ts';
import type { SetScores } from './pairs.ts';

/** `fingers` of two impressions; those of one finger score `mated(finger)`, others 0.1 to 0.5. */
function scored(fingers: number, mated: (finger: number) => number): SetScores {
  const prints = Array.from({ length: 2 * fingers }, (_, n) => ({ name: `${n}`, path: '', finger: `${n >> 1}` }));
  const rows = prints.map((one, n) =>
    Float64Array.from(prints.slice(n + 1), (other, m) =>
      one.finger === other.finger ? mated(n >> 1) : 0.1 + (0.4 * ((n * 7 + m * 13) % 97)) / 97,
    ),
  );
  return { set: { name: 'set', prints, others: 0 }, rows, failed: prints.map(() => false) };
}

test('where every finger is told apart other fingers are too', () => {
  expect(eerInterval([scored(20, () => 0.9)])).toEqual([0, 0]);
});

test('the fewer fingers a rate rests on, the wider is what it may be', () => {
  const wide = ([low, high]: readonly [number, number]) => high - low;
  const mated = (finger: number) => (finger % 5 === 0 ? 0.2 : 0.9);
  const [few, many] = [eerInterval([scored(10, mated)])!, eerInterval([scored(60, mated)])!];
  expect(few[0]).toBeLessThan(0.2);
  expect(few[1]).toBeGreaterThan(0.2);
  expect(wide(many)).toBeLessThan(0.7 * wide(few));
  expect(eerInterval([scored(10, mated)])).toEqual(few);
});

test('of too few fingers nothing is said', () => {
  expect(eerInterval([scored(7, () => 0.9)])).toBeNull();
});
