/** Civil days as whole numbers (days since 1 January 1970), which a hundred million draws can afford. */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The day as `yyyymmdd`. */
export function compactDay(number: number): number {
  const z = number + 719468;
  // Every day of the Gregorian calendar after the year 0 is positive here, so truncating is rounding down.
  const era = (z / 146097) | 0;
  const dayOfEra = z - era * 146097;
  const yearOfEra =
    ((dayOfEra - ((dayOfEra / 1460) | 0) + ((dayOfEra / 36524) | 0) - ((dayOfEra / 146096) | 0)) / 365) | 0;
  const dayOfYear = dayOfEra - (365 * yearOfEra + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0));
  const mp = ((5 * dayOfYear + 2) / 153) | 0;
  const day = dayOfYear - (((153 * mp + 2) / 5) | 0) + 1;
  const month = mp < 10 ? mp + 3 : mp - 9;
  return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0)) * 10000 + month * 100 + day;
}

export const TWO = Array.from({ length: 100 }, (_, i) => String(i).padStart(2, '0'));

/** `yyyymmdd` as the civil date `YYYY-MM-DD`. */
export function civilText(compact: number): string {
  return `${Math.floor(compact / 10000)}-${TWO[Math.floor(compact / 100) % 100]}-${TWO[compact % 100]}`;
}

/** The 366 days of a leap year as month * 100 + day. */
export const DAYS_OF_YEAR: readonly number[] = Array.from({ length: 366 }, (_, i) => {
  const compact = compactDay(dayNumber(2000, 1, 1) + i);
  return compact % 10000;
});
