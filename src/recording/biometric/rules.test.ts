import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide, disagrees, fuse, powerOf, thresholdsFor, type Comparison, type ItemScore } from './rules.ts';

const finger = (position: number, llr: number): ItemScore => ({
  modality: 'finger',
  position,
  score: 0,
  llr,
  highest: 3,
});
const face = (llr: number): ItemScore => ({ modality: 'face', position: 0, score: 0, llr, highest: 1.4 });
const hands = (llr: number, count = 10) => Array.from({ length: count }, (_, n) => finger(n + 1, llr));
const compared = (items: readonly ItemScore[]): Comparison => ({ items, fused: fuse(items) });
const search = (candidates: readonly Comparison[], probe: readonly ItemScore[] = [face(0), ...hands(0)]) =>
  decide({ candidates, gallerySize: 2000, power: powerOf(probe) });

describe('fusion', () => {
  test('one item counts in full, ten fingers less than ten times one, a missing one not at all', () => {
    expect(fuse([])).toBe(0);
    expect(fuse([finger(1, 2)])).toBe(2);
    expect(fuse([face(1), finger(1, 2)])).toBe(3);
    expect(fuse(hands(2))).toBeLessThan(20);
    expect(fuse(hands(2))).toBeGreaterThan(10);
  });

  test('another finger that speaks for one body never makes it less likely', () => {
    fc.assert(
      fc.property(fc.array(fc.float({ min: 0, max: 3, noNaN: true }), { minLength: 1, maxLength: 9 }), (llrs) => {
        const items = llrs.map((llr, n) => finger(n + 1, llr));
        const best = Math.max(...llrs);
        expect(fuse([...items, finger(10, best)])).toBeGreaterThanOrEqual(fuse(items) - 1e-9);
      }),
    );
  });
});

test('thresholds grow with the gallery by the powers of ten it grows by', () => {
  expect(thresholdsFor(1000, { falsePositiveRate: 0.001, reviewRate: 0.1 })).toEqual({ duplicate: 6, review: 4 });
  expect(thresholdsFor(200_000_000).duplicate - thresholdsFor(2000).duplicate).toBeCloseTo(5, 9);
  expect(thresholdsFor(0).review).toBeCloseTo(1, 9);
});

describe('the outcome of a search', () => {
  test('nobody like him, and the search could have found him: unique', () => {
    expect(search([])).toMatchObject({ outcome: 'unique', reason: 'no_candidate' });
    expect(search([compared([face(-1), ...hands(-2)])])).toMatchObject({ outcome: 'unique' });
  });

  test('ten fingers and the face of another recording: duplicate', () => {
    expect(search([compared([face(1.2), ...hands(2.5)])])).toMatchObject({ outcome: 'duplicate', reason: 'same_body' });
  });

  test('ten fingers without a face are enough, one spoilt finger does not hide a duplicate', () => {
    expect(search([compared(hands(2))])).toMatchObject({ outcome: 'duplicate' });
    expect(search([compared([...hands(2, 9), finger(10, -2.2)])])).toMatchObject({ outcome: 'duplicate' });
  });

  test('twins share a face and no finger: unique', () => {
    expect(search([compared([face(1.4), ...hands(-2)])])).toMatchObject({ outcome: 'unique' });
  });

  test('between the thresholds a person decides', () => {
    expect(search([compared([face(1.4), ...hands(0.55)])])).toMatchObject({
      outcome: 'human_decision',
      reason: 'near_candidate',
    });
  });

  test('another’s fingers under one’s own face: a person decides', () => {
    expect(search([compared([face(-1.4), ...hands(3)])])).toMatchObject({
      outcome: 'human_decision',
      reason: 'items_disagree',
    });
  });

  test('who has no finger to compare is not called unique by a machine', () => {
    expect(search([], [face(0)])).toMatchObject({ outcome: 'human_decision', reason: 'weak_search' });
  });

  test('six of ten fingers against the rest are a contradiction, four are a bad day', () => {
    expect(disagrees(compared([...hands(3, 6), ...hands(-2, 4)]))).toBe(false);
    expect(disagrees(compared([...hands(3, 4), ...hands(-1, 6)]))).toBe(true);
  });
});
