/** Whether a region that somebody names, by code or by name, is the one in which a person lives. Pure. */
import { normaliseName } from '../../../register/resident/index.ts';

export type RegionLevel = 'province' | 'regency' | 'district' | 'village';

export const DIGITS: Readonly<Record<RegionLevel, number>> = { province: 2, regency: 4, district: 6, village: 10 };

/** Words that say what kind of region a name is of, or its honours. */
const KINDS: Readonly<Record<RegionLevel, readonly string[]>> = {
  province: [
    'PROVINSI',
    'PROPINSI',
    'PROV',
    'PROP',
    'DAERAH',
    'KHUSUS',
    'IBUKOTA',
    'ISTIMEWA',
    'DKI',
    'DI',
    'DKJ',
    'D',
    'I',
  ],
  regency: ['KOTA', 'KABUPATEN', 'KAB', 'ADMINISTRASI', 'ADM', 'KOTAMADYA', 'KODYA'],
  district: ['KECAMATAN', 'KEC', 'DISTRIK'],
  village: ['KELURAHAN', 'KEL', 'DESA', 'GAMPONG', 'NAGARI', 'KAMPUNG'],
};

const CITY = new Set(['KOTA', 'KOTAMADYA', 'KODYA']);
const REGENCY = new Set(['KABUPATEN', 'KAB']);

/** Kemendagri code without dots where a text is one, else `null`. */
export function codeIn(text: string, level: RegionLevel): string | null {
  const digits = text.replace(/[.\s]/g, '');
  return /^\d+$/.test(digits) && digits.length === DIGITS[level] ? digits : null;
}

/**
 * Names agree without the word that says what kind they are of; but Kota Bandung is not Kabupaten Bandung where both say so.
 */
export function sameRegionName(given: string, known: string, level: RegionLevel): boolean {
  const one = parts(given, level);
  const other = parts(known, level);
  if (one.name === '' || one.name !== other.name) return false;
  return one.kind === null || other.kind === null || one.kind === other.kind;
}

/** Whether a code and a name, said of one region, mean the same; `known` is the register's name of the code. */
export function namesRegion(level: RegionLevel, code: string, name: string, known: string | undefined): boolean {
  const named = codeIn(name, level);
  return named === null ? known !== undefined && sameRegionName(name, known, level) : named === code;
}

function parts(text: string, level: RegionLevel): { name: string; kind: 'city' | 'regency' | null } {
  const words = normaliseName(text).split(' ');
  const kinds = KINDS[level];
  let first = 0;
  // The last word is a name whatever it says: there is a village called Kampung.
  while (first < words.length - 1 && kinds.includes(words[first]!)) first++;
  const said = words.slice(0, first);
  const kind = said.some((word) => CITY.has(word)) ? 'city' : said.some((word) => REGENCY.has(word)) ? 'regency' : null;
  return { name: words.slice(first).join(''), kind: level === 'regency' ? kind : null };
}
