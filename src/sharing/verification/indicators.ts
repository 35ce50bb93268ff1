/** How many questions were answered, and who of those who may ask does: counted from the calls that are billed. */
import { one, sql, type Tx } from '../../core/db/index.ts';
import type { Indicator } from '../../core/indicator.ts';
import type { CivilDate } from '../../core/time/index.ts';
import { listConnected } from '../partner/index.ts';

const DAY_MS = 86_400_000;
/** Who has not asked for so long is not counted as connected. */
const ASKED_WITHIN_DAYS = 90;

interface Counted {
  readonly answers: string;
  readonly refs: string;
}

/** Of those accepted and not suspended, who had a question answered within the days before. */
async function countConnected(
  tx: Tx,
  at: { asOf: CivilDate; knownAt: Date },
): Promise<{ asked: string; askers: string }> {
  const connected = await listConnected(tx, at);
  const until = new Date(Math.min(at.knownAt.getTime(), Date.parse(`${at.asOf}T23:59:59.999+07:00`)));
  const since = new Date(until.getTime() - ASKED_WITHIN_DAYS * DAY_MS);
  return one(
    tx,
    sql<{ asked: string; askers: string }>`
      select asked, askers from verification.count_askers(${connected}::uuid[], ${since}, ${until})`,
  );
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
    code: 'partner.connected',
    unit: 'lembaga',
    since: null,
    measure: async (tx, at) => ({ numerator: Number((await countConnected(tx, at)).asked), denominator: null }),
    recount: async (tx, at) => ({ numerator: Number((await countConnected(tx, at)).askers), denominator: null }),
  },
  {
    code: 'verification.answers',
    unit: 'jawaban',
    since: null,
    measure: async (tx, at) => ({ numerator: Number((await count(tx, at)).answers), denominator: null }),
    // By the partners' own numbers instead of by what came out.
    recount: async (tx, at) => ({ numerator: Number((await count(tx, at)).refs), denominator: null }),
  },
];
