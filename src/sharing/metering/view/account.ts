/** One institution's account: what is left, how it came to that, what was ordered and paid, and the statements of its months. */
import type { Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { today, ZONES, type CivilDate } from '../../../core/time/index.ts';
import { heldOf } from '../balance.ts';
import { findPayer } from '../payment/sql.ts';
import { refuse } from '../refusals.ts';
import { daysLeft, pays, tariffOn } from '../rules.ts';
import {
  findCountedAt,
  findPace,
  listMonths,
  listMovements,
  listOrders,
  listStatements,
  type OrderRow,
} from './sql.ts';

const SHOWN = 100;

export async function viewAccount(tx: Tx, _actor: Actor, { id }: { id: string }) {
  const payer = await findPayer(tx, id);
  if (!payer) throw refuse('metering.institution_not_found');
  const { name, kind, state, mail } = payer;
  const now = today(tx.ground.clock, ZONES.WIB);
  const charged = pays(kind);
  const tariff = charged ? tariffOn(now, tx.ground.config.tariffFrom) : null;
  const { balance, spent, warnedAt } = await findPace(tx, id, now);
  const held = await heldOf(tx, id);
  const movements = await listMovements(tx, id, SHOWN + 1);
  return {
    id,
    name,
    kind,
    pays: charged,
    closed: state === 'closed',
    tariff: tariff && { source: tariff.source, question: { ...tariff.question } },
    balance,
    held,
    spent,
    daysLeft: charged ? daysLeft(balance - held, spent) : null,
    warnedAt: warnedAt?.toISOString() ?? null,
    hasMail: mail !== null,
    countedAt: (await findCountedAt(tx))?.toISOString() ?? null,
    today: now,
    months: await listMonths(tx, id),
    movements: movements.slice(0, SHOWN),
    older: movements.length > SHOWN,
    orders: (await listOrders(tx, id)).map((order) => orderOf(order, now)),
    statements: await listStatements(tx, id),
  };
}

function orderOf({ paid, ...order }: OrderRow, now: CivilDate) {
  const state: 'paid' | 'waiting' | 'expired' = paid ? 'paid' : order.validUntil < now ? 'expired' : 'waiting';
  return { ...order, state };
}
