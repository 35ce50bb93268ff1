/** Statements of the desk's views. */
import { many, sql, type Tx } from '../../../core/db/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import type { Stage } from '../ladder/rules.ts';
import type { CooperationRow } from '../ladder/sql.ts';
import type { Kind } from '../rules.ts';

export interface WaitingRow {
  readonly cooperationId: string;
  readonly institutionId: string;
  readonly institution: string;
  readonly kind: Kind;
  readonly number: string;
  readonly stage: Stage;
  readonly since: CivilDate;
  readonly renews: boolean;
  readonly suspended: boolean;
  readonly agreementUntil: CivilDate | null;
}

/** Passes that have not ended, the longest wait first; suspensions as they are in force at the instant. */
export function listWaiting(tx: Tx, at: Date): Promise<WaitingRow[]> {
  return many(
    tx,
    sql<WaitingRow>`
      select c.id as "cooperationId", i.id as "institutionId", i.name as institution, i.kind, c.number, c.stage, c.since,
             c.predecessor_id is not null as renews,
             exists (select from partner.suspension u where u.cooperation_id = c.id and u.lifted_at is null
                        and (u.until_at is null or u.until_at > ${at})) as suspended,
             (select d.valid_until from partner.document d where d.cooperation_id = c.id and d.kind = 'pks' order by d.version desc limit 1) as "agreementUntil"
        from partner.cooperation c join partner.institution i on i.id = c.institution_id
       where c.stage not in ('RENEWAL', 'WITHDRAWN', 'REFUSED') order by c.since, c.number`,
  );
}

/** All passes of an institution, the latest first. */
export function listPasses(tx: Tx, institutionId: string): Promise<CooperationRow[]> {
  return many(
    tx,
    sql<CooperationRow>`
      select c.id, c.number, c.institution_id as "institutionId", i.name as institution, i.kind, i.region_code as "regionCode",
             c.predecessor_id as "predecessorId", c.stage, c.since, c.steps
        from partner.cooperation c join partner.institution i on i.id = c.institution_id
       where c.institution_id = ${institutionId}::uuid order by c.opened_at desc, c.id desc`,
  );
}
