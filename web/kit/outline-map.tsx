import type { Outlines } from '../../src/register/region/schema.ts';
import { MapScale, shareOf, type Scale } from './map-scale.tsx';
import { useSay } from './text.tsx';
import { texts } from './texts.ts';

/** A region's figure, whatever map it is drawn on. */
export interface RegionValue {
  readonly code: string;
  readonly name: string;
  /** Null: no figure for this region, told apart from zero; `shown` says why, or is empty. */
  readonly value: number | null;
  readonly shown: string;
}

/**
 * The same figures within their regions' boundaries, folded away below the default drawing: areas mislead the eye, yet people look for
 * their own region by its shape. Nothing where no map was imported (`jatidiri map import`).
 */
export function OutlineMap({
  label,
  outlines,
  values,
  scale,
}: {
  label: string;
  outlines: Outlines | null;
  values: readonly RegionValue[];
  scale: Scale;
}) {
  const say = useSay(texts);
  if (!outlines) return null;
  const { left, top, width, height } = outlines.box;
  const byCode = new Map(values.map((value) => [value.code, value]));
  return (
    <details className="outlines">
      <summary>{say('outlines')}</summary>
      <figure className="outline-map">
        <svg viewBox={`${left} ${top} ${width} ${height}`} role="img" aria-label={label}>
          {outlines.shapes.map(({ code, path }) => {
            const region = byCode.get(code);
            const value = region?.value ?? null;
            const shown = value === null && !region?.shown ? say('map.none') : region!.shown;
            return (
              // A divided region has several shapes of one code.
              <g key={path} className={value === null ? 'none' : undefined}>
                <title>{`${region?.name ?? code}: ${shown}`}</title>
                <path className="low" d={path} />
                {value !== null && <path className="high" d={path} fillOpacity={shareOf(value, scale).toFixed(3)} />}
              </g>
            );
          })}
        </svg>
        <MapScale scale={scale} />
      </figure>
      {outlines.missing > 0 && <p className="soft">{say('outlines.missing', { count: outlines.missing })}</p>}
    </details>
  );
}
