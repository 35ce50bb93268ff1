/**
 * Writes the cylinders of a finger in WebAssembly: `cylinder.as.ts` has the method, here it is given its tables and each finger's minutiae.
 * Always holds: the same minutiae give the same words, whatever was written before.
 */
import type { Edge, Point } from '../finger/cylinder/hull.ts';
import { BELL_CURVE, CELL_PLACES, CELL_X, CELL_Y, TURN_WEIGHTS } from '../finger/cylinder/tables.ts';
import { COS, SIN } from '../finger/directions.ts';
import { compiledKernel, instanceOf } from './compiled.ts';

interface Kernel {
  write(minutiae: number, edges: number): number;
}

/** So many minutiae of a finger at most. */
const MOST = 64;
const WORDS_EACH = 22;
/** What lies where in the kernel's memory, in bytes; `cylinder.as.ts` has the same. */
const TURNS_AT = 1024;
const WEIGHTS_AT = 5120;
const BELL_AT = 17_408;
const CELL_X_AT = 23_808;
const CELL_Y_AT = 24_224;
const PLACES_AT = 24_640;
const POINTS_AT = 24_896;
const ANGLES_AT = 25_920;
const EDGES_AT = 26_176;
const WORDS_AT = 28_736;

const kernel = instanceOf<Kernel>(compiledKernel('cylinder'), 2 ** 16);
const { buffer } = kernel.memory;
for (const [at, table] of [
  [WEIGHTS_AT, TURN_WEIGHTS],
  [BELL_AT, BELL_CURVE],
  [CELL_X_AT, CELL_X],
  [CELL_Y_AT, CELL_Y],
] as const)
  new Float64Array(buffer, at, table.length).set(table);
const turns = new Float64Array(buffer, TURNS_AT, 512);
for (let angle = 0; angle < 256; angle++) turns.set([SIN[angle]!, COS[angle]!], 2 * angle);
new Int32Array(buffer, PLACES_AT, CELL_PLACES.length).set(CELL_PLACES);
const places = new Float64Array(buffer, POINTS_AT, 2 * MOST);
const angles = new Int32Array(buffer, ANGLES_AT, MOST);
const edges = new Float64Array(buffer, EDGES_AT, 5 * MOST);
const words = new Int32Array(buffer, WORDS_AT, WORDS_EACH * MOST);

/** The words of the cylinders of at most 64 minutiae within their hull, in their order; those that say too little are left out. */
export function writeCylinders(points: readonly Point[], hull: readonly Edge[]): Int32Array {
  if (points.length > MOST) throw new RangeError(`a finger of more than ${MOST} minutiae`);
  for (let n = 0; n < points.length; n++) {
    const { x, y, angle } = points[n]!;
    places[2 * n] = x;
    places[2 * n + 1] = y;
    angles[n] = angle & 255;
  }
  for (let n = 0; n < hull.length; n++) {
    const { x, y, ex, ey } = hull[n]!;
    edges[5 * n] = x;
    edges[5 * n + 1] = y;
    edges[5 * n + 2] = ex;
    edges[5 * n + 3] = ey;
    edges[5 * n + 4] = Math.hypot(ex, ey);
  }
  return words.slice(0, WORDS_EACH * kernel.write(points.length, hull.length));
}
