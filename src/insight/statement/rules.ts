/** What may be shown of small cells: pure. */

/** Fewer people than this in a cell could be recognised by whoever knows the place. */
export const FEWEST_SHOWN = 3;

export type Withheld = 'few' | 'beside_few';
export interface Cell {
  readonly n: number | null;
  readonly withheld: Withheld | null;
}

/**
 * Withholds each cell of one or two, and with them the smallest other one: the total is published, so that a single gap
 * could be filled in by subtraction.
 */
export function protectSmallCells(counts: readonly number[]): Cell[] {
  const few = (n: number) => n > 0 && n < FEWEST_SHOWN;
  const others = counts.filter((n) => n >= FEWEST_SHOWN);
  const beside = counts.some(few) && others.length > 0 ? counts.indexOf(Math.min(...others)) : -1;
  return counts.map((n, place) => {
    if (few(n)) return { n: null, withheld: 'few' };
    return place === beside ? { n: null, withheld: 'beside_few' } : { n, withheld: null };
  });
}
