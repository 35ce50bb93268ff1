/** Where a confirmed bag lies, and its way to another office: before 13 December 2018 to the centre at least monthly. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, maybeOne, run, sql, type Tx } from '../../../core/db/index.ts';
import { newId } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { findOfficeOf, nextNumber } from '../intake/sql.ts';
import { officeOf } from '../intake/take-in.ts';
import { refuse } from '../refusals.ts';
import { holdOwnBag, mustBecome } from './bag.ts';
import { enterCount, type CountGiven } from './count.ts';
import { holdBags, moveBag, setBags } from './sql.ts';

/** Puts a confirmed bag at its place in the store; or moves it to another one. */
export async function storeBag(tx: Tx, actor: Actor, input: { id: string; place: string }): Promise<void> {
  const bag = await holdOwnBag(tx, actor, input.id);
  mustBecome(bag, 'STORED');
  if (bag.state === 'PLANNED') throw refuse('disposal.bag_state', { detail: bag.state });
  await record(tx, actor, { label: 'disposal.bag_stored', facts: { bag: bag.id } });
  await setBags(tx, [bag.id], { state: 'STORED', place: input.place });
}

/** Sends stored bags to another office. They are the sender's until the receiver has counted them. */
export async function sendBags(
  tx: Tx,
  actor: Actor,
  input: { bags: readonly string[]; toOffice: string },
): Promise<{ number: string }> {
  const from = await officeOf(tx, actor);
  const to = await findOfficeOf(tx, input.toOffice);
  if (!to || to.id === from.id) throw refuse('disposal.office_not_found');
  const ids = [...new Set(input.bags)].toSorted();
  for (const id of ids) {
    const bag = await holdOwnBag(tx, actor, id);
    mustBecome(bag, 'SENT');
    if (bag.held) throw refuse('disposal.held', { values: { number: bag.number } });
  }
  const at = tx.ground.clock.now();
  const series = `dispatch ${from.regionCode} ${at.getUTCFullYear()}`;
  const number = `KRM/${from.regionCode || 'PUSAT'}/${at.getUTCFullYear()}/${String(await nextNumber(tx, series)).padStart(4, '0')}`;
  const { entryId } = await record(tx, actor, {
    label: 'disposal.bags_sent',
    facts: { from: from.id, to: to.id, bags: ids.length },
  });
  await setBags(tx, ids, { state: 'SENT' });
  for (const bagId of ids)
    await run(
      tx,
      sql`insert into disposal.dispatch (id, number, bag_id, from_office, to_office, sent_at, sent_by, entry_id)
          values (${newId()}, ${number}, ${bagId}, ${from.id}, ${to.id}, ${at}, ${actor.id}, ${entryId})`,
    );
  return { number };
}

/**
 * Counts a bag that has arrived, blindly. It changes hands when seal and count agree; else it stays the sender's and a case opens.
 */
export async function receiveBag(tx: Tx, actor: Actor, input: CountGiven): Promise<{ agrees: boolean; round: number }> {
  const office = await officeOf(tx, actor);
  return elevated(tx, async () => {
    const [bag] = await holdBags(tx, [input.id]);
    const way = await maybeOne<{ id: string; sentBy: string }>(
      tx,
      sql`select d.id, d.sent_by as "sentBy" from disposal.dispatch d
           where d.bag_id = ${input.id}::uuid and d.to_office = ${office.id}::uuid and d.received_at is null for update`,
    );
    if (!bag || !way || bag.state !== 'SENT') throw refuse('disposal.not_on_way');
    if (way.sentBy === actor.id) throw refuse('disposal.own_count');
    const count = await enterCount(tx, actor, bag, input);
    await run(
      tx,
      sql`update disposal.dispatch set received_at = ${tx.ground.clock.now()}, received_by = ${actor.id} where id = ${way.id}::uuid`,
    );
    if (count.agrees) await moveBag(tx, bag.id, { officeId: office.id, regionCode: office.regionCode });
    return count;
  });
}
