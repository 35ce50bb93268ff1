/** Counts of the records' own codes, summed to the regions of each day's map, with what may not be shown marked. Pure. */
import type { Measured } from '../../core/series.ts';
import type { CivilDate } from '../../core/time/index.ts';
import type { RegionIndex } from '../../register/region/index.ts';
import { protectRegencies } from '../statement/figure/rules.ts';
import { protectSmallCells } from '../statement/rules.ts';
import { MEASURES, TOGETHER } from './rules.ts';

export interface Kept extends Measured {
  readonly withheld: 'few' | 'beside_few' | null;
}

/** The regions to which a number counts: its regency and province by the map of the day, and the nation. */
function regionsOf(regions: RegionIndex, region: string, day: CivilDate): string[] {
  if (region === '') return [''];
  const province = regions.provinceAt(region, day) ?? region.slice(0, 2);
  return region.length < 4 ? [province, ''] : [regions.codeAt(region, day) ?? region, province, ''];
}

/** `regencies` says of which days regencies are kept; of earlier ones only provinces are. */
export function rollUp(
  rows: readonly Measured[],
  { regions, regencies }: { regions: RegionIndex; regencies: ReadonlySet<CivilDate> },
): Kept[] {
  const places = new Map<string, string[]>();
  const placesOf = (region: string, day: CivilDate) => {
    const name = `${region} ${day}`;
    let found = places.get(name);
    if (!found) places.set(name, (found = regionsOf(regions, region, day)));
    return found;
  };
  const sums = new Map<string, { -readonly [Field in keyof Measured]: Measured[Field] }>();
  for (const row of rows)
    for (const region of placesOf(row.region, row.day)) {
      if (region.length === 4 && !regencies.has(row.day)) continue;
      const key = `${row.measure} ${row.day} ${row.part} ${region}`;
      const sum = sums.get(key);
      if (sum) sum.n += row.n;
      else sums.set(key, { ...row, region });
    }
  return withheldTogether(withheldIn([...sums.values()]));
}

/** Where one of several measures that sum up to another is withheld, the others are too, nought like any number. */
function withheldTogether(rows: readonly Kept[]): Kept[] {
  const groupOf = new Map(TOGETHER.flatMap((group) => group.map((measure) => [measure, group] as const)));
  const keyOf = ({ measure, day, part, region }: Kept) => `${groupOf.get(measure)![0]} ${day} ${part} ${region}`;
  const grouped = rows.filter(({ measure }) => groupOf.has(measure));
  const told = new Map(grouped.filter(({ withheld }) => withheld).map((row) => [keyOf(row), row]));
  const there = new Set(grouped.map((row) => `${keyOf(row)} ${row.measure}`));
  const noughts = [...told].flatMap(([key, row]) =>
    groupOf
      .get(row.measure)!
      .filter((measure) => !there.has(`${key} ${measure}`))
      .map((measure): Kept => ({ ...row, measure, n: 0, withheld: 'beside_few' })),
  );
  const withTheirs = rows.map((row): Kept =>
    row.withheld || !groupOf.has(row.measure) || !told.has(keyOf(row)) ? row : { ...row, withheld: 'beside_few' },
  );
  return [...withTheirs, ...noughts];
}

/** Of counts of people: what is so small that somebody could be recognised, among provinces and among the regencies of each. */
function withheldIn(rows: readonly Measured[]): Kept[] {
  const tables = Map.groupBy(rows, ({ measure, day, part }) => `${measure} ${day} ${part}`);
  return [...tables.values()].flatMap((table) => {
    if (!MEASURES[table[0]!.measure]?.people) return table.map((row) => ({ ...row, withheld: null }));
    const provinces = table.filter(({ region }) => region.length === 2);
    const cells = protectSmallCells(provinces.map(({ n }) => n));
    const why = new Map(provinces.map(({ region }, place) => [region, cells[place]!.withheld]));
    const regencies = table.filter(({ region }) => region.length === 4);
    const shown = protectRegencies(regencies.map(({ region: code, n }) => ({ code, province: code.slice(0, 2), n })));
    for (const { code, withheld } of shown) why.set(code, withheld);
    return table.map((row) => ({ ...row, withheld: why.get(row.region) ?? null }));
  });
}
