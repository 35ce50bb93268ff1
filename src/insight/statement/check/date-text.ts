/** Days, months, years and semesters as press texts write them, told apart from figures: pure. */
import { civilDateOf, daysInMonth, type CivilDate } from '../../../core/time/index.ts';

export interface DateRead {
  readonly start: number;
  readonly end: number;
  /** The last day that is meant; `null` where the text leaves the year out. */
  readonly last: CivilDate | null;
  readonly precision: 'day' | 'month' | 'semester' | 'year';
  readonly month: number | null;
  readonly day: number | null;
  /** Every year that is named, as in "tahun 2011, 2012 dan 2013". */
  readonly years: readonly number[];
  /** 0 is Sunday; `null` where no day of the week stands before it. */
  readonly weekday: number | null;
}

const MONTHS: readonly (readonly string[])[] = [
  ['januari', 'january', 'jan'],
  ['februari', 'pebruari', 'february', 'feb'],
  ['maret', 'march', 'mar'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['agustus', 'august', 'agu', 'ags', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nopember', 'nov'],
  ['desember', 'december', 'des', 'dec'],
];
const WEEKDAYS: readonly (readonly string[])[] = [
  ['minggu', 'ahad', 'sunday'],
  ['senin', 'monday'],
  ['selasa', 'tuesday'],
  ['rabu', 'wednesday'],
  ['kamis', 'thursday'],
  ["jum'at", 'jumat', 'friday'],
  ['sabtu', 'saturday'],
];

const month = `(?:${MONTHS.flat()
  .toSorted((a, b) => b.length - a.length)
  .join('|')})\\.?`;
const weekday = `(?:(?<weekday>${WEEKDAYS.flat().join('|')}),?\\s+)?\\(?`;
const YEAR = '(?:19|20)\\d{2}';
const year = `(?<year>${YEAR})`;
const yearWord = '(?:tahun|thn\\.?|th\\.?|years?)';
const START = '(?<![\\p{L}\\d/.-])';
const END = '(?![\\p{L}\\d])';
const rule = (source: string) => new RegExp(`${START}${source}${END}`, 'giu');

/** Longer ones first: what one has read no later one reads again. */
const RULES: readonly RegExp[] = [
  rule(`${weekday}(?<day>\\d{1,2})\\s*[/.-]\\s*(?<number>\\d{1,2})\\s*[/.-]\\s*${year}`),
  rule(`(?<iso>\\d{4}-\\d{2}-\\d{2})`),
  rule(
    `${weekday}(?:tanggal\\s+|tgl\\.?\\s+)?(?<day>\\d{1,2})\\s+(?<month>${month})(?:\\s+(?:${yearWord}\\s+)?${year})?`,
  ),
  rule(`${weekday}(?<month>${month})\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+${year})`),
  rule(`(?<semester>semester\\s+(?:II|I|2|1|kedua|pertama))(?:\\s*,?\\s*(?:${yearWord}\\s+)?${year})`),
  rule(`(?<month>${month})\\s+(?:${yearWord}\\s+)?${year}`),
  rule(`(?:${yearWord}\\s+)?(?<years>${YEAR}(?:\\s*(?:,|dan|and|hingga|sampai|s\\.d\\.|[-\u2013])\\s*${YEAR})+)`),
  rule(`${yearWord}\\s+${year}`),
];
/** Without a year only in brackets after a day of the week: "Selasa (11/12)". */
const SHORT = rule(`(?<weekday>${WEEKDAYS.flat().join('|')}),?\\s+\\((?<day>\\d{1,2})/(?<number>\\d{1,2})\\)?`);
const BARE = rule(year);

/** Every date of a text in its order; a year alone only where `isCount` does not see what it counts. */
export function readDates(text: string, isCount: (end: number) => boolean = () => false): DateRead[] {
  const found: DateRead[] = [];
  const free = (start: number, end: number) => !found.some((one) => start < one.end && end > one.start);
  for (const pattern of [...RULES, SHORT, BARE]) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (!free(match.index, end) || (pattern === BARE && isCount(end))) continue;
      const read = dateOf(match);
      if (read) found.push({ start: match.index, end, ...read });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

type Read = Omit<DateRead, 'start' | 'end'>;

function dateOf({ groups = {} }: RegExpExecArray): Read | null {
  const none = { month: null, day: null, weekday: null, years: [] };
  const named = groups['year'] ? Number(groups['year']) : null;
  const years = named === null ? [] : [named];
  if (groups['iso']) {
    const [y, m, d] = groups['iso'].split('-').map(Number) as [number, number, number];
    const last = civilDateOf(y, m, d);
    return last && { ...none, last, precision: 'day', month: m, day: d, years: [y] };
  }
  if (groups['years']) {
    const all = yearsOf(groups['years']);
    return { ...none, last: civilDateOf(Math.max(...all), 12, 31), precision: 'year', years: all };
  }
  if (groups['semester']) {
    const second = /(?:II|2|kedua)$/i.test(groups['semester']);
    return {
      ...none,
      last: second ? civilDateOf(named!, 12, 31) : civilDateOf(named!, 6, 30),
      precision: 'semester',
      years,
    };
  }
  const month = groups['number']
    ? Number(groups['number'])
    : groups['month']
      ? placeIn(MONTHS, groups['month']) + 1
      : null;
  if (month === null) return { ...none, last: civilDateOf(named!, 12, 31), precision: 'year', years };
  if (month < 1 || month > 12) return null;
  if (!groups['day']) {
    const last = civilDateOf(named!, month, daysInMonth(named!, month));
    return { ...none, last, precision: 'month', month, years };
  }
  const day = Number(groups['day']);
  // A leap year stands in for the one that is not named.
  if (civilDateOf(named ?? 2016, month, day) === null) return null;
  const weekday = groups['weekday'] ? placeIn(WEEKDAYS, groups['weekday']) : null;
  return { last: named === null ? null : civilDateOf(named, month, day), precision: 'day', month, day, weekday, years };
}

function placeIn(names: readonly (readonly string[])[], name: string): number {
  return names.findIndex((each) => each.includes(name.toLowerCase().replace(/\.$/, '')));
}

/** "2011-2013" and "2011 hingga 2013" name all years between. */
function yearsOf(text: string): number[] {
  const named = [...text.matchAll(/\d{4}/g)].map(([each]) => Number(each));
  const through = named.length === 2 && /[-\u2013]|hingga|sampai|s\.d\./.test(text);
  const [first, last] = named as [number, number];
  if (!through || last < first) return named;
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}

/** The day that a date without a year means in a text of this day: the last one that had come. */
export function dayMeant({ last, month, day }: DateRead, textOf: CivilDate): CivilDate | null {
  if (last !== null || month === null || day === null) return last;
  const year = Number(textOf.slice(0, 4));
  return (
    [year, year - 1].map((each) => civilDateOf(each, month, day)).find((each) => each !== null && each <= textOf) ??
    null
  );
}

export function weekdayOf(date: CivilDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}
