import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FEWEST_SHOWN, protectSmallCells } from './rules.ts';
import { protectRegencies } from './figure/rules.ts';

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

test('a regency of few is not given away by its province, nor by the nation', () => {
  const regency = fc.record({ province: fc.constantFrom('31', '32', '33'), n: fc.integer({ min: 1, max: 12 }) });
  fc.assert(
    fc.property(fc.array(regency, { maxLength: 20 }), (given) => {
      const shown = protectRegencies(
        given.map((one, at) => ({ ...one, code: `${one.province}${String(at).padStart(2, '0')}` })),
      );
      const enough = given.some(({ n }) => n >= FEWEST_SHOWN);
      expect(shown.every(({ n }) => n === null || n >= FEWEST_SHOWN)).toBe(true);
      if (!enough || !given.some(({ n }) => n < FEWEST_SHOWN)) return;
      expect(shown.some(({ withheld }) => withheld === 'beside_few')).toBe(true);
      for (const own of Map.groupBy(shown, ({ province }) => province).values())
        if (own.some(({ withheld }) => withheld === 'few') && own.some(({ n }) => n !== null))
          expect(own.filter(({ withheld }) => withheld === 'beside_few')).toHaveLength(1);
    }),
  );
});
