/** How alike two persons are on paper: pure. The whole-nation linkage with estimated weights is a later engine; this is the counter's warning. */
import { civilDateOf, daysBetween, partsOf, type CivilDate } from '../../core/time/civil-date.ts';
import { nameSimilarity } from './phonetic.ts';

export interface Paper {
  readonly name: string;
  readonly birthDate: CivilDate;
  readonly birthPlace: string | null;
  readonly sex: number;
  readonly motherKey: string | null;
}

export type Likeness =
  | 'name_same'
  | 'name_alike'
  | 'birth_date_same'
  | 'birth_date_swapped'
  | 'birth_date_near'
  | 'mother_same'
  | 'birth_place_same'
  | 'sex_differs';

/** From here on the officer must look before a new person is made. */
export const LIKELY = 0.72;

/** 0..1 and the reasons. Without a similar name nothing is likely, whatever else agrees: twins share the rest. */
export function likeness(a: Paper, b: Paper): { score: number; reasons: Likeness[] } {
  const reasons: Likeness[] = [];
  const names = nameSimilarity(a.name, b.name);
  if (names < 0.7) return { score: 0, reasons };
  reasons.push(names > 0.97 ? 'name_same' : 'name_alike');
  let score = 0.45 * names;

  const birth = birthLikeness(a.birthDate, b.birthDate);
  if (birth.reason) reasons.push(birth.reason);
  score += 0.3 * birth.share;

  if (a.motherKey !== null && b.motherKey !== null) {
    if (a.motherKey === b.motherKey) reasons.push('mother_same');
    score += a.motherKey === b.motherKey ? 0.2 : 0;
  } else {
    score += 0.08;
  }
  if (a.birthPlace && b.birthPlace && nameSimilarity(a.birthPlace, b.birthPlace) > 0.9) {
    reasons.push('birth_place_same');
    score += 0.05;
  }
  if (a.sex !== b.sex) {
    reasons.push('sex_differs');
    score -= 0.15;
  }
  return { score: Math.max(0, Math.min(1, score)), reasons };
}

function birthLikeness(a: CivilDate, b: CivilDate): { share: number; reason?: Likeness } {
  if (a === b) return { share: 1, reason: 'birth_date_same' };
  if (swapped(a) === b) return { share: 0.8, reason: 'birth_date_swapped' };
  const apart = Math.abs(daysBetween(a, b));
  if (apart <= 31 || (partsOf(a).month === partsOf(b).month && partsOf(a).day === partsOf(b).day && apart <= 800)) {
    return { share: 0.5, reason: 'birth_date_near' };
  }
  return { share: 0 };
}

/** Day and month in each other's place, where that is a date. */
export function swapped(date: CivilDate): CivilDate | null {
  const { year, month, day } = partsOf(date);
  return civilDateOf(year, day, month);
}
