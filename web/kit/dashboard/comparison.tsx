import type { ReactNode } from 'react';
import type { Dashboard, RegionLine } from '../../../src/insight/dashboard/schema.ts';
import { Sparkline } from '../charts.tsx';
import { DataTable, type Column, type Ordering } from '../data-table.tsx';
import { useFormat, useSay } from '../text.tsx';
import { texts } from './texts.ts';
import { useShown, valueOf } from './words.ts';

/** Every region in a line, in any order, each figure with its last twelve months. `link` opens a region's own dashboard. */
export function Comparison({
  dashboard,
  ordering,
  link,
}: {
  dashboard: Dashboard;
  ordering: Ordering;
  link: (region: RegionLine) => ReactNode;
}) {
  const say = useSay(texts);
  const { columns, regions, level } = dashboard;
  if (columns.length === 0 || regions.length === 0) return null;
  const title = level === 'nation' ? say('regions') : say(`regions.${level}`);
  return (
    <section aria-labelledby="perbandingan">
      <h2 id="perbandingan">{title}</h2>
      <p className="soft">{say('regions.about')}</p>
      <DataTable
        caption={say('regions.table')}
        empty={say('map.none')}
        rows={{ at: 'here', rows: regions }}
        rowKey={({ code }) => code}
        ordering={ordering}
        columns={[
          {
            key: 'nama',
            head: say('region'),
            names: true,
            by: ({ name }) => name,
            cell: (region) => (region.here ? <b>{`${region.name} (${say('here')})`}</b> : link(region)),
          },
          ...columns.map((column, place): Column<RegionLine> => ({
            key: String(place),
            head: column.label,
            number: true,
            by: ({ cells }) => valueOf(column, cells[place]!),
            cell: (region) => <RegionCell dashboard={dashboard} region={region} place={place} />,
          })),
        ]}
      />
    </section>
  );
}

function RegionCell({ dashboard, region, place }: { dashboard: Dashboard; region: RegionLine; place: number }) {
  const say = useSay(texts);
  const format = useFormat();
  const shown = useShown();
  const column = dashboard.columns[place]!;
  const cell = region.cells[place]!;
  const values = cell.spark.filter((value) => value !== null);
  return (
    <span className="with-spark">
      <span>{shown.main(column, cell)}</span>
      {column.of !== null && cell.percent !== null && <small className="soft">{format.number(cell.n ?? 0)}</small>}
      {values.some((value) => value !== 0) && (
        <Sparkline values={values} label={say('spark', { label: column.label, name: region.name })} />
      )}
    </span>
  );
}
