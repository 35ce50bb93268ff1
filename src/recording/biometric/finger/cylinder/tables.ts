/** What the kernel of cylinders looks up: where cells lie, and bell curves of distance and of turn. */

const RADIUS = 70;
const GRID = 8;
const CELL = (2 * RADIUS) / GRID;
const DIRECTIONS = 6;
const SPREAD = 28 / 3;
const REACH = 3 * SPREAD;
const TURN_SPREAD = (2 * Math.PI) / 9;

const fromMiddle = (n: number) => (n - (GRID - 1) / 2) * CELL;
const middleOf = (place: number) => [fromMiddle(Math.floor(place / GRID)), fromMiddle(place % GRID)] as const;

/** Of each cell, which of the grid's 64 places is its own: the corners are outside of the circle. */
export const CELL_PLACES: readonly number[] = Array.from({ length: GRID * GRID }, (_, place) => place).filter(
  (place) => Math.hypot(...middleOf(place)) <= RADIUS,
);

/** Of each cell its middle, in pixels from a minutia that looks to the right. */
export const CELL_X: readonly number[] = CELL_PLACES.map((place) => middleOf(place)[0]);
export const CELL_Y: readonly number[] = CELL_PLACES.map((place) => middleOf(place)[1]);

/** By squared distance in pixels, as far as a neighbour reaches. */
export const BELL_CURVE: readonly number[] = Array.from(
  { length: REACH * REACH + 1 },
  (_, squared) => Math.exp(-squared / (2 * SPREAD * SPREAD)) / (SPREAD * Math.sqrt(2 * Math.PI)),
);

/** For each difference of two directions the share of a bell curve that falls into each of the six directions. */
export const TURN_WEIGHTS: readonly number[] = Array.from({ length: 256 }, (_, turned) => turned).flatMap((turned) => {
  const half = Math.PI / DIRECTIONS;
  return Array.from({ length: DIRECTIONS }, (_, k) => {
    const middle = -Math.PI + (2 * k + 1) * half;
    const off = wrapped(middle - (turned * Math.PI) / 128);
    return bellUpTo(off + half) - bellUpTo(off - half);
  });
});

function wrapped(angle: number): number {
  const turn = 2 * Math.PI;
  return angle - turn * Math.round(angle / turn);
}

/** The normal distribution with `TURN_SPREAD` up to `angle` (Abramowitz and Stegun 26.2.17, error below 1e-7). */
function bellUpTo(angle: number): number {
  const z = Math.abs(angle) / TURN_SPREAD;
  const t = 1 / (1 + 0.2316419 * z);
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const upper = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return angle >= 0 ? 1 - upper : upper;
}
