import { many, run, sql, type Tx } from '../../../core/db/index.ts';
import type { Uuid } from '../../../core/id/index.ts';
import type { Entered } from '../../../core/staged-import/index.ts';
import { STATUSES, type Status } from '../status.ts';
import type { GivenRow } from './read.ts';

/** A moment on the day of recording, as nothing more exact is known: noon in Jakarta. */
const noonOf = (day: string) => `${day}T05:00:00Z`;

export const STAGING = ['row_number', 'nik', 'packet_id', 'status', 'recorded_on', 'captured_at', 'filed'];

export const stagingLine = ({ row, nik, status, recordedOn, files }: GivenRow, packet: Uuid) => [
  row,
  nik,
  packet,
  STATUSES[status].code,
  recordedOn,
  noonOf(recordedOn),
  files.length > 0,
];

/** The planner hears of what came in now and not when the server finds the time. */
export async function analyzeRecordings(tx: Tx): Promise<void> {
  await run(tx, sql`analyze enrolment.packet, enrolment.packet_step, enrolment.recording, enrolment.item`);
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
export async function enterStaged(tx: Tx, { entryId, knownAt, officerId }: Entered): Promise<void> {
  await run(
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
}

export function listReceived(tx: Tx): Promise<{ nik: string; packet: Uuid; villageCode: string }[]> {
  return many(
    tx,
    sql`select lpad(nik::text, 16, '0') as nik, packet_id as packet, lpad(village_code::text, 10, '0') as "villageCode"
          from enrolment.staging where verdict is null and status = ${STATUSES.RECEIVED_AT_CENTRAL.code}`,
  );
}
