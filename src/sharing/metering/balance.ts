/** Balances: what was paid and not reversed, without what was charged. From the last statement on, so that years do not add up. */
import type { RawBuilder } from 'kysely';
import { one, sql, type Tx } from '../../core/db/index.ts';

/** Every movement since the last month that is closed, what was left then included: `institution_id`, `n`. After `with`. */
export const moves = sql`
  since as (
    select p.month_closed as month, coalesce(((p.month_closed || '-01')::date + interval '1 month')::date, '-infinity') as day from metering.progress p
  ), moves as (
    select s.institution_id, s.closing as n from metering.statement s join since on since.month = s.month
    union all
    select p.institution_id, p.amount from metering.payment p, since where p.entered_at >= since.day::timestamp at time zone 'Asia/Jakarta'
    union all
    select p.institution_id, -p.amount from metering.reversal r join metering.payment p on p.id = r.payment_id, since
     where r.reversed_at >= since.day::timestamp at time zone 'Asia/Jakarta'
    union all
    select u.institution_id, -u.amount from metering.usage u, since where u.day >= since.day and u.amount > 0
    union all
    select p.institution_id, -p.amount from metering.package p, since where p.day >= since.day and p.amount > 0
  )`;

/** What may be spent of it: without what is set aside for files that have not ended. After `moves`. */
export const spendable = sql`
  spendable as (
    select m.institution_id, m.n from moves m union all select h.institution_id, -h.amount from metering.hold h where h.released_at is null
  )`;

/** Whole rupiah, as far as it is counted. */
export async function balanceOf(tx: Tx, institutionId: string): Promise<number> {
  const { balance } = await one<{ balance: number }>(
    tx,
    sql`with ${moves} select coalesce(sum(m.n), 0)::float8 as balance from moves m where m.institution_id = ${institutionId}::uuid`,
  );
  return balance;
}

/** Set aside for files that have not ended. */
export async function heldOf(tx: Tx, institutionId: string): Promise<number> {
  const { held } = await one<{ held: number }>(
    tx,
    sql`select coalesce(sum(h.amount), 0)::float8 as held from metering.hold h where h.institution_id = ${institutionId}::uuid and h.released_at is null`,
  );
  return held;
}

/** What each has spent on questions within so many days up to `day`: `institution_id`, `spent`. Files come now and then and are no pace. */
export const spentUntil = (day: string, days: number): RawBuilder<unknown> => sql`
  select u.institution_id, sum(u.amount) as spent from metering.usage u
   where u.day > ${day}::date - ${days}::int and u.day <= ${day}::date and u.amount > 0 group by 1`;
