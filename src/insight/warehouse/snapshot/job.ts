/** On the morning after 30 June and 31 December. */
import { z } from 'zod';
import { systemActor } from '../../../core/access/index.ts';
import { job } from '../../../core/jobs/index.ts';
import { dayIn, ZONES } from '../../../core/time/index.ts';
import { publishOpenData } from '../open/publish.ts';
import { makeSnapshot } from './make.ts';
import { lastCutOff } from './rules.ts';

export const snapshotJob = job({
  name: 'warehouse.make_snapshot',
  payload: z.object({}),
  maxAttempts: 5,
  // 01.30 WIB of the next day, and made up for by a worker that starts within a month.
  timetable: { cron: '30 18 30 6 *', catchUpHours: 720 },
  run: (tx) => makeLast(tx),
});

export const yearEndJob = job({
  name: 'warehouse.make_year_end_snapshot',
  payload: z.object({}),
  maxAttempts: 5,
  timetable: { cron: '30 18 31 12 *', catchUpHours: 720 },
  run: (tx) => makeLast(tx),
});

async function makeLast(tx: Parameters<typeof makeSnapshot>[0]): Promise<void> {
  const asOf = lastCutOff(dayIn(ZONES.WIB, tx.ground.clock.now()));
  const actor = systemActor('warehouse');
  await makeSnapshot(tx, actor, { asOf });
  await publishOpenData(tx, actor, { asOf });
}
