/**
 * How far ridges lie apart: the profile across the ridges, averaged along them, and the shift at which it is most like itself
 * (after Hong, Wan, Jain 1998). Pure.
 */
import { CELL, type Field } from './field.ts';
import type { Plane } from './image.ts';

const SHORTEST = 5;
const LONGEST = 15;
/** Where nothing else is known: adults at 500 dpi. */
const USUAL = 9;
const ACROSS = 40;
const ALONG = 9;
const LEAST_LIKENESS = 0.25;

export interface Found {
  readonly period: number;
  /** 0 to 1: how like itself the profile is there. */
  readonly likeness: number;
}

/** Looks at every other cell each way; gives those where ridges lie even enough to say. */
export function foundIn(plane: Plane, field: Field): Found[] {
  const { columns, rows, mask } = field;
  const found: Found[] = [];
  for (let row = 1; row < rows; row += 2)
    for (let column = 1; column < columns; column += 2) {
      const cell = row * columns + column;
      if (!mask[cell]) continue;
      const one = periodAt(plane, field, cell);
      if (one) found.push(one);
    }
  return found;
}

/**
 * Pixels from ridge to ridge: the middle of what was found, each counted by how sure it is; one figure for the whole print. Cell by cell it is found
 * wrong where a print is wet or dry, and a filter of a wrong width does more harm than one for the whole: on two public sets it took half of the
 * errors away.
 */
export function periodOf(found: readonly Found[]): number {
  const sorted = found.toSorted((a, b) => a.period - b.period);
  let half = sorted.reduce((sum, { likeness }) => sum + likeness ** 2, 0) / 2;
  for (const { period, likeness } of sorted) {
    half -= likeness ** 2;
    if (half <= 0) return period;
  }
  return USUAL;
}

const profile = new Float32Array(ACROSS);

function periodAt({ width, height, values }: Plane, { columns, cos2, sin2 }: Field, cell: number): Found | null {
  const angle = Math.atan2(sin2[cell]!, cos2[cell]!) / 2;
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
  const x0 = (cell % columns) * CELL + CELL / 2;
  const y0 = Math.floor(cell / columns) * CELL + CELL / 2;
  let mean = 0;
  for (let n = 0; n < ACROSS; n++) {
    const away = n - (ACROSS - 1) / 2;
    let sum = 0;
    let taken = 0;
    for (let m = 0; m < ALONG; m++) {
      const along = 1.5 * (m - (ALONG - 1) / 2);
      const x = Math.round(x0 - away * dy + along * dx);
      const y = Math.round(y0 + away * dx + along * dy);
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      sum += values[y * width + x]!;
      taken += 1;
    }
    profile[n] = taken > 0 ? sum / taken : 0;
    mean += profile[n]! / ACROSS;
  }
  let power = 0;
  for (let n = 0; n < ACROSS; n++) {
    profile[n]! -= mean;
    power += profile[n]! * profile[n]!;
  }
  if (power < 1e-3) return null;
  return bestShift(power);
}

function likenessAt(shift: number, power: number): number {
  let sum = 0;
  for (let n = shift; n < ACROSS; n++) sum += profile[n]! * profile[n - shift]!;
  return (sum * ACROSS) / ((ACROSS - shift) * power);
}

/** The first high peak behind the first valley, between whole pixels by a parabola. */
function bestShift(power: number): Found | null {
  let [before, at] = [likenessAt(2, power), likenessAt(3, power)];
  let best: Found | null = null;
  for (let shift = 4; shift <= LONGEST + 1; shift++) {
    const after = likenessAt(shift, power);
    if (at > before && at >= after && at > LEAST_LIKENESS && shift - 1 >= SHORTEST - 1) {
      const curve = before - 2 * at + after;
      const period = shift - 1 + (curve < 0 ? (0.5 * (before - after)) / curve : 0);
      if (period >= SHORTEST && period <= LONGEST && (!best || at > best.likeness + 0.15))
        best = { period, likeness: at };
    }
    [before, at] = [at, after];
  }
  return best;
}
