/** Statements about semester reports and warnings: each for the whole nation at once. */
import { many, maybeOne, run, sql, type Tx } from '../../../core/db/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import type { Sector } from '../rules.ts';
import type { Semester } from './rules.ts';

/** A report is owed by who is connected and was so before the semester ended; asked twice it is owed once. */
export function openReports(
  tx: Tx,
  { name, dueOn, lastDay }: Semester,
  at: Date,
): Promise<{ reportId: string; cooperationId: string }[]> {
  return many(
    tx,
    sql<{
      reportId: string;
      cooperationId: string;
    }>`insert into partner.report (id, cooperation_id, semester, due_on, opened_at)
        select gen_random_uuid(), s.cooperation_id, ${name}, ${dueOn}::date, ${at} from partner_read.standing s
         where s.stage in ('CONNECTED', 'EVALUATION') and s.connected_on <= ${lastDay}::date
        on conflict (cooperation_id, semester) do nothing
        returning id as "reportId", cooperation_id as "cooperationId"`,
  );
}

export interface OwedRow {
  readonly reportId: string;
  readonly cooperationId: string;
  readonly semester: string;
  readonly dueOn: CivilDate;
  readonly warnings: number;
  readonly lastOn: CivilDate | null;
  readonly cutDue: boolean;
}

/**
 * Reports that have not come and about which something is still to be done by the clock: of partners that are connected and not cut off
 * for just this. Held, so that two clocks do not write the same letter.
 */
export function holdOwed(tx: Tx): Promise<OwedRow[]> {
  return many(
    tx,
    sql<OwedRow>`
      select r.id as "reportId", r.cooperation_id as "cooperationId", r.semester, r.due_on as "dueOn",
             (select count(*)::int from partner.warning w where w.report_id = r.id) as warnings,
             (select max(w.made_on) from partner.warning w where w.report_id = r.id) as "lastOn", r.cut_due_at is not null as "cutDue"
        from partner.report r join partner.cooperation c on c.id = r.cooperation_id
       where r.filed_on is null and r.spared_at is null and c.stage in ('CONNECTED', 'EVALUATION')
         and not exists (select from partner.suspension s where s.cooperation_id = c.id and s.lifted_at is null and s.cause = 'report_missing')
       order by r.id for update of r`,
  );
}

export async function insertWarnings(
  tx: Tx,
  rows: readonly { id: string; reportId: string; level: number; number: string }[],
  by: { on: CivilDate; at: Date; entryId: string },
): Promise<void> {
  await run(
    tx,
    sql`insert into partner.warning (id, report_id, level, number, made_on, made_at, entry_id)
        select id, "reportId", level, number, ${by.on}::date, ${by.at}, ${by.entryId}::uuid
          from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, "reportId" uuid, level smallint, number text)`,
  );
}

export async function markCutDue(tx: Tx, reports: readonly string[], at: Date): Promise<void> {
  await run(tx, sql`update partner.report set cut_due_at = ${at} where id = any(${[...reports]}::uuid[])`);
}

export interface WarningRow {
  readonly id: string;
  readonly number: string;
  readonly level: number;
  readonly madeOn: CivilDate;
  readonly semester: string;
  readonly dueOn: CivilDate;
  readonly cooperationId: string;
  readonly institution: string;
  readonly mail: string | null;
  readonly documentId: string | null;
}

export function findWarning(tx: Tx, id: string): Promise<WarningRow | undefined> {
  return maybeOne(
    tx,
    sql<WarningRow>`
      select w.id, w.number, w.level, w.made_on as "madeOn", r.semester, r.due_on as "dueOn", r.cooperation_id as "cooperationId",
             i.name as institution, i.mail, w.document_id as "documentId"
        from partner.warning w join partner.report r on r.id = w.report_id join partner.cooperation c on c.id = r.cooperation_id
        join partner.institution i on i.id = c.institution_id where w.id = ${id}::uuid`,
  );
}

export async function setLetter(tx: Tx, id: string, documentId: string): Promise<void> {
  await run(tx, sql`update partner.warning set document_id = ${documentId}::uuid where id = ${id}::uuid`);
}

export interface ReportRow {
  readonly id: string;
  readonly cooperationId: string;
  readonly institutionId: string;
  readonly institution: string;
  readonly sector: Sector;
  readonly semester: string;
  readonly dueOn: CivilDate;
  readonly documentId: string | null;
  readonly filedOn: CivilDate | null;
  readonly cutDueAt: Date | null;
  readonly sparedAt: Date | null;
  readonly sparedWhy: string | null;
  readonly warnings: { id: string; level: number; madeOn: string; documentId: string | null }[];
  /** The suspension for this cause that nobody has lifted. */
  readonly suspensionId: string | null;
}

const report = sql`r.id, r.cooperation_id as "cooperationId", i.id as "institutionId", i.name as institution, i.sector, r.semester, r.due_on as "dueOn",
  r.document_id as "documentId", r.filed_on as "filedOn", r.cut_due_at as "cutDueAt", r.spared_at as "sparedAt", r.spared_why as "sparedWhy",
  coalesce((select json_agg(json_build_object('id', w.id, 'level', w.level, 'madeOn', w.made_on, 'documentId', w.document_id) order by w.level)
              from partner.warning w where w.report_id = r.id), '[]') as warnings,
  (select s.id from partner.suspension s where s.cooperation_id = c.id and s.lifted_at is null and s.cause = 'report_missing') as "suspensionId"`;
const joined = sql`partner.report r join partner.cooperation c on c.id = r.cooperation_id join partner.institution i on i.id = c.institution_id`;

/** What is owed first, the oldest on top; then what came lately. Of those who are still connected. */
export function listReports(
  tx: Tx,
  filter: { semester: string | null; open: boolean; limit: number },
): Promise<ReportRow[]> {
  return many(
    tx,
    sql<ReportRow>`
      select ${report} from ${joined}
       where c.stage in ('CONNECTED', 'EVALUATION') and (${filter.semester}::text is null or r.semester = ${filter.semester})
         and (not ${filter.open}::boolean or r.filed_on is null
              or exists (select from partner.suspension s where s.cooperation_id = c.id and s.lifted_at is null and s.cause = 'report_missing'))
       order by r.filed_on is not null, r.due_on, lower(i.name) limit ${filter.limit}`,
  );
}

export function listReportsOf(tx: Tx, cooperations: readonly string[]): Promise<ReportRow[]> {
  return many(
    tx,
    sql<ReportRow>`select ${report} from ${joined} where r.cooperation_id = any(${[...cooperations]}::uuid[]) order by r.due_on desc`,
  );
}

/** Held, in the order of their ids. */
export async function holdReports(tx: Tx, ids: readonly string[]): Promise<ReportRow[]> {
  await run(tx, sql`select 1 from partner.report r where r.id = any(${[...ids]}::uuid[]) order by r.id for update`);
  return many(tx, sql<ReportRow>`select ${report} from ${joined} where r.id = any(${[...ids]}::uuid[])`);
}

export async function markFiled(
  tx: Tx,
  rows: readonly { id: string; documentId: string; filedOn: string }[],
  by: { at: Date; id: string },
): Promise<void> {
  await run(
    tx,
    sql`update partner.report r set document_id = x."documentId", filed_on = x."filedOn", filed_at = ${by.at}, filed_by = ${by.id}::uuid
          from json_to_recordset(${JSON.stringify(rows)}::json) as x(id uuid, "documentId" uuid, "filedOn" date) where r.id = x.id`,
  );
}

export async function markSpared(tx: Tx, id: string, by: { at: Date; id: string; why: string }): Promise<void> {
  await run(
    tx,
    sql`update partner.report set spared_at = ${by.at}, spared_by = ${by.id}::uuid, spared_why = ${by.why} where id = ${id}::uuid`,
  );
}
