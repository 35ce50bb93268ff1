/** Residents, those obliged to hold a card, and records found double: from the acts, so that each can be made again by what happened or by what was known. */
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

/** Numbers by the year in which they began. */
type ByYear = Record<string, number>;

interface Tally {
  /** Counted residents, by the year in which they were registered. */
  readonly total: ByYear;
  readonly obligated: ByYear;
  /** Records that were found to be somebody's second, by the year in which they were. */
  readonly duplicate: ByYear;
}

const DUPLICATE = STATES.indexOf('GANDA') + 1;

async function untouched(tx: Tx, at: At): Promise<Tally> {
  const rows = await many(
    tx,
    sql<{ duplicate: boolean; year: string; total: number; obligated: number }>`
      with late as (
        select distinct h.nik from resident.act a join resident.history h on h.act_id = a.id
         where a.recorded_at > ${at.knownAt} or a.occurred_on > ${at.asOf}
      )
      select r.state = ${DUPLICATE} as duplicate,
             extract(year from case when r.state = ${DUPLICATE} then r.state_since else r.registered_on end)::text as year,
             count(*)::int as total,
             count(*) filter (where (r.nationality = 'IDN' or r.permit = 2)
               and (r.birth_date <= (${at.asOf}::date - interval '17 years')::date or r.marital_status > 1))::int as obligated
        from resident.resident r
       where r.state = any(${[...counted, DUPLICATE]}::smallint[]) and not exists (select from late l where l.nik = r.nik)
       group by 1, 2`,
  );
  const tally: Tally = { total: {}, obligated: {}, duplicate: {} };
  for (const { duplicate, year, total, obligated } of rows) {
    if (duplicate) add(tally.duplicate, year, total);
    else {
      add(tally.total, year, total);
      add(tally.obligated, year, obligated);
    }
  }
  return tally;
}

function add(years: ByYear, year: string, n = 1): void {
  if (n > 0) years[year] = (years[year] ?? 0) + n;
}

function addPerson({ total, obligated, duplicate }: Tally, deltas: readonly unknown[] | null, day: CivilDate): void {
  if (!Array.isArray(deltas?.[0])) return;
  const person = foldHistory(deltas!);
  const registered = person.registeredOn.slice(0, 4);
  if (person.state === 'GANDA') add(duplicate, person.stateSince.slice(0, 4));
  if (COUNTED_STATES.includes(person.state)) add(total, registered);
  if (isCardObligated(person, day)) add(obligated, registered);
}

async function measured(tx: Tx, at: At): Promise<Tally> {
  const tally = await untouched(tx, at);
  for (const { deltas } of await touchedAfter(tx, at)) addPerson(tally, deltas, at.asOf);
  return tally;
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
async function recounted(tx: Tx, at: At): Promise<Tally> {
  const tally: Tally = { total: {}, obligated: {}, duplicate: {} };
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
    if (next.top === null) return tally;
    after = next.top;
    for (const { deltas } of people) addPerson(tally, deltas, at.asOf);
  }
}

type Way = (tx: Tx, at: At) => Promise<Tally>;

const sum = (years: ByYear): number => Object.values(years).reduce((all, n) => all + n, 0);

/** A figure from a tally; the same figure however it was counted. */
const figure =
  (count: Way, of: keyof Tally, beside: keyof Tally | null = null) =>
  async (tx: Tx, at: At): Promise<IndicatorValue> => {
    const tally = await count(tx, at);
    return {
      numerator: sum(tally[of]),
      denominator: beside && sum(tally[beside]),
      byYearOfOrigin: tally[of],
    };
  };

export const indicators: Indicator[] = [
  {
    code: 'resident.total',
    unit: 'jiwa',
    since: null,
    measure: figure(measured, 'total'),
    recount: figure(recounted, 'total'),
    byRegency,
  },
  {
    code: 'resident.obligated',
    unit: 'jiwa',
    since: null,
    measure: figure(measured, 'obligated', 'total'),
    recount: figure(recounted, 'obligated', 'total'),
  },
  {
    code: 'resident.duplicate',
    unit: 'jiwa',
    since: null,
    measure: figure(measured, 'duplicate'),
    recount: figure(recounted, 'duplicate'),
  },
];
