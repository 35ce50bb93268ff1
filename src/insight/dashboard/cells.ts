/** Counts as cells: looked up by region, measure, day and part; what is withheld from whoever asks is not in them. Pure. */
import { TELLS_BLANKS } from '../../cards/blank/closing/rules.ts';
import type { CivilDate } from '../../core/time/index.ts';
import { protectSmallCells } from '../statement/rules.ts';
import { MEASURES } from './rules.ts';
import type { Cell } from './schema.ts';
import type { CountRow } from './sql.ts';

interface Wanted {
  readonly measure: string;
  readonly region: string;
  readonly day: CivilDate;
  readonly part?: string;
}

export interface Counts {
  /** What is not kept is nought. */
  cell(wanted: Wanted): Cell;
  /** The whole of which the measure is a share. */
  whole(wanted: Wanted): number | null;
  /** Parts of a region's measure on a day. */
  parts(wanted: Omit<Wanted, 'part'>): readonly (Cell & { readonly part: string })[];
  /** The first of the days on which anything of the measure was there. */
  begins(measure: string, region: string): CivilDate | null;
}

export interface Sight {
  /** Of which regions whoever asks sees every cell. */
  readonly exact: (region: string) => boolean;
  /** Where a security hold keeps blanks back. */
  readonly held: (region: string, day: CivilDate) => boolean;
}

export function cellsOf(rows: readonly CountRow[], { exact, held }: Sight): Counts {
  const found = new Map<string, CountRow>();
  const parts = new Map<string, CountRow[]>();
  const begins = new Map<string, CivilDate>();
  const keyOf = ({ measure, region, day, part = '' }: Wanted) => `${measure} ${region} ${day} ${part}`;
  for (const row of rows) {
    found.set(keyOf(row), row);
    if (row.part !== '') {
      const key = keyOf({ ...row, part: '' });
      parts.set(key, [...(parts.get(key) ?? []), row]);
    }
    const line = `${row.measure} ${row.region}`;
    const first = begins.get(line);
    if (!first || row.day < first) begins.set(line, row.day);
  }
  const cell = (wanted: Wanted): Cell => {
    const row = found.get(keyOf(wanted));
    const keptBack = TELLS_BLANKS.includes(wanted.measure) && held(wanted.region, wanted.day);
    const withheld = exact(wanted.region) ? null : keptBack ? 'held' : (row?.withheld ?? null);
    const n = withheld ? null : (row?.n ?? 0);
    const all = whole(wanted);
    return { n, withheld, percent: n === null || !all ? null : (n / all) * 100 };
  };
  const whole = ({ measure, region, day }: Wanted): number | null => {
    const of = MEASURES[measure]?.of;
    return of === undefined ? null : cell({ measure: of, region, day }).n;
  };
  return {
    cell,
    whole,
    parts(wanted) {
      const own = parts.get(keyOf({ ...wanted, part: '' })) ?? [];
      // What the whole keeps back its parts would tell, and one part the others.
      const kept = cell(wanted).withheld;
      const open = exact(wanted.region) || (!kept && (wanted.region === '' || !MEASURES[wanted.measure]?.people));
      const among = protectSmallCells(own.map(({ n }) => n));
      return own.map(({ part, n }, place) => {
        const withheld = open ? null : (kept ?? cell({ ...wanted, part }).withheld ?? among[place]!.withheld);
        return { part, n: withheld ? null : n, withheld, percent: null };
      });
    },
    begins: (measure, region) => begins.get(`${measure} ${region}`) ?? null,
  };
}
