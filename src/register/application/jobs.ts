/**
 * Applications from before details were sealed. Every write seals them, but a decided application is never written again:
 * those would stay readable on the disk for ever, so a job goes through them once.
 */
import { z } from 'zod';
import type { Tx } from '../../core/db/index.ts';
import { addJobs, job } from '../../core/jobs/index.ts';
import { sealDetails } from './sealed.ts';
import { listClear, setSealed } from './sql.ts';

const AT_ONCE = 1000;

const sealing = {
  name: 'application.seal_details',
  payload: z.object({}),
  maxAttempts: 5,
  // 01.10 WIB; with nothing left in clear it is a look at an empty index.
  timetable: { cron: '10 18 * * *', catchUpHours: 24 },
  async run(tx: Tx): Promise<void> {
    const clear = await listClear(tx, AT_ONCE);
    if (clear.length === 0) return;
    await setSealed(
      tx,
      clear.map(({ id, details }) => ({ id, sealed: sealDetails(tx, id, details) })),
    );
    if (clear.length === AT_ONCE) await addJobs(tx, sealing, [{}]);
  },
};

export const sealDetailsJob = job(sealing);
