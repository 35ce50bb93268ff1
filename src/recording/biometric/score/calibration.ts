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
 * Logistic regression with both kinds of pairs weighing the same (Brümmer's linear calibration), by Newton's steps; but a share of the mated pairs may have
 * failed: pressed so badly that they score as two bodies do. That share is fitted with the line, so that failures do not flatten it for all others; a low
 * score then says no more against one body than failures allow. The bounds follow the rule of three: of n pairs
 * without one error the error may be as large as 3/n.
 * Throws a RangeError where a kind has fewer than 10 pairs.
 */
export function fitCalibration({ mated, nonMated, ...about }: FitGiven): Calibration {
  if (mated.length < 10 || nonMated.length < 10) throw new RangeError('a calibration needs 10 pairs of each kind');
  const xs = (scores: readonly number[]) => Float64Array.from(scores, (score) => scaled(about.scale, score));
  const { offset, slope, failed } = regression(xs(mated), xs(nonMated));
  const tenth = Math.log10(Math.E);
  return {
    ...about,
    mated: mated.length,
    nonMated: nonMated.length,
    offset: offset * tenth,
    slope: Math.max(0, slope * tenth),
    lowest: Math.max(Math.log10(failed), -Math.log10(mated.length / 3)),
    highest: Math.log10(nonMated.length / 3),
  };
}

function scaled(scale: Calibration['scale'], score: number): number {
  return scale === 'log' ? Math.log10(Math.max(SMALLEST_SCORE, score)) : score;
}

const STEPS = 200;
/** Keeps the slope finite where the two kinds do not overlap. */
const RIDGE = 1e-6;
const FAILED_AT_FIRST = 0.05;

interface Line {
  readonly offset: number;
  readonly slope: number;
  /** The share of mated pairs that score as two bodies do. */
  readonly failed: number;
}

/** The odds `failed + (1 - failed) * exp(offset + slope * x)` that fit best: steps as by Levenberg and Marquardt, shorter where one overshoots. */
function regression(mated: Float64Array, nonMated: Float64Array): Line {
  const middle = (mean(mated) + mean(nonMated)) / 2;
  const spread = Math.max(1e-9, Math.abs(mean(mated) - mean(nonMated)));
  const standard = (xs: Float64Array) => xs.map((x) => (x - middle) / spread);
  const kinds = [standard(mated), standard(nonMated)] as const;
  let at: Triple = [0, 1, logit(FAILED_AT_FIRST)];
  let now = slopesAt(kinds, at);
  let damping = 1e-3;
  for (let step = 0; step < STEPS && damping < 1e12; step++) {
    const by = solved(now.curves, now.slopes, damping);
    const next: Triple = [at[0] - by[0], at[1] - by[1], at[2] - by[2]];
    const then = slopesAt(kinds, next);
    if (!(then.loss <= now.loss)) {
      damping *= 10;
      continue;
    }
    const gained = now.loss - then.loss;
    [at, now, damping] = [next, then, damping / 10];
    if (gained < 1e-13) break;
  }
  const [a, b, f] = at;
  return { offset: a - (b * middle) / spread, slope: b / spread, failed: logistic(f) };
}

type Triple = readonly [number, number, number];

interface Slopes {
  readonly loss: number;
  readonly slopes: Triple;
  /** Of the matrix of second derivatives the lower half, row by row. */
  readonly curves: readonly [number, number, number, number, number, number];
}

function slopesAt(kinds: readonly [Float64Array, Float64Array], [a, b, f]: Triple): Slopes {
  const failed = logistic(f);
  let loss = (RIDGE / 2) * (a * a + b * b + f * f);
  let [g0, g1, g2] = [RIDGE * a, RIDGE * b, RIDGE * f];
  let [h00, h10, h11, h20, h21, h22] = [RIDGE, 0, RIDGE, 0, 0, RIDGE];
  kinds.forEach((xs, kind) => {
    const weight = 1 / xs.length;
    for (const x of xs) {
      const good = (1 - failed) * Math.exp(Math.min(50, a + b * x));
      const odds = failed + good;
      const p = odds / (1 + odds);
      loss += weight * (Math.log1p(odds) - (kind === 0 ? Math.log(odds) : 0));
      const [da, df] = [good / odds, (failed * (1 - failed - good)) / odds];
      const wrong = weight * (kind === 0 ? p - 1 : p);
      const curve = weight * p * (1 - p);
      g0 += wrong * da;
      g1 += wrong * da * x;
      g2 += wrong * df;
      h00 += curve * da * da;
      h10 += curve * da * da * x;
      h11 += curve * da * da * x * x;
      h20 += curve * da * df;
      h21 += curve * da * x * df;
      h22 += curve * df * df;
    }
  });
  return { loss, slopes: [g0, g1, g2], curves: [h00, h10, h11, h20, h21, h22] };
}

/** Solves `(curves + damping * diagonal) * step = slopes` by Cholesky's decomposition. */
function solved([h00, h10, h11, h20, h21, h22]: Slopes['curves'], [g0, g1, g2]: Triple, damping: number): Triple {
  const more = 1 + damping;
  const l00 = Math.sqrt(h00 * more);
  const l10 = h10 / l00;
  const l11 = Math.sqrt(h11 * more - l10 * l10);
  const l20 = h20 / l00;
  const l21 = (h21 - l20 * l10) / l11;
  const l22 = Math.sqrt(h22 * more - l20 * l20 - l21 * l21);
  const y0 = g0 / l00;
  const y1 = (g1 - l10 * y0) / l11;
  const y2 = (g2 - l20 * y0 - l21 * y1) / l22;
  const s2 = y2 / l22;
  const s1 = (y1 - l21 * s2) / l11;
  return [(y0 - l10 * s1 - l20 * s2) / l00, s1, s2];
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function logit(share: number): number {
  return Math.log(share / (1 - share));
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
