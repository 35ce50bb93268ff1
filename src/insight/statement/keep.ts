/** Every night the counts are kept from which the day's figures start, so that no figure counts a nation while somebody waits. */
import { z } from 'zod';
import { elevated, type Tx } from '../../core/db/index.ts';
import { job } from '../../core/jobs/index.ts';

export async function keepCounts(tx: Tx): Promise<void> {
  await elevated(tx, async () => {
    for (const indicator of tx.ground.indicators) await indicator.keep?.(tx);
  });
}

export const keepCountsJob = job({
  name: 'statement.keep_counts',
  payload: z.object({}),
  maxAttempts: 5,
  // 02.40 WIB, before dashboards are counted.
  timetable: { cron: '40 19 * * *', catchUpHours: 24 },
  run: keepCounts,
});
