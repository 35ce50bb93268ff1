/**
 * How far ridges lie apart, cell by cell: the profile across the ridges, averaged along them, and the shift at which it is most like itself
 * (after Hong, Wan, Jain 1998). Pure.
 */
import { blurred, CELL, type Field } from './field.ts';
import type { Plane } from './image.ts';

export const SHORTEST = 5;
export const LONGEST = 15;
/** Where nothing else is known: adults at 500 dpi. */
const USUAL = 9;
const ACROSS = 40;
const ALONG = 9;
const LEAST_LIKENESS = 0.25;

/** Pixels from ridge to ridge, one for each cell of the field. */
export function periodsOf(plane: Plane, field: Field): Float32Array {
  const { columns, rows, mask } = field;
  const weighted = new Float32Array(columns * rows);
  const weights = new Float32Array(columns * rows);
  for (let row = 1; row < rows; row += 2)
    for (let column = 1; column < columns; column += 2) {
      const cell = row * columns + column;
      if (!mask[cell]) continue;
      const found = periodAt(plane, field, cell);
      if (!found) continue;
      weighted[cell] = found.period * found.likeness;
      weights[cell] = found.likeness;
    }
  // What cells near say, then what the whole finger says.
  const [near, nearWeight] = [blurred(weighted, field, 6), blurred(weights, field, 6)];
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const whole = total > 0 ? weighted.reduce((sum, value) => sum + value, 0) / total : USUAL;
  return near.map((value, cell) => (value + 0.02 * whole) / (nearWeight[cell]! + 0.02));
}

const profile = new Float32Array(ACROSS);

function periodAt(
  { width, height, values }: Plane,
  { columns, cos2, sin2 }: Field,
  cell: number,
): { period: number; likeness: number } | null {
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
function bestShift(power: number): { period: number; likeness: number } | null {
  let [before, at] = [likenessAt(2, power), likenessAt(3, power)];
  let best: { period: number; likeness: number } | null = null;
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
