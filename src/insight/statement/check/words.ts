/** The reason of a verdict as a sentence in the reader's language. */
import type { MessageValues } from '../../../core/refusal/index.ts';
import type { Language, Speaker } from '../../../core/text/index.ts';

const LOCALE = { id: 'id-ID', en: 'en-GB' } as const;

/** Values that a sentence takes: days and lists become words first, numbers stay with the message's own format. */
export function sayWhy(
  speaker: Speaker,
  language: Language,
  why: { readonly key: string; readonly values: MessageValues },
): string {
  const values: Record<string, unknown> = { ...why.values };
  for (const name of ['asOf', 'earlier', 'on'])
    if (typeof values[name] === 'string') values[name] = dayText(language, values[name]);
  if (typeof values['unit'] === 'string') values['unit'] = speaker.say(language, `statement.unit.${values['unit']}`);
  if (typeof values['indicator'] === 'string')
    values['label'] = speaker.say(language, `indicator.${values['indicator']}`);
  if (typeof values['counts'] === 'string')
    values['counts'] = listText(
      language,
      (JSON.parse(values['counts']) as { counter: string; n: number }[]).map(
        ({ counter, n }) => `${numberText(language, n)} (${counter})`,
      ),
    );
  if (typeof values['others'] === 'string')
    values['others'] = listText(
      language,
      (JSON.parse(values['others']) as { year: string; n: number | null }[]).map(({ year, n }) =>
        speaker.say(language, 'statement.why.of_year', { year, n: n === null ? '< 3' : numberText(language, n) }),
      ),
    );
  if (why.key.startsWith('law'))
    for (const name of ['title', 'right_title', 'its_title']) values[name] = values[`${name}_${language}`];
  return speaker.say(language, `statement.why.${why.key}`, values as MessageValues);
}

export function dayText(language: Language, day: string): string {
  return new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

export function numberText(language: Language, n: number): string {
  return new Intl.NumberFormat(LOCALE[language]).format(n);
}

function listText(language: Language, words: readonly string[]): string {
  return new Intl.ListFormat(LOCALE[language], { type: 'conjunction' }).format(words);
}
