import { expect, test } from 'vitest';
import { fingerOf, impressionOf } from '../../../simulation/body/index.ts';
import { fingerCode, type FingerCode } from '../finger/cylinder.ts';
import { collectFingers } from './finger-index.ts';

const press = (n: number, visit: number) =>
  fingerCode(impressionOf(fingerOf(n, 2), 2, { state: n * 1000 + visit }, { wear: 0.4 }).record);
const none: FingerCode = { count: 0, words: new Int32Array(0) };
const PEOPLE = 60;
const collect = () => {
  const collected = collectFingers(60 * PEOPLE);
  for (let n = 0; n < PEOPLE; n++) collected.add(n === 7 ? none : press(n, 1));
  return collected.index();
};

test('of twenty second visits nineteen have their own finger among the first tenth', () => {
  const index = collect();
  const reached = Array.from({ length: PEOPLE }, (_, n) => n).filter((n) => {
    const votes = index.votes(press(n, 2));
    return n === 7 || votes.filter((vote) => vote >= votes[n]!).length <= PEOPLE / 10;
  });
  expect(reached.length).toBeGreaterThanOrEqual(0.95 * PEOPLE);
});

test('the same fingers give the same votes, whoever asked before; a finger without cylinders gives and gets none', () => {
  const index = collect();
  const votes = [...index.votes(press(3, 2))];
  expect(votes[7]).toBe(0);
  expect([...index.votes(none)].every((vote) => vote === 0)).toBe(true);
  expect([...index.votes(press(3, 2))]).toEqual(votes);
  expect([...collect().votes(press(3, 2))]).toEqual(votes);
});

test('an index holds as many cylinders as it was told, and says when there are more', () => {
  const collected = collectFingers(60);
  collected.add(press(1, 1));
  expect(() => collected.add(press(2, 1))).toThrow(RangeError);
});
