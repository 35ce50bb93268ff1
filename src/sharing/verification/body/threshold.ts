/**
 * From which likelihood on two are one body, one to one: data, each with where it comes from. A likelihood ratio of 10^llr comes from two
 * bodies at most once in 10^llr comparisons (docs/biometrics.md), so `llr` is how rarely somebody else passes. Pure.
 */
import { HUMAN_ENCODER, SIMULATED_ENCODER } from '../../../recording/biometric/index.ts';
import type { BodyPart } from '../attribute.ts';

export interface Threshold {
  readonly part: BodyPart;
  /** Who described the face; `null` for fingers, of which a record is enough. */
  readonly encoder: string | null;
  /** log10 of the likelihood ratio: 3 lets one of a thousand others pass, at most. */
  readonly llr: number;
  /** Where the figures behind it are from. */
  readonly source: string;
  /** Not good enough to decide about anybody: where an issuing authority is configured it is refused. */
  readonly trialOnly: boolean;
}

export const THRESHOLDS: readonly Threshold[] = [
  {
    part: 'finger',
    encoder: null,
    llr: 3,
    source: 'calibration of fingers: 5,760 non-mated pairs of two public sets of synthetic prints',
    trialOnly: false,
  },
  {
    part: 'face',
    encoder: SIMULATED_ENCODER,
    llr: 2,
    source: 'calibration of the simulated nation: 400 people, two visits each',
    trialOnly: true,
  },
  {
    part: 'face',
    encoder: HUMAN_ENCODER,
    llr: 1.2,
    source: 'set by hand to an equal error rate of 4 %: one of sixteen others passes',
    trialOnly: true,
  },
];

export function thresholdFor(part: BodyPart, encoder: string | null, production: boolean): Threshold | undefined {
  return THRESHOLDS.find((each) => each.part === part && each.encoder === encoder && !(production && each.trialOnly));
}

/** How much of what such a comparison can say it said, in steps of ten. */
export function tens(llr: number, highest: number): number {
  return Math.min(100, Math.max(10, Math.floor((10 * llr) / highest + 1e-9) * 10));
}
