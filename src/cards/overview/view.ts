/** Cards and blanks of the nation on one page: what lies where, how long it lasts, who has reported, what is open. */
import { mustCover, type Actor } from '../../core/access/index.ts';
import { elevated, type Tx } from '../../core/db/index.ts';
import type { FileAnswer } from '../../core/http/contract.ts';
import { writeTable, type Row } from '../../core/table/index.ts';
import { listOpenIncidents, supplyOf } from '../blank/index.ts';
import { viewReports } from '../disposal/index.ts';
import { codesAt, figuresOf, type Gathered, type OverviewLevel } from './rules.ts';

interface Asked {
  readonly region?: string | undefined;
  readonly level?: OverviewLevel | undefined;
}

/** The nation by provinces or by regencies, or one province by regencies; three statements, however many regions there are. */
export async function openOverview(tx: Tx, actor: Actor, input: Asked) {
  const region = input.region ?? '';
  mustCover(actor, region);
  const level = region === '' ? (input.level ?? 'province') : 'regency';
  const supply = await supplyOf(tx, region);
  const incidents = await elevated(tx, () => listOpenIncidents(tx));
  const { asOf, due, lines } = await viewReports(tx, actor, { region });
  const gathered: Gathered = { supply, incidents, due, reports: lines };
  const known = new Map(lines.map((line) => [line.region, line.name]));
  const nameOf = (code: string) => known.get(code) ?? tx.ground.regions.nameOf(code) ?? code;
  return {
    asOf,
    due,
    level,
    region,
    name: region === '' ? null : nameOf(region),
    total: figuresOf(region, gathered),
    regions: codesAt(level, gathered).map((code) => ({ code, name: nameOf(code), ...figuresOf(code, gathered) })),
  };
}

const COLUMNS = [
  'code',
  'name',
  'stock',
  'coming',
  'usedIn60Days',
  'backlog',
  'daysLeft',
  'wanted',
  'regencies',
  'silent',
  'reportedOn',
  'destructions',
  'pieces',
  'openIncidents',
] as const;

/** What the page shows, one line a region, with the day in every line. */
export async function openOverviewTable(tx: Tx, actor: Actor, input: Asked): Promise<FileAnswer> {
  const { asOf, region, regions } = await openOverview(tx, actor, input);
  const say = (key: string) => tx.ground.speaker.say(actor.language, `overview.column.${key}`);
  const rows = regions.map((line): Row => [...COLUMNS.map((column) => line[column]), asOf]);
  const parts: Buffer[] = [];
  const columns = [...COLUMNS, 'asOf'].map(say);
  for await (const part of writeTable({ format: 'csv', columns, rows })) parts.push(part);
  const fileName = `kartu-dan-blangko-${region || 'nasional'}-${asOf}.csv`;
  return { mediaType: 'text/csv; charset=utf-8', fileName, bytes: Buffer.concat(parts) };
}
