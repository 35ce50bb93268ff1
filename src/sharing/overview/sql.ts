/** How much was answered, from the sums by days, and what was not: nothing of whom it was about. */
import { many, one, sql, type Tx } from '../../core/db/index.ts';
import type { CivilDate } from '../../core/time/index.ts';
import type { Span } from './rules.ts';
import type { Volume } from './schema.ts';

const sums = ({ from }: Span) => sql`
  coalesce(sum(u.questions) filter (where u.day >= ${from}::date), 0)::float8 as month, coalesce(sum(u.questions), 0)::float8 as year`;

const within = ({ yearFrom, until }: Span) => sql`u.day >= ${yearFrom}::date and u.day < ${until}::date`;

/** Of these institutions, those that were answered. */
export async function listVolumes(tx: Tx, span: Span, institutions: readonly string[]): Promise<Map<string, Volume>> {
  const rows = await many(
    tx,
    sql<Volume & { id: string }>`
      select u.institution_id as id, ${sums(span)} from metering_read.usage u
       where u.institution_id = any(${[...institutions]}::uuid[]) and ${within(span)} group by 1`,
  );
  return new Map(rows.map(({ id, month, year }) => [id, { month, year }]));
}

/** Of all that ever had an agreement. */
export function sumVolume(tx: Tx, span: Span): Promise<Volume> {
  return one(tx, sql<Volume>`select ${sums(span)} from metering_read.usage u where ${within(span)}`);
}

export interface AsOf {
  readonly asOf: CivilDate;
  readonly knownAt: Date;
}

/** Of these institutions, those that at the day's end let somebody who said "not me" wait longer than the law allows. */
export async function listUnanswered(
  tx: Tx,
  { asOf, knownAt }: AsOf,
  institutions: readonly string[],
): Promise<Map<string, number>> {
  const rows = await many(
    tx,
    sql<{ id: string; n: number }>`
      select u.institution_id as id, count(*)::int as n
        from citizen_read.unanswered u,
             least((${asOf}::date + 1)::timestamp at time zone 'Asia/Jakarta', ${knownAt}::timestamptz) as at (instant)
       where u.institution_id = any(${[...institutions]}::uuid[])
         and u.due_at <= at.instant and (u.answered_at is null or u.answered_at > at.instant) group by 1`,
  );
  return new Map(rows.map(({ id, n }) => [id, n]));
}
