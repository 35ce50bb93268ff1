/** Whether two rows with one NIK speak of one person. Pure. */
import { partsOf, type CivilDate } from '../../../core/time/civil-date.ts';
import { nameSimilarity } from '../phonetic.ts';

export interface Claim {
  readonly name: string;
  readonly birthDate: CivilDate;
}

/** With one birth date: typing errors and old spellings pass, another name does not. */
const WITH_SAME_BIRTH = 0.8;
/** With a birth date that differs by a slip (day and month exchanged, one part wrong) only the same name will do. */
const WITH_NEAR_BIRTH = 0.93;

/**
 * One person or two? A NIK codes its birth date, so two people who were given one NIK often share the birth date: the name
 * decides. In doubt it is two, and a human decides.
 */
export function samePerson(a: Claim, b: Claim): boolean {
  if (a.name === b.name && a.birthDate === b.birthDate) return true;
  const near =
    a.birthDate === b.birthDate ? WITH_SAME_BIRTH : nearBirth(a.birthDate, b.birthDate) ? WITH_NEAR_BIRTH : 2;
  return nameSimilarity(a.name, b.name) >= near;
}

function nearBirth(a: CivilDate, b: CivilDate): boolean {
  const one = partsOf(a);
  const other = partsOf(b);
  if (one.year === other.year && one.month === other.day && one.day === other.month) return true;
  const agreeing = [one.year === other.year, one.month === other.month, one.day === other.day];
  return agreeing.filter(Boolean).length >= 2;
}
