/** Questions that one keeps to ask again. */
import type { Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { newId } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { refuse } from '../refusals.ts';
import { ownerOf } from './quota.ts';
import { countSaved, listSaved, removeSaved, saveQuery } from './sql.ts';
import type { Query } from './schema.ts';

const MOST_SAVED = 50;

/** Keeps a question; one of that name is replaced. Refuses the fifty-first. */
export async function keepQuery(tx: Tx, actor: Actor, input: { name: string; query: Query }): Promise<{ id: string }> {
  const ownerId = ownerOf(actor);
  if ((await countSaved(tx, ownerId)) >= MOST_SAVED)
    throw refuse('warehouse.too_many_saved', { values: { limit: MOST_SAVED } });
  const kept = await saveQuery(tx, { ...input, id: newId(), ownerId, savedAt: tx.ground.clock.now() });
  await record(tx, actor, { label: 'warehouse.query_saved', facts: { query: kept.id } });
  return kept;
}

export async function listQueries(tx: Tx, actor: Actor) {
  const saved = await listSaved(tx, ownerOf(actor));
  return { saved: saved.map((each) => ({ ...each, savedAt: each.savedAt.toISOString() })) };
}

export async function dropQuery(tx: Tx, actor: Actor, { id }: { id: string }): Promise<{ id: string }> {
  if ((await removeSaved(tx, ownerOf(actor), id)) === 0) throw refuse('warehouse.no_such_query');
  await record(tx, actor, { label: 'warehouse.query_removed', facts: { query: id } });
  return { id };
}
