/** A dashboard as a table to take along: every number that the page shows, one a line, with its day. */
import type { Tx } from '../../core/db/index.ts';
import type { FileAnswer } from '../../core/http/contract.ts';
import { writeTable, type Row } from '../../core/table/index.ts';
import type { Language } from '../../core/text/index.ts';
import { SECTION_PATHS } from './rules.ts';
import type { Cell, Dashboard, NamedMeasure } from './schema.ts';

const COLUMNS = [
  'kind',
  'region',
  'name',
  'measure',
  'label',
  'part',
  'day',
  'n',
  'percent',
  'withheld',
  'countedAt',
] as const;

export async function asTable(tx: Tx, dashboard: Dashboard, language: Language): Promise<FileAnswer> {
  const say = (key: string) => tx.ground.speaker.say(language, `dashboard.${key}`);
  const here = { code: dashboard.region, name: dashboard.name ?? say('nation') };
  const line = (kind: string, at: typeof here, of: NamedMeasure, cell: Cell, part = '', day = dashboard.day): Row => [
    say(`kind.${kind}`),
    at.code,
    at.name,
    of.measure,
    of.label,
    part,
    day,
    cell.n,
    cell.percent,
    cell.withheld ? say(`withheld.${cell.withheld}`) : '',
    dashboard.countedAt,
  ];
  const rows = [
    ...dashboard.headlines.map((each) => line('headline', here, each, each.now)),
    ...dashboard.regions.flatMap(({ cells, ...at }) =>
      cells.map((cell, place) => line('region', at, dashboard.columns[place]!, cell)),
    ),
    ...dashboard.parts.flatMap((each) =>
      each.rows.map(({ label, n, withheld }) => line('part', here, each, { n, withheld, percent: null }, label)),
    ),
    ...dashboard.lines.flatMap((each) =>
      each.points.map(({ day, value }) => {
        const share = each.shows === 'share';
        return line(
          'line',
          here,
          each,
          { n: share ? null : value, percent: share ? value : null, withheld: null },
          '',
          day,
        );
      }),
    ),
  ];
  const parts: Buffer[] = [];
  const columns = COLUMNS.map((column) =>
    column === 'n' || column === 'percent'
      ? { name: say(`column.${column}`), kind: 'auto' as const }
      : say(`column.${column}`),
  );
  for await (const part of writeTable({ format: 'csv', columns, rows })) parts.push(part);
  return { mediaType: 'text/csv; charset=utf-8', fileName: fileName(dashboard, 'csv'), bytes: Buffer.concat(parts) };
}

export function fileName({ section, region, day }: Dashboard, ending: string): string {
  return `dasbor-${SECTION_PATHS[section]}-${region || 'indonesia'}-${day}.${ending}`;
}
