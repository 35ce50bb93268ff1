/** Calls of partners that are no questions (files, data given back): the same leave, and what may come once comes once. */
import type { Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import type { Caller } from '../../../core/http/index.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import type { Grant, Partner } from '../book/partner.ts';
import { refuse } from '../refusals.ts';
import type { Purpose } from '../schema.ts';
import { grantOfCall } from './ask.ts';
import { claimOnce } from './sql.ts';

/** The partner and the grant under which it calls; refuses as a question would be refused. */
export async function admitCall(
  tx: Tx,
  actor: Actor,
  caller: Caller,
  purpose: Purpose,
): Promise<{ readonly partner: Partner; readonly grant: Grant }> {
  const found = grantOfCall(tx.ground, { actor, caller }, purpose);
  if (found instanceof Refusal) throw found;
  if (caller.once.length > 0 && (await claimOnce(tx, caller.once)).size < caller.once.length)
    throw refuse('verification.used_before');
  return found;
}
