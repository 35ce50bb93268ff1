/** `resident.total` and `resident.obligated`: from the acts, so that each can be made again by what happened or by what was known. */
import type { Indicator, IndicatorValue } from '../../core/indicator.ts';
import { many, one, sql, type Tx } from '../../core/db/index.ts';
import type { CivilDate } from '../../core/time/index.ts';
import { COUNTED_STATES, foldHistory, isCardObligated } from './rules.ts';
import { STATES } from './schema.ts';

interface At {
  asOf: CivilDate;
  knownAt: Date;
}

const counted = COUNTED_STATES.map((state) => STATES.indexOf(state) + 1);

/**
 * Acts after the cut-off are few beside the register, so only the people whom they touched are folded; everybody else is
 * counted from the current row.
 */
async function touchedAfter(tx: Tx, at: At): Promise<{ nik: string; deltas: unknown[] }[]> {
  return many(
    tx,
    sql<{ nik: string; deltas: unknown[] }>`
      with late as (
        select distinct h.nik from resident.act a join resident.history h on h.act_id = a.id
         where a.recorded_at > ${at.knownAt} or a.occurred_on > ${at.asOf}
      )
      select h.nik::text as nik, json_agg(h.delta order by h.version) filter (where a.recorded_at <= ${at.knownAt} and a.occurred_on <= ${at.asOf}) as deltas
        from late l join resident.history h on h.nik = l.nik join resident.act a on a.id = h.act_id group by h.nik`,
  );
}

async function untouched(tx: Tx, at: At): Promise<{ total: number; obligated: number }> {
  return one(
    tx,
    sql<{ total: number; obligated: number }>`
      with late as (
        select distinct h.nik from resident.act a join resident.history h on h.act_id = a.id
         where a.recorded_at > ${at.knownAt} or a.occurred_on > ${at.asOf}
      )
      select count(*)::int as total,
             count(*) filter (where (r.nationality = 'IDN' or r.permit = 2)
               and (r.birth_date <= (${at.asOf}::date - interval '17 years')::date or r.marital_status > 1))::int as obligated
        from resident.resident r
       where r.state = any(${counted}::smallint[]) and not exists (select from late l where l.nik = r.nik)`,
  );
}

async function measured(tx: Tx, at: At): Promise<{ total: number; obligated: number }> {
  const rest = await untouched(tx, at);
  let { total, obligated } = rest;
  for (const { deltas } of await touchedAfter(tx, at)) {
    if (!deltas?.length || !Array.isArray(deltas[0])) continue;
    const person = foldHistory(deltas);
    if (!COUNTED_STATES.includes(person.state)) continue;
    total += 1;
    if (isCardObligated(person, at.asOf)) obligated += 1;
  }
  return { total, obligated };
}

/** Counted residents by the regency in which they live. */
async function byRegency(tx: Tx, at: At): Promise<Record<string, number>> {
  const rows = await many(
    tx,
    sql<{ regency: string; n: number }>`
      with late as (
        select distinct h.nik from resident.act a join resident.history h on h.act_id = a.id
         where a.recorded_at > ${at.knownAt} or a.occurred_on > ${at.asOf}
      )
      select lpad((r.village_code / 1000000)::text, 4, '0') as regency, count(*)::int as n
        from resident.resident r
       where r.state = any(${counted}::smallint[]) and not exists (select from late l where l.nik = r.nik)
       group by 1`,
  );
  const counts: Record<string, number> = Object.fromEntries(rows.map(({ regency, n }) => [regency, n]));
  for (const { deltas } of await touchedAfter(tx, at)) {
    if (!deltas?.length || !Array.isArray(deltas[0])) continue;
    const person = foldHistory(deltas);
    if (!COUNTED_STATES.includes(person.state)) continue;
    const regency = person.villageCode.slice(0, 4);
    counts[regency] = (counts[regency] ?? 0) + 1;
  }
  return counts;
}

/** Another way: every history is folded, nothing is taken from the current rows. */
async function recounted(tx: Tx, at: At): Promise<{ total: number; obligated: number }> {
  let total = 0;
  let obligated = 0;
  let after = '0';
  for (;;) {
    const people = await many(
      tx,
      sql<{ nik: string; deltas: unknown[] }>`
        select h.nik::text as nik, json_agg(h.delta order by h.version) as deltas
          from (select distinct nik from resident.history where nik > ${after}::bigint order by nik limit 20000) n
          join resident.history h on h.nik = n.nik join resident.act a on a.id = h.act_id
         where a.recorded_at <= ${at.knownAt} and a.occurred_on <= ${at.asOf}
         group by h.nik order by h.nik`,
    );
    const next = await one<{ top: string | null }>(
      tx,
      sql`select max(nik)::text as top from (select distinct nik from resident.history where nik > ${after}::bigint order by nik limit 20000) n`,
    );
    if (next.top === null) return { total, obligated };
    after = next.top;
    for (const { deltas } of people) {
      if (!Array.isArray(deltas[0])) continue;
      const person = foldHistory(deltas);
      if (COUNTED_STATES.includes(person.state)) total += 1;
      if (isCardObligated(person, at.asOf)) obligated += 1;
    }
  }
}

const value = (numerator: number, denominator: number | null): IndicatorValue => ({ numerator, denominator });

export const indicators: Indicator[] = [
  {
    code: 'resident.total',
    unit: 'jiwa',
    since: null,
    measure: async (tx, at) => value((await measured(tx, at)).total, null),
    recount: async (tx, at) => value((await recounted(tx, at)).total, null),
    byRegency,
  },
  {
    code: 'resident.obligated',
    unit: 'jiwa',
    since: null,
    measure: async (tx, at) => {
      const { total, obligated } = await measured(tx, at);
      return value(obligated, total);
    },
    recount: async (tx, at) => {
      const { total, obligated } = await recounted(tx, at);
      return value(obligated, total);
    },
  },
];
