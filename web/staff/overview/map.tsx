import { useQuery } from '@tanstack/react-query';
import { regionTilesContract } from '../../../src/register/region/contract.ts';
import { useFormat, useSay } from '../../kit/text.tsx';
import { TileMap } from '../../kit/tile-map.tsx';
import { useFilter } from '../address.ts';
import { useHouse } from '../house.tsx';
import type { Overview, Region } from './overview.tsx';
import { texts } from './texts.ts';

const MEASURES = ['daysLeft', 'stock', 'backlog', 'silent', 'incidents'] as const;
type Measure = (typeof MEASURES)[number];

const valueOf: Readonly<Record<Measure, (region: Region) => number | null>> = {
  daysLeft: ({ daysLeft }) => daysLeft,
  stock: ({ stock }) => stock,
  backlog: ({ backlog }) => backlog,
  silent: ({ silent, regencies }) => (regencies === 0 ? null : silent),
  incidents: ({ openIncidents }) => openIncidents,
};

/** Three months: whoever has more has enough, and the map of one day compares with that of another. */
const MOST_DAYS = 90;

/** The provinces of the day as equal tiles, by the figure that is chosen; the scale of days never moves, the others end at the greatest. */
export function OverviewMap({ overview }: { overview: Overview }) {
  const say = useSay(texts);
  const format = useFormat();
  const { client } = useHouse();
  const [chosen, choose] = useFilter('peta');
  const measure = MEASURES.find((each) => each === chosen) ?? 'daysLeft';
  const tiles = useQuery({
    queryKey: ['tiles', overview.asOf],
    queryFn: ({ signal }) => client.call(regionTilesContract, { asOf: overview.asOf }, { signal }),
    staleTime: Infinity,
  });
  if (tiles.error) return <p className="soft">{say('map.shut')}</p>;
  if (!tiles.data) return null;
  const values = new Map(overview.regions.map((region) => [region.code, valueOf[measure](region)]));
  const greatest = Math.max(1, ...[...values.values()].map((value) => value ?? 0));
  const to = measure === 'daysLeft' ? MOST_DAYS : greatest;
  const shown = (value: number) => (measure === 'daysLeft' ? say('days.n', { n: value }) : format.number(value));
  const label = say('map', { what: say(measure) });
  return (
    <section>
      <div className="chips no-print" role="group" aria-label={say('measure')}>
        {MEASURES.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={measure === each}
            onClick={() => choose(each === 'daysLeft' ? undefined : each)}
          >
            {say(each)}
          </button>
        ))}
      </div>
      <TileMap
        label={label}
        scale={{
          from: 0,
          to,
          shownFrom: shown(0),
          shownTo: measure === 'daysLeft' ? `≥ ${shown(to)}` : shown(to),
        }}
        outlines={tiles.data.outlines}
        tiles={tiles.data.tiles.map((tile) => {
          const value = values.get(tile.code) ?? null;
          return {
            code: tile.code,
            name: tile.name,
            letters: tile.label,
            column: tile.column,
            row: tile.row,
            value,
            shown: value === null ? say('map.none') : shown(value),
          };
        })}
      />
    </section>
  );
}
