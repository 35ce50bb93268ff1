import { Tag, type Standing } from '../../../kit/tag.tsx';
import { useSay } from '../../../kit/text.tsx';
import type { Captured } from './captured.ts';
import { gradeOf, type Grade } from './quality.ts';
import { texts } from './texts.ts';

const STANDING = { good: 'done', fair: 'waiting', low: 'stopped' } as const satisfies Record<Grade, Standing>;

/** How well a thing was recorded, by word, shape and number. */
export function Quality({ of }: { of: Pick<Captured, 'quality'> }) {
  const say = useSay(texts);
  if (of.quality === null) return <Tag standing="plain">{say('quality.none')}</Tag>;
  const grade = gradeOf(of.quality);
  return <Tag standing={STANDING[grade]}>{say(`quality.${grade}`, { quality: of.quality })}</Tag>;
}
