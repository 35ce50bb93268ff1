/** Names for what entries call by id alone. As `system`. */
import { many, sql, type Tx } from '../../../core/db/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';

export async function listInstitutionNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await many<{ id: string; name: string }>(
    tx,
    sql`select i.institution_id as id, i.name from partner_read.institution i where i.institution_id = any(${ids}::uuid[])`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export async function listOfficeNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await many<{ id: string; name: string }>(
    tx,
    sql`select o.id, o.name from office_read.office o where o.id = any(${ids}::uuid[])`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Those of these searches whose order has not ended on `day`. */
export async function listSealedSearches(tx: Tx, ids: readonly string[], day: CivilDate): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await many<{ id: string }>(
    tx,
    sql`select c.search_id as id from uniqueness_read.court_search c where c.search_id = any(${ids}::uuid[]) and c.ends_on >= ${day}`,
  );
  return new Set(rows.map(({ id }) => id));
}
