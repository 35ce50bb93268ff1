import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FEWEST_SHOWN, protectSmallCells } from './rules.ts';

const counts = fc.array(fc.nat({ max: 40 }), { maxLength: 38 });

describe('small cells', () => {
  test('of one or two are never shown, zero and three are', () => {
    expect(protectSmallCells([0, 3, 900]).map(({ n }) => n)).toEqual([0, 3, 900]);
    expect(protectSmallCells([0, 1, 2, 7, 900])).toEqual([
      { n: 0, withheld: null },
      { n: null, withheld: 'few' },
      { n: null, withheld: 'few' },
      { n: null, withheld: 'beside_few' },
      { n: 900, withheld: null },
    ]);
  });

  test('cannot be filled in from the total: what is withheld is always more than the few themselves', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const shown = protectSmallCells(given);
        expect(shown.every(({ n }) => n === null || n === 0 || n >= FEWEST_SHOWN)).toBe(true);
        const few = shown.filter(({ withheld }) => withheld === 'few').length;
        const beside = shown.filter(({ withheld }) => withheld === 'beside_few').length;
        expect(beside).toBe(few > 0 && given.some((n) => n >= FEWEST_SHOWN) ? 1 : 0);
      }),
    );
  });

  test('are the only ones that are touched', () => {
    fc.assert(
      fc.property(counts, (given) => {
        if (given.some((n) => n > 0 && n < FEWEST_SHOWN)) return;
        expect(protectSmallCells(given).map(({ n }) => n)).toEqual(given);
      }),
    );
  });
});
