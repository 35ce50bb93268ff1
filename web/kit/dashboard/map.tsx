import type { ReactNode } from 'react';
import { scaleEnd } from '../../../src/insight/dashboard/rules.ts';
import type { Dashboard } from '../../../src/insight/dashboard/schema.ts';
import { BarChart } from '../charts.tsx';
import { useFormat, useSay } from '../text.tsx';
import { OutlineMap } from '../outline-map.tsx';
import { TileMap } from '../tile-map.tsx';
import { texts } from './texts.ts';
import { useShown, valueOf } from './words.ts';

/** One measure over the regions: provinces as tiles, regencies as bars. `choice` are the ways to another measure. */
export function RegionMap({
  dashboard,
  measure,
  choice,
}: {
  dashboard: Dashboard;
  measure: string | null;
  choice: ReactNode;
}) {
  const say = useSay(texts);
  const format = useFormat();
  const shown = useShown();
  const { columns, regions, tiles, outlines } = dashboard;
  const place = Math.max(
    0,
    columns.findIndex((column) => column.measure === measure),
  );
  const column = columns[place];
  if (!column || regions.length === 0) return null;
  const label = say('map', { label: column.label });
  const cells = new Map(regions.map((region) => [region.code, region.cells[place]!]));
  const values = regions.map(({ cells: own }) => valueOf(column, own[place]!) ?? 0);
  // Shares have one scale everywhere and on every day; numbers end at the next round one.
  const share = column.of !== null;
  const to = share ? 100 : scaleEnd(Math.max(0, ...values));
  const end = (value: number) => (share ? format.percent(value, 0) : format.number(value));
  const scale = { from: 0, to, shownFrom: end(0), shownTo: end(to) };
  return (
    <section aria-labelledby="peta">
      <h2 id="peta">{label}</h2>
      <div className="map-choice no-print">{choice}</div>
      {dashboard.level === 'nation' ? (
        <TileMap
          label={label}
          outlines={outlines}
          scale={scale}
          tiles={tiles.map((tile) => {
            const region = regions.find(({ code }) => code === tile.code);
            const cell = cells.get(tile.code);
            return {
              code: tile.code,
              letters: tile.label,
              name: region?.name ?? tile.code,
              column: tile.column,
              row: tile.row,
              value: cell ? valueOf(column, cell) : null,
              shown: cell ? shown.main(column, cell) : say('map.none'),
            };
          })}
        />
      ) : (
        <>
          <BarChart
            label={label}
            most={to}
            bars={regions.map((region) => ({
              label: region.here ? `${region.name} (${say('here')})` : region.name,
              value: valueOf(column, region.cells[place]!) ?? 0,
              shown: shown.main(column, region.cells[place]!),
            }))}
          />
          <OutlineMap
            label={label}
            outlines={outlines}
            values={regions.map(({ code, name, cells: own }) => ({
              code,
              name,
              value: valueOf(column, own[place]!),
              shown: shown.main(column, own[place]!),
            }))}
            scale={scale}
          />
        </>
      )}
      <p className="soft">{say('map.table')}</p>
    </section>
  );
}
