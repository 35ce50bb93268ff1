import type { MessageValues } from '../../../../../src/core/refusal/index.ts';
import type { Standing } from '../../../../kit/tag.tsx';
import { useFormat, useLanguage, useSay, type Say } from '../../../../kit/text.tsx';
import type { Captured } from '../captured.ts';
import { FEWEST_MINUTIAE, QUALITY_STANDING, qualityWord, type QualityWord } from './quality.ts';
import { readTemplate, type Refused } from './read-file.ts';
import { texts } from './texts.ts';

export type DeviceKey = keyof typeof texts.id;
export type DeviceSay = Say<DeviceKey>;
export type BodyModality = 'finger' | 'iris';

/** Positions of the hands as they lie before the person: from the left little finger to the right one. */
export const LEFT_HAND = [10, 9, 8, 7, 6] as const;
export const RIGHT_HAND = [1, 2, 3, 4, 5] as const;

/** Names of fingers and irises, what a fault means, and where a thing stands: one wording for all parts. */
export function useDeviceWords() {
  const say = useSay(texts);
  const language = useLanguage();
  const format = useFormat();
  const list = new Intl.ListFormat(language === 'id' ? 'id-ID' : 'en-GB');
  const name = (modality: BodyModality, position: number) => say(`${modality}.${position}` as DeviceKey);
  const inside = (text: string) => text.charAt(0).toLocaleLowerCase() + text.slice(1);
  return {
    say,
    format,
    name,
    /** In the middle of a sentence. */
    names: (modality: BodyModality, positions: readonly number[]) =>
      list.format(positions.map((position) => inside(name(modality, position)))),
    refused: ({ code, values }: Refused) => say(code as DeviceKey, values as MessageValues),
    standing: (item: Captured | undefined): { standing: Standing; word: string } => standingOf(say, item),
  };
}

function standingOf(say: DeviceSay, item: Captured | undefined): { standing: Standing; word: string } {
  if (!item) return { standing: 'plain', word: say('state.none') };
  if (item.exception) return { standing: 'sealed', word: say('state.exception') };
  if (item.modality === 'finger' && !item.template) return { standing: 'waiting', word: say('state.pictureOnly') };
  const word = wordOf(item);
  return { standing: QUALITY_STANDING[word], word: say(`quality.${word}`) };
}

/** How many minutiae the item's template has; null without one. */
export function minutiaeOf({ template }: Captured): number | null {
  const read = template && readTemplate(template.bytes);
  return read?.kind === 'template' ? read.record.minutiae.length : null;
}

export function wordOf(item: Captured): QualityWord {
  const minutiae = minutiaeOf(item);
  return minutiae !== null && minutiae < FEWEST_MINUTIAE ? 'poor' : qualityWord(item.quality);
}
