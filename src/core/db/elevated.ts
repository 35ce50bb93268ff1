import { sql } from 'kysely';
import { run } from './query.ts';
import type { Tx } from './tx.ts';

/**
 * Runs `work` as `system`, which sees the whole nation, and goes back to the transaction's own role. For what the law lets
 * an office do beyond its region (a duplicate elsewhere, somebody who moves in); whoever calls has checked in code that
 * the actor may, and shows nothing of what he sees unmasked.
 */
export async function elevated<Result>(tx: Tx, work: () => Promise<Result>): Promise<Result> {
  if (tx.role === 'system') return work();
  await run(tx, sql`set local role jatidiri_system`);
  try {
    return await work();
  } finally {
    // In an aborted transaction nothing can be set and nothing more will be read: the first error is the one to tell.
    await run(tx, sql.raw(`set local role jatidiri_${tx.role}`)).catch(() => undefined);
  }
}
