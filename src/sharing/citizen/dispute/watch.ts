/** What the clock does with cases: a day before the answer is due the institution is reminded, and told when it is late. */
import { z } from 'zod';
import { systemActor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { job } from '../../../core/jobs/index.ts';
import { HOUR_MS, REMIND_HOURS } from './rules.ts';
import { listDue } from './sql.ts';
import { writeStep } from './step.ts';
import { tellInstitution, tellPerson } from './tell.ts';

/** Done twice it does nothing more. Whether a case counts as unanswered does not wait for it: that is `due_at` and the clock. */
export async function watchDisputes(tx: Tx): Promise<{ reminded: number; overdue: number }> {
  const now = tx.ground.clock.now();
  const due = await listDue(tx, { now, remindOpened: new Date(now.getTime() - REMIND_HOURS * HOUR_MS) });
  const actor = systemActor('citizen');
  for (const row of due) {
    const kind = row.late ? 'overdue' : 'reminded';
    await writeStep(tx, actor, row, { kind });
    await tellInstitution(tx, row, kind);
    if (row.late) await tellPerson(tx, row, 'overdue');
  }
  const overdue = due.filter(({ late }) => late).length;
  return { reminded: due.length - overdue, overdue };
}

export const disputeJobs = [
  job({
    name: 'citizen.watch_disputes',
    payload: z.object({}),
    maxAttempts: 5,
    timetable: { cron: '*/5 * * * *', catchUpHours: 24 },
    async run(tx: Tx): Promise<void> {
      await watchDisputes(tx);
    },
  }),
];
