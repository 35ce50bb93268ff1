declare const civilDate: unique symbol;

/** A day of the proleptic Gregorian calendar, `YYYY-MM-DD`, years 0001 to 9999. */
export type CivilDate = string & { readonly [civilDate]: true };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The days of a month; `month` 1..12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Gives the date, or `null` for a day that is not on the calendar (31 February) or another shape. */
export function parseCivilDate(text: string): CivilDate | null {
  const parts = SHAPE.exec(text);
  if (!parts) return null;
  return civilDateOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** As `parseCivilDate`, for text that our own code or database made. Refuses with a `RangeError`. */
export function asCivilDate(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (!date) throw new RangeError(`not a civil date: ${text}`);
  return date;
}

export function civilDateOf(year: number, month: number, day: number): CivilDate | null {
  if (year < 1 || year > 9999 || month < 1 || month > 12) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return text as CivilDate;
}

export function partsOf(date: CivilDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** The day `days` after (or, negative, before) `date`. */
export function addDays(date: CivilDate, days: number): CivilDate {
  const { year, month, day } = partsOf(date);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10) as CivilDate;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** Age in whole years on `on`; born on 29 February, one is older on 1 March of other years. */
export function ageOn(birth: CivilDate, on: CivilDate): number {
  const born = partsOf(birth);
  const now = partsOf(on);
  const before = now.month < born.month || (now.month === born.month && now.day < born.day);
  return now.year - born.year - (before ? 1 : 0);
}

/** The same day `years` later; 29 February becomes 1 March where the year has none. */
export function addYears(date: CivilDate, years: number): CivilDate {
  const { year, month, day } = partsOf(date);
  return civilDateOf(year + years, month, day) ?? asCivilDate(`${String(year + years).padStart(4, '0')}-03-01`);
}
