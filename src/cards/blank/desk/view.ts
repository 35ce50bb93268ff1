/** What the desks of a store are told besides; nobody who has still to count learns from it what should be there. */
import { covers, type Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { today } from '../../../core/time/index.ts';
import { getOffice, mustCoverOffice } from '../../../register/office/index.ts';
import { findMovement } from '../movement/sql.ts';
import { reverseMovement } from '../movement/move.ts';
import { refuse } from '../refusals.ts';
import { HANDOVER_HOURS, KEEPER_REVERSES, shipmentKind } from '../rules.ts';
import { getOwnStore } from '../shipment/send.ts';
import { spanText } from '../stock/view.ts';
import { getStore } from '../store/store.ts';
import { expectedAt } from '../tally/sql.ts';
import { findBox, listHandoverCounts, listInBox, listNeighbours, listStoreKeepers } from './sql.ts';

const MOST = 60;

/**
 * Stores to which the keeper of this one may send, nearest level first: without anybody's approval, or as a rebalancing that another officer
 * approves. None that he keeps himself.
 */
export async function viewDestinations(
  tx: Tx,
  actor: Actor,
  input: { id: string; search?: string | undefined; way: 'line' | 'rebalancing' },
) {
  const from = await getOwnStore(tx, actor, input.id);
  return elevated(tx, async () => {
    const found = await listNeighbours(tx, {
      of: from.id,
      regionCode: from.regionCode,
      neighbours: input.way === 'rebalancing',
      search: input.search ?? '',
      notKeptBy: actor.id,
      limit: 2_000,
    });
    const reached = found.flatMap((store) => {
      const way = shipmentKind(from, store);
      return way !== null && (way === 'rebalancing') === (input.way === 'rebalancing') ? [{ ...store, way }] : [];
    });
    return { stores: reached.slice(0, MOST), more: reached.length > MOST };
  });
}

/** Officers who may keep a store of an office of the actor's region. */
export async function viewKeepers(tx: Tx, actor: Actor, input: { office: string }) {
  const office = await getOffice(tx, input.office);
  if (office.id !== actor.officeId) mustCoverOffice(actor, office.regionCode);
  const day = today(tx.ground.clock, actor.zone);
  return { keepers: await elevated(tx, () => listStoreKeepers(tx, { officeId: office.id, day })) };
}

/** Who has counted for a handover, by name and time. Numbers are for whoever decides, and only when both have counted. */
export async function viewHandover(tx: Tx, actor: Actor, input: { id: string }) {
  const store = await getStore(tx, input.id);
  if (store.officeId !== actor.officeId) mustCoverOffice(actor, store.regionCode);
  return elevated(tx, async () => {
    const since = new Date(tx.ground.clock.now().getTime() - HANDOVER_HOURS * 3_600_000);
    const counts = await listHandoverCounts(tx, { storeId: store.id, since });
    const staff = await listStoreKeepers(tx, { officeId: store.officeId, day: today(tx.ground.clock, actor.zone) });
    const party = store.keeperId === actor.id || counts.some(({ by }) => by === actor.id);
    const mayDecide = !party && actor.scopes.has('blank.hand_over') && covers(actor.jurisdiction, store.regionCode);
    const both = counts.some(({ by }) => by === store.keeperId) && counts.some(({ by }) => by !== store.keeperId);
    const told = mayDecide && both;
    const names = new Map(
      [...staff, ...counts.map(({ by, name }) => ({ id: by, name }))].map((each) => [each.id, each]),
    );
    const counterOf = ({ id, name }: { id: string; name: string }) => {
      const count = counts.find(({ by }) => by === id);
      return { id, name, countedAt: count?.at.toISOString() ?? null, counted: told && count ? count.counted : null };
    };
    const { keeperId } = store;
    const leaving = keeperId === null ? null : counterOf(names.get(keeperId) ?? { id: keeperId, name: keeperId });
    const arriving = [...names.values()].filter(({ id }) => id !== keeperId).map(counterOf);
    return {
      leaving,
      arriving: arriving.toSorted((a, b) => Number(b.countedAt !== null) - Number(a.countedAt !== null)),
      expected: told ? Number(await expectedAt(tx, store.id)) : null,
      mayCount: actor.scopes.has('blank.keep'),
      mayDecide,
    };
  });
}

/** What of a box the actor answers for: in the stock of his stores, or on its way to them and counted by him already. */
export async function viewBox(tx: Tx, actor: Actor, input: { code: string }) {
  return elevated(tx, async () => {
    const box = await findBox(tx, input.code);
    const spans = box ? await listInBox(tx, { code: box.code, keeperId: actor.id }) : [];
    if (!box || spans.length === 0) throw refuse('blank.box_not_here', { values: { box: input.code } });
    return { code: box.code, spans: spans.map(spanText) };
  });
}

/** Takes a movement back that left its blanks in a store of the actor's, and that nobody above him has decided. */
export async function reverseOwn(tx: Tx, actor: Actor, input: { id: string; reason: string }): Promise<string> {
  const done = await elevated(tx, () => findMovement(tx, input.id));
  if (!done) throw refuse('blank.movement_not_found');
  await getOwnStore(tx, actor, done.to.store);
  if (!KEEPER_REVERSES.includes(done.kind)) throw refuse('blank.not_reversible');
  return reverseMovement(tx, actor, input);
}
