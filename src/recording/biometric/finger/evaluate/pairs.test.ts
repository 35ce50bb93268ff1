import { expect, test } from 'vitest';
import { knownScores, pairsOf, worstPairs, type SetScores } from './pairs.ts';

const print = (name: string) => ({ name: `${name}.png`, path: name, finger: name.split('_')[0]! });
const scored = (
  names: readonly string[],
  rows: readonly (readonly number[])[],
  failed: readonly string[] = [],
): SetScores => ({
  set: { name: 'set', prints: names.map(print), others: 0 },
  rows: rows.map((row) => Float64Array.from(row)),
  failed: names.map((name) => failed.includes(name)),
});

const one = scored(['a_1', 'a_2', 'b_1', 'b_2'], [[0.5, 0.1, 0], [0.2, 0], [0], []], ['b_2']);

test('every print is a pair with every other of its set, once; those of one finger are mated', () => {
  expect([...pairsOf(one)].map(({ a, b, same, score }) => [a.name, b.name, same, score])).toEqual([
    ['a_1.png', 'a_2.png', true, 0.5],
    ['a_1.png', 'b_1.png', false, 0.1],
    ['a_1.png', 'b_2.png', false, 0],
    ['a_2.png', 'b_1.png', false, 0.2],
    ['a_2.png', 'b_2.png', false, 0],
    ['b_1.png', 'b_2.png', true, 0],
  ]);
});

test('prints of two sets are no pair, and what failed counts with a score of 0', () => {
  const other = scored(['a_1', 'a_2'], [[0.9], []]);
  expect(knownScores([one, other])).toEqual({ mated: [0.5, 0, 0.9], nonMated: [0.1, 0, 0.2, 0] });
});

test('the worst pairs are those that the comparison is most wrong about, in order, without what failed before it', () => {
  const worst = worstPairs([one], 1);
  expect(worst.mated.map(({ score }) => score)).toEqual([0.5]);
  expect(worst.nonMated.map(({ a, b }) => [a.name, b.name])).toEqual([['a_2.png', 'b_1.png']]);
  const all = worstPairs([one, scored(['a_1', 'a_2', 'a_3'], [[0.4, 0.9], [0.1], []])], 3);
  expect(all.mated.map(({ score }) => score)).toEqual([0.1, 0.4, 0.5]);
  expect(all.nonMated.map(({ score }) => score)).toEqual([0.2, 0.1]);
});
