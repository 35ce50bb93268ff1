/** Blanks in stock by kind of store, blanks that nobody can account for, and open incidents, at the end of many days. */
import { many, sql, type Tx } from '../../../core/db/index.ts';
import { runningSums, type Asked, type Measured, type Series } from '../../../core/series.ts';
import { STATES } from '../rules.ts';

const STOCK = 'blank.in_stock';
const UNACCOUNTED = 'blank.unaccounted';
const INCIDENTS = 'incident.open';

interface Moved {
  readonly region: string;
  readonly kind: string;
  readonly measure: string;
  readonly place: number;
  readonly n: number;
}

const place = (at: string, days: readonly string[]) =>
  sql`width_bucket((${sql.raw(at)} at time zone 'Asia/Jakarta')::date - 1, ${[...days]}::date[]) + 1`;

/** What came into the stock of each store and what went out of it, and what is missing or in dispute there. */
function listMoved(tx: Tx, { days, knownAt }: Asked): Promise<Moved[]> {
  const stock = sql`any(${[STATES.RECEIVED, STATES.IN_STOCK]}::smallint[])`;
  return many(
    tx,
    sql<Moved>`
      with legs as (
        select m.to_store as store, m.to_state as state, m.n, ${place('m.occurred_at', days)} as place from blank.movement m where m.recorded_at <= ${knownAt}
        union all
        select m.from_store, m.from_state, -m.n, ${place('m.occurred_at', days)} from blank.movement m where m.recorded_at <= ${knownAt} and m.from_store is not null),
      changes as (
        select store, ${STOCK} as measure, place, n from legs where state = ${stock}
        union all
        select store, ${UNACCOUNTED}, place, n from legs where state = ${STATES.MISSING}
        union all
        select d.store_id, ${UNACCOUNTED}, ${place('d.opened_at', days)}, abs(d.expected - d.counted) from blank.discrepancy d where d.opened_at <= ${knownAt}
        union all
        select d.store_id, ${UNACCOUNTED}, ${place('d.closed_at', days)}, -abs(d.expected - d.counted) from blank.discrepancy d where d.closed_at <= ${knownAt})
      select left(s.region_code, 4) as region, s.kind, c.measure, c.place, sum(c.n)::float8 as n
        from changes c join blank.store s on s.id = c.store group by 1, 2, 3, 4`,
  );
}

async function countBlanks(tx: Tx, asked: Asked): Promise<Measured[]> {
  const sums = runningSums(asked.days);
  for (const { region, kind, measure, place: from, n } of await listMoved(tx, asked)) {
    sums.add({ measure, region, part: '' }, from, n);
    if (measure === STOCK) sums.add({ measure, region, part: kind }, from, n);
  }
  return sums.list();
}

async function countIncidents(tx: Tx, { days, knownAt }: Asked): Promise<Measured[]> {
  const rows = await many<{ region: string; began: number; ended: number | null }>(
    tx,
    sql`select left(i.region_code, 4) as region, width_bucket(i.opened_on - 1, ${[...days]}::date[]) + 1 as began,
               case when i.closed_at <= ${knownAt} then width_bucket(i.closed_on - 1, ${[...days]}::date[]) + 1 end as ended
          from blank.incident i where i.opened_at <= ${knownAt}`,
  );
  const sums = runningSums(days);
  for (const { region, began, ended } of rows) {
    sums.add({ measure: INCIDENTS, region, part: '' }, began, 1);
    if (ended !== null) sums.add({ measure: INCIDENTS, region, part: '' }, ended, -1);
  }
  return sums.list();
}

export const series: Series[] = [
  { measures: [STOCK, UNACCOUNTED], past: true, count: countBlanks },
  { measures: [INCIDENTS], past: true, count: countIncidents },
];
