/** Where a confirmed bag lies. */
import type { Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { refuse } from '../refusals.ts';
import { holdOwnBag, mustBecome } from './bag.ts';
import { setBags } from './sql.ts';

/** Puts a confirmed bag at its place in the store; or moves it to another one. */
export async function storeBag(tx: Tx, actor: Actor, input: { id: string; place: string }): Promise<void> {
  const bag = await holdOwnBag(tx, actor, input.id);
  mustBecome(bag, 'STORED');
  if (bag.state === 'PLANNED') throw refuse('disposal.bag_state', { detail: bag.state });
  await record(tx, actor, { label: 'disposal.bag_stored', facts: { bag: bag.id } });
  await setBags(tx, [bag.id], { state: 'STORED', place: input.place });
}
