/** The way of sealed bags to another office: before 13 December 2018 to the centre at least monthly. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, many, maybeOne, run, sql, type Tx } from '../../../core/db/index.ts';
import { newId } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { officerNames } from '../destruction/sql.ts';
import { findOfficeOf, nextNumber } from '../intake/sql.ts';
import { officeOf } from '../intake/take-in.ts';
import { refuse } from '../refusals.ts';
import { bagStateOf, mayCount } from '../rules.ts';
import { holdOwnBag, mustBecome } from './bag.ts';
import { enterCount, type CountGiven } from './count.ts';
import { holdBags, knowersOf, moveBag, setBags } from './sql.ts';

/** Sends stored bags to another office. They are the sender's until the receiver has counted them. */
export async function sendBags(
  tx: Tx,
  actor: Actor,
  input: { bags: readonly string[]; toOffice: string },
): Promise<{ number: string }> {
  const from = await officeOf(tx, actor);
  const to = await findOfficeOf(tx, input.toOffice);
  if (!to?.open || to.id === from.id) throw refuse('disposal.office_not_found');
  const ids = [...new Set(input.bags)].toSorted();
  for (const id of ids) {
    const bag = await holdOwnBag(tx, actor, id);
    // Only from the store: what is in dispute stays where it is.
    if (bag.state !== 'STORED') throw refuse('disposal.bag_not_stored', { values: { number: bag.number } });
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
    const { tallyId, ...count } = await enterCount(tx, actor, bag, input);
    await run(
      tx,
      sql`update disposal.dispatch set received_at = ${tx.ground.clock.now()}, received_by = ${actor.id}, tally_id = ${tallyId}::uuid
           where id = ${way.id}::uuid`,
    );
    if (count.agrees) await moveBag(tx, bag.id, { officeId: office.id, regionCode: office.regionCode });
    return count;
  });
}

interface DispatchRow {
  readonly number: string;
  readonly from: string;
  readonly fromId: string;
  readonly to: string;
  readonly toId: string;
  readonly sentAt: Date;
  readonly sentBy: string;
  readonly receivedAt: Date | null;
  readonly bagId: string;
  readonly bag: string;
  readonly state: number;
  readonly sealedBy: string | null;
  readonly countedBy: string | null;
}

/** What is on its way to or from the officer's office, and what was in the last year. */
export async function viewDispatches(tx: Tx, actor: Actor) {
  const office = await officeOf(tx, actor);
  const rows = await elevated(tx, () => listDispatches(tx, office.id));
  const ids = rows.map(({ bagId }) => bagId);
  const knowers = await elevated(tx, () => knowersOf(tx, ids));
  const nameOf = await officerNames(
    tx,
    rows.map(({ sentBy }) => sentBy),
  );
  const byNumber = Map.groupBy(rows, ({ number }) => number);
  return {
    dispatches: [...byNumber.values()].map((bags) => {
      const { number, from, to, toId, sentAt, sentBy } = bags[0]!;
      const incoming = toId === office.id;
      return {
        number,
        from,
        to,
        incoming,
        sentAt: sentAt.toISOString(),
        sentBy: nameOf(sentBy),
        bags: bags.map((row) => ({
          id: row.bagId,
          number: row.bag,
          state: bagStateOf(row.state),
          receivedAt: row.receivedAt?.toISOString() ?? null,
          mayCount:
            incoming &&
            row.receivedAt === null &&
            sentBy !== actor.id &&
            mayCount(actor.id, row, knowers.get(row.bagId) ?? []),
        })),
      };
    }),
  };
}

function listDispatches(tx: Tx, officeId: string): Promise<DispatchRow[]> {
  const last = new Date(tx.ground.clock.now().getTime() - 365 * 86_400_000);
  return many<DispatchRow>(
    tx,
    sql`select d.number, f.name as "from", f.id as "fromId", t.name as "to", t.id as "toId", d.sent_at as "sentAt", d.sent_by as "sentBy",
               d.received_at as "receivedAt", b.id as "bagId", b.number as bag, b.state, b.sealed_by as "sealedBy", b.counted_by as "countedBy"
          from disposal.dispatch d join disposal.bag b on b.id = d.bag_id
          join office_read.office f on f.id = d.from_office join office_read.office t on t.id = d.to_office
         where (d.from_office = ${officeId}::uuid or d.to_office = ${officeId}::uuid) and (d.received_at is null or d.sent_at > ${last})
         order by d.sent_at desc, d.number, b.number limit 1000`,
  );
}
