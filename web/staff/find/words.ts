import type { CivilDate } from '../../../src/core/time/civil-date.ts';
import { cleanIdentifier, isRounded, readTypedDate } from '../../kit/typing.ts';

/** What an officer typed into the one box, and beside it the birth. Never in an address: it is a name or a NIK. */
export interface SearchWords {
  readonly text: string;
  readonly birth: string;
}

export const NO_WORDS: SearchWords = { text: '', birth: '' };
export const WORDS_KEY = ['find', 'words'] as const;

export interface Asked {
  readonly nik?: string;
  readonly name?: string;
  readonly birthDate?: CivilDate;
  readonly birthYear?: number;
}

export type WordsFault = 'nothing' | 'digits' | 'rounded' | 'birth' | 'notOnCalendar' | 'yearAlone';

/** What the words ask for: 16 digits are a number, anything with letters is a name; a birth is a day or a year. */
export function readWords(words: SearchWords): { asked: Asked } | { fault: WordsFault; digits?: number } {
  const birth = readBirth(words.birth);
  if (typeof birth === 'string') return { fault: birth };
  const text = words.text.trim();
  if (isRounded(text)) return { fault: 'rounded' };
  const digits = cleanIdentifier(text);
  if (/^\d+$/.test(digits)) {
    return digits.length === 16 ? { asked: { nik: digits } } : { fault: 'digits', digits: digits.length };
  }
  if (text === '' && birth.birthDate === undefined) {
    return { fault: birth.birthYear === undefined ? 'nothing' : 'yearAlone' };
  }
  return { asked: { ...(text === '' ? {} : { name: text }), ...birth } };
}

function readBirth(typed: string): Pick<Asked, 'birthDate' | 'birthYear'> | 'birth' | 'notOnCalendar' {
  if (/^\s*\d{4}\s*$/.test(typed)) return { birthYear: Number(typed) };
  const read = readTypedDate(typed);
  if (read.state === 'empty') return {};
  if (read.state === 'notOnCalendar') return 'notOnCalendar';
  return read.state === 'date' ? { birthDate: read.date } : 'birth';
}
