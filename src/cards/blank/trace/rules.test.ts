import { expect, test } from 'vitest';
import { breaksOf } from './rules.ts';

const at = (day: number) => `2018-12-${String(day).padStart(2, '0')}T00:00:00.000Z`;
const keeper = (name: string, from: number, until: number | null) => ({
  name,
  from: at(from),
  until: until === null ? null : at(until),
});
const stay = (from: number, until: number | null, ...keepers: ReturnType<typeof keeper>[]) => ({
  store: 'Gudang',
  office: 'Kantor',
  from: at(from),
  until: until === null ? null : at(until),
  keepers,
});

test('a chain in which somebody always answered has no break', () => {
  const custody = [stay(3, 5, keeper('A', 1, 4), keeper('B', 4, null)), stay(5, null, keeper('C', 2, null))];
  expect(breaksOf({ custody, movements: [] })).toEqual([]);
});

test('a time without a keeper is a break: between two, before the first, after the last', () => {
  const custody = [stay(1, 9, keeper('A', 2, 4), keeper('B', 5, 8))];
  expect(breaksOf({ custody, movements: [] }).map(({ from, until }) => [from, until])).toEqual([
    [at(1), at(2)],
    [at(4), at(5)],
    [at(8), at(9)],
  ]);
  expect(breaksOf({ custody: [stay(1, null)], movements: [] })).toMatchObject([{ from: at(1), until: null }]);
});

test('a blank that is missing is a break until it is found', () => {
  const move = (kind: 'missed' | 'found', day: number, state: 'MISSING' | 'IN_STOCK') =>
    ({ kind, recordedAt: at(day), to: { store: 'Gudang', state } }) as never;
  const movements = [move('missed', 3, 'MISSING')];
  expect(breaksOf({ custody: [], movements })).toMatchObject([{ why: 'missing', from: at(3), until: null }]);
  const found = [...movements, move('found', 6, 'IN_STOCK')];
  expect(breaksOf({ custody: [], movements: found })).toMatchObject([{ until: at(6) }]);
});
