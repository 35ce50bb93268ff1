/** How many days of stock each regency has left. */
import { mustCover, type Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { today, ZONES } from '../../../core/time/index.ts';
import { forecast, USE_DAYS } from './rules.ts';
import { listSupply } from './sql.ts';

/** Of a region, by default the officer's own: what is shortest first. */
export async function viewForecast(tx: Tx, actor: Actor, input: { region?: string | undefined }) {
  const region = input.region ?? actor.jurisdiction?.code ?? 'none';
  mustCover(actor, region);
  const since = new Date(tx.ground.clock.now().getTime() - USE_DAYS * 86_400_000);
  const rows = await elevated(tx, () => listSupply(tx, { region: region.slice(0, 4), since }));
  const regions = rows.map((row) => ({
    ...row,
    name: tx.ground.regions.nameOf(row.code) ?? row.code,
    ...forecast(row),
  }));
  const days = ({ daysLeft }: (typeof regions)[number]) => daysLeft ?? Infinity;
  return {
    day: today(tx.ground.clock, ZONES.WIB),
    regions: regions.toSorted((a, b) => days(a) - days(b) || b.wanted - a.wanted || (a.code < b.code ? -1 : 1)),
  };
}
