/** Two records become a pattern of levels. Pure; the same for a million pairs and for one person at a counter. */
import type { BirthForm, HomeForm, LinkageRecord, NameForm, NumberForm } from '../record/record.ts';
import { COMPARISON_NAMES, levelNumber, type LevelOf, type Pattern } from './level.ts';
import { nameComparer, oneSlipApart, type NameComparer } from './name.ts';

export interface Comparer {
  /** One level for each comparison, written into `into` and given back. */
  compare(a: LinkageRecord, b: LinkageRecord, into?: number[]): number[];
  /** As `compare`, silent about all but name and number where these say that it is somebody else: a tenth of the work. */
  compareUnlessOther(a: LinkageRecord, b: LinkageRecord, into: number[]): number[];
  readonly names: NameComparer;
}

const NAME_OTHER = levelNumber('name', 'other');
const NUMBER_SLIP = levelNumber('number', 'slip');

/** Another name and no number in common. */
export function isOther(pattern: Pattern): boolean {
  return pattern[0] === NAME_OTHER && (pattern[3] === 0 || pattern[3]! > NUMBER_SLIP);
}

export function comparer(names: NameComparer = nameComparer()): Comparer {
  function nameAndNumber(a: LinkageRecord, b: LinkageRecord, into: number[]): void {
    into[0] = levelNumber('name', a.name && b.name && names.level(a.name, b.name));
    into[3] = levelNumber('number', a.number && b.number && numberLevel(a.number, b.number));
  }

  function others(a: LinkageRecord, b: LinkageRecord, into: number[]): number[] {
    into[1] = levelNumber('birth', a.birth && b.birth && birthLevel(a.birth, b.birth));
    into[2] = levelNumber('sex', a.sex === null || b.sex === null ? null : a.sex === b.sex ? 'same' : 'other');
    const family = familyLevel(a, b, names);
    into[4] = levelNumber('family', family);
    // Who shares parents or a family card shares the home: the second agreement would count the same evidence twice.
    const kin = family !== null && family !== 'other';
    const home = kin || !a.home || !b.home ? null : homeLevel(a.home, b.home);
    into[5] = levelNumber('home', home);
    // And most people live where they were born.
    const local = kin || (home !== null && home !== 'other');
    into[6] = levelNumber(
      'birthPlace',
      local || !a.birthPlace || !b.birthPlace ? null : birthPlaceLevel(a.birthPlace, b.birthPlace, names),
    );
    return into;
  }

  return {
    names,
    compare(a, b, into = COMPARISON_NAMES.map(() => 0)) {
      nameAndNumber(a, b, into);
      return others(a, b, into);
    },
    compareUnlessOther(a, b, into) {
      nameAndNumber(a, b, into);
      if (!isOther(into)) return others(a, b, into);
      into[1] = into[2] = into[4] = into[5] = into[6] = 0;
      return into;
    },
  };
}

/**
 * `swapped`: day and month exchanged; `near`: the same day of the year, at most two years apart, the century apart from it; `slip`:
 * one digit wrong or two neighbours exchanged; `close`: two such slips at once; `year`: the year only. A date without day or
 * month can agree in the year at most.
 */
export function birthLevel(a: BirthForm, b: BirthForm): LevelOf<'birth'> | null {
  if (a.month === 0 || a.day === 0 || b.month === 0 || b.day === 0) {
    return a.year === b.year ? 'year' : yearsApart(a, b) <= 2 ? null : 'other';
  }
  const sameDay = a.month === b.month && a.day === b.day;
  if (sameDay && a.year === b.year) return 'same';
  const exchanged = a.month === b.day && a.day === b.month;
  if (exchanged && a.year === b.year) return 'swapped';
  const nearYear = yearsApart(a, b) <= 2;
  if (sameDay && nearYear) return 'near';
  if (digitSlip(a, b)) return 'slip';
  if (exchanged && nearYear) return 'close';
  if (a.month === b.month && nearYear && oneSlipApart(two(a.day), two(b.day))) return 'close';
  if (a.day === b.day && nearYear && oneSlipApart(two(a.month), two(b.month))) return 'close';
  return a.year === b.year ? 'year' : 'other';
}

/** A year of two digits has no century: 1999 and 2000 are neighbours, 1945 and 2045 the same. */
function yearsApart(a: BirthForm, b: BirthForm): number {
  const apart = Math.abs(a.year - b.year) % 100;
  return Math.min(apart, 100 - apart);
}

const two = (n: number) => String(n).padStart(2, '0');

function digitSlip(a: BirthForm, b: BirthForm): boolean {
  // Cheap first: a slip leaves two of the three parts alone, or exchanges neighbours across two of them.
  if (a.year !== b.year && a.month !== b.month && a.day !== b.day) return false;
  return oneSlipApart(digitsOf(a), digitsOf(b));
}

function digitsOf({ year, month, day }: BirthForm): string {
  return `${two(day)}${two(month)}${year}`;
}

/**
 * A NIK tells region, birth date and sex; all it has of its own is a small serial. So only the very same NIK says much. `nikSlip`: one
 * digit of the coded birth date wrong; `rounded`: fifteen digits agree and one ends with 0, as spreadsheets leave it, never the same,
 * for its true serial is lost; `neighbour`: born on one day, another serial or district: twins, a queue's next, or a slip.
 */
export function numberLevel(a: NumberForm, b: NumberForm): LevelOf<'number'> {
  if (!a.isNik || !b.isNik) {
    return a.digits === b.digits ? 'same' : oneSlipApart(a.digits, b.digits) ? 'slip' : 'other';
  }
  const [one, other] = [a.digits, b.digits];
  const fifteen = one.slice(0, 15) === other.slice(0, 15);
  if (fifteen && (one.endsWith('0') || other.endsWith('0'))) return 'rounded';
  if (one === other) return 'same';
  if (one.slice(4, 12) === other.slice(4, 12) || one.slice(6) === other.slice(6)) return 'neighbour';
  const sameOwn = one.slice(0, 6) === other.slice(0, 6) && one.slice(12) === other.slice(12);
  return sameOwn && oneSlipApart(one, other) ? 'nikSlip' : 'other';
}

/** 2 is the same, 1 a slip of it, -1 another, 0 cannot be said: a mother called Siti may be Siti Aminah or not. */
function parent(a: NameForm | null, b: NameForm | null, names: NameComparer): number {
  if (!a || !b) return 0;
  if (a.sounds === b.sounds) return 2;
  const level = names.level(a, b);
  return level === 'part' ? 0 : level === 'some' || level === 'other' ? -1 : level === 'slip' ? 1 : 2;
}

/** Parents and family card are one comparison: brothers and sisters agree in all of it at once. */
function familyLevel(a: LinkageRecord, b: LinkageRecord, names: NameComparer): LevelOf<'family'> | null {
  const mother =
    a.motherKey !== null && b.motherKey !== null
      ? a.motherKey === b.motherKey
        ? 2
        : -1
      : parent(a.mother, b.mother, names);
  const father = parent(a.father, b.father, names);
  if (mother + father >= 3) return 'both';
  // `one`: the other parent is somebody else, or neither is more than alike. Half a family's names meet by chance.
  if (mother > 0 || father > 0) {
    if (mother === 2 && father === 0) return 'mother';
    return father === 2 && mother === 0 ? 'father' : 'one';
  }
  if (a.familyCard !== null && a.familyCard === b.familyCard) return 'card';
  // Another card alone says nothing: whoever moves or marries gets one.
  return mother < 0 || father < 0 ? 'other' : null;
}

/** `alike`: more than half of the words and numbers of the address are the same. */
export function homeLevel(a: HomeForm, b: HomeForm): LevelOf<'home'> | null {
  const samePlace = (a.placeCode !== null && a.placeCode === b.placeCode) || (a.place !== null && a.place === b.place);
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
