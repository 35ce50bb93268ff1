/**
 * Makes ridges even: smoothed along their direction, then filtered across it at the distance they have there: a Gabor filter in two passes of one
 * dimension (after Hong, Wan, Jain 1998; parted along and across as they bend). Pure.
 */
import { filterLines, TILE, type Taps, type Tiles } from '../../kernel/line-filter.ts';
import { CELL, type Field } from './field.ts';
import type { Plane } from './image.ts';

/** So many directions in half a turn. */
export const DIRECTIONS = 32;
const ALONG = 6;
const ALONG_SPREAD = 3.5;
/** Of the filter across, in periods. */
const ACROSS_SPREAD = 0.42;
/** A filter a little finer than the ridges keeps their ends apart. */
const FINER = 0.9;
const MARGIN = 20;

/** Makes the ridges of a plane even along a field: above 0 on ridges, below in valleys, 0 where no finger is. */
export function enhancer(plane: Plane, period: number): (field: Field) => Plane {
  const { width, height } = plane;
  const values = widened(plane);
  const across = acrossTaps(FINER * period);
  return (field) => {
    const given = { width, height, margin: MARGIN, tiles: tilesOf(plane, field) };
    const smooth = filterLines({ ...given, values, filters: ALONG_TAPS });
    return narrowed(filterLines({ ...given, values: smooth, filters: across }), plane);
  };
}

/** The direction of every tile; -1: no finger. */
function tilesOf({ width, height }: Plane, field: Field): Tiles {
  const columns = Math.ceil(width / TILE);
  const rows = Math.ceil(height / TILE);
  const filter = new Int8Array(columns * rows).fill(-1);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const x = column * TILE + TILE / 2;
      const y = row * TILE + TILE / 2;
      const cell = Math.min(field.rows - 1, y >> 3) * field.columns + Math.min(field.columns - 1, x >> 3);
      if (!field.mask[cell]) continue;
      const [c, s] = between(field, x, y);
      const turn = Math.atan2(s, c) / (2 * Math.PI);
      const tile = row * columns + column;
      filter[tile] = Math.round(turn * DIRECTIONS + DIRECTIONS) % DIRECTIONS;
    }
  return { columns, rows, filter };
}

/** The doubled direction between the middles of cells. */
export function between({ columns, rows, cos2, sin2 }: Field, x: number, y: number): readonly [number, number] {
  const fx = Math.max(0, Math.min(columns - 1.001, x / CELL - 0.5));
  const fy = Math.max(0, Math.min(rows - 1.001, y / CELL - 0.5));
  const [x0, y0] = [Math.floor(fx), Math.floor(fy)];
  const [u, v] = [fx - x0, fy - y0];
  const at = y0 * columns + x0;
  const right = columns > 1 ? 1 : 0;
  const below = rows > 1 ? columns : 0;
  const mix = (of: Float32Array) =>
    (1 - v) * ((1 - u) * of[at]! + u * of[at + right]!) + v * ((1 - u) * of[at + below]! + u * of[at + below + right]!);
  return [mix(cos2), mix(sin2)];
}

/** Of a line through a pixel, each step two neighbouring pixels with their weights. */
function tapsOf(angle: number, reach: number, weightAt: (away: number) => number): Taps {
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
  const [x, y, weight]: [number[], number[], number[]] = [[], [], []];
  const put = (px: number, py: number, value: number) => {
    if (Math.abs(value) < 1e-5) return;
    const known = x.findIndex((each, n) => each === px && y[n] === py);
    if (known >= 0) weight[known]! += value;
    else {
      x.push(px);
      y.push(py);
      weight.push(value);
    }
  };
  // A step of one pixel along the longer of the two axes.
  const steps = Math.ceil(reach * Math.max(Math.abs(dx), Math.abs(dy)));
  const stride = 1 / Math.max(Math.abs(dx), Math.abs(dy));
  for (let n = -steps; n <= steps; n++) {
    const away = n * stride;
    const value = weightAt(away);
    const [px, py] = [away * dx, away * dy];
    if (Math.abs(dx) >= Math.abs(dy)) {
      const low = Math.floor(py);
      put(Math.round(px), low, value * (1 - (py - low)));
      put(Math.round(px), low + 1, value * (py - low));
    } else {
      const low = Math.floor(px);
      put(low, Math.round(py), value * (1 - (px - low)));
      put(low + 1, Math.round(py), value * (px - low));
    }
  }
  return { x: Int8Array.from(x), y: Int8Array.from(y), weight: Float32Array.from(weight) };
}

const scaled = (taps: Taps, by: number): Taps => ({ ...taps, weight: taps.weight.map((weight) => weight / by) });

const angleOf = (direction: number): number => (direction * Math.PI) / DIRECTIONS;

const ALONG_TAPS: readonly Taps[] = Array.from({ length: DIRECTIONS }, (_, direction) => {
  const taps = tapsOf(angleOf(direction), ALONG, (away) => Math.exp(-(away ** 2) / (2 * ALONG_SPREAD ** 2)));
  return scaled(
    taps,
    taps.weight.reduce((sum, weight) => sum + weight, 0),
  );
});

function acrossTaps(period: number): readonly Taps[] {
  const spread = ACROSS_SPREAD * period;
  return Array.from({ length: DIRECTIONS }, (_, direction) => {
    const bell = (away: number) => Math.exp(-(away ** 2) / (2 * spread ** 2));
    const wave = (away: number) => Math.cos((2 * Math.PI * away) / period);
    const reach = Math.min(MARGIN - 2, 1.25 * period);
    const angle = angleOf(direction) + Math.PI / 2;
    const sum = ({ weight }: Taps) => weight.reduce((all, each) => all + each, 0);
    // An even grey gives nothing.
    const mean = sum(tapsOf(angle, reach, (away) => wave(away) * bell(away))) / sum(tapsOf(angle, reach, bell));
    const taps = tapsOf(angle, reach, (away) => (wave(away) - mean) * bell(away));
    return scaled(
      taps,
      taps.weight.reduce((all, each) => all + Math.abs(each), 0),
    );
  });
}

function widened({ width, height, values }: Plane): Float32Array {
  const wide = width + 2 * MARGIN;
  const out = new Float32Array(wide * (height + 2 * MARGIN));
  for (let y = 0; y < height; y++) out.set(values.subarray(y * width, (y + 1) * width), (y + MARGIN) * wide + MARGIN);
  return out;
}

function narrowed(values: Float32Array, { width, height }: Plane): Plane {
  const out = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (y + MARGIN) * (width + 2 * MARGIN) + MARGIN;
    out.set(values.subarray(from, from + width), y * width);
  }
  return { width, height, values: out };
}
