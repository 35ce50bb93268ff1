import { sql } from 'kysely';
import { run } from './query.ts';
import type { Tx } from './tx.ts';

// Transactions that are raised at this moment: one elevated step may call another, and only the outermost goes back.
const raised = new WeakSet<Tx>();

/**
 * Runs `work` as `system`, which sees the whole nation, and goes back to the transaction's own role. For what the law lets
 * an office do beyond its region (a duplicate elsewhere, somebody who moves in); whoever calls has checked in code that
 * the actor may, and shows nothing of what he sees unmasked.
 */
export async function elevated<Result>(tx: Tx, work: () => Promise<Result>): Promise<Result> {
  if (tx.role === 'system' || raised.has(tx)) return work();
  await run(tx, sql`set local role jatidiri_system`);
  raised.add(tx);
  try {
    return await work();
  } finally {
    raised.delete(tx);
    // In an aborted transaction nothing can be set and nothing more will be read: the first error is the one to tell.
    await run(tx, sql.raw(`set local role jatidiri_${tx.role}`)).catch(() => undefined);
  }
}
