/**
 * What of a picture changes as fast as ridges do: the difference of a fine and a coarse smoothing (Marr, Hildreth 1980). Noise is faster, shades and blots
 * are slower; gradients, whose squares say where ridges run, would take both for ridges. Pure.
 */
import type { Plane } from './image.ts';

/** Half of 5 and of 7 pixels: 1 4 6 4 1 has a spread of 1 pixel, and two means of 7 behind it make it 3. */
const FINE = 2;
const COARSE = 3;

export function ridgeBand(plane: Plane): Plane {
  const fine = alongRows(plane, binomial);
  const coarse = alongRows(alongRows(fine, mean), mean);
  return { ...fine, values: fine.values.map((value, at) => value - coarse.values[at]!) };
}

type Smoothing = (from: Float32Array, start: number, length: number, step: number, into: Float32Array) => void;

/** Along each row and then along each column; at the picture's edge with what is there. */
function alongRows({ width, height, values }: Plane, smooth: Smoothing): Plane {
  const across = new Float32Array(values.length);
  for (let y = 0; y < height; y++) smooth(values, y * width, width, 1, across);
  const down = new Float32Array(values.length);
  for (let x = 0; x < width; x++) smooth(across, x, height, width, down);
  return { width, height, values: down };
}

const binomial: Smoothing = (from, start, length, step, into) => {
  const last = length - 1;
  for (let n = 0; n < length; n++) {
    const at = start + n * step;
    const before = n > 0 ? at - step : at;
    const first = n >= FINE ? at - FINE * step : before;
    const after = n < last ? at + step : at;
    const end = n <= last - FINE ? at + FINE * step : after;
    into[at] = (from[first]! + from[end]! + 4 * (from[before]! + from[after]!) + 6 * from[at]!) / 16;
  }
};

const mean: Smoothing = (from, start, length, step, into) => {
  let sum = 0;
  for (let n = 0; n < Math.min(COARSE, length); n++) sum += from[start + n * step]!;
  let there = Math.min(COARSE, length);
  for (let n = 0; n < length; n++) {
    if (n + COARSE < length) {
      sum += from[start + (n + COARSE) * step]!;
      there++;
    }
    if (n > COARSE) {
      sum -= from[start + (n - COARSE - 1) * step]!;
      there--;
    }
    into[start + n * step] = sum / there;
  }
};
