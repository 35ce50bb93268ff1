/**
 * Texts. Every text that a person reads is an ICU message under a key, Indonesian first, English second; the web, the
 * refusals, the command line and the documents use this one formatter.
 * Always holds: both languages have the same keys (a test compares them), and a missing key fails in tests.
 */
import { IntlMessageFormat } from 'intl-messageformat';
import type { MessageValues } from '../refusal/index.ts';

export { instantText } from './instant-text.ts';

export type Language = 'id' | 'en';
export const LANGUAGES: readonly Language[] = ['id', 'en'];
export type Messages = Readonly<Record<string, string>>;
export interface Texts {
  readonly id: Messages;
  readonly en: Messages;
}

const LOCALE = { id: 'id-ID', en: 'en-GB' } as const;

export interface Speaker {
  /** The message of `key` in `language`; a key that nobody declared is given back as it is. */
  say(language: Language, key: string, values?: MessageValues): string;
  has(key: string): boolean;
}

/** One speaker over the texts of all rooms. Refuses a key that two rooms declare. */
export function speaker(rooms: readonly Texts[]): Speaker {
  const all: Record<Language, Map<string, string>> = { id: new Map(), en: new Map() };
  for (const texts of rooms) {
    for (const language of LANGUAGES) {
      for (const [key, message] of Object.entries(texts[language])) {
        if (all[language].has(key)) throw new Error(`text ${key} is declared twice`);
        all[language].set(key, message);
      }
    }
  }
  const formats = new Map<string, IntlMessageFormat>();
  return {
    has: (key) => all.id.has(key),
    say(language, key, values = {}) {
      const message = all[language].get(key) ?? all.id.get(key);
      if (message === undefined) return key;
      const cacheKey = `${language} ${key}`;
      let format = formats.get(cacheKey);
      if (!format) {
        format = new IntlMessageFormat(message, LOCALE[language], undefined, { ignoreTag: true });
        formats.set(cacheKey, format);
      }
      return String(format.format({ ...values }));
    },
  };
}

declare module '../db/tx.ts' {
  interface Ground {
    readonly speaker: Speaker;
  }
}
