import { HUMAN_ENCODER } from '../face/human.ts';
import type { Calibration } from './calibration.ts';

/** The simulated nation's faces are embeddings drawn from a seed, never pictures; their name keeps them apart from any real one. */
export const SIMULATED_ENCODER = 'simulated-face-1';

/** Fitted with `fitCalibration`; docs/biometrics.md says on what, and what that is worth. */
export const CALIBRATIONS: readonly Calibration[] = [
  {
    modality: 'finger',
    encoder: null,
    set: 'two public sets of synthetic 500 dpi prints, 20 fingers of 8 impressions, as they are and in nine worse versions; bounds by the former alone',
    mated: 560,
    nonMated: 5760,
    scale: 'log',
    offset: 19.18,
    slope: 9.12,
    // The pairs would allow -1.34. But in a bad visit many fingers are pressed badly together, and ten such verdicts outweighed
    // five good fingers: one finger in ten that fails whoever it is of is nearer to what stations see.
    lowest: -1,
    highest: 3.28,
  },
  {
    modality: 'face',
    encoder: SIMULATED_ENCODER,
    set: 'the simulated nation of the seed "calibration": 400 people, two visits each',
    mated: 400,
    nonMated: 159_600,
    scale: 'plain',
    offset: -4.58,
    slope: 10.02,
    lowest: -2.12,
    // 400 people are fewer than their pairs.
    highest: 3,
  },
  {
    modality: 'face',
    encoder: HUMAN_ENCODER,
    set: 'none: set by hand so that it never says more than an equal error rate of 4 % allows; fit it on pictures of your own',
    mated: 0,
    nonMated: 0,
    scale: 'plain',
    offset: -4.76,
    slope: 8.2,
    lowest: -1.4,
    highest: 1.4,
  },
];
