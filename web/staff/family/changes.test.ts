import { expect, test } from 'vitest';
import { seatFault } from './changes.ts';

const seats = (...relations: string[]) =>
  relations.map((relation, place) => ({ ref: String(place), name: 'X', note: '', relation }));

test.each([
  [[], 'one', 'seats.nobody'],
  [['1', ''], 'one', 'seats.relation'],
  [['3', '4'], 'one', 'seats.head'],
  [['1', '1'], 'one', 'seats.twoHeads'],
  [['1', '3', '4'], 'one', null],
  [['4'], 'none', null],
  [['1'], 'none', 'seats.noHeadHere'],
] as const)('relations %j in a card with %s head: %s', (relations, head, fault) => {
  expect(seatFault(seats(...relations), { head })).toBe(fault);
});
