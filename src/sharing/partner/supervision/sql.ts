/** Statements about suspensions and appeals. */
import { exists, many, maybeOne, run, sql, type Tx } from '../../../core/db/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import type { Cause } from './rules.ts';

export interface NewSuspension {
  readonly id: string;
  readonly cooperationId: string;
  readonly substitute: string | null;
}

export async function insertSuspensions(
  tx: Tx,
  rows: readonly NewSuspension[],
  of: {
    cause: Cause;
    reason: string;
    at: Date;
    until: Date | null;
    atOnce: boolean;
    askedBy: string | null;
    by: string;
    entryId: string;
  },
): Promise<void> {
  await run(
    tx,
    sql`insert into partner.suspension (id, cooperation_id, cause, from_at, until_at, reason, substitute, at_once, asked_by, decided_by, entry_id)
        select id, "cooperationId", ${of.cause}, ${of.at}, ${of.until}::timestamptz, ${of.reason}, substitute, ${of.atOnce}, ${of.askedBy}::uuid,
               ${of.by}::uuid, ${of.entryId}::uuid
          from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, "cooperationId" uuid, substitute text)`,
  );
}

export interface OpenSuspension {
  readonly id: string;
  readonly cooperationId: string;
  readonly cause: Cause;
  readonly atOnce: boolean;
  readonly from: Date;
  readonly until: Date | null;
  readonly askedBy: string | null;
  readonly decidedBy: string;
}

const columns = sql`s.id, s.cooperation_id as "cooperationId", s.cause, s.at_once as "atOnce", s.from_at as "from", s.until_at as "until",
  s.asked_by as "askedBy", s.decided_by as "decidedBy"`;

/** Those of these cooperations that nobody has lifted. */
export function listOpenSuspensions(tx: Tx, cooperations: readonly string[]): Promise<OpenSuspension[]> {
  return many(
    tx,
    sql<OpenSuspension>`select ${columns} from partner.suspension s
                         where s.cooperation_id = any(${[...cooperations]}::uuid[]) and s.lifted_at is null`,
  );
}

/** By their ids, where nobody has lifted them; held. */
export function holdOpenSuspensions(tx: Tx, ids: readonly string[]): Promise<OpenSuspension[]> {
  return many(
    tx,
    sql<OpenSuspension>`select ${columns} from partner.suspension s
                         where s.id = any(${[...ids]}::uuid[]) and s.lifted_at is null order by s.id for update`,
  );
}

export interface Lifting {
  readonly at: Date;
  readonly by: string;
  readonly how: 'restored' | 'appeal' | 'confirmed' | 'ended';
  readonly askedBy?: string;
  readonly why?: string;
}

const lifting = ({
  at,
  by,
  how,
  askedBy,
  why,
}: Lifting) => sql`lifted_at = ${at}, lifted_by = ${by}::uuid, lifted_how = ${how},
  lift_asked_by = ${askedBy ?? null}::uuid, lift_why = ${why ?? null}`;

export async function liftSuspensions(tx: Tx, ids: readonly string[], how: Lifting): Promise<void> {
  await run(
    tx,
    sql`update partner.suspension set ${lifting(how)} where id = any(${[...ids]}::uuid[]) and lifted_at is null`,
  );
}

export async function liftSuspensionsOf(tx: Tx, cooperations: readonly string[], how: Lifting): Promise<void> {
  await run(
    tx,
    sql`update partner.suspension set ${lifting(how)}
         where cooperation_id = any(${[...cooperations]}::uuid[]) and lifted_at is null`,
  );
}

export interface SuspensionRow extends Omit<OpenSuspension, 'askedBy' | 'decidedBy'> {
  readonly reason: string;
  readonly substitute: string | null;
  readonly askedBy: string | null;
  readonly decidedBy: string | null;
  readonly liftedAt: Date | null;
  readonly liftedHow: Lifting['how'] | null;
  readonly liftWhy: string | null;
  readonly liftAskedBy: string | null;
  readonly liftedBy: string | null;
  readonly entryId: string;
  readonly appeals: {
    id: string;
    words: string;
    receivedOn: CivilDate;
    documentId: string | null;
    outcome: 'granted' | 'refused' | null;
    why: string | null;
    decidedAt: string | null;
    decidedBy: string | null;
  }[];
}

export function listSuspensions(tx: Tx, cooperations: readonly string[]): Promise<SuspensionRow[]> {
  return many(
    tx,
    sql<SuspensionRow>`
      select s.id, s.cooperation_id as "cooperationId", s.cause, s.at_once as "atOnce", s.from_at as "from", s.until_at as "until", s.reason,
             s.substitute, a.name as "askedBy", b.name as "decidedBy", s.lifted_at as "liftedAt", s.lifted_how as "liftedHow", s.lift_why as "liftWhy",
             c.name as "liftAskedBy", d.name as "liftedBy", s.entry_id as "entryId",
             coalesce((select json_agg(json_build_object('id', p.id, 'words', p.words, 'receivedOn', p.received_on, 'documentId', p.document_id, 'outcome', p.outcome, 'why', p.why,
                                         'decidedAt', p.decided_at, 'decidedBy', o.name) order by p.filed_at)
                         from partner.appeal p left join officer_read.officer o on o.id = p.decided_by where p.suspension_id = s.id), '[]') as appeals
        from partner.suspension s
        left join officer_read.officer a on a.id = s.asked_by left join officer_read.officer b on b.id = s.decided_by
        left join officer_read.officer c on c.id = s.lift_asked_by left join officer_read.officer d on d.id = s.lifted_by
       where s.cooperation_id = any(${[...cooperations]}::uuid[]) order by s.from_at desc, s.id`,
  );
}

export async function insertAppeal(
  tx: Tx,
  a: {
    id: string;
    suspensionId: string;
    words: string;
    receivedOn: string;
    documentId: string | null;
    at: Date;
    by: string;
    entryId: string;
  },
): Promise<void> {
  await run(
    tx,
    sql`insert into partner.appeal (id, suspension_id, words, received_on, document_id, filed_at, filed_by, entry_id)
        values (${a.id}, ${a.suspensionId}::uuid, ${a.words}, ${a.receivedOn}, ${a.documentId}::uuid, ${a.at}, ${a.by}, ${a.entryId})`,
  );
}

/** Of a suspension that the caller holds. */
export function hasWaitingAppeal(tx: Tx, suspensionId: string): Promise<boolean> {
  return exists(
    tx,
    sql`select 1 from partner.appeal a where a.suspension_id = ${suspensionId}::uuid and a.outcome is null`,
  );
}

export interface WaitingAppeal {
  readonly id: string;
  readonly cooperationId: string;
  readonly institutionId: string;
  readonly institution: string;
  readonly cause: Cause;
  readonly receivedOn: CivilDate;
}

/** Those that nobody has decided, of suspensions that stand; the oldest first. */
export function listWaitingAppeals(tx: Tx, limit: number): Promise<WaitingAppeal[]> {
  return many(
    tx,
    sql<WaitingAppeal>`
      select a.id, s.cooperation_id as "cooperationId", i.id as "institutionId", i.name as institution, s.cause, a.received_on as "receivedOn"
        from partner.appeal a join partner.suspension s on s.id = a.suspension_id
        join partner.cooperation c on c.id = s.cooperation_id join partner.institution i on i.id = c.institution_id
       where a.outcome is null and s.lifted_at is null order by a.received_on, a.filed_at, a.id limit ${limit}`,
  );
}

export interface AppealRow {
  readonly id: string;
  readonly suspensionId: string;
  readonly cooperationId: string;
  readonly institution: string;
  readonly receivedOn: CivilDate;
  readonly outcome: string | null;
  /** The officers who had a part in the suspension, and who entered the appeal. */
  readonly parties: readonly string[];
  readonly lifted: boolean;
}

export function findAppeal(tx: Tx, id: string): Promise<AppealRow | undefined> {
  return maybeOne(
    tx,
    sql<AppealRow>`
      select a.id, a.suspension_id as "suspensionId", s.cooperation_id as "cooperationId", i.name as institution, a.received_on as "receivedOn",
             a.outcome, to_json(array_remove(array[s.asked_by, s.decided_by, a.filed_by], null)) as parties, s.lifted_at is not null as lifted
        from partner.appeal a join partner.suspension s on s.id = a.suspension_id
        join partner.cooperation c on c.id = s.cooperation_id join partner.institution i on i.id = c.institution_id
       where a.id = ${id}::uuid for update of a, s`,
  );
}

export async function decideAppeal(
  tx: Tx,
  a: { id: string; outcome: 'granted' | 'refused'; why: string; at: Date; askedBy: string; by: string },
): Promise<void> {
  await run(
    tx,
    sql`update partner.appeal set outcome = ${a.outcome}, why = ${a.why}, decided_at = ${a.at}, asked_by = ${a.askedBy}::uuid, decided_by = ${a.by}::uuid
         where id = ${a.id}::uuid`,
  );
}
