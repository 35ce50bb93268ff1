/** A shipment leaves: sealed, counted by the sender, in his custody until somebody else has counted the same. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { newId, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { today } from '../../../core/time/index.ts';
import { moveBlanks } from '../movement/move.ts';
import { refuse } from '../refusals.ts';
import { countOf, ordered, shipmentKind, type Span } from '../rules.ts';
import type { ShipmentKind, Store } from '../schema.ts';
import { getStore } from '../store/store.ts';
import { holdShipment, insertShipment, listOnTheWay, nextNumber, setShipmentState, type ShipmentRow } from './sql.ts';

export interface Sending {
  readonly fromStore: string;
  readonly toStore: string;
  readonly spans: readonly Span[];
  readonly seals: readonly string[];
  readonly carrier: string;
  readonly expectedOn: string;
}

/** The store, kept by this officer. @throws Refusal `blank.not_keeper` */
export async function getOwnStore(tx: Tx, actor: Actor, id: string): Promise<Store> {
  const store = await getStore(tx, id);
  if (store.keeperId !== actor.id) throw refuse('blank.not_keeper');
  return store;
}

/** Sends blanks to the next store of the line. A rebalancing between neighbours goes by `rebalance`, which two persons decide. */
export async function sendShipment(tx: Tx, actor: Actor, given: Sending): Promise<{ id: Uuid; number: string }> {
  const from = await getOwnStore(tx, actor, given.fromStore);
  const to = await getStore(tx, given.toStore);
  const kind = shipmentKind(from, to);
  if (kind === null) throw refuse('blank.no_route');
  if (kind === 'rebalancing') throw refuse('blank.rebalance_needs_approval');
  return dispatch(tx, actor, given, kind);
}

/** Carries out a shipment whose right was checked. `sentBy`: the keeper who sends, where another one has approved it. */
export async function dispatch(
  tx: Tx,
  actor: Actor,
  given: Sending,
  kind: ShipmentKind,
  sentBy = actor.id,
): Promise<{ id: Uuid; number: string }> {
  if (given.seals.length === 0) throw refuse('blank.no_seal');
  const { spans, twice } = ordered(given.spans);
  if (spans.length === 0) throw refuse('blank.no_serials');
  if (twice !== null) throw refuse('blank.serial_twice', { values: { serial: String(twice) } });
  const id = newId();
  const n = countOf(spans);
  const number = await shipmentNumber(tx, actor);
  const { fromStore, toStore, seals, carrier, expectedOn } = given;
  const { entryId } = await record(tx, actor, {
    label: 'blank.shipment_sent',
    facts: { shipment: id, kind, n: Number(n), from: fromStore, to: toStore, seals: seals.length },
  });
  const sentAt = tx.ground.clock.now();
  await elevated(tx, () =>
    insertShipment(tx, {
      id,
      number,
      kind,
      fromStore,
      toStore,
      carried: 'IN_STOCK',
      n,
      seals,
      carrier,
      expectedOn,
      sentAt,
      sentBy,
      entryId,
    }),
  );
  await moveBlanks(tx, actor, { kind: 'sent', spans, from: { store: fromStore, state: 'IN_STOCK' }, shipment: id });
  return { id, number };
}

/** `470/0042/BAST-BLANGKO/2018`: one series a year for the nation. */
async function shipmentNumber(tx: Tx, actor: Actor): Promise<string> {
  const year = today(tx.ground.clock, actor.zone).slice(0, 4);
  const n = await elevated(tx, () => nextNumber(tx, `shipment ${year}`));
  return `470/${String(n).padStart(4, '0')}/BAST-BLANGKO/${year}`;
}

/** The shipment that is still open. */
export async function getOpenShipment(tx: Tx, id: string): Promise<ShipmentRow> {
  const shipment = await elevated(tx, () => holdShipment(tx, id));
  if (!shipment) throw refuse('blank.shipment_not_found');
  if (shipment.endedAt) throw refuse('blank.shipment_ended');
  return shipment;
}

/** What came back unopened goes into the sender's stock again; he counts it himself, as it never left his custody. */
export async function takeBack(tx: Tx, actor: Actor, input: { id: string; reason: string }): Promise<void> {
  const shipment = await getOpenShipment(tx, input.id);
  await getOwnStore(tx, actor, shipment.fromStore);
  const spans = await elevated(tx, () => listOnTheWay(tx, shipment.id));
  await moveBlanks(tx, actor, {
    kind: 'sent_back',
    spans,
    from: { store: shipment.fromStore, state: 'IN_TRANSIT' },
    shipment: shipment.id,
    reason: input.reason,
  });
  await record(tx, actor, { label: 'blank.shipment_returned', facts: { shipment: shipment.id } });
  await elevated(tx, () => setShipmentState(tx, shipment.id, 'returned', tx.ground.clock.now()));
}
