/** Every statement of dashboards. */
import { many, maybeOne, run, sql, type Tx } from '../../core/db/index.ts';
import type { CivilDate } from '../../core/time/index.ts';
import type { Kept } from './roll-up.ts';

export interface Counting {
  readonly day: CivilDate;
  readonly countedAt: Date;
  readonly tookMs: number;
}

/** The last day that was counted. */
export function findCounting(tx: Tx): Promise<Counting | undefined> {
  return maybeOne(
    tx,
    sql<Counting>`select day, counted_at as "countedAt", took_ms as "tookMs" from dashboard.counting order by day desc limit 1`,
  );
}

/** The last day with which the months before were counted. */
export function findMonthsCounted(tx: Tx): Promise<{ day: CivilDate } | undefined> {
  return maybeOne(
    tx,
    sql<{ day: CivilDate }>`select day from dashboard.counting where months order by day desc limit 1`,
  );
}

/** Of many who would count at once one does; the others wait. */
export async function holdCounting(tx: Tx): Promise<void> {
  await run(tx, sql`select pg_advisory_xact_lock(hashtextextended('dashboard.count', 0))`);
}

const AT_ONCE = 20_000;

/** Puts counts in the place of those of the same days. Of days before the last only these measures are counted again. */
export async function replaceCounts(
  tx: Tx,
  given: { days: readonly CivilDate[]; again: readonly string[]; rows: readonly Kept[] },
): Promise<void> {
  const { days, again, rows } = given;
  const last = days.at(-1)!;
  await run(
    tx,
    sql`delete from dashboard.count where day = ${last}::date or (day = any(${[...days]}::date[]) and measure = any(${[...again]}::text[]))`,
  );
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE);
    const column = (of: keyof Kept) => some.map((row) => row[of]);
    await run(
      tx,
      sql`insert into dashboard.count (region, measure, day, part, n, withheld)
          select * from unnest(${column('region')}::text[], ${column('measure')}::text[], ${column('day')}::date[], ${column('part')}::text[],
                               ${column('n')}::bigint[], ${column('withheld')}::text[])`,
    );
  }
}

export async function enterCounting(tx: Tx, of: Counting & { months: boolean }): Promise<void> {
  await run(
    tx,
    sql`insert into dashboard.counting as c (day, counted_at, took_ms, months) values (${of.day}, ${of.countedAt}, ${of.tookMs}, ${of.months})
        on conflict (day) do update set counted_at = excluded.counted_at, took_ms = excluded.took_ms, months = c.months or excluded.months`,
  );
}

/** Of days long ago only the ends of months are kept. */
export async function forgetDays(tx: Tx, before: CivilDate): Promise<void> {
  await run(
    tx,
    sql`delete from dashboard.count where day < ${before}::date and day <> (date_trunc('month', day) + interval '1 month - 1 day')::date`,
  );
}

export interface CountRow {
  readonly region: string;
  readonly measure: string;
  readonly day: CivilDate;
  readonly part: string;
  readonly n: number;
  readonly withheld: Kept['withheld'];
}

/** Of one region everything of these days, of the others the wholes of some. */
export function listCounts(
  tx: Tx,
  of: {
    measures: readonly string[];
    region: string;
    days: readonly CivilDate[];
    beside: readonly string[];
    besideDays: readonly CivilDate[];
  },
): Promise<CountRow[]> {
  const columns = sql`region, measure, day, part, n::float8 as n, withheld`;
  const measures = sql`measure = any(${[...of.measures]}::text[])`;
  return many(
    tx,
    sql<CountRow>`
      select ${columns} from dashboard.count where region = ${of.region} and ${measures} and day = any(${[...of.days]}::date[])
      union all
      select ${columns} from dashboard.count
       where region = any(${[...of.beside]}::text[]) and ${measures} and day = any(${[...of.besideDays]}::date[]) and part = ''`,
  );
}
