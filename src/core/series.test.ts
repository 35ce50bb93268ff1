import { expect, test } from 'vitest';
import { runningSums } from './series.ts';
import { asCivilDate } from './time/index.ts';

const days = ['2018-01-31', '2018-02-28', '2018-03-31'].map(asCivilDate);
const key = { measure: 'resident.total', region: '3175', part: '' };

test('what begins on a day stands on every later one until it ends; nought is not listed', () => {
  const sums = runningSums(days);
  sums.add(key, 1, 5);
  sums.add(key, 3, -5);
  expect(sums.list()).toEqual([
    { ...key, day: '2018-01-31', n: 5 },
    { ...key, day: '2018-02-28', n: 5 },
  ]);
});

test('what begins behind the last day is in none', () => {
  const sums = runningSums(days);
  sums.add(key, 4, 5);
  expect(sums.list()).toEqual([]);
});
