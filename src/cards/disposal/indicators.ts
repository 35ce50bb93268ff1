/** Regencies that owe the ministry a report, and cards found outside any custody. */
import type { Count, Indicator } from '../../core/indicator.ts';
import { many, sql } from '../../core/db/index.ts';
import { reportsByRegency } from './destruction/report.ts';
import { regimeOn } from './regime.ts';

export const indicators: Indicator[] = [
  {
    code: 'disposal.unreported_offices',
    unit: 'kantor',
    since: null,
    async measure(tx, { asOf, knownAt }) {
      const lines = await reportsByRegency(tx, { asOf, knownAt, region: '' });
      const due = regimeOn(asOf, tx.ground.config.localDestructionFrom).reports;
      const numerator = due ? lines.filter(({ lastOn }) => lastOn === null).length : 0;
      return { numerator, denominator: lines.length };
    },
    // From the other end: the regions of the day by the lists in memory, each struck out by the reports one after the other.
    async recount(tx, { asOf, knownAt }) {
      const known = await many<{ code: string }>(
        tx,
        sql`select distinct v.code from region_read.version v where v.level = 2`,
      );
      const silent = new Set(known.map(({ code }) => code).filter((code) => tx.ground.regions.at(code, asOf)));
      const denominator = silent.size;
      const from = tx.ground.config.localDestructionFrom;
      if (!regimeOn(asOf, from).reports) return { numerator: 0, denominator };
      const reports = await many<{ region: string; on: string; at: Date }>(
        tx,
        sql`select r.region_code as region, r.reported_on as on, r.recorded_at as at from disposal_read.report r`,
      );
      for (const { region, on, at } of reports)
        if (on >= from && on <= asOf && at <= knownAt) silent.delete(region.slice(0, 4));
      return { numerator: silent.size, denominator };
    },
  },
  {
    code: 'found.cards',
    unit: 'keping',
    since: null,
    async measure(tx, { asOf, knownAt }) {
      const rows = await many<{ found: string; n: number; counter: string | null; counted: number | null }>(
        tx,
        sql`select f.id as found, case when f.explained_at <= ${knownAt} then f.reconciled end as n, c.counter, c.n as counted
              from disposal_read.found f
              left join disposal_read.found_count c on c.found_id = f.id and c.recorded_at <= ${knownAt}
             where f.opened_at <= ${knownAt} and f.found_on <= ${asOf}::date`,
      );
      const reconciled = new Map(rows.map(({ found, n }) => [found, n ?? 0]));
      const numerator = [...reconciled.values()].reduce((sum, n) => sum + n, 0);
      const years = await many<{ year: string; n: number }>(
        tx,
        sql`select y.printed_year::text as year, sum(y.n)::int as n
              from disposal_read.found f join disposal_read.found_year y on y.found_id = f.id
             where f.opened_at <= ${knownAt} and f.found_on <= ${asOf}::date and y.printed_year is not null group by 1`,
      );
      // Of the cards that were listed and whose year could be read: not all are.
      const byYearOfOrigin = Object.fromEntries(years.map(({ year, n }) => [year, n]));
      return { numerator, denominator: null, counts: byCounter(rows), byYearOfOrigin };
    },
    // Find by find, and of each its counts as they were entered.
    async recount(tx, { asOf, knownAt }) {
      const finds = await many<{ id: string; foundOn: string; openedAt: Date; n: number | null; at: Date | null }>(
        tx,
        sql`select f.id, f.found_on as "foundOn", f.opened_at as "openedAt", f.reconciled as n, f.explained_at as at from disposal_read.found f`,
      );
      const all = finds.filter(({ foundOn, openedAt }) => foundOn <= asOf && openedAt <= knownAt);
      const counts: { counter: string; counted: number }[] = [];
      const byYearOfOrigin: Record<string, number> = {};
      for (const { id } of all) {
        const given = await many<{ counter: string; counted: number; at: Date }>(
          tx,
          sql`select c.counter, c.n as counted, c.recorded_at as at from disposal_read.found_count c where c.found_id = ${id}::uuid`,
        );
        counts.push(...given.filter(({ at }) => at <= knownAt));
        const cards = await many<{ year: number | null }>(
          tx,
          sql`select c.printed_year as year from disposal.found_card c where c.found_id = ${id}::uuid`,
        );
        for (const { year } of cards) if (year !== null) byYearOfOrigin[year] = (byYearOfOrigin[year] ?? 0) + 1;
      }
      const numerator = all.reduce((sum, { n, at }) => sum + (at !== null && at <= knownAt ? n! : 0), 0);
      return { numerator, denominator: null, counts: byCounter(counts), byYearOfOrigin };
    },
    async byRegency(tx, { asOf, knownAt }) {
      const rows = await many<{ code: string; n: number }>(
        tx,
        sql`select left(f.region_code, 4) as code, sum(f.reconciled)::int as n from disposal_read.found f
             where f.explained_at <= ${knownAt} and f.found_on <= ${asOf}::date group by 1`,
      );
      return Object.fromEntries(rows.map(({ code, n }) => [code, n]));
    },
  },
];

function byCounter(rows: readonly { readonly counter: string | null; readonly counted: number | null }[]): Count[] {
  const sums = new Map<string, number>();
  for (const { counter, counted } of rows) if (counter !== null) sums.set(counter, (sums.get(counter) ?? 0) + counted!);
  return [...sums].map(([counter, n]) => ({ counter, n })).toSorted((a, b) => (a.counter < b.counter ? -1 : 1));
}
