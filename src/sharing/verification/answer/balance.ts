/** The prepaid balance of those who pay: spent before anybody's data is compared, and given back for what was not answered. */
import type { Tx } from '../../../core/db/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import type { Refusal } from '../../../core/refusal/index.ts';
import { refuse } from '../refusals.ts';
import type { Ask } from './ask.ts';

/** Whole rupiah for one question of a call. By the method by which it is answered. */
export function priceOf(tx: Tx, { partner: { kind }, body }: Ask, day: CivilDate): number {
  return tx.ground.verification.priceOf(kind, body?.part ?? 'nik', day);
}

/** Those who pay nothing, and those whose balance goes so far; the others are refused and have their quota back. */
export async function withinBalance<Answered>(
  tx: Tx,
  open: readonly Ask[],
  verdicts: Map<Ask, Answered | Refusal>,
  day: CivilDate,
): Promise<Ask[]> {
  const { prepaid, quotas } = tx.ground.verification;
  const needs = open.map((ask) => ({
    institutionId: ask.partner.institutionId,
    amount: priceOf(tx, ask, day) * ask.items.length,
  }));
  const spending = prepaid.spend(day, needs);
  const spent = Array.isArray(spending) ? spending : await spending;
  return open.filter((ask, i) => {
    if (spent[i]) return true;
    quotas.restore(day, ask.grant.id, ask.items.length);
    verdicts.set(ask, refuse('verification.balance_spent'));
    return false;
  });
}
