/**
 * What institutions see of their own asking. Nothing here is read while a call is answered. Calls have no index by institution on purpose:
 * months are partitions and days are found by BRIN, so that a day's log takes 2 ms of 50,000 calls a month and 17 of a million, a
 * semester's sums 7 and 85; an index would make every write of the answering path a fifth dearer.
 */
import type { Pool } from 'pg';
import { elevated, exists, many, run, sql, type Tx } from '../../../core/db/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import type { Signal } from '../signal/rules.ts';
import type { Purpose } from '../schema.ts';
import type { HourRow } from './meter.ts';

/** Whether a question of the institution was ever answered, within the 400 days for which quotas are kept. The caller has seen whose it is. */
export function hasAsked(tx: Tx, institutionId: string): Promise<boolean> {
  return elevated(tx, () =>
    exists(
      tx,
      sql`select 1 from partner_read.standing s cross join lateral jsonb_array_elements(s.grants) g
           where s.institution_id = ${institutionId}
             and exists (select from verification.quota q where q.grant_id = (g->>'id')::uuid and q.taken > 0) limit 1`,
    ),
  );
}

/** In one order, so that two processes never wait for one another in a circle. */
export async function addHours(pool: Pool, rows: readonly HourRow[]): Promise<void> {
  const inOrder = rows.toSorted((a, b) => (a.institutionId < b.institutionId ? -1 : 1));
  await pool.query({
    name: 'verification.add_hours',
    text: `
      insert into verification.asked_hour as h (institution_id, hour, questions, matched, latency)
      select id, hour, questions, matched, string_to_array(latency, ',')::int[]
        from unnest($1::uuid[], $2::timestamptz[], $3::int[], $4::int[], $5::text[]) as n (id, hour, questions, matched, latency)
          on conflict (institution_id, hour) do update
         set questions = h.questions + excluded.questions, matched = h.matched + excluded.matched,
             latency = array(select a + b from unnest(h.latency, excluded.latency) with ordinality as u (a, b, n) order by n)`,
    values: [
      inOrder.map(({ institutionId }) => institutionId),
      inOrder.map(({ hour }) => hour),
      inOrder.map(({ questions }) => questions),
      inOrder.map(({ matched }) => matched),
      inOrder.map(({ latency }) => latency.join(',')),
    ],
  });
  const refused = inOrder.flatMap(({ institutionId, hour, refused: codes }) =>
    [...codes].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([code, n]) => ({ institutionId, hour, code, n })),
  );
  if (refused.length === 0) return;
  await pool.query({
    name: 'verification.add_refusals',
    text: `
      insert into verification.refused_hour as r (institution_id, hour, code, n)
      select * from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::int[])
          on conflict (institution_id, hour, code) do update set n = r.n + excluded.n`,
    values: [
      refused.map(({ institutionId }) => institutionId),
      refused.map(({ hour }) => hour),
      refused.map(({ code }) => code),
      refused.map(({ n }) => n),
    ],
  });
}

export async function forgetHours(tx: Tx): Promise<void> {
  const before = sql`${tx.ground.clock.now()}::timestamptz - interval '400 days'`;
  await run(tx, sql`delete from verification.asked_hour where hour < ${before}`);
  await run(tx, sql`delete from verification.refused_hour where hour < ${before}`);
}

export interface CallRow {
  readonly entry: string;
  readonly at: Date;
  readonly purpose: Purpose | null;
  readonly unit: string;
  readonly refs: readonly string[];
  readonly matched: number;
  readonly partial: number;
  readonly mismatched: number;
}

export interface CallFilter {
  /** A day in WIB. */
  readonly day: CivilDate;
  readonly unit: string | null;
  readonly reference: string | null;
}

/** Answered calls of a day, the latest first; the policies show an institution its own alone. */
export function listCalls(
  tx: Tx,
  institutionId: string,
  { day, unit, reference }: CallFilter,
  page: { readonly limit: number; readonly skip: number },
): Promise<CallRow[]> {
  return many(
    tx,
    sql<CallRow>`
      with granted as (select (g->>'id')::uuid as id, g->>'purpose' as purpose
                         from partner_read.standing s cross join lateral jsonb_array_elements(s.grants) g
                        where s.institution_id = ${institutionId})
      select c.entry, c.at, g.purpose, c.unit, c.refs, c.matched, c.partial, c.mismatched
        from verification.call c left join granted g on g.id = c.grant_id
       where c.institution_id = ${institutionId} and c.at >= ${day}::date::timestamp at time zone 'Asia/Jakarta'
         and c.at < (${day}::date + 1)::timestamp at time zone 'Asia/Jakarta'
         and (${unit}::text is null or c.unit = ${unit}) and (${reference}::text is null or c.refs @> array[${reference}::text])
       order by c.at desc, c.entry desc limit ${page.limit} offset ${page.skip}`,
  );
}

export interface DayRow {
  readonly day: CivilDate;
  readonly questions: number;
  readonly matched: number;
  readonly latency: readonly number[];
}

/** Day by day in WIB, from a day on. */
export function listDays(tx: Tx, institutionId: string, from: CivilDate): Promise<DayRow[]> {
  return many(
    tx,
    sql<DayRow>`
      with hours as (select (hour at time zone 'Asia/Jakarta')::date as day, questions, matched, latency from verification.asked_hour
                      where institution_id = ${institutionId} and hour >= ${from}::date::timestamp at time zone 'Asia/Jakarta'),
           spread as (select h.day, l.at, sum(l.n)::int as n
                        from hours h cross join lateral unnest(h.latency) with ordinality as l (n, at) group by h.day, l.at)
      select h.day, sum(h.questions)::int as questions, sum(h.matched)::int as matched,
             array(select s.n from spread s where s.day = h.day order by s.at) as latency
        from hours h group by h.day order by 1`,
  );
}

export interface RefusedRow {
  readonly code: string;
  readonly n: number;
  readonly lastHour: Date;
}

/** Refused calls from one day to another in WIB, the most frequent first. */
export function listRefused(
  tx: Tx,
  institutionId: string,
  { from, until }: { readonly from: CivilDate; readonly until: CivilDate },
): Promise<RefusedRow[]> {
  return many(
    tx,
    sql<RefusedRow>`
      select code, sum(n)::int as n, max(hour) as "lastHour" from verification.refused_hour
       where institution_id = ${institutionId} and hour >= ${from}::date::timestamp at time zone 'Asia/Jakarta'
         and hour < (${until}::date + 1)::timestamp at time zone 'Asia/Jakarta'
       group by code order by n desc, code`,
  );
}

/** What was taken of a day's quota, by grant; a process may hold a little that it will give back. */
export function listTaken(
  tx: Tx,
  grants: readonly string[],
  day: CivilDate,
): Promise<{ grantId: string; taken: number }[]> {
  return elevated(tx, () =>
    many(
      tx,
      sql<{ grantId: string; taken: number }>`
        select grant_id as "grantId", taken from verification.quota where grant_id = any(${grants}::uuid[]) and day = ${day}::date`,
    ),
  );
}

/** Why and until when an institution is slowed down; of true time. The caller has seen whose it is. */
export function listThrottles(tx: Tx, institutionId: string): Promise<{ signal: Signal; until: Date }[]> {
  return elevated(tx, () =>
    many(
      tx,
      sql<{ signal: Signal; until: Date }>`
        select signal, max(until) as until from verification.throttle
         where institution_id = ${institutionId} and until > now() group by signal order by 2 desc`,
    ),
  );
}

export interface TermAsked {
  readonly id: string;
  readonly institutionId: string;
  readonly since: Date;
  readonly until: Date;
}

export interface TermCount {
  readonly id: string;
  readonly purpose: Purpose | null;
  readonly unit: string;
  readonly calls: number;
  readonly matched: number;
  readonly partial: number;
  readonly mismatched: number;
}

/** Answered calls of institutions in terms, however many, by purpose and unit; the first five hundred of each. As `system`. */
export function countTerms(tx: Tx, asked: readonly TermAsked[]): Promise<TermCount[]> {
  const instants = (of: 'since' | 'until') => asked.map((one) => one[of].getTime());
  return many(
    tx,
    sql<TermCount>`
      with asked as (
        select * from json_to_recordset(${JSON.stringify(asked)}::json) as r(id uuid, "institutionId" uuid, since timestamptz, until timestamptz)
      ), counted as (
        select a.id, g.purpose, c.unit, count(*)::int as calls, sum(c.matched)::int as matched, sum(c.partial)::int as partial,
               sum(c.mismatched)::int as mismatched, row_number() over (partition by a.id order by g.purpose, c.unit) as n
          from asked a
          join verification.call c on c.institution_id = a."institutionId" and c.at >= a.since and c.at < a.until
          left join partner_read.access_grant g on g.grant_id = c.grant_id
         where c.at >= ${new Date(Math.min(...instants('since')))} and c.at < ${new Date(Math.max(...instants('until')))}
         group by a.id, g.purpose, c.unit
      )
      select id, purpose, unit, calls, matched, partial, mismatched from counted where n <= 500 order by id, n`,
  );
}
