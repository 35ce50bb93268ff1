/** The countdown to a voting day: counted each night, shown with what blanks lie where at this moment. */
import { z } from 'zod';
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { job } from '../../../core/jobs/index.ts';
import { afterCommit } from '../../../core/notice/index.ts';
import { today, ZONES } from '../../../core/time/index.ts';
import { ballotOf, getElection } from '../election/election.ts';
import { listElections } from '../election/sql.ts';
import { electionsOpened } from '../notice.ts';
import { outlook, rebalancing, type RegencyCount } from './rules.ts';
import type { CountdownView } from './schema.ts';
import { countElection, findCounted, listCountdown, listStock } from './sql.ts';

/** Counts the elections that are open or frozen and have not been voted in. */
export async function countDown(tx: Tx): Promise<void> {
  const day = today(tx.ground.clock, ZONES.WIB);
  for (const row of await listElections(tx)) {
    const runs = row.state === 'OPEN' || row.state === 'FROZEN';
    if (runs && row.votingDay >= day) await countElection(tx, ballotOf(tx, row), day);
  }
}

export const nightly = job({
  name: 'voter.count_down',
  payload: z.object({}),
  maxAttempts: 5,
  // 02.10 WIB.
  timetable: { cron: '10 19 * * *', catchUpHours: 24 },
  run: countDown,
});

async function countOpened(tx: Tx, _noticeId: string, opened: readonly { readonly id: string }[]): Promise<void> {
  for (const { id } of opened) await countElection(tx, await getElection(tx, id), today(tx.ground.clock, ZONES.WIB));
}

/** So that the page of an election that was just opened need not wait for the night. */
export const listening = [afterCommit(electionsOpened, 'voter.count_opened', countOpened)];

/** Of the officer's region; the nation's for who acts for it. */
export async function viewCountdown(tx: Tx, actor: Actor, { id }: { id: string }): Promise<CountdownView> {
  const { votingDay } = await getElection(tx, id);
  const counted = await findCounted(tx, id);
  if (!counted) return { countedAt: null, day: null, regencies: [], shifts: [] };
  const { day, at } = counted;
  const rows = await listCountdown(tx, id, day);
  const stores = await elevated(tx, () => listStock(tx));
  const stock = new Map<string, number>();
  for (const { regency, n } of stores) stock.set(regency, (stock.get(regency) ?? 0) + n);
  const own = (actor.jurisdiction?.code ?? 'none').slice(0, 4);
  const regencies = rows.map(({ regency: code, ...row }) => {
    const count: RegencyCount = { ...row, blanks: stock.get(code) ?? 0 };
    const { regions } = tx.ground;
    const province = regions.provinceAt(code, day) ?? code.slice(0, 2);
    return {
      code,
      name: regions.at(code, day)?.name ?? regions.nameOf(code) ?? code,
      province: regions.at(province, day)?.name ?? regions.nameOf(province) ?? province,
      ...count,
      ...outlook(count, { day, votingDay }),
    };
  });
  const needs = new Map(regencies.map(({ code, toPrint }) => [code, toPrint]));
  const shifts = rebalancing(
    needs,
    stores.filter(({ main, regency }) => main && needs.has(regency)),
  );
  const inside = (code: string) => code.startsWith(own);
  return {
    countedAt: at.toISOString(),
    day,
    regencies: regencies.filter(({ code }) => inside(code)),
    shifts: shifts
      .filter(({ from, to }) => inside(from.regency) || inside(to.regency))
      .map(({ from, to, n }) => ({ from: endOf(from), to: endOf(to), n })),
  };
}

const endOf = ({ id, name, regency }: { id: string; name: string; regency: string }) => ({ id, name, regency });
