/** A record as it is compared: read once into forms, so that a million comparisons only look at numbers. Pure. */
import { nameWords, normaliseName, OLD_SPELLING, soundOf } from '../../../register/resident/index.ts';

export interface Word {
  /** Counts from 0 within one maker of forms. */
  readonly id: number;
  readonly text: string;
  readonly sound: string;
  /** Which letters occur, A in bit 0. */
  readonly letters: number;
  readonly soundLetters: number;
}

/** A name, a place or any text of words. Texts that are written alike share one form. */
export interface NameForm {
  /** Letters A-Z and single spaces. */
  readonly text: string;
  /** Of the words, not of their order: spellings of one name have one key. */
  readonly sounds: string;
  readonly words: readonly Word[];
}

/** Zero where the record does not say. */
export interface BirthForm {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export interface NumberForm {
  readonly digits: string;
  /** A NIK has a stem of twelve digits and a serial of four; any other number is only a number. */
  readonly isNik: boolean;
}

export interface HomeForm {
  readonly text: string;
  /** The words and numbers of street, house and hamlet, each once, in order. */
  readonly tokens: readonly string[];
  /** Suburb, village; as it sounds. */
  readonly place: string | null;
  /** Post code or code of the village. */
  readonly placeCode: string | null;
}

/** What is known of one person, each part null where the record is silent. */
export interface LinkageRecord {
  readonly id: string;
  readonly name: NameForm | null;
  readonly birth: BirthForm | null;
  readonly sex: number | null;
  readonly birthPlace: NameForm | null;
  readonly number: NumberForm | null;
  readonly familyCard: string | null;
  readonly mother: NameForm | null;
  readonly father: NameForm | null;
  /** Where the mother's name is sealed: the keyed index under which names that sound alike are equal. */
  readonly motherKey: string | null;
  readonly home: HomeForm | null;
}

/** Makes forms and gives the same one for the same text: names repeat, and so do their words. */
export interface FormMaker {
  name(text: string): NameForm | null;
}

/** `bin` and `binti` stand between a name and the father's; whether they are written says nothing about who it is. */
const SON_OR_DAUGHTER_OF = new Set(['BIN', 'BINTI', 'BINTE', 'BT', 'BTE', 'IBN', 'IBNU']);

export function formMaker(): FormMaker {
  const forms = new Map<string, NameForm | null>();
  const words = new Map<string, Word>();

  function wordOf(text: string, old: boolean): Word {
    const key = old ? `${text}*` : text;
    let word = words.get(key);
    if (!word) {
      const sound = soundOf(text, old);
      word = { id: words.size, text, sound, letters: lettersOf(text), soundLetters: lettersOf(sound) };
      words.set(key, word);
    }
    return word;
  }

  function made(text: string): NameForm | null {
    const written = normaliseName(text);
    if (written === '') return null;
    const all = nameWords(text);
    const own = all.filter((word, place) => place === 0 || !SON_OR_DAUGHTER_OF.has(word));
    const old = OLD_SPELLING.test(own.join(' '));
    const parts = own.slice(0, 8).map((word) => wordOf(word, old));
    const sounds = [...new Set(parts.map((word) => word.sound || word.text))].toSorted().join(' ');
    return { text: written, sounds, words: parts };
  }

  return {
    name(text) {
      let form = forms.get(text);
      if (form === undefined) forms.set(text, (form = made(text)));
      return form;
    },
  };
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) - 65);
  return letters;
}

const MONTHS = 'JAN FEB MAR APR MEI JUN JUL AGU SEP OKT NOV DES'.split(' ');
const ENGLISH_MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');

/**
 * A birth date as files write it: 19450817, 1945-08-17, 17-08-1945, 17/8/1945, 17 Agustus 1945. A date that is on no calendar
 * (31 February) is kept as written, it may be a slip of the right one. Null for anything else.
 *
 * @example
 * birthForm('17 Agustus 1945') // { year: 1945, month: 8, day: 17 }
 */
export function birthForm(text: string): BirthForm | null {
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const yearFirst = compact ?? /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?:[T ].*)?$/.exec(text);
  if (yearFirst) return checked(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const dayFirst = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text);
  if (dayFirst) return checked(Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1]));
  const worded = /^(\d{1,2})[-/. ]+([A-Za-z]{3})[A-Za-z]*[-/., ]+(\d{4})$/.exec(text);
  if (!worded) return null;
  const month = worded[2]!.toUpperCase();
  return checked(
    Number(worded[3]),
    Math.max(MONTHS.indexOf(month), ENGLISH_MONTHS.indexOf(month)) + 1,
    Number(worded[1]),
  );
}

function checked(year: number, month: number, day: number): BirthForm | null {
  return year >= 1800 && year <= 2200 && month <= 99 && day <= 99 ? { year, month, day } : null;
}

/** Words and numbers of an address, each once, in an order that does not depend on the order written. */
export function homeForm(address: string, place: NameForm | null, placeCode: string | null): HomeForm | null {
  const tokens = [...new Set(address.toUpperCase().match(/[\p{L}]+|\d+/gu) ?? [])]
    .map((token) => token.replace(/^0+(?=\d)/, ''))
    .toSorted();
  if (tokens.length === 0 && !place && !placeCode) return null;
  return { text: tokens.join(' '), tokens, place: place?.sounds ?? null, placeCode };
}
