/** Every statement on the tables of a room's import. */
import { copyInto, copyLine, many, maybeOne, one, run, sql, type CopyValue, type Tx } from '../db/index.ts';
import type { Uuid } from '../id/index.ts';
import type { FaultyRow } from './read.ts';

export interface ImportRow {
  readonly id: Uuid;
  readonly state: 'running' | 'done' | 'failed';
  /** The last row whose batch is committed. */
  readonly position: number;
  readonly read: number;
  readonly created: number;
  readonly unchanged: number;
  readonly refused: number;
}

export interface ImportStarted {
  readonly id: Uuid;
  readonly fileName: string;
  readonly sha256: string;
  readonly dryRun: boolean;
  readonly by: string;
  readonly at: Date;
}

export type ImportTables = ReturnType<typeof importTables>;

const PORTION = 2000;

/** The tables `import`, `import_fault` and `staging` of a room's schema. */
export function importTables(schema: string) {
  const imports = sql.table(`${schema}.import`);
  const faulty = sql.table(`${schema}.import_fault`);
  const staging = sql.table(`${schema}.staging`);
  const columns = sql`id, state, position::int as position, read::int as read, created::int as created, unchanged::int as unchanged, refused::int as refused`;
  return {
    /** Locks the import, so that of two processes with one file only the first goes on. */
    hold: (tx: Tx, id: Uuid): Promise<ImportRow> =>
      one(tx, sql<ImportRow>`select ${columns} from ${imports} where id = ${id} for update`),

    /** The import of this very file that was begun and not finished, or was finished. */
    ofFile: (tx: Tx, sha256: string): Promise<ImportRow | undefined> =>
      maybeOne(
        tx,
        sql<ImportRow>`select ${columns} from ${imports} where file_sha256 = ${sha256} and not dry_run for update`,
      ),

    async begin(tx: Tx, i: ImportStarted): Promise<void> {
      await run(
        tx,
        sql`insert into ${imports} (id, file_name, file_sha256, dry_run, state, started_by, started_at)
            values (${i.id}, ${i.fileName}, ${i.sha256}, ${i.dryRun}, 'running', ${i.by}, ${i.at})`,
      );
    },

    /** From the beginning, with nothing counted. */
    async rewind(tx: Tx, id: Uuid, at: Date): Promise<void> {
      await run(
        tx,
        sql`update ${imports} set state = 'running', started_at = ${at}, finished_at = null, position = 0, read = 0, created = 0, unchanged = 0,
              refused = 0 where id = ${id}`,
      );
      await run(tx, sql`delete from ${faulty} where import_id = ${id}`);
    },

    /** Counts a batch and moves on to its last row. */
    async count(
      tx: Tx,
      id: Uuid,
      n: { last: number; read: number; created: number; unchanged: number; refused: number },
    ): Promise<void> {
      await run(
        tx,
        sql`update ${imports} set position = ${n.last}, read = read + ${n.read}, created = created + ${n.created},
              unchanged = unchanged + ${n.unchanged}, refused = refused + ${n.refused} where id = ${id}`,
      );
    },

    async end(tx: Tx, id: Uuid, state: 'done' | 'failed'): Promise<void> {
      await run(
        tx,
        sql`update ${imports} set state = ${state}, finished_at = ${tx.ground.clock.now()} where id = ${id}`,
      );
    },

    async report(tx: Tx, importId: Uuid, faults: readonly FaultyRow[]): Promise<void> {
      if (faults.length === 0) return;
      await run(
        tx,
        sql`insert into ${faulty} (import_id, row_number, column_name, code, given)
            select ${importId}, row, "column", code, given from json_to_recordset(${JSON.stringify(faults)}::json)
              as f(row bigint, "column" text, code text, given text)`,
      );
    },

    /** The report in the order of the file, behind a row. */
    listFaults: (tx: Tx, importId: Uuid, after: number, limit: number): Promise<FaultyRow[]> =>
      many(
        tx,
        sql<FaultyRow>`select row_number::int as row, column_name as "column", code, given from ${faulty}
                        where import_id = ${importId} and row_number > ${after} order by row_number limit ${limit}`,
      ),

    /** Empties the staging and copies a batch's rows into it. */
    async stage<Row>(
      tx: Tx,
      names: readonly string[],
      rows: readonly Row[],
      line: (row: Row) => readonly CopyValue[],
    ): Promise<void> {
      function* portions(): Generator<string> {
        for (let from = 0; from < rows.length; from += PORTION)
          yield rows
            .slice(from, from + PORTION)
            .map((row) => copyLine(line(row)))
            .join('');
      }
      await run(tx, sql`truncate ${staging}`);
      await copyInto(tx, `${schema}.staging`, names, portions());
      await run(tx, sql`analyze ${staging}`);
    },

    /** Rows that do not go in as new: `same` is here already, everything else is why it is refused. */
    listVerdicts: (tx: Tx): Promise<{ row: number; verdict: string }[]> =>
      many(
        tx,
        sql<{ row: number; verdict: string }>`
          select row_number::int as row, verdict from ${staging} where verdict is not null order by row_number`,
      ),
  };
}
