/** Single cells of a file: how each kind is read. Pure; nothing is guessed, nothing repaired that could be somebody else's. */
import type { Cell } from '../../../core/table/index.ts';
import { civilDateOf, partsOf, type CivilDate } from '../../../core/time/civil-date.ts';
import { readNikCell } from '../nik-cell.ts';
import { FIRST_BIRTH_YEAR } from '../rules.ts';
import type { FaultCode } from './faults.ts';

/** What a cell holds, nothing, or what is wrong with it. `cleaned`: signs that do not belong there were taken out. */
export type Read<T> =
  | { readonly value: T; readonly cleaned?: true; readonly fault?: undefined }
  | { readonly value: null; readonly cleaned?: undefined; readonly fault?: undefined }
  | { readonly value?: undefined; readonly cleaned?: undefined; readonly fault: FaultCode };

const NOTHING = { value: null } as const;
const EMPTY_WORDS = new Set(['', '-', '--', '–', 'NULL', 'N/A', '#N/A', 'NA', 'NIHIL', 'KOSONG']);
/** Nearly every cell: visible ASCII with single blanks inside. */
const TIDY = /^(?:[!-~]+(?: [!-~]+)*)?$/;
const INVISIBLE = /\p{Cc}|\p{Cf}|\u034f/gu;

/** The visible text: invisible characters out, blanks single, none at the ends; '' for what means nothing. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  const text = typeof cell === 'string' ? cell : String(cell);
  const tidy = TIDY.test(text) ? text : text.replace(/\s/g, ' ').replace(INVISIBLE, '').replace(/ +/g, ' ').trim();
  return tidy.length <= 6 && EMPTY_WORDS.has(tidy.toUpperCase()) ? '' : tidy;
}

const PLAIN_NUMBER = /^[1-9][0-9]{15}$/;

/** A NIK. `rounded`: the whole column is known to have lost its last digit, so a final 0 proves nothing. */
export function readNik(cell: Cell | undefined, rounded: boolean): Read<string> {
  if (typeof cell === 'string' && PLAIN_NUMBER.test(cell) && !cell.endsWith('0')) {
    if (!/^(\d)\1{15}$/.test(cell)) return { value: cell };
  }
  const read = readNikCell(cell);
  switch (read.kind) {
    case 'nik':
      if (rounded && read.nik.endsWith('0')) return { fault: 'import.nik_rounded' };
      return read.nik === cell ? { value: read.nik } : { value: read.nik, cleaned: true };
    case 'placeholder':
      return { fault: read.why === 'temporary' ? 'import.nik_temporary' : 'import.nik_placeholder' };
    case 'damaged':
      if (read.why === 'scientific') return { fault: 'import.nik_scientific' };
      if (read.why === 'number' && !roundedNumber(cell)) return { fault: 'import.nik_number' };
      return { fault: 'import.nik_rounded' };
    case 'malformed':
      return { fault: 'import.nik_malformed' };
  }
}

// More than fifteen digits and zeros at the end: what a program that keeps fifteen makes of sixteen.
const roundedNumber = (cell: Cell | undefined): boolean => /^\d{15,}0(\.0)?$/.test(String(cell));

/** A family card number: as a NIK is written, but with another meaning. 0 or nothing is refused: families would run together. */
export function readCard(cell: Cell | undefined, rounded: boolean): Read<string> {
  if (typeof cell === 'string' && PLAIN_NUMBER.test(cell) && !cell.endsWith('0')) {
    if (!/^(\d)\1{15}$/.test(cell)) return { value: cell };
  }
  const read = readNikCell(cell);
  if (read.kind === 'damaged') {
    return { fault: read.why === 'scientific' ? 'import.card_scientific' : 'import.card_rounded' };
  }
  if (read.kind === 'placeholder') return { fault: 'import.card_placeholder' };
  if (read.kind === 'malformed') return { fault: 'import.card_malformed' };
  if (rounded && read.nik.endsWith('0')) return { fault: 'import.card_rounded' };
  return read.nik === cell ? { value: read.nik } : { value: read.nik, cleaned: true };
}

/** A parent's NIK: may be absent; a damaged one is left out and said. */
export function readOptionalNik(cell: Cell | undefined, rounded: boolean): Read<string> {
  if (cell === '' || cell === null || cell === undefined) return NOTHING;
  if (cellText(cell) === '') return NOTHING;
  const read = readNik(cell, rounded);
  if (read.fault === 'import.nik_placeholder') return NOTHING;
  return read.fault ? { fault: 'import.optional_nik' } : read;
}

const DAY_FIRST = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/;
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ][0-9:.Z+]*)?$/;
const SHORT_YEAR = /^\d{1,2}[-/. ](\d{1,2}|[A-Za-z]{3,9})[-/. ]\d{2}$/;
const WORDY = /^(\d{1,2})[-/ ]([A-Za-z]{3,9})\.?[-/ ](\d{4})$/;
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MEI', 'JUN', 'JUL', 'AGU', 'SEP', 'OKT', 'NOV', 'DES'];
const MONTHS_ELSEWHERE: Readonly<Record<string, number>> = {
  MAY: 5,
  AUG: 8,
  AGT: 8,
  OCT: 10,
  DEC: 12,
  NOP: 11,
  PEB: 2,
};

/**
 * A day: dd-mm-yyyy, dd/mm/yyyy, yyyy-mm-dd, 5 Agustus 1990, or a day of a workbook (text already, or its serial number). Between 1880 and `latest`. A year
 * of two digits is refused: nobody knows the century. 31 February is refused, never moved to March.
 */
export function readDate(cell: Cell | undefined, latest: CivilDate): Read<CivilDate> {
  if (typeof cell === 'number') return inRange(dayOfSerial(cell), latest);
  const text = cellText(cell);
  if (text === '' || /^0+([-/.]0+){0,2}$/.test(text)) return NOTHING;
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return inRange(civilDateOf(Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1])), latest);
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return inRange(civilDateOf(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3])), latest);
  if (SHORT_YEAR.test(text)) return { fault: 'import.date_two_digit_year' };
  const wordy = WORDY.exec(text);
  if (!wordy) return { fault: 'import.date_shape' };
  const word = wordy[2]!.slice(0, 3).toUpperCase();
  const month = MONTHS.indexOf(word) + 1 || MONTHS_ELSEWHERE[word];
  if (!month) return { fault: 'import.date_shape' };
  return inRange(civilDateOf(Number(wordy[3]), month, Number(wordy[1])), latest);
}

function inRange(date: CivilDate | null, latest: CivilDate): Read<CivilDate> {
  if (date === null) return { fault: 'import.date_impossible' };
  if (date > latest) return { fault: 'import.date_future' };
  if (partsOf(date).year < FIRST_BIRTH_YEAR) return { fault: 'import.date_too_old' };
  return { value: date };
}

/** Days since 30 December 1899, as workbooks count (their 29 February 1900 never was: serials up to 60 are not trusted). */
function dayOfSerial(serial: number): CivilDate | null {
  if (!Number.isInteger(serial) || serial <= 60 || serial > 80_000) return null;
  const day = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000);
  return civilDateOf(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
}

/** RT, RW: `003`, `3`, `RT 03`; 0 to 999. */
export function readSmallNumber(cell: Cell | undefined): Read<number> {
  const text = cellText(cell);
  if (text === '') return NOTHING;
  const digits = /^(?:R[TW]\.? ?)?0*(\d{1,3})(?:\.0)?$/i.exec(text);
  return digits ? { value: Number(digits[1]) } : { fault: 'import.optional_number' };
}

/** Ten digits of a village, with or without dots. */
export function readVillageCode(cell: Cell | undefined): Read<string> {
  const text = cellText(cell);
  if (text === '') return NOTHING;
  const digits = text.replace(/[. ]/g, '');
  return /^[0-9]{10}$/.test(digits) ? { value: digits } : { fault: 'import.village_malformed' };
}

/** SIAK's parts: 31, 75, 7, 1004. */
export function joinVillageParts(parts: readonly (Cell | undefined)[]): Read<string> {
  const texts = parts.map((part) => cellText(part));
  if (texts.every((text) => text === '')) return NOTHING;
  const [province, regency, district, village] = texts.map((text, at) => text.padStart(at === 3 ? 4 : 2, '0'));
  return readVillageCode(`${province}${regency}${district}${village}`);
}

/** `JAKARTA, 05-08-1990` as place and day. */
export function splitBirth(cell: Cell | undefined): { place: string; date: string } | null {
  const text = cellText(cell);
  const parts = /^(.*?)\s*[,/;]\s*([^,;]*\d)$/.exec(text);
  return parts ? { place: parts[1]!, date: parts[2]! } : null;
}
