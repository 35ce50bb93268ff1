import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitCalibration, likelihoodRatio } from './calibration.ts';
import { CALIBRATIONS } from './calibrations.ts';
import { equalErrorRate, errorRates, missesAt } from './metrics.ts';

test('error rates of scores that are counted by hand', () => {
  const clean = { mated: [0.8, 0.9, 1], nonMated: [0.1, 0.2, 0.3] };
  expect(equalErrorRate(clean)).toBe(0);
  expect(missesAt(clean, 0.01)).toBe(0);
  // One of four wrong each way, at any threshold above 0.4 and up to 0.5.
  const mixed = { mated: [0.4, 0.6, 0.7, 0.8], nonMated: [0.1, 0.2, 0.3, 0.5] };
  expect(equalErrorRate(mixed)).toBe(0.25);
  expect(missesAt(mixed, 0.01)).toBe(0.25);
  expect(missesAt(mixed, 0.25)).toBe(0);
  const upsideDown = { mated: [0.1, 0.2], nonMated: [0.8, 0.9] };
  expect(equalErrorRate(upsideDown)).toBe(1);
  expect(equalErrorRate({ mated: [], nonMated: [1] })).toBeNull();
  expect(missesAt({ mated: [1], nonMated: [] }, 0.01)).toBeNull();
});

test('misses count those at the threshold: equal scores are no evidence', () => {
  expect(missesAt({ mated: [0.5, 0.5], nonMated: [0.5, 0.1] }, 0.01)).toBe(1);
});

test('scores that many pairs share fall on one side together: a comparison that says nothing is wrong half of the time', () => {
  expect(equalErrorRate({ mated: [0, 0, 0], nonMated: [0, 0] })).toBe(0.5);
  // At 0.5 a quarter is missed and a half taken; above it three quarters are missed and none is taken.
  expect(equalErrorRate({ mated: [0.1, 0.5, 0.5, 0.9], nonMated: [0.5, 0.1] })).toBe(0.375);
});

test('a false match rate that is less than one pair is not measured', () => {
  const scores = (nonMated: number) => ({
    mated: [1],
    nonMated: Array.from({ length: nonMated }, (_, n) => n / nonMated),
  });
  expect(errorRates(scores(99))).toEqual({ eer: 0, fnmrAtFmr1e2: null, fnmrAtFmr1e3: null });
  expect(errorRates(scores(100))).toEqual({ eer: 0, fnmrAtFmr1e2: 0, fnmrAtFmr1e3: null });
  expect(errorRates(scores(1000))).toEqual({ eer: 0, fnmrAtFmr1e2: 0, fnmrAtFmr1e3: 0 });
});

test('so many of the pairs of two bodies may pass as the rate says, exactly', () => {
  const nonMated = Array.from({ length: 3000 }, (_, n) => n);
  // The three highest pass, the fourth does not.
  expect(missesAt({ mated: [2996.5], nonMated }, 0.001)).toBe(0);
  expect(missesAt({ mated: [2996], nonMated }, 0.001)).toBe(1);
});

/** 200 scores of a bell curve around `middle`. */
const around = (middle: number, spread: number) =>
  Array.from({ length: 200 }, (_, n) => middle + spread * Math.log((n + 0.5) / (199.5 - n)));

const fitted = fitCalibration({
  mated: around(0.7, 0.05),
  nonMated: around(0.3, 0.05),
  modality: 'face',
  encoder: 'x',
  set: 'two curves',
  scale: 'plain',
});

test('a fit finds the curves it came from: logistic scores give the line between them', () => {
  expect(likelihoodRatio(fitted, 0.5)).toBeCloseTo(0, 2);
  // Of two logistic curves the ratio at their own middles is finite and alike.
  expect(likelihoodRatio(fitted, 0.7)).toBeCloseTo(-likelihoodRatio(fitted, 0.3), 2);
});

test('a share of pairs that failed does not flatten the line of the others, and bounds what a low score says', () => {
  const failing = [...around(0.7, 0.05), ...around(0.7, 0.05), ...around(0.3, 0.05).filter((_, n) => n % 5 === 0)];
  const refitted = fitCalibration({ ...fitted, mated: failing, nonMated: around(0.3, 0.05) });
  expect(refitted.slope).toBeGreaterThan(0.9 * fitted.slope);
  expect(refitted.lowest).toBeCloseTo(Math.log10(40 / 440), 1);
});

test('a ratio never claims more than three over the pairs seen, also where the kinds do not overlap', () => {
  const apart = fitCalibration({ ...fitted, mated: around(0.9, 0.001), nonMated: around(0.1, 0.001) });
  expect(likelihoodRatio(apart, 1)).toBeCloseTo(Math.log10(200 / 3), 6);
  expect(likelihoodRatio(apart, 0)).toBeCloseTo(-Math.log10(200 / 3), 6);
  expect(() => fitCalibration({ ...fitted, mated: [1], nonMated: around(0, 1) })).toThrow(RangeError);
});

test('a higher score never means less', () => {
  fc.assert(
    fc.property(fc.float({ min: 0, max: 1, noNaN: true }), fc.float({ min: 0, max: 1, noNaN: true }), (a, b) => {
      for (const calibration of CALIBRATIONS) {
        const [low, high] = [
          likelihoodRatio(calibration, Math.min(a, b)),
          likelihoodRatio(calibration, Math.max(a, b)),
        ];
        expect(low).toBeLessThanOrEqual(high);
        expect(high).toBeLessThanOrEqual(calibration.highest);
        expect(low).toBeGreaterThanOrEqual(calibration.lowest);
      }
    }),
  );
});
