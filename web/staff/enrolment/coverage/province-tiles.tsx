import { useQuery } from '@tanstack/react-query';
import { regionTilesContract } from '../../../../src/register/region/contract.ts';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { TileMap } from '../../../kit/tile-map.tsx';
import { useHouse } from '../../house.tsx';
import type { Coverage } from './coverage.tsx';
import { texts } from './texts.ts';

/** The nation on the map of that day: provinces as equal tiles on a scale that never moves. */
export function ProvinceTiles({ coverage }: { coverage: Coverage }) {
  const say = useSay(texts);
  const format = useFormat();
  const { client } = useHouse();
  const tiles = useQuery({
    queryKey: ['tiles', coverage.asOf],
    queryFn: ({ signal }) => client.call(regionTilesContract, { asOf: coverage.asOf }, { signal }),
    staleTime: Infinity,
  });
  // The table below says it all; a map that cannot be drawn is left out.
  if (!tiles.data) return null;
  const figures = new Map(coverage.regions.map((region) => [region.code, region]));
  return (
    <section>
      <h2>{say('map')}</h2>
      <TileMap
        label={say('map')}
        scale={{ from: 0, to: 100, shownFrom: format.percent(0, 0), shownTo: format.percent(100, 0) }}
        outlines={tiles.data.outlines}
        tiles={tiles.data.tiles.map((tile) => {
          const percent = figures.get(tile.code)?.percent ?? null;
          return {
            code: tile.code,
            name: tile.name,
            letters: tile.label,
            column: tile.column,
            row: tile.row,
            value: percent,
            shown: percent === null ? say('map.none') : format.percent(percent),
          };
        })}
      />
      <p className="soft">{say('map.note')}</p>
    </section>
  );
}
