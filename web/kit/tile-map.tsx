import type { Outlines } from '../../src/register/region/schema.ts';
import { MapScale, shareOf, type Scale } from './map-scale.tsx';
import { OutlineMap, type RegionValue } from './outline-map.tsx';
import { useSay } from './text.tsx';
import { texts } from './texts.ts';

/** One province's place in the grid, and its two letters. */
export interface Tile extends RegionValue {
  readonly letters: string;
  readonly column: number;
  readonly row: number;
}

const STEP = 52;
const SIZE = 48;

/**
 * Provinces as equal tiles: the eye compares values, not areas. Their boundaries can be opened below, where a map was imported; the
 * table below the map says the same in words.
 */
export function TileMap({
  label,
  tiles,
  outlines,
  scale,
}: {
  label: string;
  tiles: readonly Tile[];
  outlines: Outlines | null;
  scale: Scale;
}) {
  const say = useSay(texts);
  const columns = Math.max(0, ...tiles.map((tile) => tile.column)) + 1;
  const rows = Math.max(0, ...tiles.map((tile) => tile.row)) + 1;
  return (
    <>
      <figure className="tile-map">
        <svg viewBox={`0 0 ${columns * STEP} ${rows * STEP}`} role="img" aria-label={label}>
          {tiles.map((tile) => (
            <g
              key={tile.code}
              transform={`translate(${tile.column * STEP} ${tile.row * STEP})`}
              className={tile.value === null ? 'none' : undefined}
            >
              <title>{`${tile.name}: ${tile.value === null && !tile.shown ? say('map.none') : tile.shown}`}</title>
              <rect className="low" width={SIZE} height={SIZE} rx="3" />
              {tile.value !== null && (
                <rect
                  className="high"
                  width={SIZE}
                  height={SIZE}
                  rx="3"
                  fillOpacity={shareOf(tile.value, scale).toFixed(3)}
                />
              )}
              <text
                x={SIZE / 2}
                y={SIZE / 2 + 5}
                className={tile.value === null ? 'none' : shareOf(tile.value, scale) < 0.4 ? 'on-low' : 'on-high'}
              >
                {tile.letters}
              </text>
            </g>
          ))}
        </svg>
        <MapScale scale={scale} />
      </figure>
      <OutlineMap label={label} outlines={outlines} values={tiles} scale={scale} />
    </>
  );
}
