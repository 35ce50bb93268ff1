import { roll, type Die } from '../person/index.ts';
import { bell } from './bell.ts';

export type Pattern = 'left_loop' | 'right_loop' | 'whorl' | 'arch';

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** What the direction of the ridges follows from, in pixels at 500 dpi around the middle, y upwards. */
export interface Flow {
  readonly pattern: Pattern;
  readonly cores: readonly Spot[];
  readonly deltas: readonly Spot[];
  /** How steeply an arch rises. */
  readonly rise: number;
}

export function flowOf(pattern: Pattern, die: Die): Flow {
  const about = (x: number, y: number) => ({ x: x + 14 * bell(die), y: y + 14 * bell(die) });
  const side = sideOf(pattern);
  // All are drawn whatever the pattern is, so that what is drawn after them does not depend on it.
  const cores = {
    left_loop: [about(0, 25)],
    right_loop: [about(0, 25)],
    whorl: [about(0, 45), about(0, -5)],
    arch: [],
  }[pattern];
  const deltas = {
    left_loop: [about(95 * side, -85)],
    right_loop: [about(95 * side, -85)],
    whorl: [about(-105, -85), about(105, -85)],
    arch: [],
  }[pattern];
  return { pattern, cores, deltas, rise: 0.5 + 0.3 * roll(die) };
}

/** The direction of the ridges at a place, in radians: half the turns around cores less those around deltas (Sherlock and Monro 1993). */
export function directionAt({ pattern, cores, deltas, rise }: Flow, x: number, y: number): number {
  if (pattern === 'arch') return -rise * Math.sin((Math.PI * x) / 200) * Math.exp(-(((y + 20) / 140) ** 2));
  let turns = 0;
  for (const core of cores) turns += Math.atan2(y - core.y, x - core.x);
  for (const delta of deltas) turns -= Math.atan2(y - delta.y, x - delta.x);
  return turns / 2 + (cores.length === 1 ? (sideOf(pattern) * Math.PI) / 4 : 0);
}

function sideOf(pattern: Pattern): 1 | -1 {
  return pattern === 'left_loop' ? 1 : -1;
}
