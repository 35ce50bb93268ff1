import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTooThin, joinedKey, LEAST, MOST_CHANGE, protectedCount, RECORD_KEYS, VARIANCE } from './rules.ts';
import { PERTURBATION } from './table.ts';

const key = fc.integer({ min: 0, max: RECORD_KEYS - 1 });

describe('a figure that is shown', () => {
  test('is never one or two, never further off than five, and zero stays zero', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), key, (n, cellKey) => {
        const shown = protectedCount({ n, cellKey });
        expect(shown === 0 || shown >= LEAST).toBe(true);
        expect(Math.abs(shown - n)).toBeLessThanOrEqual(MOST_CHANGE);
        if (n === 0) expect(shown).toBe(0);
      }),
    );
  });

  test('is right on average, with one variance for every true count', () => {
    PERTURBATION.forEach((row, at) => {
      let from = 0;
      let [mean, square] = [0, 0];
      for (const [change, below] of row) {
        const p = (below - from) / RECORD_KEYS;
        expect(below, `row ${at + 1}`).toBeGreaterThan(from);
        from = below;
        mean += p * change;
        square += p * change * change;
      }
      expect(from).toBe(RECORD_KEYS);
      expect(mean).toBeCloseTo(0, 7);
      expect(square).toBeCloseTo(VARIANCE, 7);
    });
  });

  test('of one person does not say that it is one: every figure up to six may come of it, and of others', () => {
    const figures = (n: number) => new Set(PERTURBATION[n - 1]!.map(([change]) => n + change));
    expect(figures(1)).toEqual(new Set([0, 3, 4, 5, 6]));
    for (const shown of figures(1)) {
      const truths = [1, 2, 3, 4, 5].filter((n) => figures(n).has(shown));
      expect(truths.length, `a figure of ${shown}`).toBeGreaterThan(3);
    }
  });

  test('is the same for the same people, however they were put together', () => {
    fc.assert(
      fc.property(fc.array(key, { minLength: 1, maxLength: 40 }), fc.nat(), (keys, cut) => {
        const at = cut % keys.length;
        const whole = joinedKey(keys);
        expect(joinedKey([joinedKey(keys.slice(at)), joinedKey(keys.slice(0, at))])).toBe(whole);
      }),
    );
  });

  test.each([
    [-1, 0],
    [1.5, 0],
    [3, -1],
    [3, RECORD_KEYS],
  ])('of %d records with the key %d is a fault', (n, cellKey) => {
    expect(() => protectedCount({ n, cellKey })).toThrow(RangeError);
  });
});

test('a table whose shown cells hold fewer than twelve on average is too thin', () => {
  expect(isTooThin([3, 3, 4, 0, 0])).toBe(true);
  expect(isTooThin([3, 0, 0, 21])).toBe(false);
  expect(isTooThin([])).toBe(false);
});
