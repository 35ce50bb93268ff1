import type { Standing } from '../../../../kit/tag.tsx';
import { gradeOf } from '../quality.ts';

/** Fewer than these say next to nothing in a comparison (docs/biometrics.md), whatever the device thinks of the picture. */
export const FEWEST_MINUTIAE = 12;

export type QualityWord = 'good' | 'fair' | 'poor' | 'unjudged';

export function qualityWord(quality: number | null): QualityWord {
  if (quality === null) return 'unjudged';
  const grade = gradeOf(quality);
  return grade === 'low' ? 'poor' : grade;
}

/** The shape that goes with the word. */
export const QUALITY_STANDING = {
  good: 'done',
  fair: 'waiting',
  poor: 'stopped',
  unjudged: 'plain',
} as const satisfies Readonly<Record<QualityWord, Standing>>;
