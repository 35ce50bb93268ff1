/**
 * Cell-key perturbation, the method of the Australian Bureau of Statistics (Fraser and Wooton 2005; Thompson, Broadfoot and Elazar 2013).
 * Every record has a random key; the keys of those in a cell, summed modulo 2^32, choose the change from a table.
 * What it gives: the same people make the same figure, in whatever table and however often they are asked for; no figure is one or two; a figure is
 * right on average and at most five off; zero stays zero; a table that is spread too thin is not given. What it does not give: additivity. A total is a cell of its own with a change of its own, so
 * cells seldom sum up to it; to force them would take the consistency away. Pure, safe in a browser.
 */
import { PERTURBATION } from './table.ts';

/** Record keys and cell keys are below this. */
export const RECORD_KEYS = 2 ** 32;
/** A figure is never further from the true one. */
export const MOST_CHANGE = 5;
/** Of the changes, for every true count. */
export const VARIANCE = 4;
/** The smallest figure that is shown, zero aside. */
export const LEAST = 3;
/**
 * A table whose shown cells hold fewer on average is not given. In sparse tables a whole that is shown as nothing may have parts that are shown, and then their sum tells
 * how few there are: at 8 an attack on every table of a town of 5,000 still found two cells, at 10 none in twelve towns.
 */
export const LEAST_MEAN = 12;

export interface RawCell {
  /** How many records there truly are. */
  readonly n: number;
  /** Their keys, summed modulo 2^32. */
  readonly cellKey: number;
}

/** The figure that may be shown. Refuses with a `RangeError` what is no count or no key. */
export function protectedCount({ n, cellKey }: RawCell): number {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError('a count is a whole number');
  if (!Number.isSafeInteger(cellKey) || cellKey < 0 || cellKey >= RECORD_KEYS)
    throw new RangeError('a cell key is a whole number below 2^32');
  if (n === 0) return 0;
  const row = PERTURBATION[Math.min(n, PERTURBATION.length) - 1]!;
  const [change] = row.find(([, below]) => cellKey < below)!;
  return n + change;
}

/** The key of a cell that holds the records of all these cells. */
export function joinedKey(keys: Iterable<number>): number {
  let sum = 0;
  for (const key of keys) sum = (sum + key) % RECORD_KEYS;
  return sum;
}

/** Whether a table is spread too thin to be shown, judged by the shown figures alone, so that the judgement itself tells nothing. */
export function isTooThin(shown: readonly number[]): boolean {
  const cells = shown.filter((n) => n > 0);
  const sum = cells.reduce((all, n) => all + n, 0);
  return cells.length > 0 && sum / cells.length < LEAST_MEAN;
}
