import { many, maybeOne, one, run, sql, type Tx } from '../../../core/db/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import type { Manifest } from './manifest.ts';

export interface SnapshotRow {
  readonly asOf: CivilDate;
  readonly knownAt: Date;
  readonly madeAt: Date;
  readonly people: number;
  readonly bytes: number;
  readonly root: string;
  readonly manifest: Manifest;
  readonly entryId: string;
}

const COLUMNS = sql`as_of as "asOf", known_at as "knownAt", made_at as "madeAt", people::float8 as people, bytes::float8 as bytes, root, manifest, entry_id as "entryId"`;

export function findSnapshot(tx: Tx, asOf: CivilDate): Promise<SnapshotRow | undefined> {
  return maybeOne(tx, sql<SnapshotRow>`select ${COLUMNS} from warehouse.snapshot where as_of = ${asOf}`);
}

/** The latest cut-off first. */
export function listSnapshots(tx: Tx): Promise<SnapshotRow[]> {
  return many(tx, sql<SnapshotRow>`select ${COLUMNS} from warehouse.snapshot order by as_of desc`);
}

export async function insertSnapshot(tx: Tx, row: SnapshotRow): Promise<void> {
  await run(
    tx,
    sql`insert into warehouse.snapshot (as_of, known_at, made_at, people, bytes, root, manifest, entry_id)
        values (${row.asOf}, ${row.knownAt}, ${row.madeAt}, ${row.people}, ${row.bytes}, ${row.root}, ${JSON.stringify(row.manifest)}::json, ${row.entryId})`,
  );
}

/** From here on this transaction sees the register as it is now, whatever else is entered meanwhile. Before any other statement. */
export async function standStill(tx: Tx): Promise<void> {
  await run(tx, sql`set transaction isolation level repeatable read`);
}

/** One process makes a cut-off; false where another is at it. */
export async function isMine(tx: Tx, asOf: CivilDate): Promise<boolean> {
  const { mine } = await one(
    tx,
    sql<{
      mine: boolean;
    }>`select pg_try_advisory_xact_lock(hashtextextended(${`warehouse.snapshot ${asOf}`}, 0)) as mine`,
  );
  return mine;
}
