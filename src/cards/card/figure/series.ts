/** Cards by where their holders live, at the end of many days: the figures of the statement and those that are valid. */
import { exists, many, sql, type Tx } from '../../../core/db/index.ts';
import { runningSums, withWholes, type Asked, type Measured, type Series } from '../../../core/series.ts';
import { dayIn, ZONES, type CivilDate } from '../../../core/time/index.ts';
import { CARD_STATES } from '../rules.ts';
import { INVALID_CAUSES } from './rules.ts';

const MEASURES = [
  'card.printed',
  'card.valid',
  'card.invalid_outstanding',
  'card.invalid_taken_in',
  'card.destroyed',
] as const;
const { SPOILED, VALID, INVALID, TAKEN_IN, DESTROYED } = CARD_STATES;

interface Grouped {
  readonly region: string;
  readonly measure: string;
  readonly began: number;
  readonly ended: number;
  readonly n: number;
}

/**
 * Each card is what its last known step among those that had happened says (as `FIGURES` has it). A step that was entered late, behind one
 * that happened after it, says nothing from that one on: hence only those stand that no earlier-entered step follows.
 */
async function count(tx: Tx, asked: Asked): Promise<Measured[]> {
  const { days, knownAt } = asked;
  if (await isPresent(tx, asked)) return countPresent(tx, days[0]!);
  const rows = await many<Grouped>(
    tx,
    sql`with known as (
          select s.nik, s.card_id, s.state, s.cause,
                 width_bucket((s.at at time zone 'Asia/Jakarta')::date - 1, ${[...days]}::date[]) + 1 as began,
                 row_number() over (partition by s.nik, s.card_id order by s.recorded_at, s.id) as place
            from card.step s where s.recorded_at <= ${knownAt}),
        held as (select *, max(place) over (partition by nik, card_id order by began, place) as last,
                        min(began) filter (where state = ${SPOILED.code}) over (partition by nik, card_id) as spoiled,
                        row_number() over (partition by nik, card_id order by began, place) as nth
                   from known),
        spans as (
          select nik, card_id, case when state = ${VALID.code} then 'card.valid' when state = ${INVALID.code} then 'card.invalid_outstanding'
                                    when state = ${DESTROYED.code} then 'card.destroyed'
                                    when state = ${TAKEN_IN.code} and cause = any(${[...INVALID_CAUSES]}::text[]) then 'card.invalid_taken_in' end as measure,
                 began, coalesce(lead(began) over (partition by nik, card_id order by began, place), ${days.length + 1}::int) as ended
            from held where place = last
          union all
          select nik, card_id, 'card.printed', began, coalesce(spoiled, ${days.length + 1}::int) from held where nth = 1)
        select lpad((c.village_code / 1000000)::text, 4, '0') as region, s.measure, s.began, s.ended, count(*)::int as n
          from spans s join card.card c on c.nik = s.nik and c.id = s.card_id
         where s.measure is not null and s.ended > s.began group by 1, 2, 3, 4`,
  );
  const sums = runningSums(days);
  for (const { region, measure, began, ended, n } of rows) {
    sums.add({ measure, region, part: '' }, began, n);
    sums.add({ measure, region, part: '' }, ended, -n);
  }
  return sums.list();
}

/** Nothing came after a moment, so that every card is what its row says. */
async function isPresent(tx: Tx, { days, knownAt }: Asked): Promise<boolean> {
  if (days.length > 1 || days[0]! < dayIn(ZONES.WIB, knownAt)) return false;
  return !(await exists(
    tx,
    sql`select from card.step s where s.recorded_at > ${knownAt}
        union all
        select from card.step s where s.at > s.recorded_at and s.at >= (${days[0]!}::date + 1)::timestamp at time zone 'Asia/Jakarta'`,
  ));
}

/** Of the present moment, from the rows; only cards that were taken in or spoiled are asked how they came to it. */
async function countPresent(tx: Tx, day: CivilDate): Promise<Measured[]> {
  const rows = await many<{ region: string } & Record<(typeof MEASURES)[number], number>>(
    tx,
    sql`select lpad((c.village_code / 1000000)::text, 4, '0') as region,
               count(*) filter (where not coalesce(h.spoiled, false))::int as "card.printed",
               count(*) filter (where c.state = ${VALID.code})::int as "card.valid",
               count(*) filter (where c.state = ${INVALID.code})::int as "card.invalid_outstanding",
               count(*) filter (where c.state = ${TAKEN_IN.code} and h.cause = any(${[...INVALID_CAUSES]}::text[]))::int as "card.invalid_taken_in",
               count(*) filter (where c.state = ${DESTROYED.code})::int as "card.destroyed"
          from card.card c
          left join lateral (
            select bool_or(s.state = ${SPOILED.code}) as spoiled, (array_agg(s.cause order by s.recorded_at desc, s.id desc))[1] as cause
              from card.step s where s.nik = c.nik and s.card_id = c.id
               and c.state in (${SPOILED.code}, ${TAKEN_IN.code}, ${DESTROYED.code})) h on true
         group by 1`,
  );
  return rows.flatMap(({ region, ...row }) =>
    MEASURES.flatMap((measure) => (row[measure] === 0 ? [] : [{ measure, day, region, part: '', n: row[measure] }])),
  );
}

/** Cards whose data are superseded and that nobody has taken in, by the year in which they were printed; of the last day. */
async function countYears(tx: Tx, { days }: Asked): Promise<Measured[]> {
  const rows = await many<Measured>(
    tx,
    sql`select 'card.invalid_by_year' as measure, ${days.at(-1)!}::date as day, lpad((c.village_code / 1000000)::text, 4, '0') as region,
               extract(year from c.printed_on)::text as part, count(*)::int as n
          from card.card c where c.state = ${INVALID.code} group by 3, 4`,
  );
  return withWholes(rows);
}

export const series: Series[] = [
  {
    measures: MEASURES,
    past: true,
    count,
  },
  { measures: ['card.invalid_by_year'], past: false, count: countYears },
];
