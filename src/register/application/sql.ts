/** Every statement on applications. */
import { many, maybeOne, nikText, one, run, sql, type Tx } from '../../core/db/index.ts';
import type { Nik, Uuid } from '../../core/id/index.ts';
import type { CivilDate } from '../../core/time/index.ts';
import { OPEN_STATES, type ApplicationState, type RequirementState } from './rules.ts';
import { sealDetails, unsealDetails, type Details } from './sealed.ts';
import type { ServiceKind } from './services.ts';

export interface Application {
  readonly id: Uuid;
  readonly number: string;
  readonly kind: ServiceKind;
  readonly state: ApplicationState;
  readonly officeId: Uuid;
  readonly villageCode: string;
  readonly subjectNik: Nik | null;
  readonly applicantNik: Nik;
  readonly applicantName: string;
  readonly applicantBirthDate: CivilDate;
  readonly contact: string | null;
  readonly details: Details;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly submittedAt: Date | null;
  readonly dueOn: CivilDate | null;
  readonly assignedTo: string | null;
  /** The name of who took it; read, never written. */
  readonly assignee?: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
  readonly outcomeId: Uuid | null;
  readonly version: number;
}

const columns = sql`a.id, a.number, a.kind, a.state, a.office_id as "officeId", lpad(a.village_code::text, 10, '0') as "villageCode",
  ${nikText('a.subject_nik')} as "subjectNik", ${nikText('a.applicant_nik')} as "applicantNik", a.applicant_name as "applicantName",
  a.applicant_birth_date as "applicantBirthDate", a.contact, a.created_by as "createdBy", a.created_at as "createdAt",
  a.submitted_at as "submittedAt", a.due_on as "dueOn", a.assigned_to as "assignedTo",
  (select o.name from officer_read.officer o where o.id = a.assigned_to) as assignee, a.decided_by as "decidedBy", a.decided_at as "decidedAt", a.reason,
  a.outcome_id as "outcomeId", a.version`;

/** An application without what it says about people: all that a list needs, so that a list opens no seal. */
export type ApplicationLine = Omit<Application, 'details'>;
type Row = ApplicationLine & { readonly sealed: Buffer | null; readonly clear: Details | null };

function toApplication(tx: Tx, { sealed, clear, ...line }: Row): Application {
  return { ...line, details: sealed ? unsealDetails(tx, line.id, sealed) : clear! };
}

export async function findApplication(
  tx: Tx,
  id: string,
  lock: 'update' | 'none' = 'none',
): Promise<Application | undefined> {
  const locking = lock === 'update' ? sql`for update` : sql``;
  const row = await maybeOne<Row>(
    tx,
    sql`select ${columns}, a.sealed, a.details as clear from application.application a where a.id = ${id} ${locking}`,
  );
  return row && toApplication(tx, row);
}

export interface WorkFilter {
  readonly states: readonly ApplicationState[];
  readonly assignedTo?: string | undefined;
  readonly kind?: string | undefined;
  /** Of the row after which the page begins. */
  readonly after?: { dueOn: string; id: string } | undefined;
}

// A literal list, so that the index over open applications serves; the decided ones pile up for ever.
const OPEN = sql`a.state in ('draft', 'submitted', 'incomplete', 'assigned')`;

/** Applications in these states, soonest due first. */
export async function listApplications(tx: Tx, filter: WorkFilter, limit: number): Promise<ApplicationLine[]> {
  return many<ApplicationLine>(
    tx,
    sql`select ${columns} from application.application a
         where a.state = any(${[...filter.states]}::text[])
           ${filter.states.every((state) => OPEN_STATES.includes(state)) ? sql`and ${OPEN}` : sql``}
           ${filter.assignedTo ? sql`and a.assigned_to = ${filter.assignedTo}` : sql``}
           ${filter.kind ? sql`and a.kind = ${filter.kind}` : sql``}
           ${filter.after ? sql`and (coalesce(a.due_on, '9999-12-31'), a.id) > (${filter.after.dueOn}::date, ${filter.after.id}::uuid)` : sql``}
         order by coalesce(a.due_on, '9999-12-31'), a.id limit ${limit}`,
  );
}

/** How many wait in each open state, and how many of them are due before `day`. */
export async function countOpen(
  tx: Tx,
  day: CivilDate,
): Promise<{ state: ApplicationState; n: number; overdue: number }[]> {
  return many(
    tx,
    sql<{ state: ApplicationState; n: number; overdue: number }>`
      select a.state, count(*)::int as n, count(*) filter (where a.due_on < ${day}::date)::int as overdue
        from application.application a where ${OPEN} group by a.state order by a.state`,
  );
}

export async function insertApplication(tx: Tx, a: Application): Promise<void> {
  await run(
    tx,
    sql`insert into application.application (id, number, kind, state, office_id, village_code, subject_nik, applicant_nik, applicant_name,
               applicant_birth_date, contact, sealed, created_by, created_at, version)
        values (${a.id}, ${a.number}, ${a.kind}, ${a.state}, ${a.officeId}, ${a.villageCode}::bigint, ${a.subjectNik}::bigint, ${a.applicantNik}::bigint,
                ${a.applicantName}, ${a.applicantBirthDate}, ${a.contact}, ${sealDetails(tx, a.id, a.details)}, ${a.createdBy}, ${a.createdAt}, ${a.version})`,
  );
}

/** Writes what may change; gives whether the version was the one that was read. */
export async function updateApplication(tx: Tx, a: Application): Promise<boolean> {
  const changed = await run(
    tx,
    sql`update application.application set state = ${a.state}, sealed = ${sealDetails(tx, a.id, a.details)}, details = null, contact = ${a.contact}, submitted_at = ${a.submittedAt},
               due_on = ${a.dueOn}, assigned_to = ${a.assignedTo}, decided_by = ${a.decidedBy}, decided_at = ${a.decidedAt}, reason = ${a.reason}, outcome_id = ${a.outcomeId}, version = ${a.version}
         where id = ${a.id} and version = ${a.version - 1}`,
  );
  return changed === 1;
}

/** Details that stand in clear, of at most `limit` applications that nobody is changing. */
export async function listClear(tx: Tx, limit: number): Promise<{ id: Uuid; details: Details }[]> {
  return many(
    tx,
    sql<{ id: Uuid; details: Details }>`
      select a.id, a.details from application.application a where a.details is not null order by a.id limit ${limit} for update skip locked`,
  );
}

export async function setSealed(tx: Tx, rows: readonly { id: Uuid; sealed: Buffer }[]): Promise<void> {
  await run(
    tx,
    sql`update application.application a set sealed = n.sealed, details = null
          from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.sealed)}::bytea[]) as n(id, sealed) where a.id = n.id`,
  );
}

export async function setOutcomeId(tx: Tx, id: Uuid, outcomeId: Uuid): Promise<void> {
  await run(tx, sql`update application.application set outcome_id = ${outcomeId} where id = ${id}`);
}

/** The next number of an office's day: `3175-20181211-0007`. */
export async function nextNumber(tx: Tx, prefix: string): Promise<string> {
  const row = await one<{ last: number }>(
    tx,
    sql`insert into application.counter as c (prefix, last) values (${prefix}, 1) on conflict (prefix) do update set last = c.last + 1 returning last`,
  );
  return `${prefix}-${String(row.last).padStart(4, '0')}`;
}

export interface Requirement extends RequirementState {
  readonly fileName: string | null;
  readonly uploadedAt: Date | null;
  readonly checkedBy: string | null;
  readonly checker: string | null;
  readonly note: string | null;
}

export async function listRequirements(tx: Tx, id: Uuid): Promise<Requirement[]> {
  return many<Requirement>(
    tx,
    sql`select r.code, r.needed, r.file_id as "fileId", r.file_name as "fileName", r.uploaded_at as "uploadedAt", r.verdict, r.checked_by as "checkedBy",
               o.name as checker, r.note
          from application.requirement r left join officer_read.officer o on o.id = r.checked_by where r.application_id = ${id} order by not r.needed, r.code`,
  );
}

export async function insertRequirements(
  tx: Tx,
  id: Uuid,
  requirements: readonly { code: string; needed: boolean }[],
): Promise<void> {
  await run(
    tx,
    sql`insert into application.requirement (application_id, code, needed)
        select ${id}, code, needed from unnest(${requirements.map((r) => r.code)}::text[], ${requirements.map((r) => r.needed)}::boolean[]) as n(code, needed)`,
  );
}

export async function setNeeded(tx: Tx, id: Uuid, codes: readonly string[]): Promise<void> {
  await run(
    tx,
    sql`update application.requirement set needed = true where application_id = ${id} and code = any(${[...codes]}::text[])`,
  );
}

/** A new file for a requirement; an earlier verdict falls with the file it was about. */
export async function setFile(tx: Tx, id: Uuid, code: string, file: { id: Uuid; name: string }): Promise<void> {
  await run(
    tx,
    sql`update application.requirement set file_id = ${file.id}, file_name = ${file.name}, uploaded_at = ${tx.ground.clock.now()}, verdict = null, checked_by = null,
               checked_at = null, note = null where application_id = ${id} and code = ${code}`,
  );
}

export async function setVerdicts(
  tx: Tx,
  id: Uuid,
  by: string,
  verdicts: readonly { code: string; verdict: 'met' | 'not_met'; note: string | null }[],
): Promise<number> {
  return run(
    tx,
    sql`update application.requirement r set verdict = n.verdict, note = n.note, checked_by = ${by}, checked_at = ${tx.ground.clock.now()}
          from unnest(${verdicts.map((v) => v.code)}::text[], ${verdicts.map((v) => v.verdict)}::text[], ${verdicts.map((v) => v.note)}::text[]) as n(code, verdict, note)
         where r.application_id = ${id} and r.code = n.code`,
  );
}

export async function insertStep(
  tx: Tx,
  a: Application,
  officerId: string | null,
  reason: string | null,
): Promise<void> {
  await run(
    tx,
    sql`insert into application.step (application_id, version, state, at, officer_id, reason)
        values (${a.id}, ${a.version}, ${a.state}, ${tx.ground.clock.now()}, ${officerId}, ${reason})`,
  );
}

export interface Step {
  readonly state: ApplicationState;
  readonly at: Date;
  readonly officerId: string | null;
  readonly officer: string | null;
  readonly reason: string | null;
}

export async function listSteps(tx: Tx, id: Uuid): Promise<Step[]> {
  return many(
    tx,
    sql<Step>`select s.state, s.at, s.officer_id as "officerId", o.name as officer, s.reason
          from application.step s left join officer_read.officer o on o.id = s.officer_id where s.application_id = ${id} order by s.version`,
  );
}

/** What the public sees; number and birth date must both fit. */
export async function findFollowed(tx: Tx, number: string, birthDate: CivilDate) {
  return maybeOne<{
    number: string;
    kind: string;
    state: ApplicationState;
    submittedAt: Date | null;
    dueOn: CivilDate | null;
    decidedAt: Date | null;
    reason: string | null;
  }>(
    tx,
    sql`select f.number, f.kind, f.state, f.submitted_at as "submittedAt", f.due_on as "dueOn", f.decided_at as "decidedAt", f.reason
          from application_read.followed f where f.number = ${number} and f.applicant_birth_date = ${birthDate}`,
  );
}
