import type { Actor } from '../../core/access/index.ts';
import { run, sql, type Tx } from '../../core/db/index.ts';
import { newId } from '../../core/id/index.ts';
import { record } from '../../core/ledger/index.ts';
import { readStatement } from './read.ts';

/** Publishes the statement of now: kept for ever with the log's last checkpoint, so that it can be made again and compared. */
export async function publishStatement(tx: Tx, actor: Actor): Promise<{ id: string }> {
  const statement = await readStatement(tx, {});
  const id = newId();
  const { size, root } = await tx.ground.papers.checkpoint(tx);
  await record(tx, actor, { label: 'statement.published', facts: { publication: id, asOf: statement.asOf } });
  await run(
    tx,
    sql`insert into statement.publication (id, as_of, known_at, published_at, officer_id, figures, log_size, log_root)
        values (${id}, ${statement.asOf}, ${statement.knownAt}, ${tx.ground.clock.now()}, ${actor.id}, ${JSON.stringify(statement)}::json, ${size}, ${root.toString('base64')})`,
  );
  return { id };
}
