/** What people say was not theirs, and what was not answered in time, at the end of many days; of the nation. */
import { many, sql, type Tx } from '../../../core/db/index.ts';
import { runningSums, type Asked, type Measured, type Series } from '../../../core/series.ts';

async function count(tx: Tx, { days, knownAt }: Asked): Promise<Measured[]> {
  const place = (at: string) =>
    sql`width_bucket((${sql.raw(at)} at time zone 'Asia/Jakarta')::date - 1, ${[...days]}::date[]) + 1`;
  const rows = await many<{ opened: number; due: number | null; answered: number | null }>(
    tx,
    sql`select ${place('u.opened_at')} as opened, case when u.due_at <= ${knownAt} then ${place('u.due_at')} end as due,
               case when u.answered_at <= ${knownAt} then ${place('u.answered_at')} end as answered
          from citizen_read.unanswered u where u.opened_at <= ${knownAt}`,
  );
  const sums = runningSums(days);
  for (const { opened, due, answered } of rows) {
    sums.add({ measure: 'citizen.disputes', region: '', part: '' }, opened, 1);
    if (due === null || (answered !== null && answered <= due)) continue;
    sums.add({ measure: 'citizen.unanswered', region: '', part: '' }, due, 1);
    if (answered !== null) sums.add({ measure: 'citizen.unanswered', region: '', part: '' }, answered, -1);
  }
  return sums.list();
}

export const series: Series[] = [{ measures: ['citizen.disputes', 'citizen.unanswered'], past: true, count }];
