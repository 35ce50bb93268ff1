/** What the desk sees of usage and balances. Read with the officer's own eyes. */
import { many, one, sql, type Tx } from '../../../core/db/index.ts';
import type { Kind } from '../../partner/index.ts';
import { moves, spendable, spentUntil } from '../balance.ts';
import { PACE_DAYS } from '../rules.ts';
import type { Order, Statement, UsageLook } from '../schema.ts';

export interface UsageAsked {
  readonly month: string;
  readonly today: string;
  readonly search: string;
  readonly look: UsageLook;
  /** Kinds that pay. */
  readonly paying: readonly string[];
}

const asked = ({ month, today, search, look, paying }: UsageAsked) => {
  const first = `${month}-01`;
  return sql`
  ${moves}, ${spendable}, money as (select m.institution_id, sum(m.n)::float8 as balance from moves m group by 1),
  free as (select m.institution_id, sum(m.n)::float8 as free from spendable m group by 1), spent as (${spentUntil(today, PACE_DAYS)}), days as (
    select u.institution_id, u.day, sum(u.questions) as questions, sum(u.matched) as matched, sum(u.partial) as partial, sum(u.mismatched) as mismatched,
           sum(u.amount) as charged
      from metering.usage u where u.day >= ${first}::date and u.day < (${first}::date + interval '1 month')::date group by 1, 2
  ), used as (
    select d.institution_id, sum(d.questions)::float8 as questions, sum(d.matched)::float8 as matched, sum(d.partial)::float8 as partial,
           sum(d.mismatched)::float8 as mismatched, sum(d.charged)::float8 as charged, max(d.questions)::float8 as busiest from days d group by 1
  ), packages as (
    select p.institution_id, count(*)::float8 as files, sum(p.rows)::float8 as rows, sum(p.amount)::float8 as charged from metering.package p
     where p.day >= ${first}::date and p.day < (${first}::date + interval '1 month')::date group by 1
  ), quotas as (
    select g.institution_id, sum(g.daily_quota)::float8 as quota from partner_read.access_grant g
     where g.ended_at is null and g.valid_from < (${today}::date + 1)::timestamp at time zone 'Asia/Jakarta'
       and g.valid_until > ${today}::date::timestamp at time zone 'Asia/Jakarta' group by 1
  ), lines as (
    select i.institution_id as id, i.name, i.kind, coalesce(u.questions, 0) as questions, coalesce(u.matched, 0) as matched, coalesce(u.partial, 0) as partial,
           coalesce(u.mismatched, 0) as mismatched, coalesce(u.charged, 0) + coalesce(k.charged, 0) as charged, coalesce(k.files, 0) as files,
           coalesce(k.rows, 0) as rows, coalesce(u.busiest, 0) as busiest, coalesce(q.quota, 0) as quota,
           i.kind = any(${[...paying]}::text[]) as pays, coalesce(m.balance, 0) as balance, coalesce(f.free, 0) as free, coalesce(s.spent, 0)::float8 as spent,
           exists (select from metering.low_balance b where b.institution_id = i.institution_id and b.ended_at is null) as low
      from partner_read.institution i
      left join used u on u.institution_id = i.institution_id left join quotas q on q.institution_id = i.institution_id
      left join packages k on k.institution_id = i.institution_id left join free f on f.institution_id = i.institution_id
      left join money m on m.institution_id = i.institution_id left join spent s on s.institution_id = i.institution_id
     where (u.questions is not null or k.files is not null or m.balance is not null or q.quota is not null)
       and (${search} = '' or position(lower(${search}) in lower(i.name)) > 0)
  ), chosen as (
    select * from lines l where ${look} = 'all' or (${look} = 'paying' and l.pays) or (${look} = 'low' and l.low)
  )`;
};

export interface UsageTotal {
  readonly institutions: number;
  readonly questions: number;
  readonly files: number;
  readonly charged: number;
  /** Within the month, and not reversed since. */
  readonly paid: number;
  readonly low: number;
}

export function sumUsage(tx: Tx, given: UsageAsked): Promise<UsageTotal> {
  return one(
    tx,
    sql<UsageTotal>`
      with ${asked(given)}
      select (select count(*) from chosen)::int as institutions, coalesce((select sum(questions) from chosen), 0) as questions,
             coalesce((select sum(files) from chosen), 0) as files,
             coalesce((select sum(charged) from chosen), 0) as charged,
             coalesce((select sum(p.amount) from metering.payment p join chosen c on c.id = p.institution_id
                        where p.entered_at >= ${`${given.month}-01`}::date::timestamp at time zone 'Asia/Jakarta'
                          and p.entered_at < (${`${given.month}-01`}::date + interval '1 month')::timestamp at time zone 'Asia/Jakarta'
                          and not exists (select from metering.reversal r where r.payment_id = p.id)), 0)::float8 as paid, (select count(*) from lines where low)::int as low`,
  );
}

export interface UsageRow {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  readonly questions: number;
  readonly matched: number;
  readonly partial: number;
  readonly mismatched: number;
  readonly charged: number;
  readonly files: number;
  readonly rows: number;
  readonly busiest: number;
  readonly quota: number;
  readonly pays: boolean;
  readonly balance: number;
  /** Of the balance, what is not set aside for files. */
  readonly free: number;
  readonly spent: number;
  readonly low: boolean;
}

/** Those whose balance runs out first, then by how much they ask. */
export function listUsage(tx: Tx, given: UsageAsked & { from: number; limit: number }): Promise<UsageRow[]> {
  return many(
    tx,
    sql<UsageRow>`
      with ${asked(given)}
      select * from chosen c order by c.low desc, case when c.low then c.free / nullif(c.spent, 0) end, c.questions desc, c.name, c.id
       limit ${given.limit} offset ${given.from}`,
  );
}

export async function findCountedAt(tx: Tx): Promise<Date | null> {
  const { at } = await one<{ at: Date | null }>(tx, sql`select counted_at as at from metering.progress`);
  return at;
}

export function findPace(
  tx: Tx,
  id: string,
  today: string,
): Promise<{ balance: number; spent: number; warnedAt: Date | null }> {
  return one(
    tx,
    sql<{ balance: number; spent: number; warnedAt: Date | null }>`
      with ${moves}, spent as (${spentUntil(today, PACE_DAYS)})
      select coalesce((select sum(m.n) from moves m where m.institution_id = ${id}::uuid), 0)::float8 as balance,
             coalesce((select s.spent from spent s where s.institution_id = ${id}::uuid), 0)::float8 as spent,
             (select b.raised_at from metering.low_balance b where b.institution_id = ${id}::uuid and b.ended_at is null) as "warnedAt"`,
  );
}

export interface MonthSum {
  readonly month: string;
  readonly questions: number;
  readonly matched: number;
  readonly partial: number;
  readonly mismatched: number;
  readonly charged: number;
  readonly files: number;
  readonly rows: number;
}

/** The last twelve months in which something was asked or a file compared, the latest first. */
export function listMonths(tx: Tx, id: string): Promise<MonthSum[]> {
  return many(
    tx,
    sql<MonthSum>`
      with used as (
        select u.day, u.questions, u.matched, u.partial, u.mismatched, u.amount, 0 as files, 0 as rows from metering.usage u where u.institution_id = ${id}::uuid
        union all
        select p.day, 0, 0, 0, 0, p.amount, 1, p.rows from metering.package p where p.institution_id = ${id}::uuid
      )
      select to_char(u.day, 'YYYY-MM') as month, sum(u.questions)::float8 as questions, sum(u.matched)::float8 as matched, sum(u.partial)::float8 as partial,
             sum(u.mismatched)::float8 as mismatched, sum(u.amount)::float8 as charged, sum(u.files)::float8 as files, sum(u.rows)::float8 as rows
        from used u group by 1 order by 1 desc limit 12`,
  );
}

export interface Movement {
  readonly kind: 'payment' | 'reversal' | 'charge' | 'package';
  readonly day: string;
  readonly amount: number;
  readonly balance: number;
  readonly questions: number | null;
  readonly reference: string | null;
  readonly rows: number | null;
  readonly ntpn: string | null;
  readonly reason: string | null;
  readonly by: string | null;
}

/** The latest movements first, each with the balance after it. At one instant, and on one day, charges stand after what was paid. */
export function listMovements(tx: Tx, id: string, limit: number): Promise<Movement[]> {
  return many(
    tx,
    sql<Movement>`
      with moved as (
        select 'payment' as kind, p.entered_at as at, p.amount as n, null::bigint as questions, null as reference, null::int as rows, p.ntpn, null as reason, p.entered_by as by
          from metering.payment p where p.institution_id = ${id}::uuid
        union all
        select 'reversal', r.reversed_at, -p.amount, null, null, null, p.ntpn, r.reason, r.decided_by
          from metering.reversal r join metering.payment p on p.id = r.payment_id where p.institution_id = ${id}::uuid
        union all
        select 'charge', (u.day + 1)::timestamp at time zone 'Asia/Jakarta' - interval '1 millisecond', -sum(u.amount), sum(u.questions)::bigint, null, null, null, null, null
          from metering.usage u where u.institution_id = ${id}::uuid and u.amount > 0 group by u.day
        union all
        select 'package', p.at, -p.amount, null, p.reference, p.rows, null, null, null from metering.package p where p.institution_id = ${id}::uuid and p.amount > 0
      ), summed as (
        select m.*, sum(m.n) over (order by m.at, m.n < 0, m.kind, m.n, m.reference) as balance from moved m
      )
      select s.kind, (s.at at time zone 'Asia/Jakarta')::date as day, s.n::float8 as amount, s.balance::float8 as balance, s.questions::float8 as questions,
             s.reference, s.rows, s.ntpn, s.reason, o.name as by
        from summed s left join officer_read.officer o on o.id = s.by order by s.at desc, s.n < 0 desc, s.kind desc, s.n desc, s.reference desc limit ${limit}`,
  );
}

export interface OrderRow extends Omit<Order, 'state'> {
  readonly paid: boolean;
}

export function listOrders(tx: Tx, id: string): Promise<OrderRow[]> {
  return many(
    tx,
    sql<OrderRow>`
      select o.id, o.billing_code as "billingCode", o.amount::float8 as amount, o.ordered_on as "orderedOn", o.valid_until as "validUntil",
             exists (select from metering.payment p where p.purchase_id = o.id and not exists (select from metering.reversal r where r.payment_id = p.id)) as paid,
             coalesce((select json_agg(json_build_object('id', p.id, 'ntpn', p.ntpn, 'paidOn', p.paid_on,
                                'enteredAt', to_char(p.entered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'enteredBy', a.name,
                                'reversed', case when r.payment_id is not null then
                                  json_build_object('at', to_char(r.reversed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'reason', r.reason) end)
                                order by p.entered_at desc)
                         from metering.payment p left join metering.reversal r on r.payment_id = p.id left join officer_read.officer a on a.id = p.entered_by
                        where p.purchase_id = o.id), '[]') as payments
        from metering.purchase o where o.institution_id = ${id}::uuid order by o.ordered_on desc, o.entered_at desc limit 100`,
  );
}

export function listStatements(tx: Tx, id: string): Promise<Statement[]> {
  return many(
    tx,
    sql<Statement>`
      select s.id, s.month, s.number, s.opening::float8 as opening, s.paid::float8 as paid, s.reversed::float8 as reversed, s.charged::float8 as charged,
             s.closing::float8 as closing, s.questions::float8 as questions, s.files, s.lines,
             (select count(*)::int from metering.statement_part p where p.statement_id = s.id) as parts, encode(s.root, 'hex') as root, s.entry_id as "entryId"
        from metering.statement s where s.institution_id = ${id}::uuid order by s.month desc limit 120`,
  );
}
