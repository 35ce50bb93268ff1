/** Questions answered up to the end of many days, and what came out of them; of the nation. */
import { many, sql, type Tx } from '../../core/db/index.ts';
import { runningSums, type Asked, type Measured, type Series } from '../../core/series.ts';

const ANSWERS = 'verification.answers';
const OUTCOMES = ['matched', 'partial', 'mismatched'] as const;

async function count(tx: Tx, { days, knownAt }: Asked): Promise<Measured[]> {
  const rows = await many<{ place: number } & Record<(typeof OUTCOMES)[number], number>>(
    tx,
    sql`select width_bucket((c.at at time zone 'Asia/Jakarta')::date - 1, ${[...days]}::date[]) + 1 as place,
               sum(c.matched)::float8 as matched, sum(c.partial)::float8 as partial, sum(c.mismatched)::float8 as mismatched
          from verification_read.call c where c.at <= ${knownAt} group by 1`,
  );
  const sums = runningSums(days);
  for (const row of rows)
    for (const outcome of OUTCOMES) {
      sums.add({ measure: ANSWERS, region: '', part: '' }, row.place, row[outcome]);
      sums.add({ measure: ANSWERS, region: '', part: outcome }, row.place, row[outcome]);
    }
  return sums.list();
}

export const series: Series[] = [{ measures: [ANSWERS], past: true, count }];
