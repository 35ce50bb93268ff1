import { InvalidArgumentError } from 'commander';

/** Pixels an inch that a sensor of fingers gives. */
export function resolution(text: string): number {
  return count(250, 1100)(text);
}

/** A whole number from `least` to `most`. */
export function count(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most) throw new InvalidArgumentError(`${least}..${most}`);
    return value;
  };
}
