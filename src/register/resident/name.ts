/** Names of persons: Permendagri 73/2022 for names that are new, and one form of every name for comparing. Pure. */
import type { CivilDate } from '../../core/time/civil-date.ts';

export type NameFault =
  | 'name.empty'
  | 'name.too_long'
  | 'name.one_word'
  | 'name.not_latin'
  | 'name.digits'
  | 'name.punctuation'
  | 'name.abbreviated'
  | 'name.title';

export const LONGEST_NAME = 60;

/** The day on which Permendagri 73/2022 came into force: who is named earlier may have one word. */
export const NAMES_SINCE = '2022-04-21' as CivilDate;
/** What was asked of a name before: that it can be written down. */
const EVER: readonly NameFault[] = ['name.empty', 'name.too_long', 'name.digits'];

/** Short forms whose meaning is not certain; Permendagri 73/2022 art. 5 wants them written out. */
const SHORT_FORMS = new Set('MUH MOH MHD MUHD MOHD MOCH ABD ABDL AHM STI'.split(' '));
/** Words of one letter that are whole names: Balinese I. */
const WHOLE_LETTERS = new Set(['I']);
/** May stand on family card and KTP-el, never in a civil registration certificate. */
const TITLES = new Set('HJ DR DRS DRA DRG DRH IR PROF KH'.split(' '));

/**
 * What is against a NEW name (a newborn, a change of name): at most 60 letters with spaces, at least two words, Latin letters as
 * Indonesian has them, no digits, no punctuation, no doubtful short forms, no title; `on` is the day on which it is given.
 * Names given before 2022 stay valid: never call this for a name that exists, mononyms are common.
 */
export function nameFaults(name: string, on: CivilDate): NameFault[] {
  const text = name.normalize('NFC').replace(INVISIBLE, '').trim();
  if (text === '') return ['name.empty'];
  const words = text.toUpperCase().split(/\s+/);
  const faults: NameFault[] = [];
  if (text.replace(/\s+/g, ' ').length > LONGEST_NAME) faults.push('name.too_long');
  if (words.length < 2) faults.push('name.one_word');
  if (/\p{Nd}/u.test(text)) faults.push('name.digits');
  if (/[\p{P}\p{S}]/u.test(text)) faults.push('name.punctuation');
  if (/[^A-Z]/i.test(text.replace(/[\s\p{Nd}\p{P}\p{S}]/gu, ''))) faults.push('name.not_latin');
  const bare = words.map((word) => word.replace(/[^A-Z]/g, ''));
  if (bare.some((word) => TITLES.has(word))) faults.push('name.title');
  if (bare.some(isShortForm)) faults.push('name.abbreviated');
  return on < NAMES_SINCE ? faults.filter((fault) => EVER.includes(fault)) : faults;
}

function isShortForm(word: string): boolean {
  if (word === '' || TITLES.has(word)) return false;
  if (word.length === 1) return !WHOLE_LETTERS.has(word);
  return SHORT_FORMS.has(word) || !/[AEIOUY]/.test(word);
}

const INVISIBLE = /[\p{Cf}\p{Cc}\u034f\u115f\u1160\u2800\u3164]/gu;
/** Letters that no decomposition turns into plain ones. */
const PLAIN: Readonly<Record<string, string>> = { Ø: 'O', Ł: 'L', Đ: 'D', Æ: 'AE', Œ: 'OE', ẞ: 'SS', Þ: 'TH' };

/**
 * The form in which names are compared: capital letters A-Z and single spaces. Accents and invisible characters go, an
 * apostrophe joins (Nur'aini, Nuraini), every other sign parts.
 *
 * @example
 * normaliseName(' Nur’aíni  binti-Ali ') // 'NURAINI BINTI ALI'
 */
export function normaliseName(name: string): string {
  return name
    .replace(/\s/g, ' ')
    .replace(INVISIBLE, '')
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[\p{M}'’‘ʼʻ`´′]/gu, '')
    .replace(/[ØŁĐÆŒẞÞ]/g, (letter) => PLAIN[letter]!)
    .replace(/[^A-Z]+/g, ' ')
    .trim();
}
