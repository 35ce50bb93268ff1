/** Statements of the months. */
import { many, maybeOne, run, sql, type Tx } from '../../../core/db/index.ts';
import type { Kind } from '../../partner/index.ts';

const MONTH_START = (month: string) => sql`${`${month}-01`}::date`;
const MONTH_END = (month: string) => sql`(${`${month}-01`}::date + interval '1 month')::date`;
const instant = (day: unknown) => sql`${day as never}::timestamp at time zone 'Asia/Jakarta'`;

/** The month of the first movement of money, or `null`. */
export async function findFirstMonth(tx: Tx): Promise<string | null> {
  const found = await maybeOne<{ month: string | null }>(
    tx,
    sql`select to_char(least(
          (select min(p.entered_at) at time zone 'Asia/Jakarta' from metering.payment p),
          (select min(u.day)::timestamp from metering.usage u where u.amount > 0)), 'YYYY-MM') as month`,
  );
  return found?.month ?? null;
}

export interface MonthRow {
  readonly institutionId: string;
  readonly opening: number;
  readonly paid: number;
  readonly reversed: number;
  readonly charged: number;
  readonly calls: number;
  readonly questions: number;
  readonly files: number;
}

/** Who has something to say in a month: something left from before, paid, reversed or charged. By name. */
export function listMonth(tx: Tx, month: string, before: string | null): Promise<MonthRow[]> {
  return many(
    tx,
    sql<MonthRow>`
      with sums as (
        select s.institution_id, s.closing as opening, 0::bigint as paid, 0::bigint as reversed, 0::bigint as charged, 0::bigint as calls, 0::bigint as questions,
               0::bigint as files
          from metering.statement s where s.month = ${before}
        union all
        select p.institution_id, 0, p.amount, 0, 0, 0, 0, 0 from metering.payment p
         where p.entered_at >= ${instant(MONTH_START(month))} and p.entered_at < ${instant(MONTH_END(month))}
        union all
        select p.institution_id, 0, 0, p.amount, 0, 0, 0, 0 from metering.reversal r join metering.payment p on p.id = r.payment_id
         where r.reversed_at >= ${instant(MONTH_START(month))} and r.reversed_at < ${instant(MONTH_END(month))}
        union all
        select u.institution_id, 0, 0, 0, u.amount, u.calls, u.questions, 0 from metering.usage u
         where u.day >= ${MONTH_START(month)} and u.day < ${MONTH_END(month)} and u.amount > 0
        union all
        select p.institution_id, 0, 0, 0, p.amount, 0, 0, 1 from metering.package p
         where p.day >= ${MONTH_START(month)} and p.day < ${MONTH_END(month)} and p.amount > 0
      )
      select s.institution_id as "institutionId", sum(s.opening)::float8 as opening, sum(s.paid)::float8 as paid, sum(s.reversed)::float8 as reversed,
             sum(s.charged)::float8 as charged, sum(s.calls)::float8 as calls, sum(s.questions)::float8 as questions,
             sum(s.files)::int as files
        from sums s join partner_read.institution i on i.institution_id = s.institution_id
       group by s.institution_id, i.name having bool_or(s.opening <> 0 or s.paid <> 0 or s.reversed <> 0 or s.charged <> 0)
       order by i.name, s.institution_id`,
  );
}

export interface NewStatement extends MonthRow {
  readonly id: string;
  readonly month: string;
  readonly number: string;
  readonly lines: number;
  /** In base64. */
  readonly root: string;
  readonly entryId: string;
}

export async function insertStatements(tx: Tx, rows: readonly NewStatement[], at: Date): Promise<void> {
  await run(
    tx,
    sql`insert into metering.statement (id, institution_id, month, number, opening, paid, reversed, charged, closing, calls, questions, files, lines, root, closed_at, entry_id)
        select r.id, r."institutionId", r.month, r.number, r.opening, r.paid, r.reversed, r.charged, r.opening + r.paid - r.reversed - r.charged, r.calls,
               r.questions, r.files, r.lines, decode(r.root, 'base64'), ${at}, r."entryId"
          from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, "institutionId" uuid, month text, number text, opening bigint, paid bigint,
               reversed bigint, charged bigint, calls int, questions bigint, files int, lines int, root text, "entryId" uuid)`,
  );
}

export interface Part {
  readonly statementId: string;
  readonly part: number;
  readonly firstLine: number;
  readonly lines: number;
  readonly fromAt: string;
  readonly fromEntry: string;
  readonly untilAt: string;
  readonly untilEntry: string;
}

export async function insertParts(tx: Tx, rows: readonly Part[]): Promise<void> {
  if (rows.length === 0) return;
  await run(
    tx,
    sql`insert into metering.statement_part (statement_id, part, first_line, lines, from_at, from_entry, until_at, until_entry)
        select r."statementId", r.part, r."firstLine", r.lines, r."fromAt", r."fromEntry", r."untilAt", r."untilEntry"
          from json_to_recordset(${JSON.stringify(rows)}::json) as r("statementId" uuid, part int, "firstLine" int, lines int, "fromAt" timestamptz,
               "fromEntry" uuid, "untilAt" timestamptz, "untilEntry" uuid)`,
  );
}

export async function markMonth(tx: Tx, month: string): Promise<void> {
  await run(tx, sql`update metering.progress set month_closed = ${month}`);
}

export interface CallRow {
  readonly institutionId: string;
  readonly at: Date;
  readonly entry: string;
  readonly unit: string;
  readonly purpose: string;
  readonly price: number;
  readonly refs: readonly string[];
  /** Of a file how many rows were compared; `null` of a call. */
  readonly rows: number | null;
}

/** Whatever is charged, a call or a file, each with its entry. */
const BILLED = sql`
  select b.institution_id as "institutionId", b.at, b.entry, b.unit, b.purpose, b.price, b.refs, b.rows from (
    select c.institution_id, c.at, c.entry, c.unit, g.purpose, c.price, c.refs, null::int as rows
      from verification_read.call c join partner_read.access_grant g on g.grant_id = c.grant_id where c.price > 0
    union all
    select p.institution_id, p.at, p.entry, p.unit, p.purpose, p.amount::int, array[p.reference], p.rows from metering.package p where p.amount > 0
  ) as b`;

const PAGE = 5_000;

async function* pagesOf(tx: Tx, name: string, statement: ReturnType<typeof sql>): AsyncGenerator<readonly CallRow[]> {
  await run(tx, sql`declare ${sql.raw(name)} no scroll cursor for ${statement}`);
  for (;;) {
    const page = await many(tx, sql<CallRow>`fetch ${sql.raw(String(PAGE))} from ${sql.raw(name)}`);
    if (page.length > 0) yield page;
    if (page.length < PAGE) break;
  }
  await run(tx, sql`close ${sql.raw(name)}`);
}

/** What is charged of a month, institution by institution in the order of their time; read once, page by page. */
export function callsOfMonth(tx: Tx, month: string): AsyncGenerator<readonly CallRow[]> {
  const span = sql`b.at >= ${instant(MONTH_START(month))} and b.at < ${instant(MONTH_END(month))}`;
  return pagesOf(tx, 'metering_month', sql`${BILLED} where ${span} order by b.institution_id, b.at, b.entry`);
}

/** Those of one part of a statement. */
export function callsOfPart(tx: Tx, institutionId: string, part: Part): AsyncGenerator<readonly CallRow[]> {
  const { fromAt, fromEntry, untilAt, untilEntry } = part;
  return pagesOf(
    tx,
    'metering_part',
    sql`${BILLED} where b.institution_id = ${institutionId}::uuid and b.at between ${fromAt}::timestamptz and ${untilAt}::timestamptz
          and (b.at, b.entry) >= (${fromAt}::timestamptz, ${fromEntry}::uuid) and (b.at, b.entry) <= (${untilAt}::timestamptz, ${untilEntry}::uuid)
        order by b.at, b.entry`,
  );
}

export interface StatementRow {
  readonly id: string;
  readonly institutionId: string;
  readonly institution: string;
  readonly kind: Kind;
  readonly month: string;
  readonly number: string;
  readonly opening: number;
  readonly paid: number;
  readonly reversed: number;
  readonly charged: number;
  readonly closing: number;
  readonly questions: number;
  readonly lines: number;
  readonly root: string;
  readonly closedAt: Date;
  readonly entryId: string;
}

/** One that the reader may see. */
export function findStatement(tx: Tx, id: string): Promise<StatementRow | undefined> {
  return maybeOne(
    tx,
    sql<StatementRow>`
      select s.id, s.institution_id as "institutionId", i.name as institution, i.kind, s.month, s.number, s.opening::float8 as opening, s.paid::float8 as paid,
             s.reversed::float8 as reversed, s.charged::float8 as charged, s.closing::float8 as closing, s.questions::float8 as questions, s.lines,
             encode(s.root, 'hex') as root, s.closed_at as "closedAt", s.entry_id as "entryId"
        from metering.statement s join partner_read.institution i on i.institution_id = s.institution_id where s.id = ${id}::uuid`,
  );
}

/** With microseconds, as they are compared. */
const exact = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

export function findPart(tx: Tx, statementId: string, part: number): Promise<Part | undefined> {
  return maybeOne(
    tx,
    sql<Part>`select statement_id as "statementId", part, first_line as "firstLine", lines, ${exact('from_at')} as "fromAt", from_entry as "fromEntry",
                     ${exact('until_at')} as "untilAt", until_entry as "untilEntry"
                from metering.statement_part where statement_id = ${statementId}::uuid and part = ${part}`,
  );
}

/** By method and price, files too, for the paper. */
export function listSums(
  tx: Tx,
  institutionId: string,
  month: string,
): Promise<{ method: string; price: number; questions: number; amount: number }[]> {
  return many(
    tx,
    sql<{ method: string; price: number; questions: number; amount: number }>`
      select u.method, u.price, sum(u.questions)::float8 as questions, sum(u.amount)::float8 as amount from metering.usage u
       where u.institution_id = ${institutionId}::uuid and u.day >= ${MONTH_START(month)} and u.day < ${MONTH_END(month)} and u.amount > 0
       group by 1, 2
       union all
      select 'package', p.amount, count(*), sum(p.amount)::float8 from metering.package p
       where p.institution_id = ${institutionId}::uuid and p.day >= ${MONTH_START(month)} and p.day < ${MONTH_END(month)} and p.amount > 0
       group by 1, 2 order by 2, 1`,
  );
}
