import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, asCivilDate, daysBetween, type CivilDate } from '../../../core/time/index.ts';
import {
  appealDueOn,
  CUT_DAYS,
  cutDue,
  DAYS_BETWEEN_LETTERS,
  lastSemester,
  semesterOf,
  WARNING_DAYS,
  warningDue,
} from './rules.ts';

const day = asCivilDate;

test('a report is due ten days after its semester', () => {
  expect(semesterOf('2020-2')).toEqual({ name: '2020-2', lastDay: '2020-12-31', dueOn: '2021-01-10' });
  expect(lastSemester(day('2021-04-12')).name).toBe('2020-2');
  expect(lastSemester(day('2021-06-30')).name).toBe('2020-2');
  expect(lastSemester(day('2021-07-01')).name).toBe('2021-1');
  expect(lastSemester(day('2021-01-01')).name).toBe('2020-2');
});

test('an appeal is decided within ten working days of its receipt', () => {
  // A Tuesday, a Friday, a Saturday.
  expect(['2018-12-11', '2018-12-07', '2018-12-08'].map((on) => appealDueOn(day(on)))).toEqual([
    '2018-12-25',
    '2018-12-21',
    '2018-12-21',
  ]);
});

test('three warnings on their days, then a proposal after three months: in time for 12 April 2021', () => {
  const dueOn = semesterOf('2020-2').dueOn;
  const written: [CivilDate, number][] = [];
  let cut: CivilDate | null = null;
  for (let on = dueOn; cut === null; on = addDays(on, 1)) {
    const owed = { dueOn, warnings: written.length, lastOn: written.at(-1)?.[0] ?? null };
    const level = warningDue(owed, on);
    if (level !== null) written.push([on, level]);
    else if (cutDue(owed, on)) cut = on;
  }
  expect(written).toEqual([
    ['2021-01-24', 1],
    ['2021-02-09', 2],
    ['2021-03-11', 3],
  ]);
  expect(cut).toBe('2021-04-10');
});

test('however long the clock stood still, nobody gets two letters within a fortnight, nor is proposed before all three', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 8, maxLength: 60 }), (gaps) => {
      const dueOn = day('2021-01-10');
      const written: CivilDate[] = [];
      let on = dueOn;
      for (const gap of gaps) {
        on = addDays(on, gap);
        const owed = { dueOn, warnings: written.length, lastOn: written.at(-1) ?? null };
        const level = warningDue(owed, on);
        if (level !== null) {
          expect(level).toBe(written.length + 1);
          expect(daysBetween(dueOn, on)).toBeGreaterThanOrEqual(WARNING_DAYS[level - 1]!);
          if (owed.lastOn) expect(daysBetween(owed.lastOn, on)).toBeGreaterThanOrEqual(DAYS_BETWEEN_LETTERS);
          written.push(on);
        }
        if (cutDue(owed, on)) {
          expect(written).toHaveLength(3);
          expect(daysBetween(dueOn, on)).toBeGreaterThanOrEqual(CUT_DAYS);
        }
      }
    }),
  );
});
