import { InvalidArgumentError } from 'commander';

/** Parses a whole number of at least `least`, for an option. */
export function atLeast(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value) || value < least) {
      throw new InvalidArgumentError(`Bilangan bulat, paling sedikit ${least}. / A whole number of at least ${least}.`);
    }
    return value;
  };
}
