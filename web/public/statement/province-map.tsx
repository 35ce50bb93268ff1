import type { ProvinceFigure, Provinces, StatementPage } from '../../../src/insight/statement/schema.ts';
import { useFormat, useSay } from '../../kit/text.tsx';
import { TileMap } from '../../kit/tile-map.tsx';
import { en } from './en.ts';
import { dataAddress } from './figures.tsx';
import { id } from './id.ts';

const texts = { id, en };

/** Residents by province on the map of the day, and the same figures as a table. */
export function ProvinceMap({
  map,
  outlines,
}: {
  map: Provinces;
  outlines: NonNullable<StatementPage['statement']>['outlines'];
}) {
  const say = useSay(texts);
  const format = useFormat();
  const shown = ({ n, withheld }: ProvinceFigure) => (withheld ? say(`map.${withheld}`) : format.number(n!));
  const known = map.provinces.map(({ n }) => n ?? 0);
  const top = roundUp(Math.max(0, ...known));
  const share = (n: number | null) => (n === null || map.total === 0 ? '' : format.percent((n / map.total) * 100, 1));
  return (
    <section aria-labelledby="provinsi">
      <h2 id="provinsi">{say('map')}</h2>
      <div data-live="map">
        <TileMap
          label={say('map.label')}
          tiles={map.provinces.map((province) => ({
            code: province.code,
            name: province.name,
            letters: province.label,
            column: province.column,
            row: province.row,
            value: province.withheld === 'few' ? 0 : province.n,
            shown: shown(province),
          }))}
          outlines={outlines}
          scale={{ from: 0, to: top, shownFrom: '0', shownTo: format.number(top) }}
        />
      </div>
      <p className="soft">
        {say('map.note', { count: map.provinces.length, date: format.date(map.asOf) })}
        {map.elsewhere > 0 && ` ${say('map.elsewhere', { count: map.elsewhere })}`}
      </p>
      <details className="table-below">
        <summary>{say('map.table')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('map.province')}</th>
              <th scope="col" className="n">
                {say('map.residents')}
              </th>
              <th scope="col" className="n">
                {say('map.share')}
              </th>
            </tr>
          </thead>
          <tbody data-live="table">
            {map.provinces.map((province) => (
              <tr key={province.code}>
                <th scope="row">{province.name}</th>
                <td className="n">{shown(province)}</td>
                <td className="n">{share(province.n)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="soft">
          <a href={dataAddress(map.asOf, map.knownAt, '/provinces')}>{say('map.data')}</a>
        </p>
      </details>
    </section>
  );
}

/** The scale's upper end: 1, 2 or 5 times a power of ten, so that it stays put while figures grow. */
function roundUp(most: number): number {
  if (most <= 10) return 10;
  const power = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 5, 10].map((step) => step * power).find((end) => end >= most)!;
}
