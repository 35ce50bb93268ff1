/** Nothing is kept longer than it was said to be: results after seven days, uploads that nobody goes on with after two. */
import { z } from 'zod';
import { systemActor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import { job } from '../../core/jobs/index.ts';
import { record } from '../../core/ledger/index.ts';
import { systemClock } from '../../core/time/index.ts';
import { DAY_MS } from './decide.ts';
import { UPLOAD_DAYS } from './rules.ts';
import { resume } from './run/job.ts';
import { changeState, listDue, listLiving, listRunning } from './sql.ts';

/** Gives how many were deleted. */
export async function deleteDue(tx: Tx): Promise<number> {
  const now = tx.ground.clock.now();
  const { shelf } = tx.ground.matching;
  const due = await listDue(tx, now, new Date(now.getTime() - UPLOAD_DAYS * DAY_MS));
  for (const { id, state } of due) {
    if (state === 'done') await changeState(tx, id, { state: 'deleted' });
    else await changeState(tx, id, { state: 'cancelled', why: 'upload_left', finished: true });
    tx.afterCommit(() => void shelf.drop(id).catch(() => {}));
  }
  if (due.length > 0)
    await record(tx, systemActor('matching'), { label: 'matching.deleted', facts: { n: due.length } });
  await dropOrphans(tx);
  return due.length;
}

/** Folders whose matching has ended or never was: what a process left that died between a commit and its folder. */
async function dropOrphans(tx: Tx): Promise<void> {
  const { shelf } = tx.ground.matching;
  // Files carry true time, also in a story.
  const old = await shelf.list(new Date(systemClock.now().getTime() - DAY_MS));
  const living = new Set<string>((await listLiving(tx, old)).map(({ id }) => id));
  for (const id of old) if (!living.has(id)) await shelf.drop(id);
}

export const sweepJob = job({
  name: 'matching.delete_due',
  payload: z.object({}),
  maxAttempts: 3,
  timetable: { cron: '17 * * * *', catchUpHours: 24 },
  async run(tx) {
    await deleteDue(tx);
    await resume(tx, await listRunning(tx));
  },
});
