import { expect, test } from 'vitest';
import { fingerOf, impressionOf } from '../../../simulation/body/index.ts';
import { fingerCode, type FingerCode } from '../finger/cylinder.ts';
import { equalErrorRate } from '../score/metrics.ts';
import { BATCH, openFirstStage, probeFinger } from './first-stage.ts';
import { packedWords, packFinger } from './packed-finger.ts';

const stage = openFirstStage();
const press = (n: number, visit: number, wear = 0.4) =>
  fingerCode(impressionOf(fingerOf(n, 2), 2, { state: n * 1000 + visit }, { wear }).record);

function look(probe: FingerCode, gallery: readonly FingerCode[]): number[] {
  stage.hold(probeFinger(probe));
  for (const code of gallery) {
    const packed = new Int32Array(packedWords(code.count));
    packFinger(code, packed, 0);
    expect(stage.take(packed, 0, code.count)).toBe(true);
  }
  return [...stage.scores()];
}

const PEOPLE = 28;
const first = Array.from({ length: PEOPLE }, (_, n) => press(n, 1));
const second = Array.from({ length: PEOPLE }, (_, n) => press(n, 2));
const looked = first.map((probe) => look(probe, second));

test('a first look tells most fingers apart: less than three in a hundred wrong either way', () => {
  const mated = looked.map((scores, n) => scores[n]!);
  const nonMated = looked.flatMap((scores, n) => scores.filter((_, m) => m !== n));
  expect(equalErrorRate({ mated, nonMated })).toBeLessThan(0.03);
});

test('the score of two fingers lies in 0 to 1 and does not depend on who else is in the batch or was held before', () => {
  for (const [n, scores] of looked.entries()) {
    for (const score of scores) expect(score >= 0 && score <= 1).toBe(true);
    expect(look(first[n]!, [second[n]!])).toEqual([scores[n]]);
  }
  expect(look(first[0]!, [first[0]!])[0]).toBeGreaterThan(Math.max(...looked[0]!));
});

test('a finger without cylinders is like no other', () => {
  const none: FingerCode = { count: 0, words: new Int32Array(0) };
  expect(look(none, [first[0]!])).toEqual([0]);
  expect(look(first[0]!, [none])).toEqual([0]);
});

test('a batch takes so many and no more', () => {
  const packed = new Int32Array(packedWords(first[0]!.count));
  for (let n = 0; n < BATCH; n++) expect(stage.take(packed, 0, first[0]!.count)).toBe(true);
  expect(stage.take(packed, 0, first[0]!.count)).toBe(false);
  expect(stage.scores()).toHaveLength(BATCH);
});
