/** How many days of stock each region has left. */
import { mustCover, type Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { today, ZONES } from '../../../core/time/index.ts';
import { forecast, USE_DAYS, type Supply } from './rules.ts';
import { listSupply } from './sql.ts';

/** What lies, comes, is used and is wanted in each regency of a region, in a province's own stores and at the centre. */
export function supplyOf(tx: Tx, region: string): Promise<(Supply & { code: string })[]> {
  const since = new Date(tx.ground.clock.now().getTime() - USE_DAYS * 86_400_000);
  return elevated(tx, () => listSupply(tx, { region, since }));
}

/**
 * The forecast of one regency. Its own officers are not told what comes: whoever will count it may work beside them, so what they
 * want is reckoned without it.
 */
export function forecastOf(tx: Tx, actor: Actor, row: Supply & { code: string }) {
  const name = tx.ground.regions.nameOf(row.code) ?? row.code;
  const blind = (actor.jurisdiction?.code.length ?? 0) >= row.code.length;
  return { ...row, name, ...forecast(blind ? { ...row, coming: 0 } : row), coming: blind ? null : row.coming };
}

/** Of a region, by default the officer's own: what is shortest first. */
export async function viewForecast(tx: Tx, actor: Actor, input: { region?: string | undefined }) {
  const region = input.region ?? actor.jurisdiction?.code ?? 'none';
  mustCover(actor, region);
  const rows = await supplyOf(tx, region.slice(0, 4));
  const regions = rows.filter(({ code }) => code.length === 4).map((row) => forecastOf(tx, actor, row));
  const days = ({ daysLeft }: (typeof regions)[number]) => daysLeft ?? Infinity;
  return {
    day: today(tx.ground.clock, ZONES.WIB),
    regions: regions.toSorted((a, b) => days(a) - days(b) || b.wanted - a.wanted || (a.code < b.code ? -1 : 1)),
  };
}
