import { Tag } from '../../../kit/tag.tsx';
import { useSay } from '../../../kit/text.tsx';
import type { Captured } from './captured.ts';
import { QUALITY_STANDING } from './device/quality.ts';
import { wordOf } from './device/words.ts';
import { texts } from './texts.ts';

/** How well a thing was recorded, by word, shape and number. */
export function Quality({ of }: { of: Captured }) {
  const say = useSay(texts);
  const word = wordOf(of);
  if (word === 'unjudged') return <Tag standing="plain">{say('quality.none')}</Tag>;
  const quality = of.quality ?? 0;
  return (
    <Tag standing={QUALITY_STANDING[word]}>{say(word === 'poor' ? 'quality.low' : `quality.${word}`, { quality })}</Tag>
  );
}
