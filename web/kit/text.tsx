import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { speaker, type Language, type Speaker } from '../../src/core/text/index.ts';
import type { MessageValues } from '../../src/core/refusal/index.ts';
import {
  formatAge,
  formatBytes,
  formatDate,
  formatInstant,
  formatMonth,
  formatNumber,
  formatPercent,
  formatPoints,
  formatRupiah,
  formatTime,
} from './format.ts';

export type { Language } from '../../src/core/text/index.ts';

/** The texts of one screen: the same keys in both languages, so that the type of `id` is the type of both. */
export interface ScreenTexts<Key extends string = string> {
  readonly id: Readonly<Record<Key, string>>;
  readonly en: Readonly<Record<Key, string>>;
}

export type Say<Key extends string> = (key: Key, values?: MessageValues) => string;

interface Reading {
  readonly language: Language;
  /** The zone of the officer's office; WIB for the public. */
  readonly zone: string;
}

const ReadingContext = createContext<Reading>({ language: 'id', zone: 'Asia/Jakarta' });

/** Says to everything below it in which language, and by which office's clock, it is read. */
export function ReadingProvider({
  language,
  zone = 'Asia/Jakarta',
  children,
}: Partial<Reading> & { children: ReactNode }) {
  const reading = useMemo(() => ({ language: language ?? 'id', zone }), [language, zone]);
  return <ReadingContext value={reading}>{children}</ReadingContext>;
}

export function useLanguage(): Language {
  return useContext(ReadingContext).language;
}

// One speaker per set of texts for the life of the page: parsing an ICU message is the expensive part.
const speakers = new WeakMap<ScreenTexts, Speaker>();

/** The messages of a screen in the reader's language. */
export function sayer<Key extends string>(texts: ScreenTexts<Key>, language: Language): Say<Key> {
  let said = speakers.get(texts);
  if (!said) speakers.set(texts, (said = speaker([texts])));
  return (key, values) => said.say(language, key, values);
}

export function useSay<Key extends string>(texts: ScreenTexts<Key>): Say<Key> {
  const { language } = useContext(ReadingContext);
  return useMemo(() => sayer(texts, language), [texts, language]);
}

/** The formats of numbers, dates and times in the reader's language and zone. */
export function useFormat() {
  const { language, zone } = useContext(ReadingContext);
  return useMemo(
    () => ({
      number: (value: number, decimals?: number) => formatNumber(language, value, decimals),
      percent: (value: number, decimals?: number) => formatPercent(language, value, decimals),
      points: (points: number) => formatPoints(language, points),
      rupiah: (amount: number) => formatRupiah(language, amount),
      date: (date: string) => formatDate(language, date),
      month: (month: string) => formatMonth(language, month),
      time: (instant: Date | string) => formatTime(language, instant, zone),
      instant: (instant: Date | string) => formatInstant(language, instant, zone),
      age: (sinceMs: number, nowMs: number) => formatAge(language, sinceMs, nowMs),
      bytes: (bytes: number) => formatBytes(language, bytes),
    }),
    [language, zone],
  );
}
