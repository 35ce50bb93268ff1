/** How many questions were answered: counted from the calls that are billed. */
import { one, sql, type Tx } from '../../core/db/index.ts';
import type { Indicator } from '../../core/indicator.ts';
import type { CivilDate } from '../../core/time/index.ts';

interface Counted {
  readonly answers: string;
  readonly refs: string;
}

/** Calls until the end of the day (WIB) that were known at the instant. */
function count(tx: Tx, { asOf, knownAt }: { asOf: CivilDate; knownAt: Date }): Promise<Counted> {
  return one(
    tx,
    sql<Counted>`select answers, refs from verification.count_answers(
      least(${knownAt}::timestamptz, (${asOf}::date + 1)::timestamp at time zone 'Asia/Jakarta' - interval '1 microsecond'))`,
  );
}

export const indicators: Indicator[] = [
  {
    code: 'verification.answers',
    unit: 'jawaban',
    since: null,
    measure: async (tx, at) => ({ numerator: Number((await count(tx, at)).answers), denominator: null }),
    // By the partners' own numbers instead of by what came out.
    recount: async (tx, at) => ({ numerator: Number((await count(tx, at)).refs), denominator: null }),
  },
];
