/** The page "Pemakaian": who asked how much in a month, what it cost, and how long balances last. */
import type { Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { today, ZONES } from '../../../core/time/index.ts';
import { KIND_NAMES } from '../../partner/rules.ts';
import { daysLeft, monthOf, pays } from '../rules.ts';
import type { UsageLook } from '../schema.ts';
import { findCountedAt, listUsage, sumUsage, type UsageAsked } from './sql.ts';

const A_PAGE = 100;

export async function viewUsage(
  tx: Tx,
  _actor: Actor,
  input: {
    month?: string | undefined;
    search?: string | undefined;
    look?: UsageLook | undefined;
    page?: number | undefined;
  },
) {
  const now = today(tx.ground.clock, ZONES.WIB);
  const present = monthOf(now);
  // A month that has not come has nothing in it.
  const month = input.month === undefined || input.month > present ? present : input.month;
  const asked: UsageAsked = {
    month,
    today: now,
    search: input.search ?? '',
    look: input.look ?? 'all',
    paying: KIND_NAMES.filter(pays),
  };
  const { low, ...total } = await sumUsage(tx, asked);
  const pages = Math.max(1, Math.ceil(total.institutions / A_PAGE));
  const page = Math.min(pages, input.page ?? 1);
  const rows = await listUsage(tx, { ...asked, from: (page - 1) * A_PAGE, limit: A_PAGE });
  return {
    month,
    present,
    countedAt: (await findCountedAt(tx))?.toISOString() ?? null,
    total,
    low,
    page,
    pages,
    lines: rows.map(({ spent, free, ...row }) => ({ ...row, daysLeft: row.pays ? daysLeft(free, spent) : null })),
  };
}
