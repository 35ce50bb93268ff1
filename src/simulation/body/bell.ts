import { roll, type Die } from '../person/index.ts';

/** A draw from the normal distribution (Box-Muller). */
export function bell(die: Die): number {
  return Math.sqrt(-2 * Math.log(1 - roll(die))) * Math.cos(2 * Math.PI * roll(die));
}
