import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addYears, ageOn, asCivilDate, dayIn, daysBetween, parseCivilDate, ZONES } from './index.ts';

describe('civil dates', () => {
  test.each(['2018-02-31', '2019-02-29', '2018-13-01', '2018-00-10', '18-02-01', '2018-2-1', '2018-04-31'])(
    '%s is no day',
    (text) => {
      expect(parseCivilDate(text)).toBeNull();
    },
  );
  test('a day before 1900 is a day', () => {
    expect(parseCivilDate('1889-12-31')).toBe('1889-12-31');
  });
  test('going forth and back by days gives the day again', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1850-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }),
        fc.integer({ min: -40_000, max: 40_000 }),
        (instant, days) => {
          const date = asCivilDate(instant.toISOString().slice(0, 10));
          expect(addDays(addDays(date, days), -days)).toBe(date);
          expect(daysBetween(date, addDays(date, days))).toBe(days);
        },
      ),
    );
  });
  test('who is born on 29 February is a year older on 1 March', () => {
    expect(ageOn(asCivilDate('2000-02-29'), asCivilDate('2017-02-28'))).toBe(16);
    expect(ageOn(asCivilDate('2000-02-29'), asCivilDate('2017-03-01'))).toBe(17);
    expect(addYears(asCivilDate('2000-02-29'), 17)).toBe('2017-03-01');
  });
});

test('midnight in Jayapura is still yesterday in Jakarta', () => {
  const instant = new Date('2018-12-10T15:30:00Z');
  expect(dayIn(ZONES.WIT, instant)).toBe('2018-12-11');
  expect(dayIn(ZONES.WIB, instant)).toBe('2018-12-10');
});
