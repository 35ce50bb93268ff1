/** Days, semesters and codes of the store. Pure, safe in a browser. */
import { asCivilDate, addDays, partsOf, type CivilDate } from '../../../core/time/civil-date.ts';

/** 1 citizen, 2 limited stay (ITAS), 3 permanent stay (ITAP), 4 another foreigner. */
export function nationalityKind(person: { readonly nationality: string; readonly permit: number | null }): number {
  if (person.nationality === 'IDN') return 1;
  if (person.permit === 1) return 2;
  return person.permit === 2 ? 3 : 4;
}

/** The first day of the semester in which a day lies: what happened in it is counted with the snapshot. */
export function semesterBegins(day: CivilDate): CivilDate {
  const { year, month } = partsOf(day);
  return asCivilDate(`${String(year).padStart(4, '0')}-${month <= 6 ? '01' : '07'}-01`);
}

/** The last 30 June or 31 December that has passed on `day`. */
export function lastCutOff(day: CivilDate): CivilDate {
  return addDays(semesterBegins(day), -1);
}

/** Whether a day is 30 June or 31 December, of which tables are published. */
export function isCutOff(day: CivilDate): boolean {
  return lastCutOff(addDays(day, 1)) === day;
}
