/** `enrolment.coverage`: recorded of those who must be, the ministry's headline figure. */
import type { Indicator } from '../../../core/indicator.ts';
import { countsAsRecorded } from '../rules.ts';
import { statusOf, type Status } from '../status.ts';
import { keepRegencies, measureRegencies } from './kept.ts';
import { eachPerson, personOf } from './sql.ts';

export const indicators: Indicator[] = [
  {
    code: 'enrolment.coverage',
    unit: 'jiwa',
    since: null,
    async measure(tx, at) {
      const regencies = [...(await measureRegencies(tx, at)).values()];
      const sum = (field: 'recorded' | 'obligated') => regencies.reduce((total, each) => total + each[field], 0);
      return { numerator: sum('recorded'), denominator: sum('obligated') };
    },
    // Everybody's history and every packet's steps are folded one by one; neither current rows nor standings are asked.
    async recount(tx, at) {
      let numerator = 0;
      let denominator = 0;
      for await (const people of eachPerson(tx, at)) {
        for (const { deltas, steps } of people) {
          if (personOf(deltas, at.asOf)?.duty !== 'obligated') continue;
          denominator += 1;
          const last = new Map<string, Status>(steps.map(({ packet, status }) => [packet, statusOf(status)]));
          if (countsAsRecorded([...last.values()])) numerator += 1;
        }
      }
      return { numerator, denominator };
    },
    async byRegency(tx, at) {
      const regencies = await measureRegencies(tx, at);
      return Object.fromEntries([...regencies].map(([code, { recorded }]) => [code, recorded]));
    },
    keep: keepRegencies,
  },
];
