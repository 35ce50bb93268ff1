/** Cards printed, invalid and still out, taken in, destroyed: each counted from its steps. */
import type { Indicator } from '../../../core/indicator.ts';
import { FIGURES, type Figure } from './rules.ts';
import { countFigure, eachCard } from './sql.ts';

export const indicators: Indicator[] = (Object.keys(FIGURES) as Figure[]).map((code) => ({
  code,
  unit: 'keping',
  since: null,
  async measure(tx, at) {
    return { numerator: await countFigure(tx, code, at), denominator: null };
  },
  // Each card's steps are folded one by one by the rule itself.
  async recount(tx, at) {
    let numerator = 0;
    for await (const steps of eachCard(tx, at)) if (FIGURES[code](steps)) numerator += 1;
    return { numerator, denominator: null };
  },
}));
