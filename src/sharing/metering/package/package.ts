/**
 * A file that is compared is charged as one package. Before it runs its largest price is set aside, so that it is refused where the
 * balance does not go so far, and no result is given that nobody pays; when it has ended it costs what it was, and the rest comes back.
 */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { inTransaction } from '../../../core/notice/index.ts';
import { today, ZONES, type CivilDate } from '../../../core/time/index.ts';
import { filesHandedIn, filesOpened, matchingsMoved, type FileGiven } from '../../matching/index.ts';
import type { MatchingState } from '../../matching/rules.ts';
import { fillPurse } from '../../verification/index.ts';
import { findPayer } from '../payment/sql.ts';
import { refuse } from '../refusals.ts';
import { mostOfPackage, packagePrice, tariffOn } from '../rules.ts';
import { findLeft, insertHold, insertPackages, listClosed, releaseHolds, type ClosedFile, type Hold } from './sql.ts';

/** What a file may cost at most by today's tariff; 0 for who pays nothing. */
async function mostOf(tx: Tx, { institutionId, expectedRows }: FileGiven): Promise<{ amount: number; on: CivilDate }> {
  const payer = await findPayer(tx, institutionId);
  const on = today(tx.ground.clock, ZONES.WIB);
  const tariff = tariffOn(on, tx.ground.config.tariffFrom);
  return { amount: payer ? mostOfPackage(payer.kind, expectedRows, tariff) : 0, on };
}

async function notCovered(tx: Tx, { institutionId, expectedRows: rows }: FileGiven, needed: number) {
  const left = await findLeft(tx, institutionId);
  return refuse('metering.package_not_covered', {
    values: { rows, needed, left, missing: Math.max(0, needed - left) },
  });
}

/** Said before anybody has sent gigabytes: what is refused when they are there would be refused now. */
async function mustBeCovered(tx: Tx, _actor: Actor, files: readonly FileGiven[]): Promise<void> {
  await elevated(tx, async () => {
    for (const file of files) {
      const { amount } = await mostOf(tx, file);
      if (amount > 0 && (await findLeft(tx, file.institutionId)) < amount) throw await notCovered(tx, file, amount);
    }
  });
}

async function setAside(tx: Tx, _actor: Actor, files: readonly FileGiven[]): Promise<void> {
  await elevated(tx, async () => {
    for (const file of files) {
      const { matchingId, institutionId } = file;
      const { amount, on } = await mostOf(tx, file);
      if (amount === 0) continue;
      if (!(await fillPurse(tx, institutionId, -amount))) throw await notCovered(tx, file, amount);
      await insertHold(tx, { matchingId, institutionId, amount, tariffOn: on });
    }
  });
}

const ENDED: readonly MatchingState[] = ['done', 'cancelled', 'stopped', 'failed'];

/** Charges those whose result was given, once each, and gives the rest of what was set aside back. */
async function settle(
  tx: Tx,
  _actor: Actor,
  moved: readonly { matchingId: string; state: MatchingState }[],
): Promise<void> {
  const ids = moved.filter(({ state }) => ENDED.includes(state)).map(({ matchingId }) => matchingId);
  if (ids.length === 0) return;
  await elevated(tx, async () => {
    const holds = await releaseHolds(tx, ids);
    const charged = new Map<string, number>();
    for (const file of await listClosed(tx, ids))
      charged.set(file.matchingId, costOf(tx, file, holds.find(ofFile(file.matchingId))));
    await insertPackages(
      tx,
      [...charged].map(([matchingId, amount]) => ({ matchingId, amount })),
    );
    for (const { matchingId, institutionId, amount } of holds)
      await fillPurse(tx, institutionId, amount - (charged.get(matchingId) ?? 0));
  });
}

const ofFile = (id: string) => (hold: Hold) => hold.matchingId === id;

/** By the tariff of the day on which it was handed in, and never more than was set aside then; without that it was begun when nothing was charged. */
function costOf(tx: Tx, { kind, rows, complete }: ClosedFile, hold: Hold | undefined): number {
  if (!hold) return 0;
  const tariff = tariffOn(hold.tariffOn, tx.ground.config.tariffFrom);
  return Math.min(hold.amount, packagePrice(kind, { persons: rows, complete }, tariff));
}

export const listening = [
  inTransaction(filesOpened, 'metering.must_be_covered', mustBeCovered),
  inTransaction(filesHandedIn, 'metering.set_aside', setAside),
  inTransaction(matchingsMoved, 'metering.settle_files', settle),
];
