import type { Nik } from '../../core/id/index.ts';
import { ageOn, civilDateOf, partsOf, type CivilDate } from '../../core/time/civil-date.ts';

/**
 * The NIK: PP KK CC DDMMYY SSSS (PP 37/2007 art. 37). Opaque and lifelong: it keeps the region of the first registration and
 * the birth date and sex of that day, so what it codes may contradict the person and still be right. It is a string
 * everywhere: codes 91-96 exceed 2^53. This file is pure and safe in a browser.
 */

/** Codes of `jenis_kelamin`: 1 male, 2 female. */
export type Sex = 1 | 2;
const MALE: Sex = 1;
const FEMALE: Sex = 2;

export interface NikParts {
  readonly province: string;
  readonly regency: string;
  /** Six digits, without dots. */
  readonly district: string;
  /** 1..31 for both sexes where the coded day is valid. */
  readonly day: number;
  readonly month: number;
  readonly yearOfCentury: number;
  readonly serial: string;
  /** `null` where the coded day says neither. */
  readonly sex: Sex | null;
}

export type NikError =
  | 'nik.not_sixteen_digits'
  | 'nik.day_out_of_range'
  | 'nik.month_out_of_range'
  | 'nik.date_impossible'
  | 'nik.serial_zero';
export type NikWarning =
  | 'nik.region_unknown'
  | 'nik.district_unknown'
  | 'nik.region_retired'
  | 'nik.birth_date_differs'
  | 'nik.sex_differs';
export type NikInfo = 'nik.registered_elsewhere';

/** What a list of regions, of today or of former days, knows of a code of 2, 4 or 6 digits. */
export interface KnownRegions {
  find(code: string): { readonly name: string; readonly present: boolean } | undefined;
}

export interface NikContext {
  readonly birthDate?: CivilDate | null;
  /** For the century where no birth date is known; without either no date is read. */
  readonly today?: CivilDate;
  /** As `Sex`; another code is not compared. */
  readonly sex?: number | null;
  /** The present region, 2 to 10 digits. */
  readonly domicile?: string | null;
  /** Without it no word is said about the region. */
  readonly regions?: KnownRegions;
}

export interface NikPlace {
  readonly code: string;
  readonly name: string | null;
  readonly regency: string | null;
  readonly province: string | null;
  /** `archived`: a code of former days only ("kode wilayah lama"). */
  readonly state: 'present' | 'archived' | 'unknown';
}

export interface NikCheck {
  readonly nik: string;
  readonly ok: boolean;
  readonly errors: readonly NikError[];
  readonly warnings: readonly NikWarning[];
  readonly infos: readonly NikInfo[];
  readonly district: NikPlace | null;
  /** As coded; `inferred` where the century is a guess. */
  readonly birthDate: { readonly date: CivilDate; readonly inferred: boolean } | null;
  readonly sex: Sex | null;
}

const SIXTEEN = /^[0-9]{16}$/;
const WOMENS_DAYS = 40;

/** Takes 16 digits apart; `null` for anything else. Says nothing about whether the parts are possible. */
export function nikParts(nik: string): NikParts | null {
  if (!SIXTEEN.test(nik)) return null;
  const codedDay = Number(nik.slice(6, 8));
  const sex = sexOfDay(codedDay);
  return {
    province: nik.slice(0, 2),
    regency: nik.slice(0, 4),
    district: nik.slice(0, 6),
    day: sex === FEMALE ? codedDay - WOMENS_DAYS : codedDay,
    month: Number(nik.slice(8, 10)),
    yearOfCentury: Number(nik.slice(10, 12)),
    serial: nik.slice(12),
    sex,
  };
}

function sexOfDay(codedDay: number): Sex | null {
  if (codedDay >= 1 && codedDay <= 31) return MALE;
  if (codedDay >= 41 && codedDay <= 71) return FEMALE;
  return null;
}

/** Makes the NIK of a first registration. Refuses a serial outside 1..9999 or a district that is not 6 digits with a
 * `RangeError`.
 *
 * @example
 * buildNik({ district: '317507', birthDate: asCivilDate('1990-08-05'), sex: 2, serial: 9001 }); // 3175074508909001
 */
export function buildNik(of: { district: string; birthDate: CivilDate; sex: Sex; serial: number }): Nik {
  if (!/^[0-9]{6}$/.test(of.district)) throw new RangeError('a district has six digits');
  if (!Number.isInteger(of.serial) || of.serial < 1 || of.serial > 9999) throw new RangeError('a serial is 1 to 9999');
  const { year, month, day } = partsOf(of.birthDate);
  const codedDay = of.sex === FEMALE ? day + WOMENS_DAYS : day;
  const date = two(codedDay) + two(month) + two(year % 100);
  return (of.district + date + String(of.serial).padStart(4, '0')) as Nik;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

/**
 * Judges a NIK by its layout, the regions and, where given, the person's own data. Errors make it no NIK; warnings and infos
 * are shown and never change anything. Never throws.
 */
export function checkNik(text: string, context: NikContext): NikCheck {
  const parts = nikParts(text);
  if (!parts) {
    const errors: NikError[] = ['nik.not_sixteen_digits'];
    return { nik: text, ok: false, errors, warnings: [], infos: [], district: null, birthDate: null, sex: null };
  }
  const errors = layoutErrors(parts);
  const place = placeOf(parts, context.regions);
  const birthDate = codedBirthDate(parts, context);
  const warnings: NikWarning[] = [...placeWarnings(parts, place, context.regions)];
  if (context.birthDate && birthDate && birthDate.date !== context.birthDate) warnings.push('nik.birth_date_differs');
  if (isSex(context.sex) && parts.sex && parts.sex !== context.sex) warnings.push('nik.sex_differs');
  const elsewhere = context.domicile && !parts.district.startsWith(context.domicile.slice(0, 6));
  const infos: NikInfo[] = elsewhere ? ['nik.registered_elsewhere'] : [];
  return { nik: text, ok: errors.length === 0, errors, warnings, infos, district: place, birthDate, sex: parts.sex };
}

function isSex(code: number | null | undefined): code is Sex {
  return code === MALE || code === FEMALE;
}

function layoutErrors(parts: NikParts): NikError[] {
  const errors: NikError[] = [];
  const dayKnown = parts.sex !== null;
  const monthKnown = parts.month >= 1 && parts.month <= 12;
  if (!dayKnown) errors.push('nik.day_out_of_range');
  if (!monthKnown) errors.push('nik.month_out_of_range');
  if (dayKnown && monthKnown && possibleDates(parts).length === 0) errors.push('nik.date_impossible');
  if (parts.serial === '0000') errors.push('nik.serial_zero');
  return errors;
}

/** The coded day in each century in which it exists. 29 February is impossible in all unless the year divides by four. */
function possibleDates(parts: NikParts): CivilDate[] {
  if (!parts.sex) return [];
  return [1800, 1900, 2000, 2100]
    .map((century) => civilDateOf(century + parts.yearOfCentury, parts.month, parts.day))
    .filter((date) => date !== null);
}

/**
 * The century comes from the person's birth date (the nearest). Without one: a two-digit year after the present one is 19YY,
 * else 20YY, or 19YY where that day is still to come; marked as inferred, and never more than a hundred years ago.
 */
function codedBirthDate(parts: NikParts, context: NikContext): NikCheck['birthDate'] {
  const known = context.birthDate;
  if (known && codes(parts, known)) return { date: known, inferred: false };
  const dates = possibleDates(parts);
  if (known) {
    const year = partsOf(known).year;
    const distance = (date: CivilDate) => Math.abs(partsOf(date).year - year);
    const nearest = dates.toSorted((a, b) => distance(a) - distance(b))[0];
    return nearest ? { date: nearest, inferred: false } : null;
  }
  const { today } = context;
  const latest = today && dates.findLast((date) => date <= today);
  if (!latest || ageOn(latest, today) > 100) return null;
  return { date: latest, inferred: true };
}

/** Whether the parts say that very day, as they do for nearly everybody. */
function codes(parts: NikParts, date: CivilDate): boolean {
  const { year, month, day } = partsOf(date);
  return parts.sex !== null && parts.day === day && parts.month === month && parts.yearOfCentury === year % 100;
}

function placeOf(parts: NikParts, known: KnownRegions | undefined): NikPlace {
  const district = known?.find(parts.district);
  const regency = known?.find(parts.regency);
  const province = known?.find(parts.province);
  const finest = district ?? regency ?? province;
  const present = district ? district.present : finest?.present;
  return {
    code: parts.district,
    name: district?.name ?? null,
    regency: regency?.name ?? null,
    province: province?.name ?? null,
    state: present === false ? 'archived' : district ? 'present' : 'unknown',
  };
}

/** District level first, then regency, then province: of the archived lists the districts are not complete. */
function placeWarnings(parts: NikParts, place: NikPlace, known: KnownRegions | undefined): NikWarning[] {
  if (!known || place.state === 'present') return [];
  if (place.state === 'archived') return ['nik.region_retired'];
  return known.find(parts.regency) ? ['nik.district_unknown'] : ['nik.region_unknown'];
}

/** For reading aloud: `3175 0745 0890 9001`. What is copied stays raw. */
export function groupNik(nik: string): string {
  return nik.replace(/(.{4})(?=.)/g, '$1 ');
}

/**
 * What another role may see: `first12` as in lists for parties (PKPU 11/2018), which still shows birth date and sex; `first6`
 * as the commission did in 2020.
 */
export function maskNik(nik: string, seen: 'first12' | 'first6'): string {
  const shown = seen === 'first12' ? 12 : 6;
  return nik.slice(0, shown) + '*'.repeat(Math.max(0, nik.length - shown));
}
