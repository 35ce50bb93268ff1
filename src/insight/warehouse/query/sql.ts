import { many, maybeOne, one, run, sql, type Tx } from '../../../core/db/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import type { Query } from './schema.ts';

export interface SavedQuery {
  readonly id: string;
  readonly name: string;
  readonly query: Query;
  readonly savedAt: Date;
}

export function listSaved(tx: Tx, ownerId: string): Promise<SavedQuery[]> {
  return many(
    tx,
    sql<SavedQuery>`select id, name, query, saved_at as "savedAt" from warehouse.saved where owner_id = ${ownerId} order by name`,
  );
}

/** Under a name that is there already it takes that one's place. */
export function saveQuery(tx: Tx, row: SavedQuery & { readonly ownerId: string }): Promise<{ id: string }> {
  return one(
    tx,
    sql<{ id: string }>`insert into warehouse.saved as s (id, owner_id, name, query, saved_at)
        values (${row.id}, ${row.ownerId}, ${row.name}, ${JSON.stringify(row.query)}::json, ${row.savedAt})
        on conflict (owner_id, name) do update set query = excluded.query, saved_at = excluded.saved_at returning id`,
  );
}

export async function countSaved(tx: Tx, ownerId: string): Promise<number> {
  const { n } = await one(
    tx,
    sql<{ n: number }>`select count(*)::int as n from warehouse.saved where owner_id = ${ownerId}`,
  );
  return n;
}

export function removeSaved(tx: Tx, ownerId: string, id: string): Promise<number> {
  return run(tx, sql`delete from warehouse.saved where owner_id = ${ownerId} and id = ${id}`);
}

export async function askedOn(tx: Tx, ownerId: string, day: CivilDate): Promise<number> {
  const row = await maybeOne(
    tx,
    sql<{ n: number }>`select n from warehouse.asked where owner_id = ${ownerId} and day = ${day}`,
  );
  return row?.n ?? 0;
}

/** Counts one question more and gives how many it makes. */
export async function countAsked(tx: Tx, ownerId: string, day: CivilDate): Promise<number> {
  const { n } = await one(
    tx,
    sql<{ n: number }>`insert into warehouse.asked as a (owner_id, day, n) values (${ownerId}, ${day}, 1)
        on conflict (owner_id, day) do update set n = a.n + 1 returning n`,
  );
  return n;
}
