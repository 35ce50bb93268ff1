/** Hints that nobody has taken up are forgotten with their values; the person reads that too. */
import { z } from 'zod';
import { systemActor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import { job } from '../../core/jobs/index.ts';
import { record } from '../../core/ledger/index.ts';
import { KEPT_DAYS } from './rules.ts';
import { forgetBefore } from './sql.ts';

export async function forgetOld(tx: Tx): Promise<number> {
  const before = new Date(tx.ground.clock.now().getTime() - KEPT_DAYS * 86_400_000);
  const forgotten = await forgetBefore(tx, before);
  if (forgotten.length > 0)
    await record(tx, systemActor('returned_data'), {
      label: 'returned_data.forgotten',
      subjects: [...new Set(forgotten.map(({ nik }) => nik))].map((nik) => ({ nik })),
      facts: { n: forgotten.length },
    });
  return forgotten.length;
}

export const sweepJob = job({
  name: 'returned_data.forget_old',
  payload: z.object({}),
  maxAttempts: 3,
  // 03.40 WIB.
  timetable: { cron: '40 20 * * *', catchUpHours: 24 },
  run: async (tx) => void (await forgetOld(tx)),
});
