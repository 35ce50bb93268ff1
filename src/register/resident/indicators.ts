/** Residents, those obliged to hold a card, and records found double: from the acts, so that each can be made again by what happened or by what was known. */
import type { Indicator, IndicatorValue } from '../../core/indicator.ts';
import type { Tx } from '../../core/db/index.ts';
import type { Point } from '../../core/kept-count/index.ts';
import { countByRegency, keepTally, measureTally, recountTally } from './figure/measure.ts';
import { sumBy, type Figure, type Tally } from './figure/tally.ts';

type Way = (tx: Tx, at: Point) => Promise<Tally>;

const sum = (years: Readonly<Record<string, number>>): number => Object.values(years).reduce((all, n) => all + n, 0);

/** A figure from a tally; the same figure however it was counted. */
const figure =
  (count: Way, of: Figure, beside: Figure | null = null) =>
  async (tx: Tx, at: Point): Promise<IndicatorValue> => {
    const tally = await count(tx, at);
    const byYearOfOrigin = sumBy(tally, of, 'year');
    return {
      numerator: sum(byYearOfOrigin),
      denominator: beside && sum(sumBy(tally, beside, 'year')),
      byYearOfOrigin,
    };
  };

export const indicators: Indicator[] = [
  {
    code: 'resident.total',
    unit: 'jiwa',
    since: null,
    measure: figure(measureTally, 'total'),
    recount: figure(recountTally, 'total'),
    byRegency: countByRegency,
    keep: keepTally,
  },
  {
    code: 'resident.obligated',
    unit: 'jiwa',
    since: null,
    measure: figure(measureTally, 'obligated', 'total'),
    recount: figure(recountTally, 'obligated', 'total'),
  },
  {
    code: 'resident.duplicate',
    unit: 'jiwa',
    since: null,
    measure: figure(measureTally, 'duplicate'),
    recount: figure(recountTally, 'duplicate'),
  },
];
