/**
 * The counting: each hour the questions of the days that are not closed are counted from the calls that are billed; a day that is over
 * is closed, and what the answering processes had taken for it beyond its charges comes back, also what a process took to its death.
 */
import { z } from 'zod';
import { systemActor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { newId } from '../../../core/id/index.ts';
import { job } from '../../../core/jobs/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { leaveMessages } from '../../../core/message/index.ts';
import { addDays, dayIn, ZONES, type CivilDate } from '../../../core/time/index.ts';
import { settlePrepaid } from '../../verification/index.ts';
import { speak } from '../../../core/notice/index.ts';
import { balancesLow } from '../notice.ts';
import { daysLeft } from '../rules.ts';
import {
  endLow,
  findFirstDay,
  holdProgress,
  insertLow,
  listCharges,
  listNewlyLow,
  markCounted,
  recount,
  type Low,
} from './sql.ts';

/** Longer than any request may take: by then every call of the day before has been answered or never will be. */
const AFTER_MIDNIGHT_MS = 3_600_000;

/** The last day that is over for certain. */
export function lastFullDay(now: Date): CivilDate {
  return addDays(dayIn(ZONES.WIB, new Date(now.getTime() - AFTER_MIDNIGHT_MS)), -1);
}

/** Counts all days that are not closed, closes those that are over, and says whose balance will not last. Done twice it does no more. */
export async function countUsage(tx: Tx): Promise<void> {
  const now = tx.ground.clock.now();
  const today = dayIn(ZONES.WIB, now);
  const full = lastFullDay(now);
  const { closedUntil } = await holdProgress(tx);
  const first = closedUntil === null ? await findFirstDay(tx) : addDays(closedUntil, 1);
  if (first !== null && first <= today) {
    await recount(tx, first, today);
    if (first <= full) await settlePrepaid(tx, full, await listCharges(tx, first, full));
  }
  if (first !== null) await markCounted(tx, full, now);
  await warnLow(tx, today);
}

/** One entry for all that are told; each has a mail where an address is known. */
async function warnLow(tx: Tx, today: CivilDate): Promise<void> {
  const at = tx.ground.clock.now();
  await endLow(tx, today, at);
  const low = await listNewlyLow(tx, today);
  if (low.length === 0) return;
  const { entryId } = await record(tx, self, {
    label: 'metering.balance_low',
    facts: { n: low.length, ...(low.length === 1 && { institution: low[0]!.institutionId }) },
  });
  await insertLow(
    tx,
    low.map((each) => ({ ...each, id: newId() })),
    at,
    entryId,
  );
  await leaveMessages(tx, low.flatMap(messageOf));
  await speak(
    tx,
    self,
    balancesLow,
    low.map(({ institutionId, balance, spent }) => ({ institutionId, balance, daysLeft: leftOf(balance, spent) })),
  );
}

const self = systemActor('metering');
const leftOf = (balance: number, spent: number) => daysLeft(balance, spent) ?? 0;

function messageOf({ institution, mail, balance, spent }: Low) {
  if (mail === null) return [];
  const values = { institution, balance, days: leftOf(balance, spent) };
  return [{ channel: 'mail' as const, to: mail, language: 'id' as const, key: 'metering.low_mail', values }];
}

export const countJob = job({
  name: 'metering.count',
  payload: z.object({}),
  maxAttempts: 3,
  timetable: { cron: '5 * * * *', catchUpHours: 1 },
  run: countUsage,
});
