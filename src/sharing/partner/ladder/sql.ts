/** Statements of the ladder: cooperations, steps, documents. Each is for many at once. */
import { many, run, sql, type Tx } from '../../../core/db/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import type { Kind } from '../rules.ts';
import type { Stage } from './rules.ts';

export interface CooperationRow {
  readonly id: string;
  readonly number: string;
  readonly institutionId: string;
  readonly institution: string;
  readonly kind: Kind;
  readonly regionCode: string | null;
  readonly predecessorId: string | null;
  readonly stage: Stage;
  readonly since: CivilDate;
  readonly steps: number;
}

const columns = sql`c.id, c.number, c.institution_id as "institutionId", i.name as institution, i.kind, i.region_code as "regionCode",
  c.predecessor_id as "predecessorId", c.stage, c.since, c.steps`;

/** Held until the transaction ends, in one order so that two lists do not wait for one another. */
export async function holdCooperations(tx: Tx, ids: readonly string[]): Promise<CooperationRow[]> {
  await run(
    tx,
    sql`select 1 from partner.cooperation c where c.id = any(${[...ids]}::uuid[]) order by c.id for update`,
  );
  return listCooperations(tx, ids);
}

export function listCooperations(tx: Tx, ids: readonly string[]): Promise<CooperationRow[]> {
  return many(
    tx,
    sql<CooperationRow>`select ${columns} from partner.cooperation c join partner.institution i on i.id = c.institution_id
                         where c.id = any(${[...ids]}::uuid[])`,
  );
}

/** Of these institutions the passes that have not ended. */
export function listOpenOf(tx: Tx, institutions: readonly string[]): Promise<CooperationRow[]> {
  return many(
    tx,
    sql<CooperationRow>`select ${columns} from partner.cooperation c join partner.institution i on i.id = c.institution_id
                         where c.institution_id = any(${[...institutions]}::uuid[]) and c.stage not in ('RENEWAL', 'WITHDRAWN', 'REFUSED')`,
  );
}

export interface NewCooperation {
  readonly id: string;
  readonly number: string;
  readonly institutionId: string;
  readonly predecessorId: string | null;
  readonly since: string;
}

export async function insertCooperations(
  tx: Tx,
  rows: readonly NewCooperation[],
  by: { at: Date; id: string; entryId: string },
): Promise<void> {
  await run(
    tx,
    sql`insert into partner.cooperation (id, number, institution_id, predecessor_id, opened_at, opened_by, stage, since, steps, entry_id)
        select id, number, "institutionId", "predecessorId", ${by.at}, ${by.id}::uuid, 'REQUEST', since, 1, ${by.entryId}::uuid
          from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, number text, "institutionId" uuid, "predecessorId" uuid, since date)`,
  );
}

export interface NewStep {
  readonly id: string;
  readonly cooperationId: string;
  readonly n: number;
  readonly stage: Stage;
  readonly occurredOn: string;
  readonly reason: string | null;
  readonly words: string | null;
  readonly takesBack: string | null;
}

export async function insertSteps(
  tx: Tx,
  rows: readonly NewStep[],
  by: { at: Date; id: string; entryId: string },
): Promise<void> {
  await run(
    tx,
    sql`insert into partner.step (id, cooperation_id, n, stage, occurred_on, recorded_at, recorded_by, reason, words, takes_back, entry_id)
        select id, "cooperationId", n, stage, "occurredOn", ${by.at}, ${by.id}::uuid, reason, words, "takesBack", ${by.entryId}::uuid
          from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, "cooperationId" uuid, n int, stage text, "occurredOn" date,
               reason text, words text, "takesBack" uuid)`,
  );
}

/** Brings the rows to what their steps now give. */
export async function moveCooperations(
  tx: Tx,
  rows: readonly { id: string; stage: Stage; since: string; steps: number }[],
): Promise<void> {
  await run(
    tx,
    sql`update partner.cooperation c set stage = r.stage, since = r.since, steps = r.steps
          from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, stage text, since date, steps int) where c.id = r.id`,
  );
}

export interface StepRow {
  readonly id: string;
  readonly cooperationId: string;
  readonly n: number;
  readonly stage: Stage;
  readonly occurredOn: CivilDate;
  readonly recordedAt: Date;
  readonly by: string | null;
  readonly reason: string | null;
  readonly words: string | null;
  readonly takesBack: string | null;
  readonly takenBack: boolean;
  readonly entryId: string;
}

export function listSteps(tx: Tx, cooperations: readonly string[]): Promise<StepRow[]> {
  return many(
    tx,
    sql<StepRow>`
      select s.id, s.cooperation_id as "cooperationId", s.n, s.stage, s.occurred_on as "occurredOn", s.recorded_at as "recordedAt", o.name as by,
             s.reason, s.words, s.takes_back as "takesBack", exists (select from partner.step b where b.takes_back = s.id) as "takenBack",
             s.entry_id as "entryId"
        from partner.step s left join officer_read.officer o on o.id = s.recorded_by
       where s.cooperation_id = any(${[...cooperations]}::uuid[]) order by s.cooperation_id, s.n`,
  );
}

export interface Readiness {
  readonly cooperationId: string;
  readonly documents: readonly string[];
  readonly memorandumInForce: boolean;
  readonly agreementInForce: boolean;
  readonly granted: boolean;
}

/**
 * What each cooperation has on a day. The MoU is its institution's own, in any pass that reached it, or its supervisor's; of
 * several versions the last one that had begun governs.
 */
export function listReadiness(tx: Tx, asked: readonly { cooperationId: string; on: string }[]): Promise<Readiness[]> {
  return many(
    tx,
    sql<Readiness>`
      select c.id as "cooperationId",
             coalesce((select json_agg(distinct d.kind) from partner.document d where d.cooperation_id = c.id), '[]') as documents,
             exists (select from partner.cooperation m join partner.document d on d.cooperation_id = m.id
                      where m.institution_id = case when i.kind = any(array['ministry', 'agency', 'social_security']) then i.id else i.supervisor_id end
                        and (m.id = c.id or m.stage not in ('REQUEST', 'APPROVAL', 'WITHDRAWN', 'REFUSED'))
                        and d.kind = 'mou' and ${governs(sql`x."on"`)}) as "memorandumInForce",
             exists (select from partner.document d where d.cooperation_id = c.id and d.kind = 'pks' and ${governs(sql`x."on"`)}) as "agreementInForce",
             exists (select from partner.access_grant g where g.cooperation_id = c.id and g.ended_at is null and g.valid_until > ${tx.ground.clock.now()}) as granted
        from json_to_recordset(${JSON.stringify(asked)}::json) as x("cooperationId" uuid, "on" date)
        join partner.cooperation c on c.id = x."cooperationId" join partner.institution i on i.id = c.institution_id`,
  );
}

/** Whether document `d` is the version that governs on a day, and is in its term. */
function governs(on: ReturnType<typeof sql>) {
  return sql`d.valid_from <= ${on} and d.valid_until >= ${on} and not exists (select from partner.document l
    where l.cooperation_id = d.cooperation_id and l.kind = d.kind and l.version > d.version and l.valid_from <= ${on})`;
}
