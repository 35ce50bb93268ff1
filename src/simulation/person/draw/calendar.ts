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
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * mp + 2) / 5) + 1;
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
