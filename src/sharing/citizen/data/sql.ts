/** What other rooms publish of one person. As `system`. */
import { many, sql, type Tx } from '../../../core/db/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';

export interface RecordedRow {
  readonly recordedOn: CivilDate | null;
  readonly office: string | null;
}

export function listRecordings(tx: Tx, nik: Nik): Promise<RecordedRow[]> {
  return many<RecordedRow>(
    tx,
    sql`select p.recorded_on as "recordedOn", o.name as office
          from enrolment_read.recording r join enrolment_read.packet p on p.nik = r.nik and p.id = r.packet_id
          left join office_read.office o on o.id = p.office_id
         where r.nik = ${nik}::bigint and r.ended_on is null order by p.recorded_on desc nulls last`,
  );
}

export interface ApplicationRow {
  readonly number: string;
  readonly kind: string;
  readonly state: string;
  readonly office: string;
  readonly submittedAt: Date | null;
  readonly dueOn: CivilDate | null;
}

export function listApplications(tx: Tx, nik: Nik): Promise<ApplicationRow[]> {
  return many<ApplicationRow>(
    tx,
    sql`select a.number, a.kind, a.state, o.name as office, a.submitted_at as "submittedAt", a.due_on as "dueOn"
          from application_read.of_person a join office_read.office o on o.id = a.office_id
         where a.nik = ${nik}::bigint and a.state <> 'draft' order by a.submitted_at desc nulls last limit 100`,
  );
}
