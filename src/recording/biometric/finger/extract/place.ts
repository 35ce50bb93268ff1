/** Where a minutia is, finer than a pixel. Pure. */
import type { Plane } from './image.ts';

/** How far behind the end of a ridge its line ends, in distances between ridges: by so much what was found lay ahead of the truth of synthetic prints. */
const BEHIND = 0.29;
const STEP = 0.5;
/** What was parted by force is stronger than any ridge. */
const STRONGEST = 3;

export interface EndOfLine {
  readonly x: number;
  readonly y: number;
  /** Which way the ridge goes from here, of length 1. */
  readonly dx: number;
  readonly dy: number;
}

/**
 * The end of a ridge, `sign` 1, or of a valley, -1, from the end of its thinned line: aside to where it is highest, by a parabola through three values,
 * and ahead to where it goes over into its contrary, less what a line ends before that. Never outside of the picture.
 */
export function placeOf(even: Plane, { x, y, dx, dy }: EndOfLine, sign: 1 | -1, period: number) {
  const height = (ahead: number, aside: number) =>
    sign * valueAt(even, x - ahead * dx - aside * dy, y - ahead * dy + aside * dx);
  const aside = topOf(height(0, -1), height(0, 0), height(0, 1));
  let ahead = 0;
  let before = height(0, aside);
  // Where it is its contrary already nothing can be said.
  for (let next = STEP; before > 0 && next <= period; next += STEP) {
    const there = height(next, aside);
    if (there <= 0) {
      ahead = next - STEP + (STEP * before) / (before - there) - BEHIND * period;
      break;
    }
    before = there;
  }
  return {
    x: within(x - ahead * dx - aside * dy, even.width),
    y: within(y - ahead * dy + aside * dx, even.height),
  };
}

/** A line that runs out of the picture ends in it. */
function within(at: number, size: number): number {
  return Math.max(0, Math.min(size - 1, at));
}

/** Where the parabola through three values one apart is highest, seen from the middle one. */
function topOf(left: number, middle: number, right: number): number {
  const curve = left - 2 * middle + right;
  return curve < 0 ? Math.max(-1, Math.min(1, (0.5 * (left - right)) / curve)) : 0;
}

function valueAt({ width, height, values }: Plane, x: number, y: number): number {
  const px = Math.max(0, Math.min(width - 1.001, x));
  const py = Math.max(0, Math.min(height - 1.001, y));
  const [left, top] = [Math.floor(px), Math.floor(py)];
  const [u, v] = [px - left, py - top];
  const at = top * width + left;
  const above = (1 - u) * bounded(values[at]!) + u * bounded(values[at + 1]!);
  return (1 - v) * above + v * ((1 - u) * bounded(values[at + width]!) + u * bounded(values[at + width + 1]!));
}

function bounded(value: number): number {
  return Math.max(-STRONGEST, Math.min(STRONGEST, value));
}
