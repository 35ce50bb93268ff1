/**
 * What of a picture changes as fast as ridges do: the difference of a fine and a coarse smoothing (Marr, Hildreth 1980). Noise is faster, shades and blots
 * are slower; gradients, whose squares say where ridges run, would take both for ridges. Pure.
 */
import type { Plane } from './image.ts';

/** Half of 7 pixels. Two means of 7 behind 1 4 6 4 1, whose spread is 1 pixel, have one of 3; a single mean of 11 is no bell, and does worse. */
const HALF = 3;

export function ridgeBand(plane: Plane): Plane {
  const fine = binomial(plane);
  const band = mean(mean(fine));
  for (let at = 0; at < band.values.length; at++) band.values[at] = fine.values[at]! - band.values[at]!;
  return band;
}

/** 1 4 6 4 1 along rows and columns; at the picture's edge its outermost pixels count for those beyond. */
function binomial({ width, height, values }: Plane): Plane {
  const across = new Float32Array(values.length);
  const wide = new Float32Array(width + 4);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    wide.set(values.subarray(row, row + width), 2);
    wide[0] = wide[1] = wide[2]!;
    wide[width + 2] = wide[width + 3] = wide[width + 1]!;
    for (let x = 0; x < width; x++)
      across[row + x] = (wide[x]! + wide[x + 4]! + 4 * (wide[x + 1]! + wide[x + 3]!) + 6 * wide[x + 2]!) / 16;
  }
  const down = new Float32Array(values.length);
  const rowAt = (n: number) => Math.max(0, Math.min(height - 1, n)) * width;
  for (let y = 0; y < height; y++) {
    const at = y * width;
    const above = rowAt(y - 1);
    const farAbove = rowAt(y - 2);
    const below = rowAt(y + 1);
    const farBelow = rowAt(y + 2);
    for (let x = 0; x < width; x++)
      down[at + x] =
        (across[farAbove + x]! +
          across[farBelow + x]! +
          4 * (across[above + x]! + across[below + x]!) +
          6 * across[at + x]!) /
        16;
  }
  return { width, height, values: down };
}

/** Of 7 by 7 pixels, or of as many of them as there are. */
function mean({ width, height, values }: Plane): Plane {
  const means = new Float32Array(values.length);
  // By column, of the rows around the present one.
  const sums = new Float64Array(width);
  const counted = (row: number, sign: 1 | -1): void => {
    const at = row * width;
    for (let x = 0; x < width; x++) sums[x] = sums[x]! + sign * values[at + x]!;
  };
  for (let y = 0; y < Math.min(HALF, height); y++) counted(y, 1);
  for (let y = 0; y < height; y++) {
    if (y + HALF < height) counted(y + HALF, 1);
    if (y > HALF) counted(y - HALF - 1, -1);
    const rows = Math.min(height - 1, y + HALF) - Math.max(0, y - HALF) + 1;
    let sum = 0;
    for (let x = 0; x < Math.min(HALF, width); x++) sum += sums[x]!;
    for (let x = 0; x < width; x++) {
      if (x + HALF < width) sum += sums[x + HALF]!;
      if (x > HALF) sum -= sums[x - HALF - 1]!;
      const columns = Math.min(width - 1, x + HALF) - Math.max(0, x - HALF) + 1;
      means[y * width + x] = sum / (rows * columns);
    }
  }
  return { width, height, values: means };
}
