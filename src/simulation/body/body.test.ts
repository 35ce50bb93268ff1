import { describe, expect, test } from 'vitest';
import {
  CALIBRATIONS,
  equalErrorRate,
  likelihoodRatio,
  readFaceTemplate,
  readMinutiaeRecord,
  SIMULATED_ENCODER,
  type Template,
} from '../../recording/biometric/index.ts';
import { bodyOf, recordBody, twinOf } from './index.ts';

const SEED = 'bodies';
const visits = (n: number) =>
  [1, 2].map((number) => recordBody(bodyOf(SEED, n), { number })) as [Template[], Template[]];
const embedding = (templates: readonly Template[]) => readFaceTemplate(templates[0]!.bytes).embedding;
const alike = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, n) => sum + value * b[n]!, 0);

describe('a recording', () => {
  test('is the same for the same seed, person and visit, and another for another', () => {
    const [first, second] = visits(3);
    expect(recordBody(bodyOf(SEED, 3), { number: 1 })).toEqual(first);
    expect(second).not.toEqual(first);
    expect(recordBody(bodyOf(SEED, 4), { number: 1 })[1]!.bytes).not.toEqual(first[1]!.bytes);
  });

  test('has a face and ten fingers with 20 to 80 minutiae each, as the standard writes them', () => {
    for (let n = 0; n < 10; n++) {
      const templates = visits(n)[0];
      expect(templates.map(({ modality, position }) => `${modality} ${position}`)).toEqual([
        'face 0',
        ...Array.from({ length: 10 }, (_, finger) => `finger ${finger + 1}`),
      ]);
      for (const { bytes, position } of templates.slice(1)) {
        const { finger, minutiae } = readMinutiaeRecord(bytes);
        expect(finger).toBe(position);
        expect(minutiae.length).toBeGreaterThan(20);
        expect(minutiae.length).toBeLessThan(80);
      }
    }
  });

  test('leaves out what is missing, and the rest is as it would have been', () => {
    const whole = visits(5)[0];
    const partly = recordBody(bodyOf(SEED, 5), { number: 1, without: [2, 10] });
    expect(partly).toHaveLength(9);
    expect(partly[1]).toEqual(whole[1]);
  });
});

describe('faces of the nation', () => {
  const people = Array.from({ length: 80 }, (_, n) => visits(n).map(embedding) as [Float32Array, Float32Array]);
  const mated = people.map(([a, b]) => alike(a, b));
  const nonMated = people.flatMap(([a], n) => people.flatMap(([, b], m) => (n === m ? [] : [alike(a, b)])));

  test('are told apart about as well as a real encoder does, not better', () => {
    const rate = equalErrorRate({ mated, nonMated })!;
    expect(rate).toBeGreaterThan(0.0005);
    expect(rate).toBeLessThan(0.04);
  });

  test('carry the simulation’s name, whose calibration is honest: strangers speak against, the same body for', () => {
    const calibration = CALIBRATIONS.find(({ encoder }) => encoder === SIMULATED_ENCODER)!;
    expect(readFaceTemplate(visits(0)[0][0]!.bytes).encoder).toBe(SIMULATED_ENCODER);
    const mean = (scores: readonly number[]) =>
      scores.reduce((sum, score) => sum + likelihoodRatio(calibration, score), 0) / scores.length;
    expect(mean(mated)).toBeGreaterThan(1);
    expect(mean(nonMated)).toBeLessThan(-1);
    // A ratio of 100 or more comes from strangers at most once in a hundred.
    const bold = nonMated.filter((score) => likelihoodRatio(calibration, score) >= 2).length;
    expect(bold / nonMated.length).toBeLessThan(0.01);
  });

  test('of twins are alike and their fingers are their own', () => {
    const one = bodyOf(SEED, 7);
    const other = twinOf(SEED, 8, 7);
    const score = alike(embedding(recordBody(one, { number: 1 })), embedding(recordBody(other, { number: 1 })));
    expect(score).toBeGreaterThan(0.4);
    expect(other.fingers[0]).toEqual(bodyOf(SEED, 8).fingers[0]);
    expect(other.fingers[0]).not.toEqual(one.fingers[0]);
  });
});
