/** Statements of the counting: whole days at once, from the calls that are billed. As `system`. */
import { many, one, run, sql, type Tx } from '../../../core/db/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import { moves, spendable, spentUntil } from '../balance.ts';
import { PACE_DAYS, WARN_DAYS } from '../rules.ts';

export interface Progress {
  readonly closedUntil: CivilDate | null;
  readonly monthClosed: string | null;
}

/** Held: two countings at once would both count the same days. */
export function holdProgress(tx: Tx): Promise<Progress> {
  return one(
    tx,
    sql<Progress>`select closed_until as "closedUntil", month_closed as "monthClosed" from metering.progress for update`,
  );
}

/** The day of the first call or file. */
export async function findFirstDay(tx: Tx): Promise<CivilDate | null> {
  const { day } = await one<{ day: CivilDate | null }>(
    tx,
    sql`select least((select (min(c.at) at time zone 'Asia/Jakarta')::date from verification_read.call c), (select min(p.day) from metering.package p)) as day`,
  );
  return day;
}

/** Puts what the calls of these days say in the place of what was counted of them before. */
export async function recount(tx: Tx, from: CivilDate, until: CivilDate): Promise<void> {
  await run(tx, sql`delete from metering.usage where day between ${from}::date and ${until}::date`);
  await run(
    tx,
    sql`insert into metering.usage (institution_id, day, method, price, calls, questions, matched, partial, mismatched)
        select c.institution_id, (c.at at time zone 'Asia/Jakarta')::date, c.method, c.price, count(*), sum(c.questions), sum(c.matched), sum(c.partial),
               sum(c.mismatched)
          from verification_read.call c
         where c.at >= ${from}::date::timestamp at time zone 'Asia/Jakarta' and c.at < (${until}::date + 1)::timestamp at time zone 'Asia/Jakarta'
         group by 1, 2, 3, 4`,
  );
}

export interface Charge {
  readonly institutionId: string;
  readonly day: string;
  readonly amount: number;
}

/** What was charged from one day to another, both included. */
export function listCharges(tx: Tx, from: CivilDate, until: CivilDate): Promise<Charge[]> {
  return many(
    tx,
    sql<Charge>`select u.institution_id as "institutionId", u.day, sum(u.amount)::float8 as amount from metering.usage u
                 where u.day between ${from}::date and ${until}::date and u.amount > 0 group by 1, 2`,
  );
}

export async function markCounted(tx: Tx, closedUntil: CivilDate, at: Date): Promise<void> {
  await run(
    tx,
    sql`update metering.progress set counted_at = ${at}, closed_until = greatest(closed_until, ${closedUntil}::date)`,
  );
}

export interface Low {
  readonly institutionId: string;
  readonly institution: string;
  readonly mail: string | null;
  readonly balance: number;
  readonly spent: number;
}

const standing = (today: string) => sql`
  ${moves}, ${spendable}, money as (select m.institution_id, sum(m.n)::bigint as balance from spendable m group by 1),
  spent as (${spentUntil(today, PACE_DAYS)}), low as (
    select s.institution_id, coalesce(m.balance, 0) as balance, s.spent from spent s left join money m on m.institution_id = s.institution_id
     where coalesce(m.balance, 0) * ${PACE_DAYS} < s.spent * ${WARN_DAYS}
  )`;

/** Those whose balance will not last a week and who were not told. */
export function listNewlyLow(tx: Tx, today: string): Promise<Low[]> {
  return many(
    tx,
    sql<Low>`
      with ${standing(today)}
      select l.institution_id as "institutionId", i.name as institution, i.mail, l.balance::float8 as balance, l.spent::float8 as spent
        from low l join partner_read.institution i on i.institution_id = l.institution_id
       where not exists (select from metering.low_balance b where b.institution_id = l.institution_id and b.ended_at is null)
       order by i.name, l.institution_id`,
  );
}

export async function insertLow(
  tx: Tx,
  rows: readonly (Low & { id: string })[],
  at: Date,
  entryId: string,
): Promise<void> {
  await run(
    tx,
    sql`insert into metering.low_balance (id, institution_id, raised_at, balance, spent, entry_id)
        select r.id, r."institutionId", ${at}, r.balance, r.spent, ${entryId}::uuid
          from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, "institutionId" uuid, balance bigint, spent bigint)`,
  );
}

/** Those that last longer again: paid, or asking less. */
export async function endLow(tx: Tx, today: string, at: Date): Promise<void> {
  await run(
    tx,
    sql`with ${standing(today)}
        update metering.low_balance b set ended_at = ${at}
         where b.ended_at is null and not exists (select from low l where l.institution_id = b.institution_id)`,
  );
}
