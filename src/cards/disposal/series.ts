/** Cards found outside any custody, with the years in which they were printed, and regencies that owe a report, at the end of many days. */
import { many, sql, type Tx } from '../../core/db/index.ts';
import { runningSums, type Asked, type Measured, type Series } from '../../core/series.ts';
import { regimeOn } from './regime.ts';

async function countFound(tx: Tx, { days, knownAt }: Asked): Promise<Measured[]> {
  const placed = sql`width_bucket(f.found_on - 1, ${[...days]}::date[]) + 1`;
  const rows = await many<{ region: string; part: string; place: number; n: number }>(
    tx,
    sql`select left(f.region_code, 4) as region, '' as part, ${placed} as place, f.reconciled as n
          from disposal_read.found f where f.explained_at <= ${knownAt} and f.reconciled is not null
        union all
        select left(f.region_code, 4), y.printed_year::text, ${placed}, y.n
          from disposal_read.found f join disposal_read.found_year y on y.found_id = f.id
         where f.opened_at <= ${knownAt} and y.printed_year is not null`,
  );
  const sums = runningSums(days);
  for (const { region, part, place, n } of rows) sums.add({ measure: 'found.cards', region, part }, place, n);
  return sums.list();
}

/** A regency that was on the map and had not reported since it must. */
async function countSilent(tx: Tx, { days, knownAt }: Asked): Promise<Measured[]> {
  const from = tx.ground.config.localDestructionFrom;
  const first = await many<{ region: string; day: string }>(
    tx,
    sql`select left(r.region_code, 4) as region, min(r.reported_on) as day from disposal_read.report r
         where r.reported_on >= ${from}::date and r.recorded_at <= ${knownAt} group by 1`,
  );
  const reported = new Map(first.map(({ region, day }) => [region, day]));
  const regencies = await many<{ code: string; from: string; until: string | null }>(
    tx,
    sql`select v.code, v.valid_from as from, v.valid_to as until from region_read.version v where v.level = 2`,
  );
  return days
    .filter((day) => regimeOn(day, from).reports)
    .flatMap((day) =>
      regencies
        .filter((regency) => regency.from <= day && (regency.until === null || regency.until > day))
        .filter(({ code }) => !(reported.get(code)! <= day))
        .map(({ code }) => ({ measure: 'disposal.unreported_offices', day, region: code, part: '', n: 1 })),
    );
}

export const series: Series[] = [
  { measures: ['found.cards'], past: true, count: countFound },
  { measures: ['disposal.unreported_offices'], past: true, count: countSilent },
];
