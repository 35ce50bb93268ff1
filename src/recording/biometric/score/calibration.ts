/**
 * Raw scores to log10 likelihood ratios: how many powers of ten more often such a score comes from one body than from two.
 * Always holds: a higher score never gives a lower ratio, and no ratio claims more than the pairs that it was fitted on show.
 */
import type { KnownScores } from './metrics.ts';

/** `offset + slope * x`, kept between `lowest` and `highest`; x is the score, or its log10 where scores lie close to 0. */
export interface Calibration {
  readonly modality: 'face' | 'finger';
  /** Of a face: whose embeddings these are. */
  readonly encoder: string | null;
  /** The pairs it was fitted on, in words. */
  readonly set: string;
  readonly mated: number;
  readonly nonMated: number;
  readonly scale: 'plain' | 'log';
  readonly offset: number;
  readonly slope: number;
  readonly lowest: number;
  readonly highest: number;
}

const SMALLEST_SCORE = 1e-4;

/** The log10 likelihood ratio of a raw score. */
export function likelihoodRatio(calibration: Calibration, score: number): number {
  const { offset, slope, lowest, highest } = calibration;
  const value = offset + slope * scaled(calibration.scale, score);
  return Math.max(lowest, Math.min(highest, value));
}

export interface FitGiven extends KnownScores {
  readonly modality: Calibration['modality'];
  readonly encoder: string | null;
  readonly set: string;
  readonly scale: Calibration['scale'];
}

/**
 * Logistic regression with both kinds of pairs weighing the same (Brümmer's linear calibration), by Newton's steps. The
 * bounds follow the rule of three: of n pairs without one error the error may be as large as 3/n.
 * Throws a RangeError where a kind has fewer than 10 pairs.
 */
export function fitCalibration({ mated, nonMated, ...about }: FitGiven): Calibration {
  if (mated.length < 10 || nonMated.length < 10) throw new RangeError('a calibration needs 10 pairs of each kind');
  const xs = (scores: readonly number[]) => Float64Array.from(scores, (score) => scaled(about.scale, score));
  const { offset, slope } = regression(xs(mated), xs(nonMated));
  const tenth = Math.log10(Math.E);
  return {
    ...about,
    mated: mated.length,
    nonMated: nonMated.length,
    offset: offset * tenth,
    slope: Math.max(0, slope * tenth),
    lowest: -Math.log10(mated.length / 3),
    highest: Math.log10(nonMated.length / 3),
  };
}

function scaled(scale: Calibration['scale'], score: number): number {
  return scale === 'log' ? Math.log10(Math.max(SMALLEST_SCORE, score)) : score;
}

const STEPS = 60;
/** Keeps the slope finite where the two kinds do not overlap. */
const RIDGE = 1e-4;

/** The log odds `offset + slope * x` that fit best. */
function regression(mated: Float64Array, nonMated: Float64Array): { offset: number; slope: number } {
  const middle = (mean(mated) + mean(nonMated)) / 2;
  const spread = Math.max(1e-9, Math.abs(mean(mated) - mean(nonMated)));
  let a = 0;
  let b = 0;
  for (let step = 0; step < STEPS; step++) {
    const g = { a: RIDGE * a, b: RIDGE * b, aa: RIDGE, ab: 0, bb: RIDGE };
    for (const [xs, truth] of [
      [mated, 1],
      [nonMated, 0],
    ] as const) {
      for (const x of xs) {
        const z = (x - middle) / spread;
        const p = 1 / (1 + Math.exp(-(a + b * z)));
        const curve = (p * (1 - p)) / xs.length;
        g.a += (p - truth) / xs.length;
        g.b += ((p - truth) * z) / xs.length;
        g.aa += curve;
        g.ab += curve * z;
        g.bb += curve * z * z;
      }
    }
    const determinant = g.aa * g.bb - g.ab * g.ab;
    const da = (g.bb * g.a - g.ab * g.b) / determinant;
    const db = (g.aa * g.b - g.ab * g.a) / determinant;
    // A full step may overshoot where the kinds are far apart.
    const short = Math.min(1, 4 / Math.max(Math.abs(da), Math.abs(db), 1e-12));
    a -= short * da;
    b -= short * db;
    if (Math.abs(da) + Math.abs(db) < 1e-9) break;
  }
  return { offset: a - (b * middle) / spread, slope: b / spread };
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
