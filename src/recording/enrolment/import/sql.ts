import { copyInto, copyLine, many, maybeOne, one, run, sql, type Tx } from '../../../core/db/index.ts';
import type { Uuid } from '../../../core/id/index.ts';
import { STATUSES, type Status } from '../status.ts';
import type { FaultyRow, GivenRow } from './read.ts';

export interface ImportRow {
  readonly id: Uuid;
  readonly state: 'running' | 'done' | 'failed';
  readonly dryRun: boolean;
  readonly position: number;
  readonly read: number;
  readonly created: number;
  readonly unchanged: number;
  readonly refused: number;
}

const columns = sql`i.id, i.state, i.dry_run as "dryRun", i.position::int as position, i.read::int as read, i.created::int as created,
  i.unchanged::int as unchanged, i.refused::int as refused`;

export function findImportForUpdate(tx: Tx, id: string): Promise<ImportRow> {
  return one<ImportRow>(tx, sql`select ${columns} from enrolment.import i where i.id = ${id} for update`);
}

/** The import of this very file that was begun and not finished, or was finished. */
export function findImportOfFile(tx: Tx, sha256: string): Promise<ImportRow | undefined> {
  return maybeOne<ImportRow>(
    tx,
    sql`select ${columns} from enrolment.import i where i.file_sha256 = ${sha256} and not i.dry_run for update`,
  );
}

export async function insertImport(
  tx: Tx,
  given: { id: Uuid; fileName: string; sha256: string; dryRun: boolean; by: string; at: Date },
): Promise<void> {
  await run(
    tx,
    sql`insert into enrolment.import (id, file_name, file_sha256, dry_run, state, started_by, started_at)
        values (${given.id}, ${given.fileName}, ${given.sha256}, ${given.dryRun}, 'running', ${given.by}, ${given.at})`,
  );
}

/** From the beginning, with nothing counted. */
export async function rewindImport(tx: Tx, id: Uuid, at: Date): Promise<void> {
  await run(
    tx,
    sql`update enrolment.import set state = 'running', started_at = ${at}, finished_at = null, position = 0, read = 0, created = 0, unchanged = 0,
          refused = 0 where id = ${id}`,
  );
  await run(tx, sql`delete from enrolment.import_fault where import_id = ${id}`);
}

export async function countBatch(
  tx: Tx,
  id: Uuid,
  n: { last: number; read: number; created: number; unchanged: number; refused: number },
): Promise<void> {
  await run(
    tx,
    sql`update enrolment.import set position = ${n.last}, read = read + ${n.read}, created = created + ${n.created},
          unchanged = unchanged + ${n.unchanged}, refused = refused + ${n.refused} where id = ${id}`,
  );
}

export async function endImport(tx: Tx, id: Uuid, state: 'done' | 'failed'): Promise<void> {
  await run(
    tx,
    sql`update enrolment.import set state = ${state}, finished_at = ${tx.ground.clock.now()} where id = ${id}`,
  );
}

export async function insertFaults(tx: Tx, importId: Uuid, faults: readonly FaultyRow[]): Promise<void> {
  if (faults.length === 0) return;
  await run(
    tx,
    sql`insert into enrolment.import_fault (import_id, row_number, column_name, code, given)
        select ${importId}, row, "column", code, given from json_to_recordset(${JSON.stringify(faults)}::json)
          as f(row bigint, "column" text, code text, given text)`,
  );
}

export function listFaults(tx: Tx, importId: Uuid, after: number, limit: number) {
  return many<FaultyRow>(
    tx,
    sql`select row_number::int as row, column_name as "column", code, given from enrolment.import_fault
         where import_id = ${importId} and row_number > ${after} order by row_number limit ${limit}`,
  );
}

/** A moment on the day of recording, as nothing more exact is known: noon in Jakarta. */
const noonOf = (day: string) => `${day}T05:00:00Z`;

export async function stage(tx: Tx, rows: readonly (GivenRow & { packet: Uuid; filed: boolean })[]): Promise<void> {
  await run(tx, sql`truncate enrolment.staging`);
  const names = ['row_number', 'nik', 'packet_id', 'status', 'recorded_on', 'captured_at', 'filed'];
  await copyInto(tx, 'enrolment.staging', names, lines(rows));
  await run(tx, sql`analyze enrolment.staging`);
}

/** The planner hears of what came in now and not when the server finds the time. */
export async function analyzeRecordings(tx: Tx): Promise<void> {
  await run(tx, sql`analyze enrolment.packet, enrolment.packet_step, enrolment.recording, enrolment.item`);
}

function* lines(rows: readonly (GivenRow & { packet: Uuid; filed: boolean })[]): Generator<string> {
  const portion = 2000;
  for (let from = 0; from < rows.length; from += portion) {
    yield rows
      .slice(from, from + portion)
      .map(({ row, nik, packet, status, recordedOn, filed }) =>
        copyLine([row, nik, packet, STATUSES[status].code, recordedOn, noonOf(recordedOn), filed]),
      )
      .join('');
  }
}

const living = (Object.keys(STATUSES) as Status[])
  .filter((status) => STATUSES[status].recorded)
  .map((status) => STATUSES[status].code);
const STRUCK_OFF = 7;

/** Looks all rows up at once: who is in the register, and what is here of them. */
export async function judge(tx: Tx): Promise<void> {
  await run(
    tx,
    sql`update enrolment.staging s set village_code = f.village_code, verdict = f.verdict
          from (
            select s.row_number, r.village_code,
                   case when r.nik is null then 'person_unknown'
                        when r.state = ${STRUCK_OFF} then 'struck_off'
                        when s.recorded_on < r.birth_date then 'before_birth'
                        when p.same then 'same'
                        when p.living and s.status = any(${living}::smallint[]) then 'recorded_otherwise' end as verdict
              from enrolment.staging s left join resident_read.resident r on r.nik = s.nik
              left join (select p.nik, s.row_number, bool_or(p.recorded_on = s.recorded_on) as same, bool_or(p.status = any(${living}::smallint[])) as living
                           from enrolment.staging s join enrolment.packet p on p.nik = s.nik group by p.nik, s.row_number) p
                on p.row_number = s.row_number
          ) f where f.row_number = s.row_number`,
  );
}

/** Rows whose files could not be read, after all the rest was in order. */
export async function turnDown(tx: Tx, rows: readonly { row: number; code: string }[]): Promise<void> {
  if (rows.length === 0) return;
  await run(
    tx,
    sql`update enrolment.staging s set verdict = f.code from json_to_recordset(${JSON.stringify(rows)}::json) as f(row bigint, code text)
         where s.row_number = f.row`,
  );
}

export function listVerdicts(tx: Tx): Promise<{ row: number; verdict: string }[]> {
  return many(
    tx,
    sql`select row_number::int as row, verdict from enrolment.staging where verdict is not null order by row_number`,
  );
}

export interface NewFiled {
  readonly row: number;
  readonly nik: string;
  readonly packet: Uuid;
  readonly villageCode: string;
}

/** New rows that bring files. */
export function listFiled(tx: Tx): Promise<NewFiled[]> {
  return many<NewFiled>(
    tx,
    sql`select row_number::int as row, lpad(nik::text, 16, '0') as nik, packet_id as packet, lpad(village_code::text, 10, '0') as "villageCode"
          from enrolment.staging where verdict is null and filed order by row_number`,
  );
}

export const stagedNiks = sql<{ nik: string }>`select nik from enrolment.staging where verdict is null`;

/** Everything of the new rows at once, in the order of the keys, which keeps the indexes small. */
export async function enterStaged(
  tx: Tx,
  given: { entryId: string; knownAt: Date; officerId: string | null },
): Promise<number> {
  const { entryId, knownAt, officerId } = given;
  const n = await run(
    tx,
    sql`insert into enrolment.packet (nik, id, status, status_since, source, village_code, captured_at, recorded_on, received_at)
        select nik, packet_id, status, captured_at, 'import', village_code, captured_at, recorded_on, ${knownAt}
          from enrolment.staging where verdict is null order by nik`,
  );
  await run(
    tx,
    sql`insert into enrolment.packet_step (nik, packet_id, version, status, at, occurred_on, recorded_at, officer_id, entry_id)
        select nik, packet_id, 1, status, captured_at, recorded_on, ${knownAt}, ${officerId}::uuid, ${entryId}
          from enrolment.staging where verdict is null order by nik`,
  );
  await run(
    tx,
    sql`insert into enrolment.recording (nik, packet_id, version, recorded_on, known_at)
        select nik, packet_id, 1, recorded_on, ${knownAt} from enrolment.staging
         where verdict is null and status = any(${living}::smallint[]) order by nik`,
  );
  return n;
}

export function listReceived(tx: Tx): Promise<{ nik: string; packet: Uuid; villageCode: string }[]> {
  return many(
    tx,
    sql`select lpad(nik::text, 16, '0') as nik, packet_id as packet, lpad(village_code::text, 10, '0') as "villageCode"
          from enrolment.staging where verdict is null and status = ${STATUSES.RECEIVED_AT_CENTRAL.code}`,
  );
}
