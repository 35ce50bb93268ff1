import { expect, test } from 'vitest';
import type { Traced } from '../../../../src/cards/blank/schema.ts';
import { chainsOf, joined, placesOf } from './chain.ts';

const span = (first: number, last = first) => ({ first: String(first), last: String(last) });
const traced = (serial: number, over: object = {}) =>
  ({
    serial: String(serial),
    box: { code: 'BOKS-1' },
    now: { store: 'Gudang', office: 'Kantor', state: 'IN_STOCK', frozen: false },
    movements: [{ id: 'a' }],
    ...over,
  }) as unknown as Traced;

test('blanks of one history are told once, with their serials joined; another history stands by itself', () => {
  const chains = chainsOf([traced(7), traced(8), traced(9, { movements: [{ id: 'a' }, { id: 'b' }] }), traced(10)]);
  expect(chains.map(({ spans }) => spans)).toEqual([[span(7, 8), span(10)], [span(9)]]);
});

test('where the books have what was seen elsewhere is said once a place', () => {
  const elsewhere = { now: { store: 'Gudang', office: 'Kantor', state: 'MISSING', frozen: false } };
  expect(placesOf([traced(1), traced(2), traced(3, elsewhere)])).toMatchObject([
    { n: 2, now: { state: 'IN_STOCK' } },
    { n: 1, now: { state: 'MISSING' } },
  ]);
});

test('spans chosen twice count once', () => {
  expect(joined([span(5, 9)], [span(1, 6), span(10), span(20)])).toEqual([span(1, 10), span(20)]);
  expect(joined([], [])).toEqual([]);
});
