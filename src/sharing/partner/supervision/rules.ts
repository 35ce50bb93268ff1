/**
 * Watching over partners: a report each semester, warnings when it does not come, then a proposal that people decide; and why
 * somebody is cut off. Pure and safe in a browser.
 */
import { addDays, asCivilDate, type CivilDate } from '../../../core/time/civil-date.ts';
import { SECTORS, type Sector } from '../rules.ts';

/** Each cause has a code of its own, `partner.suspended_<cause>`, for the partner to read. */
export const CAUSES = [
  'report_missing',
  'agreement_expired',
  'misuse',
  'security',
  'quota_debt',
  'evaluation',
  'own_wish',
] as const;
export type Cause = (typeof CAUSES)[number];

/** What one officer may stop by himself until two have looked at it. */
export const AT_ONCE_CAUSES = ['misuse', 'security'] as const;
export const AT_ONCE_HOURS = 72;

/** A report is due so many days after its semester (10 July, 10 January). */
const REPORT_DAYS = 10;
/** Written warnings, and then the proposal to cut, so many days after the report was due (Permendagri 102/2019 art. 45: three months). */
export const WARNING_DAYS = [14, 30, 60] as const;
export const CUT_DAYS = 90;
/** Whatever the clock missed, nobody gets the next letter sooner than so many days after the last. */
export const DAYS_BETWEEN_LETTERS = 14;

export interface Semester {
  /** `2020-2`. */
  readonly name: string;
  readonly lastDay: CivilDate;
  readonly dueOn: CivilDate;
}

export const SEMESTER_SHAPE = /^[0-9]{4}-[12]$/;

export function semesterOf(name: string): Semester {
  const lastDay = asCivilDate(name.endsWith('1') ? `${name.slice(0, 4)}-06-30` : `${name.slice(0, 4)}-12-31`);
  return { name, lastDay, dueOn: addDays(lastDay, REPORT_DAYS) };
}

/** The semester that ended last before a day. */
export function lastSemester(today: CivilDate): Semester {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  return semesterOf(month <= 6 ? `${year - 1}-2` : `${year}-1`);
}

export interface Owed {
  readonly dueOn: CivilDate;
  /** Warnings so far, and the day of the last. */
  readonly warnings: number;
  readonly lastOn: CivilDate | null;
}

/** The level of the warning that is due on a day, or `null`. */
export function warningDue({ dueOn, warnings, lastOn }: Owed, today: CivilDate): number | null {
  const days = WARNING_DAYS[warnings];
  if (days === undefined || today < addDays(dueOn, days)) return null;
  return lastOn !== null && today < addDays(lastOn, DAYS_BETWEEN_LETTERS) ? null : warnings + 1;
}

/** Whether cutting is to be proposed: every letter was written, the last some time ago, and three months are over. */
export function cutDue({ dueOn, warnings, lastOn }: Owed, today: CivilDate): boolean {
  if (warnings < WARNING_DAYS.length || lastOn === null) return false;
  return today >= addDays(dueOn, CUT_DAYS) && today >= addDays(lastOn, DAYS_BETWEEN_LETTERS);
}

/** UU 30/2014 art. 77(4): an objection is decided within ten working days. */
const APPEAL_WORKING_DAYS = 10;

/**
 * The last day on which an appeal is decided in time. Saturdays and Sundays do not count; of holidays, which are set year by year, the
 * house knows nothing, so it is rather too early than too late.
 */
export function appealDueOn(receivedOn: CivilDate): CivilDate {
  let day = receivedOn;
  for (let left = APPEAL_WORKING_DAYS; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

function isWorkingDay(day: CivilDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** Health, disaster relief and elections go on: somebody is named who serves instead. */
export const needsSubstitute = (sector: Sector): boolean => SECTORS[sector].essential;
