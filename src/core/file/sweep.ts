import { z } from 'zod';
import type { Tx } from '../db/index.ts';
import { job } from '../jobs/index.ts';
import { systemClock } from '../time/index.ts';
import { listOrphans } from './sql.ts';

// Far longer than any transaction lives.
const GRACE_MS = 24 * 60 * 60 * 1000;

/** Removes from the store what no row refers to and is older than a day: what a transaction wrote that did not commit, and
 * what was deleted since. Gives how many. */
export async function sweepOrphans(tx: Tx, olderThan: Date): Promise<number> {
  const { driver } = tx.ground.files;
  let swept = 0;
  for await (const addresses of driver.list(olderThan)) {
    const orphans = await listOrphans(tx, addresses);
    for (const address of orphans) await driver.remove(address);
    swept += orphans.length;
  }
  return swept;
}

export const sweepJob = job({
  name: 'file.sweep_orphans',
  payload: z.object({}),
  maxAttempts: 3,
  // 03.20 WIB.
  timetable: { cron: '20 20 * * *', catchUpHours: 24 },
  async run(tx) {
    // The store's files carry true time, also in a story.
    await sweepOrphans(tx, new Date(systemClock.now().getTime() - GRACE_MS));
  },
});
