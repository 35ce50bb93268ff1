/** Where every institution stood on a day, as it was known at an instant: from the acts, in one statement. */
import { many, one, sql, type Tx } from '../../../core/db/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import type { Counter, Stage } from '../ladder/rules.ts';
import type { Kind } from '../rules.ts';

export interface At {
  readonly asOf: CivilDate;
  readonly knownAt: Date;
}

/** The end of the day in WIB, or the instant up to which was heard where that comes first. */
const momentOf = ({ asOf, knownAt }: At) =>
  new Date(Math.min(knownAt.getTime(), Date.parse(`${asOf}T23:59:59.999+07:00`)));

/**
 * One row a cooperation that had not ended: `reached` are the stages it had come to, steps that were taken back left out; of the
 * versions of its MoU and PKS the last that had begun governs, and holds only in its term.
 */
export const standing = ({ asOf, knownAt }: At, moment = momentOf({ asOf, knownAt })) => sql`
  known as (
    select s.cooperation_id, s.n, s.stage, s.occurred_on from partner.step s
     where s.recorded_at <= ${knownAt} and s.occurred_on <= ${asOf}::date and s.takes_back is null
       and not exists (select from partner.step b where b.takes_back = s.id and b.recorded_at <= ${knownAt})
  ), stage as (
    select k.cooperation_id, (array_agg(k.stage order by k.n desc))[1] as stage, (array_agg(k.occurred_on order by k.n desc))[1] as since,
           array_agg(k.stage) as reached
      from known k group by k.cooperation_id
  ), standing as (
    select c.id as cooperation_id, c.institution_id, t.stage, t.since,
           'APPROVAL' = any(t.reached) as approval,
           'MOU' = any(t.reached) and ${holds('mou', { asOf, knownAt })} as mou,
           'AGREEMENT' = any(t.reached) and p.holds as agreement,
           'TECHNICAL_GUIDE' = any(t.reached) and p.holds as technical_guide,
           'ONBOARDING' = any(t.reached) and p.holds as onboarding,
           t.stage in ('CONNECTED', 'EVALUATION') and p.holds as accepted,
           t.stage in ('CONNECTED', 'EVALUATION') and exists (
             select from partner.suspension u where u.cooperation_id = c.id and u.from_at <= ${moment}
                and (u.until_at is null or u.until_at > ${moment})
                and (u.lifted_at is null or u.lifted_at > ${moment})) as suspended
      from stage t join partner.cooperation c on c.id = t.cooperation_id
      cross join lateral (select ${holds('pks', { asOf, knownAt })} as holds) p
     where t.stage not in ('RENEWAL', 'WITHDRAWN', 'REFUSED')
  )`;

/** Whether the version of a paper that governs on the day is in its term; looked up for each, which stays linear however many there are. */
const holds = (kind: 'mou' | 'pks', { asOf, knownAt }: At) => sql`coalesce((
  select d.valid_until >= ${asOf}::date from partner.document d
   where d.cooperation_id = c.id and d.kind = ${sql.lit(kind)} and d.recorded_at <= ${knownAt} and d.signed_on <= ${asOf}::date and d.valid_from <= ${asOf}::date
   order by d.version desc limit 1), false)`;

export type Ladder = Record<Counter, number>;

/** Institutions at each counter. */
export function countLadder(tx: Tx, at: At): Promise<Ladder> {
  return one(
    tx,
    sql<Ladder>`
      with ${standing(at)}
      select count(distinct institution_id)::int as request,
             count(distinct institution_id) filter (where approval)::int as approval,
             count(distinct institution_id) filter (where mou)::int as mou,
             count(distinct institution_id) filter (where agreement)::int as agreement,
             count(distinct institution_id) filter (where technical_guide)::int as technical_guide,
             count(distinct institution_id) filter (where onboarding)::int as onboarding,
             count(distinct institution_id) filter (where accepted and not suspended)::int as connected,
             count(distinct institution_id) filter (where suspended)::int as suspended
        from standing`,
  );
}

/** Those whose cooperation is accepted and not suspended: whether they ask, the calls tell. */
export async function listConnected(tx: Tx, at: At): Promise<string[]> {
  const rows = await many<{ id: string }>(
    tx,
    sql`with ${standing(at)} select distinct institution_id as id from standing where accepted and not suspended`,
  );
  return rows.map(({ id }) => id);
}

/** Which rows of `standing s` a counter counts. */
export const HOLDS: Record<Counter, ReturnType<typeof sql>> = {
  request: sql`true`,
  approval: sql`s.approval`,
  mou: sql`s.mou`,
  agreement: sql`s.agreement`,
  technical_guide: sql`s.technical_guide`,
  onboarding: sql`s.onboarding`,
  connected: sql`s.accepted and not s.suspended`,
  suspended: sql`s.suspended`,
};

export interface CountedInstitution {
  readonly institutionId: string;
  readonly institution: string;
  readonly kind: Kind;
  readonly number: string;
  readonly stage: Stage;
  readonly since: CivilDate;
}

/** Whom a counter counts, each once: by name, a page at a time. */
export function listCounted(
  tx: Tx,
  at: At & { counter: Counter; after: { name: string; id: string } | null; limit: number },
): Promise<CountedInstitution[]> {
  return many(
    tx,
    sql<CountedInstitution>`
      with ${standing(at)}
      select distinct on (lower(i.name), i.id) i.id as "institutionId", i.name as institution, i.kind, c.number, s.stage, s.since
        from standing s join partner.institution i on i.id = s.institution_id join partner.cooperation c on c.id = s.cooperation_id
       where (${HOLDS[at.counter]}) and (${at.after?.id ?? null}::uuid is null or (lower(i.name), i.id) > (lower(${at.after?.name ?? ''}), ${at.after?.id ?? null}::uuid))
       order by lower(i.name), i.id, s.since desc limit ${at.limit}`,
  );
}
