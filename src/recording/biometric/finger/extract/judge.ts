/** Whether there is a finger in the picture at all, and how much of it there is to compare. Pure. */
import type { Field } from './field.ts';
import type { FoundMinutia } from './minutiae.ts';
import type { Found } from './period.ts';

/** A quarter of a square centimetre: less holds too few minutiae to say anything. */
const LEAST_CELLS = 150;
/** Of the cells that were looked at, those where ridges lie evenly: 0.8 and more on 160 prints, 0.5 and more on worse ones but the most blurred, 0.44 and less on noise and lines of text. */
const LEAST_EVEN = 0.47;
/** 1 is one direction everywhere. Ridges bend; bars and shades do not: 0.74 and less on the prints. */
const MOST_STRAIGHT = 0.95;
/** `foundIn` looks at one cell in four. */
const LOOKED_AT = 4;

/** Whether what the field covers is a finger. */
export function isFinger(field: Field, found: readonly Found[]): boolean {
  const cells = cellsOf(field);
  return cells >= LEAST_CELLS && evenShare(cells, found) >= LEAST_EVEN && straightness(field) <= MOST_STRAIGHT;
}

/** So many sure minutiae are two thirds of all that could be wished. */
const PLENTY = 18;

/** 1 to 100: how many minutiae there are, how sure they are, and how even the ridges around them. Says how well our own comparison will do. */
export function qualityOf(field: Field, found: readonly Found[], minutiae: readonly FoundMinutia[]): number {
  const sure = minutiae.reduce((sum, { quality }) => sum + Math.min(1, quality / 60), 0);
  const even = Math.min(1, evenShare(cellsOf(field), found));
  return Math.max(1, Math.round(100 * even * (1 - Math.exp(-sure / PLENTY))));
}

const cellsOf = ({ mask }: Field): number => mask.reduce((sum, cell) => sum + cell, 0);
const evenShare = (cells: number, found: readonly Found[]): number => (LOOKED_AT * found.length) / cells;

function straightness({ mask, cos2, sin2 }: Field): number {
  let [c, s, n] = [0, 0, 0];
  for (let cell = 0; cell < mask.length; cell++) {
    if (!mask[cell]) continue;
    const length = Math.hypot(cos2[cell]!, sin2[cell]!) + 1e-9;
    c += cos2[cell]! / length;
    s += sin2[cell]! / length;
    n += 1;
  }
  return n === 0 ? 1 : Math.hypot(c, s) / n;
}
