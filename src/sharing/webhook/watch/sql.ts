/** What nobody does and only the clock brings, of the institutions that listen: each once for all of them. As `system`. */
import { many, sql, type Tx } from '../../../core/db/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import type { Purpose } from '../../partner/rules.ts';
import { KEY_DAYS, WARN_DAYS } from './rules.ts';

const LISTENING = sql`(select distinct e.institution_id from webhook.endpoint e where e.state <> 'OFF')`;
const DAY = (instant: ReturnType<typeof sql>) => sql`(${instant} at time zone 'Asia/Jakarta')::date`;

interface Ending {
  readonly institutionId: string;
  /** The last day. */
  readonly until: CivilDate;
}

export interface EndingAgreement extends Ending {
  readonly cooperationId: string;
  readonly documentId: string;
}

/** The PKS that governs last. */
export function listEndingAgreements(tx: Tx, today: CivilDate): Promise<EndingAgreement[]> {
  return many(
    tx,
    sql<EndingAgreement>`
      select * from (
        select s.institution_id as "institutionId", s.cooperation_id as "cooperationId", t.term->>'documentId' as "documentId",
               ${DAY(sql`((t.term->>'until')::timestamptz - interval '1 second')`)} as until
          from partner_read.standing s
          cross join lateral (select term from jsonb_array_elements(s.terms) as each(term) order by (term->>'until')::timestamptz desc limit 1) t
         where s.stage in ('CONNECTED', 'EVALUATION') and s.institution_id in ${LISTENING}) ends
       where ends.until between ${today}::date and ${today}::date + ${WARN_DAYS.pks}::int`,
  );
}

export interface EndingGrant extends Ending {
  readonly cooperationId: string;
  readonly grantId: string;
  readonly purpose: Purpose;
}

export function listEndingGrants(tx: Tx, today: CivilDate): Promise<EndingGrant[]> {
  return many(
    tx,
    sql<EndingGrant>`
      select * from (
        select s.institution_id as "institutionId", s.cooperation_id as "cooperationId", g->>'id' as "grantId", g->>'purpose' as purpose,
               ${DAY(sql`((g->>'until')::timestamptz - interval '1 second')`)} as until
          from partner_read.standing s cross join lateral jsonb_array_elements(s.grants) g
         where g->>'endedAt' is null and s.institution_id in ${LISTENING}) ends
       where ends.until between ${today}::date and ${today}::date + ${WARN_DAYS.grant}::int`,
  );
}

export interface EndingKey extends Ending {
  readonly keyId: string;
  readonly kid: string;
}

/** `until`: the day on which it should be changed. */
export function listEndingKeys(tx: Tx, today: CivilDate): Promise<EndingKey[]> {
  return many(
    tx,
    sql<EndingKey>`
      select * from (
        select k.institution_id as "institutionId", k.key_id as "keyId", k.kid, ${DAY(sql`k.added_at`)} + ${KEY_DAYS}::int as until
          from verification_read.living_key k where k.institution_id in ${LISTENING}) ends
       where ends.until between ${today}::date and ${today}::date + ${WARN_DAYS.key}::int`,
  );
}

export interface SpentQuota {
  readonly institutionId: string;
  readonly grantId: string;
  readonly quota: number;
  readonly taken: number;
}

export function listSpentQuotas(tx: Tx, today: CivilDate, share: number): Promise<SpentQuota[]> {
  return many(
    tx,
    sql<SpentQuota>`
      select g.institution_id as "institutionId", g.grant_id as "grantId", g.daily_quota as quota, least(q.taken, g.daily_quota) as taken
        from verification_read.quota_day q join partner_read.access_grant g on g.grant_id = q.grant_id
       where q.day = ${today}::date and q.taken >= g.daily_quota * ${share}::float8 and g.ended_at is null and g.institution_id in ${LISTENING}`,
  );
}

/** Who was refused for lack of a balance since an instant. */
export async function listShort(tx: Tx, since: Date): Promise<string[]> {
  const rows = await many(
    tx,
    sql<{ id: string }>`
      select distinct r.institution_id as id from verification_read.refused_hour r
       where r.code = 'verification.balance_spent' and r.hour >= ${since} and r.institution_id in ${LISTENING}`,
  );
  return rows.map(({ id }) => id);
}
