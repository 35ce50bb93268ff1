/**
 * Residents, those who must be recorded and those who are, at the end of many days, by regency; and who waits for a card, and for how long.
 * Residents are counted here too: one pass over the nation gives all three.
 */
import { many, sql, type Tx } from '../../../core/db/index.ts';
import {
  runningSums,
  withWholes,
  type Asked,
  type Measured,
  type RunningSums,
  type Series,
} from '../../../core/series.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import { COUNTED_STATES, countByRegency, isCardObligated } from '../../../register/resident/index.ts';
import { foldHistory } from '../../../register/resident/rules.ts';
import { STATUSES } from '../status.ts';
import { measureRegencies } from './kept.ts';
import { obligatedStates } from './sql.ts';

const TOTAL = 'resident.total';
const OBLIGATED = 'resident.obligated';
const RECORDED = 'enrolment.coverage';
const UNRECORDED = 'enrolment.unrecorded';
const BACKLOG = 'enrolment.backlog';

const counted = [...obligatedStates];

/** The place of the first of the days that is not before a date, as an expression; one more than there are where none is. */
const placeOf = (date: string, days: readonly string[]) =>
  sql`width_bucket(${sql.raw(date)} - 1, ${[...days]}::date[]) + 1`;

interface Grouped {
  readonly regency: string;
  readonly measure: typeof TOTAL | typeof OBLIGATED | typeof RECORDED;
  readonly place: number;
  readonly n: number;
}

/**
 * Whoever has one entry in his history and at most one recording: what he counts as changes on three days at most, which the database
 * finds and sums; each pair of grouping columns is one measure's beginnings or ends.
 */
function listSimple(tx: Tx, { days, knownAt }: Asked): Promise<Grouped[]> {
  const before17 = sql`(select array_agg((d - interval '17 years')::date order by d) from unnest(${[...days]}::date[]) d)`;
  return many(
    tx,
    sql<Grouped>`
      with taken as (
        select e.nik, count(*) as n, min(${placeOf('e.recorded_on', days)}) as began,
               min(case when e.ended_on is not null and e.end_known_at <= ${knownAt} then ${placeOf('e.ended_on', days)} end) as ended
          from enrolment.recording e where e.known_at <= ${knownAt} group by e.nik),
      people as (
        select lpad((r.village_code / 1000000)::text, 4, '0') as regency, p.came, e.began, e.ended,
               case when r.nationality = 'IDN' or r.permit = 2 then greatest(p.came,
                 case when r.marital_status > 1 then 1 else width_bucket(r.birth_date - 1, y.days) + 1 end) end as obliged
          from (select ${before17} as days) y, resident_read.resident r
          join resident_read.act a on a.nik = r.nik and a.version = 1
          cross join lateral (select ${placeOf('a.occurred_on', days)} as came) p
          left join taken e on e.nik = r.nik
         where r.version = 1 and r.state = any(${counted}::smallint[]) and a.recorded_at <= ${knownAt} and coalesce(e.n, 1) = 1)
      select regency, ${TOTAL} as measure, came as place, count(*)::int as n from people group by 1, 3
      union all
      select regency, ${OBLIGATED}, obliged, count(*)::int from people where obliged is not null group by 1, 3
      union all
      select regency, ${RECORDED}, greatest(obliged, began), count(*)::int from people
       where obliged is not null and began is not null and (ended is null or ended > greatest(obliged, began)) group by 1, 3
      union all
      select regency, ${RECORDED}, ended, -count(*)::int from people
       where obliged is not null and ended > greatest(obliged, began) group by 1, 3`,
  );
}

interface Told {
  readonly nik: string;
  readonly acts: readonly { readonly on: CivilDate; readonly delta: unknown }[] | null;
  readonly recordings: readonly { readonly from: CivilDate; readonly until: CivilDate | null }[];
}

const PAGE = 20_000;

/** Everybody else, page after page, with what is known of him. */
async function* eachOther(tx: Tx, { knownAt }: Asked): AsyncGenerator<Told> {
  let after = '-1';
  for (;;) {
    const page = await many(
      tx,
      sql<Told>`
        with page as materialized (
          select r.nik from resident_read.resident r where r.nik > ${after}::bigint
             and (r.version > 1 or (select count(*) from enrolment.recording e where e.nik = r.nik and e.known_at <= ${knownAt}) > 1)
           order by r.nik limit ${PAGE})
        select p.nik::text as nik,
               (select json_agg(json_build_object('on', a.occurred_on, 'delta', a.delta) order by a.version)
                  from resident_read.act a where a.nik = p.nik and a.recorded_at <= ${knownAt}) as acts,
               coalesce((select json_agg(json_build_object('from', e.recorded_on,
                           'until', case when e.end_known_at <= ${knownAt} then e.ended_on end))
                  from enrolment.recording e where e.nik = p.nik and e.known_at <= ${knownAt}), '[]') as recordings
          from page p order by p.nik`,
    );
    yield* page;
    if (page.length < PAGE) return;
    after = page.at(-1)!.nik;
  }
}

/** One person by the rules themselves, day by day; his history is folded anew only where an act came in between. */
function addPerson(sums: RunningSums, { acts, recordings }: Told, days: readonly CivilDate[]): void {
  let folded = 0;
  let person: ReturnType<typeof foldHistory> | null = null;
  days.forEach((day, place) => {
    const known = (acts ?? []).filter(({ on }) => on <= day);
    if (known.length > folded) {
      folded = known.length;
      person = Array.isArray(known[0]!.delta) ? foldHistory(known.map(({ delta }) => delta)) : null;
    }
    if (!person || !COUNTED_STATES.includes(person.state)) return;
    const region = person.villageCode.slice(0, 4);
    const here = (measure: string) => {
      sums.add({ measure, region, part: '' }, place + 1, 1);
      sums.add({ measure, region, part: '' }, place + 2, -1);
    };
    here(TOTAL);
    if (!isCardObligated(person, day)) return;
    here(OBLIGATED);
    here(recordings.some(({ from, until }) => from <= day && (until === null || until > day)) ? RECORDED : UNRECORDED);
  });
}

/** One day alone: from the counts that are kept, where they are. */
async function countDay(tx: Tx, { days, knownAt }: Asked): Promise<Measured[]> {
  const at = { asOf: days[0]!, knownAt };
  const told = (measure: string, region: string, n: number) =>
    n === 0 ? [] : [{ measure, day: at.asOf, region, part: '', n }];
  const residents = Object.entries(await countByRegency(tx, at)).flatMap(([region, n]) => told(TOTAL, region, n));
  const recorded = [...(await measureRegencies(tx, at))].flatMap(([region, sum]) => [
    ...told(OBLIGATED, region, sum.obligated),
    ...told(RECORDED, region, sum.recorded),
    ...told(UNRECORDED, region, sum.obligated - sum.recorded),
  ]);
  return [...residents, ...recorded];
}

async function countPeople(tx: Tx, asked: Asked): Promise<Measured[]> {
  if (asked.days.length === 1) return countDay(tx, asked);
  const sums = runningSums(asked.days);
  for (const { regency, measure, place, n } of await listSimple(tx, asked)) {
    sums.add({ measure, region: regency, part: '' }, place, n);
    if (measure === OBLIGATED) sums.add({ measure: UNRECORDED, region: regency, part: '' }, place, n);
    if (measure === RECORDED) sums.add({ measure: UNRECORDED, region: regency, part: '' }, place, -n);
  }
  for await (const person of eachOther(tx, asked)) addPerson(sums, person, asked.days);
  return sums.list();
}

/** Days of waiting from which a band begins; the last has no end. */
export const WAIT_BANDS = [0, 15, 31, 91, 366] as const;

/** Ready to be printed and without a card: of the last day alone, as nobody keeps who waited when. */
async function countBacklog(tx: Tx, { days, knownAt }: Asked): Promise<Measured[]> {
  const day = days.at(-1)!;
  const rows = await many<{ region: string; band: number; n: number }>(
    tx,
    sql`select lpad((p.village_code / 1000000)::text, 4, '0') as region,
               width_bucket(extract(day from ${knownAt}::timestamptz - p.status_since)::int, ${[...WAIT_BANDS]}::int[]) as band, count(*)::int as n
          from enrolment.packet p where p.status = ${STATUSES.PRINT_READY_RECORD.code} and p.status_since <= ${knownAt} group by 1, 2`,
  );
  return withWholes(
    rows.map(({ region, band, n }) => ({
      measure: BACKLOG,
      day,
      region,
      part: String(WAIT_BANDS[Math.max(0, band - 1)]),
      n,
    })),
  );
}

/** Recordings by the year in which they were made: what was inherited and what is new. Of the last day. */
async function countYears(tx: Tx, { days, knownAt }: Asked): Promise<Measured[]> {
  const day = days.at(-1)!;
  const rows = await many<Measured>(
    tx,
    sql`select 'enrolment.recorded' as measure, ${day}::date as day, lpad((r.village_code / 1000000)::text, 4, '0') as region,
               extract(year from e.recorded_on)::text as part, count(distinct e.nik)::int as n
          from enrolment.recording e join resident_read.resident r on r.nik = e.nik
         where e.recorded_on <= ${day}::date and e.known_at <= ${knownAt} and (e.ended_on is null or e.ended_on > ${day}::date or e.end_known_at > ${knownAt})
           and r.state = any(${counted}::smallint[])
         group by 3, 4`,
  );
  return withWholes(rows);
}

export const series: Series[] = [
  { measures: [TOTAL, OBLIGATED, RECORDED, UNRECORDED], past: true, count: countPeople },
  { measures: [BACKLOG], past: false, count: countBacklog },
  { measures: ['enrolment.recorded'], past: false, count: countYears },
];
