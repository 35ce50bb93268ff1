import type { Standing } from '../../../../kit/tag.tsx';

/** From which a finger or an iris is good, and below which it should be taken again. Rules of thumb, not of the law. */
const GOOD = 60;
const FAIR = 40;

export type QualityWord = 'good' | 'fair' | 'poor' | 'unjudged';

export function qualityWord(quality: number | null): QualityWord {
  if (quality === null) return 'unjudged';
  if (quality >= GOOD) return 'good';
  return quality >= FAIR ? 'fair' : 'poor';
}

/** The shape that goes with the word. */
export const QUALITY_STANDING = {
  good: 'done',
  fair: 'waiting',
  poor: 'stopped',
  unjudged: 'plain',
} as const satisfies Readonly<Record<QualityWord, Standing>>;
