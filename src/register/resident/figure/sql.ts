/** Statements that count residents. */
import { many, one, sql, type Tx } from '../../../core/db/index.ts';
import type { Point } from '../../../core/kept-count/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import { COUNTED_STATES } from '../rules.ts';
import { STATES } from '../schema.ts';

const counted = COUNTED_STATES.map((state) => STATES.indexOf(state) + 1);
const DUPLICATE = STATES.indexOf('GANDA') + 1;

/** Whom acts touched that came about or became known after a point. Each half has its index; together as one condition they had none. */
const late = ({ asOf, knownAt }: Point, union = sql`union`) => sql`
  select h.nik from resident.act a join resident.history h on h.act_id = a.id where a.recorded_at > ${knownAt}
  ${union}
  select h.nik from resident.act a join resident.history h on h.act_id = a.id where a.occurred_on > ${asOf}`;

/** No fewer than they are (who was touched twice counts twice), and counted no further than `most`: so a great many cost no more. */
export async function countTouched(tx: Tx, after: Point, most: number): Promise<number> {
  const { n } = await one<{ n: number }>(
    tx,
    sql`select count(*)::int as n from (select from (${late(after, sql`union all`)}) l limit ${most}) t`,
  );
  return n;
}

/** They themselves; `most` rows of them where they are more, since who was touched twice may come twice. */
export function listNiksTouched(tx: Tx, after: Point, most: number): Promise<{ nik: string }[]> {
  return many(
    tx,
    sql<{ nik: string }>`select l.nik::text as nik from (${late(after, sql`union all`)}) l limit ${most}`,
  );
}

export interface PastAct {
  readonly delta: unknown;
  readonly on: CivilDate;
  /** Milliseconds of the epoch. */
  readonly at: number;
}

const histories = sql`
  select h.nik::text as nik,
         json_agg(json_build_object('delta', h.delta, 'on', a.occurred_on, 'at', extract(epoch from a.recorded_at) * 1000) order by h.version) as acts
    from late l join resident.history h on h.nik = l.nik join resident.act a on a.id = h.act_id group by h.nik`;

/** All whom something touched after a point, with all that is known of them by now. */
export function listTouched(tx: Tx, after: Point): Promise<{ nik: string; acts: PastAct[] }[]> {
  return many(tx, sql<{ nik: string; acts: PastAct[] }>`with late as materialized (${late(after)}) ${histories}`);
}

/** The same of people who are named: how many they are the planner knows then, and looks each up instead of reading every history. */
export function listHistories(tx: Tx, niks: readonly string[]): Promise<{ nik: string; acts: PastAct[] }[]> {
  return many(
    tx,
    sql<{
      nik: string;
      acts: PastAct[];
    }>`with late as not materialized (select u.nik from unnest(${[...niks]}::bigint[]) u (nik)) ${histories}`,
  );
}

export interface UntouchedRow {
  readonly duplicate: boolean;
  readonly regency: string;
  readonly year: string;
  readonly total: number;
  readonly obligated: number;
}

const regency = sql`lpad((r.village_code / 1000000)::text, 4, '0')`;

/** Everybody else, from the current rows. */
export function listUntouched(tx: Tx, at: Point): Promise<UntouchedRow[]> {
  return many(
    tx,
    sql<UntouchedRow>`
      with late as materialized (${late(at)})
      select r.state = ${DUPLICATE} as duplicate, ${regency} as regency,
             extract(year from case when r.state = ${DUPLICATE} then r.state_since else r.registered_on end)::text as year,
             count(*)::int as total,
             count(*) filter (where (r.nationality = 'IDN' or r.permit = 2)
               and (r.birth_date <= (${at.asOf}::date - interval '17 years')::date or r.marital_status > 1))::int as obligated
        from resident.resident r
       where r.state = any(${[...counted, DUPLICATE]}::smallint[]) and not exists (select from late l where l.nik = r.nik)
       group by 1, 2, 3`,
  );
}

/** Unmarried citizens and holders of ITAP who turned 17 after one day and up to another, by regency and year of registration. */
export function listCameOfAge(
  tx: Tx,
  of: { from: CivilDate; until: CivilDate; besides: readonly string[] },
): Promise<{ regency: string; year: string; n: number }[]> {
  return many(
    tx,
    sql<{ regency: string; year: string; n: number }>`
      select ${regency} as regency, extract(year from r.registered_on)::text as year, count(*)::int as n
        from resident.resident r
       where r.birth_date > (${of.from}::date - interval '17 years')::date and r.birth_date <= (${of.until}::date - interval '17 years')::date
         and r.state = any(${counted}::smallint[]) and (r.nationality = 'IDN' or r.permit = 2) and r.marital_status <= 1
         and not exists (select from unnest(${[...of.besides]}::bigint[]) t (nik) where t.nik = r.nik)
       group by 1, 2`,
  );
}

const PAGE = 20_000;

/** Every history as it was known at a point, page after page. */
export async function* eachHistory(tx: Tx, at: Point): AsyncGenerator<unknown[]> {
  let after = '0';
  for (;;) {
    const people = await many(
      tx,
      sql<{ nik: string; deltas: unknown[] | null }>`
        select n.nik::text as nik,
               (select json_agg(h.delta order by h.version) from resident.history h join resident.act a on a.id = h.act_id
                 where h.nik = n.nik and a.recorded_at <= ${at.knownAt} and a.occurred_on <= ${at.asOf}) as deltas
          from (select distinct nik from resident.history where nik > ${after}::bigint order by nik limit ${PAGE}) n order by n.nik`,
    );
    for (const { deltas } of people) if (deltas) yield deltas;
    if (people.length < PAGE) return;
    after = people.at(-1)!.nik;
  }
}
