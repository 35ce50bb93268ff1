/** Says to every process that answers that partners have changed (by cooperation or institution), in the transaction of the act: heard when it commits. */
import { run, sql, type Tx } from '../../../core/db/index.ts';
import { CHANNEL } from './book.ts';

export async function sayPartnersChanged(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  // In one order, so that two acts on the same partners never wait for one another in a circle.
  await run(
    tx,
    sql`insert into verification.change as old (id)
        select id from unnest(${[...new Set(ids)].toSorted()}::uuid[]) as id
            on conflict (id) do update set version = old.version + 1`,
  );
  await run(tx, sql`select pg_notify(${CHANNEL}, '')`);
}
