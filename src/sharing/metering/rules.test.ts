import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CivilDate } from '../../core/time/index.ts';
import { KIND_NAMES, KINDS } from '../partner/rules.ts';
import {
  daysLeft,
  lineText,
  METHODS,
  mostOfPackage,
  nextMonth,
  packagePrice,
  priceOf,
  TARIFFS,
  tariffOn,
} from './rules.ts';

const LAW = '2023-03-28' as CivilDate;
const tariff = tariffOn(LAW);

describe('a question', () => {
  test('costs a bank a thousand rupiah by NIK, two with a finger, three with a face, from the first day of the law on', () => {
    expect(METHODS.map((method) => priceOf('bank', method, LAW))).toEqual([1_000, 2_000, 3_000]);
    expect(METHODS.map((method) => priceOf('bank', method, '2023-03-27' as CivilDate))).toEqual([0, 0, 0]);
    expect(priceOf('bank', 'nik', '2018-11-01' as CivilDate, '2018-10-01')).toBe(1_000);
    expect(priceOf('bank', 'nik', '2018-09-30' as CivilDate, '2018-10-01')).toBe(0);
  });

  test('costs nothing whoever seeks no profit', () => {
    for (const kind of KIND_NAMES) expect(priceOf(kind, 'face', LAW) === 0).toBe(KINDS[kind].free);
  });
});

describe('a list of people', () => {
  test.for([
    [1, 6_800_000, 10_000_000],
    [1_000_000, 6_800_000, 10_000_000],
    [1_000_001, 13_280_000, 20_000_000],
    [10_000_000, 13_280_000, 20_000_000],
    [50_000_000, 19_500_000, 30_000_000],
    [100_000_000, 24_000_000, 40_000_000],
    [100_000_001, 33_360_000, 50_000_000],
  ] as const)('of %i people costs Rp%i with every element, else Rp%i', ([persons, complete, incomplete]) => {
    expect(packagePrice('bank', { persons, complete: true }, tariff)).toBe(complete);
    expect(packagePrice('bank', { persons, complete: false }, tariff)).toBe(incomplete);
  });

  test('never costs less because it is longer or less complete, and nothing without a tariff, people or a payer', () => {
    fc.assert(
      fc.property(fc.nat(200_000_000), fc.nat(200_000_000), (one, other) => {
        const [short, long] = [Math.min(one, other), Math.max(one, other)];
        // What is set aside for a list is enough for whatever is compared of it.
        for (const complete of [true, false])
          expect(mostOfPackage('bank', long, tariff)).toBeGreaterThanOrEqual(
            packagePrice('bank', { persons: short, complete }, tariff),
          );
        const cost = (persons: number, complete: boolean) => packagePrice('company', { persons, complete }, tariff);
        expect(cost(short, true)).toBeLessThanOrEqual(cost(long, true));
        expect(cost(short, true)).toBeLessThanOrEqual(cost(short, false));
        expect(Number.isSafeInteger(cost(long, false))).toBe(true);
      }),
    );
    expect(packagePrice('ministry', { persons: 5, complete: false }, tariff)).toBe(0);
    expect(packagePrice('bank', { persons: 5, complete: false }, null)).toBe(0);
    expect(packagePrice('bank', { persons: 0, complete: false }, tariff)).toBe(0);
  });
});

test('tariffs stand in the order of their days, each with its source', () => {
  const days = TARIFFS.map(({ from }) => from);
  expect(days).toEqual(days.toSorted());
  expect(TARIFFS.every(({ source }) => source.length > 0)).toBe(true);
});

test('a balance lasts as many whole days as it pays for, and for ever where nothing is asked', () => {
  expect(daysLeft(70_000, 70_000)).toBe(7);
  expect(daysLeft(69_999, 70_000)).toBe(6);
  expect(daysLeft(0, 1_000)).toBe(0);
  expect(daysLeft(5_000, 0)).toBeNull();
  fc.assert(
    fc.property(fc.nat(1e12), fc.integer({ min: 1, max: 1e9 }), (balance, spent) => {
      const days = daysLeft(balance, spent)!;
      expect((days * spent) / 7).toBeLessThanOrEqual(balance + 1);
      expect(((days + 1) * spent) / 7).toBeGreaterThan(balance - 1);
    }),
  );
});

test('a line of a statement is its cells and nothing else', () => {
  const line = { at: '2018-11-14T03:30:00.000Z', reference: 'TRX-1', unit: 'KC', purpose: 'public_service' };
  const text = lineText({ ...line, questions: 2, price: 1_000, entry: 'e' });
  expect(text).toBe('2018-11-14T03:30:00.000Z\tTRX-1\tKC\tpublic_service\t2\t1000\te');
});

test('months follow one another over the end of a year', () => {
  expect([nextMonth('2018-11'), nextMonth('2018-12'), nextMonth('2018-09')]).toEqual(['2018-12', '2019-01', '2018-10']);
});
