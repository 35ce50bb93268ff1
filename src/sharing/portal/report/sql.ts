/** What is counted of semesters beside the calls, and what was kept of them. As `system`, but for what was kept: the caller has seen whose it is. */
import { many, maybeOne, run, sql, type Tx } from '../../../core/db/index.ts';
import type { TermAsked } from '../../verification/index.ts';
import type { TermCounts } from './schema.ts';

const listed = (asked: readonly TermAsked[]) => sql`
  json_to_recordset(${JSON.stringify(asked)}::json) as a(id uuid, "institutionId" uuid, since timestamptz, until timestamptz)`;

type Disputes = TermCounts['disputes'];
type Files = TermCounts['files'];

/** Complaints of people ("bukan saya") that were opened in each term, as they stand now. */
export async function countDisputes(tx: Tx, asked: readonly TermAsked[]): Promise<Map<string, Disputes>> {
  const now = tx.ground.clock.now();
  const rows = await many(
    tx,
    sql<Disputes & { id: string }>`
      select a.id, count(u.opened_at)::int as opened, count(*) filter (where u.state = 'WITHDRAWN')::int as withdrawn,
             count(*) filter (where u.state <> 'WITHDRAWN' and u.answered_at <= u.due_at)::int as "inTime",
             count(*) filter (where u.state <> 'WITHDRAWN' and coalesce(u.answered_at, ${now}) > u.due_at)::int as late,
             count(*) filter (where u.answered_at is null and u.due_at >= ${now})::int as waiting,
             count(*) filter (where u.state = 'UPHELD')::int as upheld
        from ${listed(asked)}
        left join citizen_read.unanswered u on u.institution_id = a."institutionId" and u.opened_at >= a.since and u.opened_at < a.until
       group by a.id`,
  );
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

/** Files whose result was given in each term. */
export async function countFiles(tx: Tx, asked: readonly TermAsked[]): Promise<Map<string, Files>> {
  const rows = await many(
    tx,
    sql<Files & { id: string }>`
      select a.id, count(f.matching_id)::int as files, coalesce(sum(f.rows), 0)::float8 as rows
        from ${listed(asked)}
        left join matching_read.package f on f.institution_id = a."institutionId" and f.at >= a.since and f.at < a.until
       group by a.id`,
  );
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

/** With the reader's own eyes. */
export function findKept(tx: Tx, reportId: string): Promise<{ counted: TermCounts; countedAt: Date } | undefined> {
  return maybeOne(
    tx,
    sql<{
      counted: TermCounts;
      countedAt: Date;
    }>`select k.counted, k.counted_at as "countedAt" from portal.report_counted k where k.report_id = ${reportId}::uuid`,
  );
}

export async function keepCounted(
  tx: Tx,
  rows: readonly { id: string; institutionId: string; counted: TermCounts }[],
): Promise<void> {
  await run(
    tx,
    sql`insert into portal.report_counted (report_id, institution_id, counted, counted_at)
        select r.id, r."institutionId", r.counted, ${tx.ground.clock.now()}
          from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, "institutionId" uuid, counted jsonb)`,
  );
}
