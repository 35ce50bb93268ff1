import { useSay } from './text.tsx';
import { texts } from './texts.ts';

/** One province's place in the grid, and its two letters. */
export interface Tile {
  readonly code: string;
  readonly letters: string;
  readonly name: string;
  readonly column: number;
  readonly row: number;
  /** Null: no figure for this province, told apart from zero; `shown` says why, or is empty. */
  readonly value: number | null;
  readonly shown: string;
}

const STEP = 52;
const SIZE = 48;

/**
 * Provinces as equal tiles: the eye compares values, not areas. The scale is given, so that maps of two dates or two
 * figures can be compared; the table below the map says the same in words.
 */
export function TileMap({
  label,
  tiles,
  scale,
}: {
  label: string;
  tiles: readonly Tile[];
  scale: { from: number; to: number; shownFrom: string; shownTo: string };
}) {
  const say = useSay(texts);
  const columns = Math.max(0, ...tiles.map((tile) => tile.column)) + 1;
  const rows = Math.max(0, ...tiles.map((tile) => tile.row)) + 1;
  const share = (value: number) => Math.min(1, Math.max(0, (value - scale.from) / (scale.to - scale.from)));
  return (
    <figure className="tile-map">
      <svg viewBox={`0 0 ${columns * STEP} ${rows * STEP}`} role="img" aria-label={label}>
        {tiles.map((tile) => (
          <g
            key={tile.code}
            transform={`translate(${tile.column * STEP} ${tile.row * STEP})`}
            className={tile.value === null ? 'none' : undefined}
          >
            <title>{`${tile.name}: ${tile.value === null && !tile.shown ? say('map.none') : tile.shown}`}</title>
            {/* Two layers instead of a mixed colour: the upper one's opacity is the value. */}
            <rect className="low" width={SIZE} height={SIZE} rx="3" />
            {tile.value !== null && (
              <rect className="high" width={SIZE} height={SIZE} rx="3" fillOpacity={share(tile.value).toFixed(3)} />
            )}
            <text
              x={SIZE / 2}
              y={SIZE / 2 + 5}
              className={tile.value === null ? 'none' : share(tile.value) < 0.4 ? 'on-low' : 'on-high'}
            >
              {tile.letters}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className="row soft">
        <span>{scale.shownFrom}</span>
        <svg className="scale" viewBox="0 0 120 12" width="120" height="12" aria-hidden="true">
          {Array.from({ length: 12 }, (_, step) => (
            <g key={step}>
              <rect className="low" x={step * 10} width="10" height="12" />
              <rect className="high" x={step * 10} width="10" height="12" fillOpacity={(step / 11).toFixed(2)} />
            </g>
          ))}
        </svg>
        <span>{scale.shownTo}</span>
      </figcaption>
    </figure>
  );
}
