/** What is counted of a semester beside the calls, and what was kept of it. As `system`: the caller has seen whose it is. */
import { maybeOne, one, run, sql, type Tx } from '../../../core/db/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import type { TermCounts } from './schema.ts';

/** Days in WIB, both included. */
export interface Term {
  readonly from: CivilDate;
  readonly until: CivilDate;
}

const within = (column: string, { from, until }: Term) => sql`
  ${sql.ref(column)} >= ${from}::date::timestamp at time zone 'Asia/Jakarta' and ${sql.ref(column)} < (${until}::date + 1)::timestamp at time zone 'Asia/Jakarta'`;

/** Complaints of people ("bukan saya") that were opened in the term, as they stand now. */
export function countDisputes(tx: Tx, institutionId: string, term: Term): Promise<TermCounts['disputes']> {
  return one(
    tx,
    sql<TermCounts['disputes']>`
      select count(*)::int as opened, count(*) filter (where u.state = 'WITHDRAWN')::int as withdrawn,
             count(*) filter (where u.state <> 'WITHDRAWN' and u.answered_at <= u.due_at)::int as "inTime",
             count(*) filter (where u.state <> 'WITHDRAWN' and coalesce(u.answered_at, ${tx.ground.clock.now()}) > u.due_at)::int as late,
             count(*) filter (where u.answered_at is null and u.due_at >= ${tx.ground.clock.now()})::int as waiting,
             count(*) filter (where u.state = 'UPHELD')::int as upheld
        from citizen_read.unanswered u where u.institution_id = ${institutionId}::uuid and ${within('u.opened_at', term)}`,
  );
}

/** Files whose result was given in the term. */
export function countFiles(tx: Tx, institutionId: string, term: Term): Promise<TermCounts['files']> {
  return one(
    tx,
    sql<TermCounts['files']>`
      select count(*)::int as files, coalesce(sum(f.rows), 0)::float8 as rows
        from matching_read.package f where f.institution_id = ${institutionId}::uuid and ${within('f.at', term)}`,
  );
}

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
  of: { reportId: string; institutionId: string; counted: TermCounts },
): Promise<void> {
  await run(
    tx,
    sql`insert into portal.report_counted (report_id, institution_id, counted, counted_at)
        values (${of.reportId}::uuid, ${of.institutionId}::uuid, ${JSON.stringify(of.counted)}::jsonb, ${tx.ground.clock.now()})`,
  );
}
