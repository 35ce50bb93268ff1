import { expect } from 'vitest';
import type { Tx } from '../../src/core/db/index.ts';
import type { Indicator } from '../../src/core/indicator.ts';
import type { Measured, Series } from '../../src/core/series.ts';
import { addDays, type CivilDate } from '../../src/core/time/index.ts';

/** What a series counts of many days at once is what the indicators of the same codes count of each, in the nation and in every regency. */
export async function expectAgreement(
  given: { system<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> },
  of: {
    series: readonly Series[];
    indicators: readonly Indicator[];
    knownAt: Date;
    from: CivilDate;
    step: number;
    many: number;
  },
): Promise<void> {
  const days = Array.from({ length: of.many }, (_, n) => addDays(of.from, n * of.step));
  await given.system(async (tx) => {
    const past = of.series.filter((each) => each.past);
    const rows: Measured[] = [];
    for (const each of past) rows.push(...(await each.count(tx, { days, knownAt: of.knownAt })));
    const measures = new Set(past.flatMap((each) => each.measures));
    for (const indicator of of.indicators.filter((each) => measures.has(each.code)))
      for (const day of days) {
        const { code } = indicator;
        const at = { asOf: day, knownAt: of.knownAt };
        const own = rows.filter((row) => row.measure === code && row.day === day && row.part === '');
        const n = own.reduce((sum, row) => sum + row.n, 0);
        expect({ code, day, n }).toEqual({ code, day, n: (await indicator.measure(tx, at)).numerator });
        if (!indicator.byRegency) continue;
        const regencies = own
          .filter(({ region }) => region.length === 4)
          .map(({ region, n: there }) => [region, there]);
        const counted = Object.entries(await indicator.byRegency(tx, at)).filter(([, there]) => there !== 0);
        expect({ code, day, regencies: Object.fromEntries(regencies) }).toEqual({
          code,
          day,
          regencies: Object.fromEntries(counted),
        });
      }
  });
}
