/**
 * Filters of one dimension that lie otherwise in each tile of 4 x 4 values of a plane, in WebAssembly with 128-bit instructions: four values at once.
 * Always holds: sums are of single floats in the order of the taps, so every machine gives the same; outside of the tiles that have a filter all is 0.
 */
import { compiledKernel, instanceOf } from './compiled.ts';

/** Side of a tile. */
export const TILE = 4;

/** A filter as what it takes of the values around: how far away along and down, and at which weight. */
export interface Taps {
  readonly x: Int8Array;
  readonly y: Int8Array;
  readonly weight: Float32Array;
}

export interface Tiles {
  readonly columns: number;
  readonly rows: number;
  /** For each tile the number of its filter; -1: none. */
  readonly filter: Int8Array;
}

export interface FilterGiven {
  /** Row by row, with `margin` values more on each side. */
  readonly values: Float32Array;
  /** Without the margin. */
  readonly width: number;
  readonly height: number;
  /** More than any tap is away, and at least 3. */
  readonly margin: number;
  readonly tiles: Tiles;
  readonly filters: readonly Taps[];
}

interface Kernel {
  filter(
    source: number,
    width: number,
    tiles: number,
    columns: number,
    rows: number,
    filters: number,
    out: number,
  ): void;
}

const MODULE = compiledKernel('line-filter');
/** Rows of tiles that are filtered at once: they and what lies around stay in the second cache. */
const BAND = 8;
const FILTERS = 1024;
const MOST_KEPT = 16 << 20;

let kept: (Kernel & { memory: WebAssembly.Memory }) | null = null;

/** One for all pictures of a thread: each instance takes gigabytes of addresses until it is collected. One that had to grow for a picture far wider than any finger is not kept. */
function kernelWith(bytes: number): Kernel & { memory: WebAssembly.Memory } {
  if (kept && kept.memory.buffer.byteLength >= bytes) return kept;
  const made = instanceOf<Kernel>(MODULE, bytes);
  if (bytes <= MOST_KEPT) kept = made;
  return made;
}

/** The filtered plane, with margins of 0. */
export function filterLines({ values, width, height, margin, tiles, filters }: FilterGiven): Float32Array {
  const wide = width + 2 * margin;
  const taps = FILTERS + 8 * filters.length;
  const tilesAt = taps + 8 * filters.reduce((sum, { weight }) => sum + weight.length, 0);
  const source = 16 * Math.ceil((tilesAt + BAND * tiles.columns) / 16);
  const out = source + 4 * wide * (BAND * TILE + 2 * margin);
  // Tiles at the right may reach beyond the plane, of the last row beyond its end.
  const kernel = kernelWith(out + 4 * wide * BAND * TILE + 64);
  const memory = kernel.memory.buffer;
  layFilters(memory, taps, filters, wide);
  const [floats, bytes] = [new Float32Array(memory), new Int8Array(memory)];
  const filtered = new Float32Array(values.length);
  for (let row = 0; row < tiles.rows; row += BAND) {
    const rows = Math.min(BAND, tiles.rows - row);
    const first = row * TILE;
    bytes.set(tiles.filter.subarray(row * tiles.columns, (row + rows) * tiles.columns), tilesAt);
    floats.set(values.subarray(first * wide, (first + rows * TILE + 2 * margin) * wide), source / 4);
    kernel.filter(source + 4 * (margin * wide + margin), wide, tilesAt, tiles.columns, rows, FILTERS, out);
    for (let y = first; y < Math.min(height, first + rows * TILE); y++) {
      const from = out / 4 + (y - first) * wide;
      filtered.set(floats.subarray(from, from + width), (y + margin) * wide + margin);
    }
  }
  return filtered;
}

/** Where each filter's taps are and how many, then the taps. */
function layFilters(memory: ArrayBuffer, taps: number, filters: readonly Taps[], wide: number): void {
  const [words, floats] = [new Int32Array(memory), new Float32Array(memory)];
  let at = taps / 4;
  for (const [n, { x, y, weight }] of filters.entries()) {
    words[FILTERS / 4 + 2 * n] = 4 * at;
    words[FILTERS / 4 + 2 * n + 1] = weight.length;
    for (let tap = 0; tap < weight.length; tap++) {
      words[at++] = 4 * (y[tap]! * wide + x[tap]!);
      floats[at++] = weight[tap]!;
    }
  }
}
