/** Statements on returned lists: reading them in, their states and sums. Matching stands in `match-sql.ts`, looking into rows in `look-sql.ts`. */
import { copyInto, copyLine, many, maybeOne, run, sql, type Tx } from '../../../core/db/index.ts';
import type { Uuid } from '../../../core/id/index.ts';
import type { FaultyRow } from '../../../core/staged-import/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import type { GivenRow } from './read.ts';
import type { ReturnedKind, ReturnedState, RowFault, Side } from './rules.ts';

export interface ReturnedRow {
  readonly id: Uuid;
  readonly electionId: Uuid;
  readonly kind: ReturnedKind;
  readonly nth: number;
  readonly number: string;
  readonly datedOn: CivilDate;
  readonly fileName: string;
  readonly sha256: string;
  readonly state: ReturnedState;
  readonly failure: string | null;
  readonly position: number;
  readonly read: number;
  readonly refused: number;
  readonly hidden: number;
  readonly enteredAt: Date;
  readonly enteredBy: string;
  readonly matchedAt: Date | null;
  readonly matchedEntry: Uuid | null;
  readonly seedSize: number | null;
  readonly seedRoot: Buffer | null;
}

const columns = sql`id, election_id as "electionId", kind, nth, number, dated_on as "datedOn", file_name as "fileName", file_sha256 as sha256, state, failure,
  position::int as position, read::int as read, refused::int as refused, hidden::int as hidden, entered_at as "enteredAt", entered_by as "enteredBy",
  matched_at as "matchedAt", matched_entry as "matchedEntry", seed_size::int as "seedSize", seed_root as "seedRoot"`;

export function findReturned(tx: Tx, id: string): Promise<ReturnedRow | undefined> {
  return maybeOne(tx, sql<ReturnedRow>`select ${columns} from voter.returned where id = ${id}::uuid`);
}

export function holdReturned(tx: Tx, id: string): Promise<ReturnedRow | undefined> {
  return maybeOne(tx, sql<ReturnedRow>`select ${columns} from voter.returned where id = ${id}::uuid for update`);
}

/** The list that came with this very file and counts. */
export function findReturnedOfFile(tx: Tx, sha256: string): Promise<ReturnedRow | undefined> {
  return maybeOne(
    tx,
    sql<ReturnedRow>`select ${columns} from voter.returned where file_sha256 = ${sha256} and state not in ('failed', 'discarded') for update`,
  );
}

export function listReturned(tx: Tx, electionId: string): Promise<ReturnedRow[]> {
  return many(
    tx,
    sql<ReturnedRow>`select ${columns} from voter.returned where election_id = ${electionId}::uuid order by entered_at desc, id desc limit 200`,
  );
}

type Begun = Pick<
  ReturnedRow,
  'id' | 'electionId' | 'kind' | 'nth' | 'number' | 'datedOn' | 'fileName' | 'sha256' | 'enteredAt' | 'enteredBy'
>;

export async function insertReturned(tx: Tx, r: Begun & { readonly entryId: Uuid }): Promise<void> {
  await run(
    tx,
    sql`insert into voter.returned (id, election_id, kind, nth, number, dated_on, file_name, file_sha256, state, entered_at, entered_by, entry_id)
        values (${r.id}, ${r.electionId}, ${r.kind}, ${r.nth}, ${r.number}, ${r.datedOn}, ${r.fileName}, ${r.sha256}, 'reading', ${r.enteredAt},
                ${r.enteredBy}::uuid, ${r.entryId})`,
  );
}

export async function moveReturned(
  tx: Tx,
  id: string,
  { state, failure = null }: { readonly state: ReturnedState; readonly failure?: string | null },
): Promise<void> {
  await run(tx, sql`update voter.returned set state = ${state}, failure = ${failure} where id = ${id}::uuid`);
}

/** A batch: its rows, what is wrong in others, and how far the reading has come, all at once. */
export async function keepBatch(
  tx: Tx,
  id: Uuid,
  batch: {
    readonly good: readonly GivenRow[];
    readonly bad: readonly FaultyRow<RowFault>[];
    readonly last: number;
    readonly rows: number;
  },
): Promise<void> {
  const { good, bad, last, rows } = batch;
  function* lines(): Generator<string> {
    for (const { row, shown, hidden, name, nameKey, born, place, village } of good)
      yield copyLine([id, row, shown, hidden, name, nameKey, born, place, village]);
  }
  await copyInto(
    tx,
    'voter.returned_given',
    'list_id row_number shown hidden name name_key born place village'.split(' '),
    joined(lines()),
  );
  if (bad.length > 0)
    await run(
      tx,
      sql`insert into voter.returned_fault (list_id, row_number, column_name, code)
          select ${id}, row, "column", code from json_to_recordset(${JSON.stringify(bad)}::json) as f(row bigint, "column" text, code text)`,
    );
  const hidden = good.filter((row) => row.hidden > 0).length;
  await run(
    tx,
    sql`update voter.returned set position = ${last}, read = read + ${rows}, refused = refused + ${bad.length}, hidden = hidden + ${hidden}
         where id = ${id}`,
  );
}

const PORTION = 2000;

function* joined(lines: Iterable<string>): Generator<string> {
  let some: string[] = [];
  for (const line of lines) {
    some.push(line);
    if (some.length < PORTION) continue;
    yield some.join('');
    some = [];
  }
  yield some.join('');
}

export async function noteSeed(
  tx: Tx,
  id: string,
  seed: { readonly size: number; readonly root: Buffer },
): Promise<void> {
  await run(
    tx,
    sql`update voter.returned set seed_size = ${seed.size}, seed_root = ${seed.root} where id = ${id}::uuid and seed_root is null`,
  );
}

/** What was read and found of people; the sums stay. */
export async function forgetRows(tx: Tx, id: string): Promise<void> {
  await run(tx, sql`delete from voter.returned_given where list_id = ${id}::uuid`);
  await run(tx, sql`delete from voter.returned_row where list_id = ${id}::uuid`);
  await run(tx, sql`delete from voter.returned_absent where list_id = ${id}::uuid`);
}

export interface CountRow {
  readonly side: Side;
  readonly reason: string;
  readonly regency: string;
  readonly n: number;
}

export function listCounts(tx: Tx, id: string): Promise<CountRow[]> {
  return many(
    tx,
    sql<CountRow>`select side, reason, regency, n::int as n from voter.returned_count where list_id = ${id}::uuid order by side, reason, regency`,
  );
}

export function countFaults(tx: Tx, id: string): Promise<{ code: RowFault; n: number }[]> {
  return many(
    tx,
    sql<{
      code: RowFault;
      n: number;
    }>`select code, count(*)::int as n from voter.returned_fault where list_id = ${id}::uuid group by code order by n desc, code`,
  );
}

export function listFaults(
  tx: Tx,
  id: string,
  limit: number,
): Promise<{ row: number; column: string; code: RowFault }[]> {
  return many(
    tx,
    sql<{
      row: number;
      column: string;
      code: RowFault;
    }>`select row_number::int as row, column_name as "column", code from voter.returned_fault where list_id = ${id}::uuid order by row_number limit ${limit}`,
  );
}
