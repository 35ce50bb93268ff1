/** The day's end of WIB: every store's balance is written down once, and one entry of the log holds the root over all of them. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { systemActor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { addJobs, job } from '../../../core/jobs/index.ts';
import { leafHash, record, rootOf } from '../../../core/ledger/index.ts';
import { addDays, today, ZONES, type CivilDate } from '../../../core/time/index.ts';
import { balanceOf } from '../movement/sql.ts';
import { difference } from '../rules.ts';
import { plain } from '../stock/view.ts';
import { closingLine } from './rules.ts';
import { findClosedDay, findLastClosedDay, holdClosing, insertClosing, listStoresAt, type ClosingRow } from './sql.ts';

const AT_ONCE = 40;

/** Closes a day that has ended, once. What was recorded later does not change it: it stands as it was known at its end. */
export async function closeDay(tx: Tx, day: CivilDate): Promise<void> {
  await holdClosing(tx);
  if (day >= today(tx.ground.clock, ZONES.WIB)) throw new Error(`${day} has not ended`);
  if (await findClosedDay(tx, day)) return;
  const at = new Date(`${day}T23:59:59.999+07:00`);
  const stores = await listStoresAt(tx, at);
  const ids = stores.map(({ id }) => id);
  const balances = await balanceOf(tx, ids, at);
  const rows = stores.map(({ id, region, disputed }): ClosingRow => {
    const balance = balances.get(id)!;
    const salt = randomBytes(16).toString('hex');
    return { store: id, region, disputed, salt, difference: Number(difference(balance)), ...plain(balance) };
  });
  const root = rootOf(rows.map((row) => leafOf(day, row)));
  const facts = { day, stores: rows.length, root: root.toString('hex') };
  const { entryId } = await record(tx, systemActor('blank'), { label: 'blank.day_closed', facts });
  await insertClosing(tx, day, { at, closedAt: tx.ground.clock.now(), root, entryId, rows });
}

export const leafOf = (day: string, row: ClosingRow): Buffer => leafHash(Buffer.from(closingLine({ ...row, day })));

const closing = {
  name: 'blank.close_day',
  payload: z.object({}),
  maxAttempts: 10,
  // 00.05 WIB.
  timetable: { cron: '5 17 * * *', catchUpHours: 24 },
  async run(tx: Tx): Promise<void> {
    const yesterday = addDays(today(tx.ground.clock, ZONES.WIB), -1);
    const last = await findLastClosedDay(tx);
    let day = last ? addDays(last.day, 1) : yesterday;
    // Days on which no worker ran are made up for, a few at a time.
    for (let done = 0; day <= yesterday && done < AT_ONCE; done++, day = addDays(day, 1)) await closeDay(tx, day);
    if (day <= yesterday) await addJobs(tx, closing, [{}]);
  },
};

export const closeDayJob = job(closing);
