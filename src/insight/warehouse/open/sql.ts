import { many, run, sql, type Tx } from '../../../core/db/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import type { PublishedTable } from './schema.ts';

export interface Release {
  readonly asOf: CivilDate;
  readonly publishedAt: Date;
  readonly root: string;
  readonly tables: readonly PublishedTable[];
  readonly entryId: string;
  readonly knownAt: Date;
  readonly snapshotRoot: string;
}

/** The latest cut-off first. */
export function listReleases(tx: Tx): Promise<Release[]> {
  return many(
    tx,
    sql<Release>`select r.as_of as "asOf", r.published_at as "publishedAt", r.root, r.tables, r.entry_id as "entryId", s.known_at as "knownAt", s.root as "snapshotRoot"
      from warehouse.release r join warehouse.snapshot s on s.as_of = r.as_of order by r.as_of desc`,
  );
}

export async function insertRelease(
  tx: Tx,
  row: Pick<Release, 'asOf' | 'publishedAt' | 'root' | 'tables' | 'entryId'>,
): Promise<void> {
  await run(
    tx,
    sql`insert into warehouse.release (as_of, published_at, root, tables, entry_id)
        values (${row.asOf}, ${row.publishedAt}, ${row.root}, ${JSON.stringify(row.tables)}::json, ${row.entryId})`,
  );
}
