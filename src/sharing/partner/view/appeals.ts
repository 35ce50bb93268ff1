/** Appeals that wait for their decision, each with its clock. */
import type { Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { daysBetween, today, ZONES } from '../../../core/time/index.ts';
import { appealDueOn } from '../supervision/rules.ts';
import { listWaitingAppeals } from '../supervision/sql.ts';

const MOST = 200;

export async function viewAppeals(tx: Tx, _actor: Actor) {
  const now = today(tx.ground.clock, ZONES.WIB);
  const rows = await listWaitingAppeals(tx, MOST);
  return {
    appeals: rows.map((row) => {
      const dueOn = appealDueOn(row.receivedOn);
      return { ...row, dueOn, daysLeft: daysBetween(now, dueOn) };
    }),
  };
}
