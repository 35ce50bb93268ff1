/**
 * Where the finger is in the picture and which way its ridges run, cell by cell. Pure.
 * Orientation: averaged squared gradients (Kass, Witkin 1987; Rao 1990), smoothed on the doubled angle; segmentation by contrast and by how far
 * the gradients of a cell agree (Bazen, Gerez 2002).
 */
import type { GreyImage, Plane } from './image.ts';

/** Pixels of a cell's side. */
export const CELL = 8;

export interface Field {
  readonly columns: number;
  readonly rows: number;
  /** Cosine and sine of twice the direction in which ridges run, of length 0 to 1: how far the gradients around agree. */
  readonly cos2: Float32Array;
  readonly sin2: Float32Array;
  /** 1 where a finger is. */
  readonly mask: Uint8Array;
}

const WINDOW = 12;
/** Grey levels below which a difference is the sensor's noise. */
const NOISE = 6;

/** Grey levels around their mean in units of their spread: the same for dry and wet, light and dark prints. Ridges are above 0. */
export function normalised({ width, height, pixels }: GreyImage): {
  readonly plane: Plane;
  readonly spread: Float32Array;
} {
  const values = new Float32Array(width * height);
  const spread = new Float32Array(width * height);
  const sums = new Float64Array((width + 1) * (height + 1));
  const squares = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let sum = 0;
    let square = 0;
    for (let x = 0; x < width; x++) {
      const pixel = pixels[y * width + x]!;
      sum += pixel;
      square += pixel * pixel;
      const at = (y + 1) * (width + 1) + x + 1;
      sums[at] = sums[at - width - 1]! + sum;
      squares[at] = squares[at - width - 1]! + square;
    }
  }
  for (let y = 0; y < height; y++) {
    const top = Math.max(0, y - WINDOW) * (width + 1);
    const bottom = Math.min(height, y + WINDOW + 1) * (width + 1);
    const rows = (bottom - top) / (width + 1);
    for (let x = 0; x < width; x++) {
      const left = Math.max(0, x - WINDOW);
      const right = Math.min(width, x + WINDOW + 1);
      const n = rows * (right - left);
      const mean = (sums[bottom + right]! - sums[bottom + left]! - sums[top + right]! + sums[top + left]!) / n;
      const square =
        (squares[bottom + right]! - squares[bottom + left]! - squares[top + right]! + squares[top + left]!) / n;
      const deviation = Math.sqrt(Math.max(0, square - mean * mean));
      const at = y * width + x;
      spread[at] = deviation;
      const value = (mean - pixels[at]!) / (deviation + NOISE);
      values[at] = value > 3 ? 3 : value < -3 ? -3 : value;
    }
  }
  return { plane: { width, height, values }, spread };
}

/** Directions of ridges, and where they are directions at all, from what changes as fast as ridges do and the spread of greys. */
export function fieldOf(band: Plane, spread: Float32Array): Field {
  const grid = gridOf(band);
  const { cos2, sin2, coherence } = directionsOf(band, grid);
  return { ...grid, cos2, sin2, mask: maskOf(contrastOf(band, spread, grid), coherence, grid) };
}

/** The same finger, with the directions in which even ridges run. */
export const redirected = (field: Field, even: Plane): Field => {
  const { cos2, sin2 } = directionsOf(even, field);
  return { ...field, cos2, sin2 };
};

const gridOf = ({ width, height }: Plane): Grid => ({
  columns: Math.ceil(width / CELL),
  rows: Math.ceil(height / CELL),
});

/** Mean spread of the greys of each cell. */
function contrastOf({ width, height }: Plane, spread: Float32Array, { columns, rows }: Grid): Float32Array {
  const contrast = new Float32Array(columns * rows);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) contrast[(y >> 3) * columns + (x >> 3)]! += spread[y * width + x]!;
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      contrast[row * columns + column]! /= Math.min(CELL, width - column * CELL) * Math.min(CELL, height - row * CELL);
  return contrast;
}

function directionsOf({ width, height, values }: Plane, grid: Grid) {
  const { columns, rows } = grid;
  const cos2 = new Float32Array(columns * rows);
  const sin2 = new Float32Array(columns * rows);
  const energy = new Float32Array(columns * rows);
  for (let y = 1; y < height - 1; y++)
    for (let column = 0; column < columns; column++) {
      let [c, s, e] = [0, 0, 0];
      const end = y * width + Math.min(width - 1, (column + 1) * CELL);
      for (let at = y * width + Math.max(1, column * CELL); at < end; at++) {
        const nw = values[at - width - 1]!;
        const ne = values[at - width + 1]!;
        const sw = values[at + width - 1]!;
        const se = values[at + width + 1]!;
        const gx = ne + 2 * values[at + 1]! + se - nw - 2 * values[at - 1]! - sw;
        const gy = sw + 2 * values[at + width]! + se - nw - 2 * values[at - width]! - ne;
        // Ridges run across the gradient, so the doubled angle is turned by half a turn.
        c += gy * gy - gx * gx;
        s -= 2 * gx * gy;
        e += gx * gx + gy * gy;
      }
      const cell = (y >> 3) * columns + column;
      cos2[cell]! += c;
      sin2[cell]! += s;
      energy[cell]! += e;
    }
  const [c, s, e] = [blurred(cos2, grid, BLURS), blurred(sin2, grid, BLURS), blurred(energy, grid, BLURS)];
  const coherence = new Float32Array(c.length);
  for (let n = 0; n < c.length; n++) {
    const total = e[n]! + 1e-6;
    c[n]! /= total;
    s[n]! /= total;
    coherence[n] = Math.hypot(c[n]!, s[n]!);
  }
  return { cos2: c, sin2: s, coherence };
}
const BLURS = 3;

interface Grid {
  readonly columns: number;
  readonly rows: number;
}

/** With 1 2 1 in both directions, so many times. */
export function blurred(values: Float32Array, { columns, rows }: Grid, times: number): Float32Array {
  let from = Float32Array.from(values);
  for (let time = 0; time < times; time++) {
    const across = new Float32Array(from.length);
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        const at = row * columns + column;
        const left = from[column > 0 ? at - 1 : at]!;
        const right = from[column < columns - 1 ? at + 1 : at]!;
        across[at] = (left + 2 * from[at]! + right) / 4;
      }
    const down = new Float32Array(from.length);
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        const at = row * columns + column;
        const above = across[row > 0 ? at - columns : at]!;
        const below = across[row < rows - 1 ? at + columns : at]!;
        down[at] = (above + 2 * across[at]! + below) / 4;
      }
    from = down;
  }
  return from;
}

/** Share of the usual contrast of the finger's clear parts that a cell needs. */
const CONTRAST_SHARE = 0.33;
const LEAST_CONTRAST = 4;
const LEAST_COHERENCE = 0.12;

function maskOf(contrast: Float32Array, coherence: Float32Array, grid: Grid): Uint8Array {
  const smooth = blurred(contrast, grid, 1);
  const least = Math.max(LEAST_CONTRAST, CONTRAST_SHARE * usualContrast(smooth));
  const rough = Uint8Array.from(smooth, (value, n) => Number(value >= least && coherence[n]! >= LEAST_COHERENCE));
  // A cell is what most around it are; twice, so that what is left are areas.
  const even = voted(voted(rough, grid, 13), grid, 13);
  return filled(largest(even, grid), grid);
}

/** The middle of those cells that have half of what the clearest have: the same however little of the picture the finger takes. */
function usualContrast(contrast: Float32Array): number {
  const sorted = contrast.toSorted();
  const clearest = sorted[Math.floor(sorted.length * 0.99)]!;
  const first = sorted.findIndex((value) => 2 * value >= clearest);
  return sorted[(first + sorted.length) >> 1]!;
}

/** 1 where at least `needed` of the 25 around are. */
function voted(mask: Uint8Array, { columns, rows }: Grid, needed: number): Uint8Array {
  const out = new Uint8Array(mask.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      let votes = 0;
      for (let y = Math.max(0, row - 2); y <= Math.min(rows - 1, row + 2); y++)
        for (let x = Math.max(0, column - 2); x <= Math.min(columns - 1, column + 2); x++)
          votes += mask[y * columns + x]!;
      const there =
        (Math.min(rows - 1, row + 2) - Math.max(0, row - 2) + 1) *
        (Math.min(columns - 1, column + 2) - Math.max(0, column - 2) + 1);
      out[row * columns + column] = Number(votes * 25 >= needed * there);
    }
  return out;
}

/** The largest connected area; the rest is dust. */
function largest(mask: Uint8Array, grid: Grid): Uint8Array {
  const areas = areasOf(mask, grid, 1).sort((a, b) => b.length - a.length);
  const out = new Uint8Array(mask.length);
  for (const cell of areas[0] ?? []) out[cell] = 1;
  return out;
}

/** Holes inside are part of the finger unless they are large. */
function filled(mask: Uint8Array, grid: Grid): Uint8Array {
  const { columns, rows } = grid;
  const out = Uint8Array.from(mask);
  for (const area of areasOf(mask, grid, 0)) {
    const open = area.some((cell) => {
      const [row, column] = [Math.floor(cell / columns), cell % columns];
      return row === 0 || column === 0 || row === rows - 1 || column === columns - 1;
    });
    if (!open && area.length <= MOST_HOLE) for (const cell of area) out[cell] = 1;
  }
  return out;
}
const MOST_HOLE = 12;

function areasOf(mask: Uint8Array, { columns, rows }: Grid, value: 0 | 1): number[][] {
  const seen = new Uint8Array(mask.length);
  const areas: number[][] = [];
  for (let start = 0; start < mask.length; start++) {
    if (seen[start] || mask[start] !== value) continue;
    const area = [start];
    seen[start] = 1;
    for (let n = 0; n < area.length; n++) {
      const cell = area[n]!;
      const column = cell % columns;
      const around = [
        cell >= columns ? cell - columns : -1,
        cell < columns * (rows - 1) ? cell + columns : -1,
        column > 0 ? cell - 1 : -1,
        column < columns - 1 ? cell + 1 : -1,
      ];
      for (const next of around)
        if (next >= 0 && !seen[next] && mask[next] === value) {
          seen[next] = 1;
          area.push(next);
        }
    }
    areas.push(area);
  }
  return areas;
}

/** Whether a finger is at a pixel. */
export function covers({ columns, rows, mask }: Field, x: number, y: number): boolean {
  const column = x >> 3;
  const row = y >> 3;
  return column >= 0 && row >= 0 && column < columns && row < rows && mask[row * columns + column] === 1;
}
