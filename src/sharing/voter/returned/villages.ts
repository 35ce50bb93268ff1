/** The village that a row names, by code or by the names of village, district and regency as they were on the day of the cut-off. */
import type { CivilDate } from '../../../core/time/index.ts';
import type { RegionIndex } from '../../../register/region/index.ts';

export interface NamedPlace {
  readonly code: string;
  readonly village: string;
  readonly district: string;
  readonly regency: string;
}

/** `null` where the row does not say, or where what it says is no village or several. */
export type FindVillage = (place: NamedPlace) => string | null;

const SEVERAL = '';

export function villageFinder(
  regions: Pick<RegionIndex, 'at' | 'childrenAt' | 'all'>,
  { regencies, day }: { readonly regencies: readonly string[] | null; readonly day: CivilDate },
): FindVillage {
  let names: Map<string, string> | undefined;
  const byName = (key: string) => {
    names ??= namesIn(regions, { regencies, day });
    return names.get(key) || null;
  };
  return ({ code, village, district, regency }) => {
    if (code !== '') return /^[0-9]{10}$/.test(code) && regions.at(code, day) ? code : null;
    if (village === '' || district === '') return null;
    return byName([plain(regency), plain(district), plain(village)].join('|'));
  };
}

/** Names with their regency and, where that is enough, without it. */
function namesIn(
  regions: Pick<RegionIndex, 'at' | 'childrenAt' | 'all'>,
  { regencies, day }: { readonly regencies: readonly string[] | null; readonly day: CivilDate },
): Map<string, string> {
  const found = new Map<string, string>();
  const note = (key: string, code: string) => {
    const before = found.get(key);
    found.set(key, before === undefined || before === code ? code : SEVERAL);
  };
  const codes = regencies ?? [...new Set(Array.from(regions.all('regency'), ({ code }) => code))];
  for (const code of codes) {
    const regency = regions.at(code, day);
    if (!regency) continue;
    for (const district of regions.childrenAt(code, day))
      for (const village of regions.childrenAt(district.code, day)) {
        const within = `${plain(district.name)}|${plain(village.name)}`;
        note(`|${within}`, village.code);
        note(`${plain(regency.name)}|${within}`, village.code);
      }
  }
  return found;
}

/** Lists leave out what kind of place it is, or write it in front. */
const plain = (name: string): string =>
  name
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, ' ')
    .trim()
    .replace(
      /^(KABUPATEN ADMINISTRASI|KOTA ADMINISTRASI|KABUPATEN|KAB|KOTA ADM|KOTA|KECAMATAN|KEC|KELURAHAN|KEL|DESA) /,
      '',
    )
    .replaceAll(' ', '');
