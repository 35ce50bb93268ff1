/** Two records become a pattern of levels. Pure; the same for a million pairs and for one person at a counter. */
import type { BirthForm, HomeForm, LinkageRecord, NameForm, NumberForm } from '../record/record.ts';
import { COMPARISON_NAMES, levelNumber, type LevelOf } from './level.ts';
import { nameComparer, oneSlipApart, type NameComparer } from './name.ts';

export interface Comparer {
  /** One level for each comparison, written into `into` and given back. */
  compare(a: LinkageRecord, b: LinkageRecord, into?: number[]): number[];
  readonly names: NameComparer;
}

export function comparer(names: NameComparer = nameComparer()): Comparer {
  return {
    names,
    compare(a, b, into = COMPARISON_NAMES.map(() => 0)) {
      const family = familyLevel(a, b, names);
      into[0] = levelNumber('name', a.name && b.name && names.level(a.name, b.name));
      into[1] = levelNumber('birth', a.birth && b.birth && birthLevel(a.birth, b.birth));
      into[2] = levelNumber('sex', a.sex === null || b.sex === null ? null : a.sex === b.sex ? 'same' : 'other');
      into[3] = levelNumber('number', a.number && b.number && numberLevel(a.number, b.number));
      into[4] = levelNumber('family', family);
      // Who shares parents or a family card shares the home: the second agreement would count the same evidence twice.
      const counted = family !== null && family !== 'other';
      into[5] = levelNumber('home', counted || !a.home || !b.home ? null : homeLevel(a.home, b.home));
      into[6] = levelNumber('birthPlace', a.birthPlace && b.birthPlace && birthPlaceLevel(a.birthPlace, b.birthPlace, names));
      return into;
    },
  };
}

/**
 * `swapped`: day and month exchanged; `near`: the same day of the year, at most two years apart; `slip`: one digit wrong or
 * two neighbours exchanged; `year`: the year only. A date without day or month can agree in the year at most.
 */
export function birthLevel(a: BirthForm, b: BirthForm): LevelOf<'birth'> | null {
  if (a.month === 0 || a.day === 0 || b.month === 0 || b.day === 0) return a.year === b.year ? 'year' : 'other';
  const sameDay = a.month === b.month && a.day === b.day;
  if (sameDay && a.year === b.year) return 'same';
  if (a.year === b.year && a.month === b.day && a.day === b.month) return 'swapped';
  if (sameDay && Math.abs(a.year - b.year) <= 2) return 'near';
  if (digitSlip(a, b)) return 'slip';
  return a.year === b.year ? 'year' : 'other';
}

function digitSlip(a: BirthForm, b: BirthForm): boolean {
  // Cheap first: a slip leaves two of the three parts alone, or exchanges neighbours across two of them.
  if (a.year !== b.year && a.month !== b.month && a.day !== b.day) return false;
  return oneSlipApart(digitsOf(a), digitsOf(b));
}

function digitsOf({ year, month, day }: BirthForm): string {
  return `${String(day).padStart(2, '0')}${String(month).padStart(2, '0')}${year}`;
}

/**
 * `rounded`: fifteen digits agree and a NIK ends with 0, as spreadsheets leave it: never the same, for its true serial is lost.
 * `serial`: born on one day and registered in one district, another serial: neighbours in a queue, twins, or a slip.
 */
export function numberLevel(a: NumberForm, b: NumberForm): LevelOf<'number'> {
  const niks = a.isNik && b.isNik;
  if (niks && (a.digits.endsWith('0') || b.digits.endsWith('0')) && a.digits.slice(0, 15) === b.digits.slice(0, 15)) {
    return 'rounded';
  }
  if (a.digits === b.digits) return 'same';
  if (niks && a.digits.slice(0, 12) === b.digits.slice(0, 12)) return 'serial';
  if (niks && a.digits.slice(12) !== b.digits.slice(12)) return 'other';
  return oneSlipApart(a.digits, b.digits) ? 'slip' : 'other';
}

/** 1 agrees, -1 differs, 0 cannot be said: a mother called Siti may be Siti Aminah or not. */
function parent(a: NameForm | null, b: NameForm | null, names: NameComparer): number {
  if (!a || !b) return 0;
  const level = names.level(a, b);
  return level === 'part' ? 0 : level === 'some' || level === 'other' ? -1 : 1;
}

/** Parents and family card are one comparison: brothers and sisters agree in all of it at once. */
function familyLevel(a: LinkageRecord, b: LinkageRecord, names: NameComparer): LevelOf<'family'> | null {
  const mother =
    a.motherKey !== null && b.motherKey !== null
      ? a.motherKey === b.motherKey
        ? 1
        : -1
      : parent(a.mother, b.mother, names);
  const father = parent(a.father, b.father, names);
  if (mother > 0) return father > 0 ? 'both' : 'mother';
  if (father > 0) return 'father';
  if (a.familyCard !== null && a.familyCard === b.familyCard) return 'card';
  // Another card alone says nothing: whoever moves or marries gets one.
  return mother < 0 || father < 0 ? 'other' : null;
}

/** `alike`: more than half of the words and numbers of the address are the same. */
export function homeLevel(a: HomeForm, b: HomeForm): LevelOf<'home'> | null {
  const samePlace =
    (a.placeCode !== null && a.placeCode === b.placeCode) || (a.place !== null && a.place === b.place);
  const placesKnown = (a.placeCode !== null && b.placeCode !== null) || (a.place !== null && b.place !== null);
  const addressKnown = a.tokens.length > 0 && b.tokens.length > 0;
  if (addressKnown) {
    const overlap = a.text === b.text ? 1 : overlapOf(a.tokens, b.tokens);
    if (overlap === 1 && (samePlace || !placesKnown)) return 'same';
    if (overlap > 0.5) return 'alike';
  }
  if (samePlace) return 'place';
  return addressKnown || placesKnown ? 'other' : null;
}

/** Dice's coefficient of two sorted lists. */
function overlapOf(a: readonly string[], b: readonly string[]): number {
  let i = 0;
  let j = 0;
  let both = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      both++;
      i++;
      j++;
    } else if (a[i]! < b[j]!) i++;
    else j++;
  }
  return (2 * both) / (a.length + b.length);
}

function birthPlaceLevel(a: NameForm, b: NameForm, names: NameComparer): LevelOf<'birthPlace'> {
  const level = names.level(a, b);
  if (level === 'same' || level === 'sounds') return 'same';
  return level === 'slip' || level === 'part' ? 'slip' : 'other';
}
