import type { Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import { notice, speak } from '../../core/notice/index.ts';

/**
 * Who may ask what has changed: said in the transaction of every act that does so, so that what is decided takes effect at once. An
 * end that a clock brings (a term, a quota, an hour) is nobody's act and is not said.
 */
export const grantsChanged = notice<{ readonly cooperationId: string }>('partner.grants_changed');

/** Semester reports have come in: said in the same transaction, so that what they are about can be kept as it was. */
export const reportsFiled = notice<{
  readonly reportId: string;
  readonly institutionId: string;
  readonly semester: string;
}>('partner.reports_filed');

export function sayChanged(tx: Tx, actor: Actor, cooperations: Iterable<string>): Promise<void> {
  const items = [...new Set(cooperations)].map((cooperationId) => ({ cooperationId }));
  return speak(tx, actor, grantsChanged, items);
}
