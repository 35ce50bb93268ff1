import { copyInto, copyLine, many, maybeOne, one, run, sql, type Tx } from '../../../core/db/index.ts';
import { newId, type Uuid } from '../../../core/id/index.ts';
import { CARD_STATES } from '../rules.ts';
import type { FaultyRow, GivenRow } from './read.ts';

export interface ImportRow {
  readonly id: Uuid;
  readonly state: 'running' | 'done' | 'failed';
  readonly position: number;
  readonly read: number;
  readonly created: number;
  readonly unchanged: number;
  readonly refused: number;
}

const columns = sql`i.id, i.state, i.position::int as position, i.read::int as read, i.created::int as created,
  i.unchanged::int as unchanged, i.refused::int as refused`;

export function findImportForUpdate(tx: Tx, id: string): Promise<ImportRow> {
  return one<ImportRow>(tx, sql`select ${columns} from card.import i where i.id = ${id} for update`);
}

/** The import of this very file that was begun and not finished, or was finished. */
export function findImportOfFile(tx: Tx, sha256: string): Promise<ImportRow | undefined> {
  return maybeOne<ImportRow>(
    tx,
    sql`select ${columns} from card.import i where i.file_sha256 = ${sha256} and not i.dry_run for update`,
  );
}

export async function insertImport(
  tx: Tx,
  given: { id: Uuid; fileName: string; sha256: string; dryRun: boolean; by: string; at: Date },
): Promise<void> {
  await run(
    tx,
    sql`insert into card.import (id, file_name, file_sha256, dry_run, state, started_by, started_at)
        values (${given.id}, ${given.fileName}, ${given.sha256}, ${given.dryRun}, 'running', ${given.by}, ${given.at})`,
  );
}

/** From the beginning, with nothing counted. */
export async function rewindImport(tx: Tx, id: Uuid, at: Date): Promise<void> {
  await run(
    tx,
    sql`update card.import set state = 'running', started_at = ${at}, finished_at = null, position = 0, read = 0, created = 0, unchanged = 0,
          refused = 0 where id = ${id}`,
  );
  await run(tx, sql`delete from card.import_fault where import_id = ${id}`);
}

export async function countBatch(
  tx: Tx,
  id: Uuid,
  n: { last: number; read: number; created: number; unchanged: number; refused: number },
): Promise<void> {
  await run(
    tx,
    sql`update card.import set position = ${n.last}, read = read + ${n.read}, created = created + ${n.created},
          unchanged = unchanged + ${n.unchanged}, refused = refused + ${n.refused} where id = ${id}`,
  );
}

export async function endImport(tx: Tx, id: Uuid, state: 'done' | 'failed'): Promise<void> {
  await run(tx, sql`update card.import set state = ${state}, finished_at = ${tx.ground.clock.now()} where id = ${id}`);
}

export async function insertFaults(tx: Tx, importId: Uuid, faults: readonly FaultyRow[]): Promise<void> {
  if (faults.length === 0) return;
  await run(
    tx,
    sql`insert into card.import_fault (import_id, row_number, column_name, code, given)
        select ${importId}, row, "column", code, given from json_to_recordset(${JSON.stringify(faults)}::json)
          as f(row bigint, "column" text, code text, given text)`,
  );
}

export function listFaults(tx: Tx, importId: Uuid, limit: number): Promise<FaultyRow[]> {
  return many<FaultyRow>(
    tx,
    sql`select row_number::int as row, column_name as "column", code, given from card.import_fault
         where import_id = ${importId} order by row_number limit ${limit}`,
  );
}

export async function stage(tx: Tx, rows: readonly GivenRow[]): Promise<void> {
  await run(tx, sql`truncate card.staging`);
  const names = ['row_number', 'nik', 'card_id', 'step_id', 'serial', 'uid', 'state', 'cause', 'printed_on', 'office'];
  await copyInto(tx, 'card.staging', names, lines(rows));
  await run(tx, sql`analyze card.staging`);
}

function* lines(rows: readonly GivenRow[]): Generator<string> {
  const portion = 2000;
  for (let from = 0; from < rows.length; from += portion) {
    yield rows
      .slice(from, from + portion)
      .map(({ row, nik, serial, uid, state, cause, printedOn, office }) =>
        copyLine([row, nik, newId(), newId(), serial, uid, CARD_STATES[state].code, cause, printedOn, office]),
      )
      .join('');
  }
}

const STRUCK_OFF = 7;
const IN_FORCE = [CARD_STATES.VALID.code, CARD_STATES.SUSPENDED.code];

/** Looks all rows up at once: who is in the register, which office it was, and what is here of them. */
export async function judge(tx: Tx): Promise<void> {
  await run(
    tx,
    sql`update card.staging s set village_code = f.village_code, office_id = f.office_id, verdict = f.verdict
          from (
            select s.row_number, r.village_code, o.id as office_id,
                   case when r.nik is null then 'person_unknown'
                        when r.state = ${STRUCK_OFF} then 'struck_off'
                        when s.printed_on < r.birth_date then 'before_birth'
                        when c.same then 'same'
                        when t.nik is not null then 'serial_taken'
                        when s.office is not null and o.id is null then 'office_unknown'
                        when c.in_force and s.state = ${CARD_STATES.VALID.code} then 'valid_card_here' end as verdict
              from card.staging s left join resident_read.resident r on r.nik = s.nik
              left join lateral (select min(id::text)::uuid as id from office_read.office where region_code = s.office) o on true
              left join (select s.row_number, bool_or(c.printed_on = s.printed_on and c.serial is not distinct from s.serial
                                                     and (s.uid is null or c.uid is not distinct from s.uid)) as same,
                                bool_or(c.state = any(${IN_FORCE}::smallint[])) as in_force
                           from card.staging s join card.card c on c.nik = s.nik group by s.row_number) c on c.row_number = s.row_number
              left join lateral (select c.nik from card.card c where c.serial = s.serial and s.serial is not null limit 1) t on true
          ) f where f.row_number = s.row_number`,
  );
}

export function listVerdicts(tx: Tx): Promise<{ row: number; verdict: string }[]> {
  return many(
    tx,
    sql`select row_number::int as row, verdict from card.staging where verdict is not null order by row_number`,
  );
}

export const stagedNiks = sql<{ nik: string }>`select distinct nik from card.staging where verdict is null`;

/** Everything of the new rows at once, in the order of the keys, which keeps the indexes small. */
export async function enterStaged(
  tx: Tx,
  given: { entryId: string; knownAt: Date; officerId: string | null },
): Promise<void> {
  const { entryId, knownAt, officerId } = given;
  // Nothing more exact than the day is known: noon in Jakarta.
  const at = sql`(printed_on::text || 'T05:00:00Z')::timestamptz`;
  await run(
    tx,
    sql`insert into card.card (nik, id, serial, uid, kind, state, since, village_code, office_id, printed_on, entry_id)
        select nik, card_id, serial, uid, 'first', state, ${at}, village_code, office_id, printed_on, ${entryId}
          from card.staging where verdict is null order by nik`,
  );
  await run(
    tx,
    sql`insert into card.step (nik, card_id, id, state, at, recorded_at, officer_id, office_id, cause, entry_id)
        select nik, card_id, step_id, state, ${at}, ${knownAt}, ${officerId}::uuid, office_id, cause, ${entryId}
          from card.staging where verdict is null order by nik`,
  );
  await run(
    tx,
    sql`select card.count_steps(array_agg(nik), array_agg(card_id), array_agg(step_id)) from card.staging where verdict is null`,
  );
}
