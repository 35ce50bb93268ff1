import { expect, test } from 'vitest';
import { asCivilDate } from '../../../core/time/index.ts';
import { expiryOf, inOrder, keyExpiry } from './rules.ts';

const on = asCivilDate('2018-12-11');

test('an end is warned about in time to do something, and stays said when it has passed', () => {
  const standing = (until: string) => expiryOf('pks', 'PKS/1', asCivilDate(until), on).standing;
  expect(['2018-12-10', '2018-12-11', '2019-04-10', '2019-04-11'].map(standing)).toEqual([
    'past',
    'soon',
    'soon',
    'later',
  ]);
  expect(expiryOf('grant', 'x', asCivilDate('2019-04-10'), on).standing).toBe('later');
});

test('a key is to be changed after a year, and ends nothing by itself', () => {
  const { until, standing } = keyExpiry('kunci', asCivilDate('2017-12-25'), on);
  expect([until, standing]).toEqual(['2018-12-25', 'soon']);
});

test('the nearest stands first', () => {
  const list = ['2020-01-01', '2018-01-01', '2019-01-01'].map((day) => expiryOf('mou', day, asCivilDate(day), on));
  expect(inOrder(list).map(({ name }) => name)).toEqual(['2018-01-01', '2019-01-01', '2020-01-01']);
});
