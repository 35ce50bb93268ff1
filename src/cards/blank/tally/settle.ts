/** How a difference ends: by an explanation, or by blanks that are missing and stay on the account of whoever had them. */
import { mustCover, type Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import type { Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { moveBlanks } from '../movement/move.ts';
import { refuse } from '../refusals.ts';
import { countOf, type Span } from '../rules.ts';
import { holdShipment, listOnTheWay, setShipmentState } from '../shipment/sql.ts';
import { getStore } from '../store/store.ts';
import { closeDiscrepancy, holdDiscrepancy, type DiscrepancyRow } from './sql.ts';

export interface Settling {
  readonly id: string;
  readonly explanation: string;
  /** `arrived`: they are with the receiver after all; `kept`: the sender never sent them; `missing`: nobody has them. */
  readonly outcome: 'arrived' | 'kept' | 'recounted' | 'missing';
  /** Of a stock: which serials are missing, as many as the difference. A shipment knows its own. */
  readonly missing?: readonly Span[];
}

/** A third person decides, whose region holds the store: neither its keeper nor whoever counted or sent. */
export async function settleDifference(tx: Tx, actor: Actor, given: Settling): Promise<void> {
  const open = await elevated(tx, () => holdDiscrepancy(tx, given.id));
  if (!open) throw refuse('blank.discrepancy_not_found');
  if (open.state !== 'open') throw refuse('blank.discrepancy_closed');
  const store = await getStore(tx, open.storeId);
  mustCover(actor, store.regionCode);
  if (store.keeperId === actor.id) throw refuse('blank.discrepancy_own');
  const lostBy = open.shipmentId
    ? await settleShipment(tx, actor, open, open.shipmentId, given)
    : await settleStock(tx, actor, open, given);
  await record(tx, actor, {
    label: 'blank.discrepancy_closed',
    facts: { discrepancy: open.id, outcome: given.outcome, difference: Number(open.expected - open.counted) },
  });
  const state = given.outcome === 'missing' ? 'missing' : 'explained';
  const { explanation } = given;
  const at = tx.ground.clock.now();
  await elevated(tx, () => closeDiscrepancy(tx, { id: open.id, state, explanation, at, by: actor.id, lostBy }));
}

/** Gives the movement by which blanks were declared missing, if they were. */
async function settleShipment(
  tx: Tx,
  actor: Actor,
  open: DiscrepancyRow,
  shipmentId: string,
  { outcome, explanation: reason }: Settling,
): Promise<Uuid | null> {
  const shipment = (await elevated(tx, () => holdShipment(tx, shipmentId)))!;
  const receiver = await getStore(tx, shipment.toStore);
  if (receiver.keeperId === actor.id || shipment.sentBy === actor.id) throw refuse('blank.discrepancy_own');
  const spans = await elevated(tx, () => listOnTheWay(tx, shipmentId));
  const from = { store: open.storeId, state: 'IN_TRANSIT' } as const;
  const shared = { spans, from, shipment: shipmentId, reason };
  let lostBy: Uuid | null = null;
  switch (outcome) {
    case 'arrived':
      await moveBlanks(tx, actor, { kind: 'accepted', toStore: receiver.id, ...shared });
      break;
    case 'kept':
    case 'recounted':
      await moveBlanks(tx, actor, { kind: 'sent_back', ...shared });
      break;
    case 'missing':
      lostBy = await moveBlanks(tx, actor, { kind: 'missed', ...shared });
      break;
  }
  await elevated(tx, () => setShipmentState(tx, shipmentId, 'accepted', tx.ground.clock.now()));
  return lostBy;
}

async function settleStock(tx: Tx, actor: Actor, open: DiscrepancyRow, given: Settling): Promise<Uuid | null> {
  if (given.outcome !== 'missing') return null;
  const n = open.expected - open.counted;
  if (n < 0n) throw refuse('blank.surplus');
  const spans = given.missing ?? [];
  if (countOf(spans) !== n) throw refuse('blank.missing_serials', { values: { n: Number(n) } });
  const from = { store: open.storeId, state: 'IN_STOCK' } as const;
  return moveBlanks(tx, actor, { kind: 'missed', spans, from, reason: given.explanation });
}
