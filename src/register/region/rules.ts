/**
 * Region codes as Kemendagri gives them (not BPS): PP.KK.CC.VVVV, kept without dots. Regencies are 01-69, cities 71-99; a
 * village's first digit is 1 for a kelurahan, 2 for a desa, 3 for a desa adat (Permendagri 137/2017 art. 4). Pure, safe in a browser.
 */
import { ZONES, type Zone } from '../../core/time/clock.ts';

export const LEVELS = ['province', 'regency', 'district', 'village'] as const;
export type Level = (typeof LEVELS)[number];
const DIGITS: Readonly<Record<Level, number>> = { province: 2, regency: 4, district: 6, village: 10 };

/** `prefix`: only a code with which old NIKs begin. */
export const KINDS = [
  'province',
  'regency',
  'city',
  'district',
  'urban_village',
  'village',
  'customary_village',
  'prefix',
] as const;
export type Kind = (typeof KINDS)[number];

/** The level that a code of 2, 4, 6 or 10 digits has; `null` for anything else. */
export function levelOf(code: string): Level | null {
  if (!/^[0-9]+$/.test(code)) return null;
  return LEVELS.find((level) => DIGITS[level] === code.length) ?? null;
}

/** What the digits say about the kind. Refuses what is no code with a `RangeError`. */
export function kindOf(code: string): Kind {
  const level = levelOf(code);
  if (level === null) throw new RangeError(`not a region code: ${code}`);
  if (level === 'regency') return Number(code.slice(2)) > 70 ? 'city' : 'regency';
  if (level !== 'village') return level;
  if (code[6] === '1') return 'urban_village';
  return code[6] === '3' ? 'customary_village' : 'village';
}

/** The code of the region above; `null` for a province. */
export function parentCode(code: string): string | null {
  const level = levelOf(code);
  if (level === null || level === 'province') return null;
  return code.slice(0, DIGITS[LEVELS[LEVELS.indexOf(level) - 1]!]);
}

/** `31.75.07.1004`, as the lists print it. */
export function dottedCode(code: string): string {
  return [code.slice(0, 2), code.slice(2, 4), code.slice(4, 6), code.slice(6)].filter(Boolean).join('.');
}

/** A code as people type it, with or without dots; `null` when it is none. */
export function readCode(text: string): string | null {
  const code = text.replace(/[.\s]/g, '');
  return levelOf(code) ? code : null;
}

/** The form in which names are searched: capitals, digits and single blanks; an apostrophe joins, other signs part. */
export function searchForm(name: string): string {
  return name
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[\p{M}\p{Cf}'’‘ʼ`"]/gu, '')
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim();
}

/** A name without the word for its kind: `Kota Administrasi Jakarta Timur` sorts under `Jakarta Timur`. */
export function bareName(name: string): string {
  return name.replace(/^(?:Kabupaten|Kota|Daerah)(?: (?:Administrasi|Khusus Ibukota|Istimewa))? /, '');
}

/** Keppres 41/1987: western time for Sumatra, Java, West and Central Kalimantan; eastern for Maluku and Papua; else central. */
export function zoneOf(code: string): Zone {
  const province = Number(code.slice(0, 2));
  if (province > 80) return ZONES.WIT;
  if (province < 50 || province === 61 || province === 62) return ZONES.WIB;
  return ZONES.WITA;
}
