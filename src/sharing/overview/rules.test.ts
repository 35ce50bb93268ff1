import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, asCivilDate, partsOf } from '../../core/time/index.ts';
import { spanBefore } from './rules.ts';

test('the last full month before a day, and the twelve up to it', () => {
  expect(spanBefore(asCivilDate('2018-12-11'))).toEqual({
    month: '2018-11',
    from: '2018-11-01',
    until: '2018-12-01',
    yearFrom: '2017-12-01',
  });
  expect(spanBefore(asCivilDate('2019-01-01'))).toMatchObject({ month: '2018-12', yearFrom: '2018-01-01' });
});

test('it is over before the day, and the twelve months are a year', () => {
  fc.assert(
    fc.property(fc.nat(20_000), (days) => {
      const day = addDays(asCivilDate('1990-01-01'), days);
      const { from, until, yearFrom } = spanBefore(day);
      expect(until <= day).toBe(true);
      expect(addDays(from, 27) < until).toBe(true);
      expect(partsOf(until).year - partsOf(yearFrom).year).toBe(1);
      expect(partsOf(until).month).toBe(partsOf(yearFrom).month);
    }),
  );
});
