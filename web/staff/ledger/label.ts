import { useCallback } from 'react';
import { en as eventEn } from '../../../src/register/civil-event/en.ts';
import { id as eventId } from '../../../src/register/civil-event/id.ts';
import { useLanguage, useSay } from '../../kit/text.tsx';
import { en } from './label/en.ts';
import { id } from './label/id.ts';

const texts = { id, en };
const events: { readonly id: Readonly<Record<string, string>>; readonly en: Readonly<Record<string, string>> } = {
  id: eventId,
  en: eventEn,
};

/** What an entry of the log says was done, in words: the same to an auditor and to the person whose data it was. */
export function useLabelName(): (label: string) => string {
  const say = useSay(texts);
  const language = useLanguage();
  return useCallback(
    (label) => {
      if (label in id) return say(label as keyof typeof id);
      // What an event changed in the register stands under the name of its kind.
      const kind = events[language][label.replace(/^civil_event\./, 'civil_event.kind.')];
      return kind ?? say('other', { label });
    },
    [say, language],
  );
}
