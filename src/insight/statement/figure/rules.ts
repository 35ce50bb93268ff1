/** What may be shown of a figure by regency: pure. */
import { FEWEST_SHOWN, protectSmallCells, type Cell } from '../rules.ts';

export interface RegencyCount {
  readonly code: string;
  readonly province: string;
  readonly n: number;
}

export type RegencyCell = Omit<RegencyCount, 'n'> & Cell;

/**
 * Withholds cells of one or two within each province, with one beside them, since totals of provinces are published; and one more in the
 * nation where otherwise the whole would give the one gap away.
 */
export function protectRegencies(counts: readonly RegencyCount[]): RegencyCell[] {
  const cells: RegencyCell[] = [];
  for (const [province, own] of Map.groupBy(counts, ({ province }) => province)) {
    const shown = protectSmallCells(own.map(({ n }) => n));
    cells.push(...own.map(({ code }, place) => ({ code, province, ...shown[place]! })));
  }
  const few = cells.some(({ withheld }) => withheld === 'few');
  if (few && !cells.some(({ withheld }) => withheld === 'beside_few')) {
    const others = cells.flatMap(({ n }) => (n !== null && n >= FEWEST_SHOWN ? [n] : []));
    const beside = cells.findIndex(({ n }) => n !== null && n === Math.min(...others));
    if (beside >= 0 && others.length > 0) cells[beside] = { ...cells[beside]!, n: null, withheld: 'beside_few' };
  }
  return cells.toSorted((a, b) => (a.code < b.code ? -1 : 1));
}
