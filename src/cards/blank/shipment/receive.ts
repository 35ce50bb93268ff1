/** A shipment arrives: counted blindly by somebody else, accepted when he counts what was sent, else a case with a deadline. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { newId, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { addDays, today } from '../../../core/time/index.ts';
import { moveBlanks } from '../movement/move.ts';
import { refuse } from '../refusals.ts';
import { countOf, DISCREPANCY_DAYS, ordered, type Span } from '../rules.ts';
import { findLastTally, insertDiscrepancy, insertTally } from '../tally/sql.ts';
import { getOpenShipment, getOwnStore } from './send.ts';
import { listOnTheWay, setShipmentState, spansWithout, type ShipmentRow } from './sql.ts';

export interface ShipmentCount {
  readonly id: string;
  readonly counted: bigint;
  readonly sealsWhole: boolean;
  readonly note?: string | null | undefined;
}

export interface Counted {
  readonly agrees: boolean;
  readonly round: number;
  /** What the sender had counted; told only now that the receiver has. */
  readonly sent: bigint;
  readonly counted: bigint;
}

/**
 * The receiving keeper counts. Where seals are whole and the count is the sender's, the blanks enter his stock in this act; else
 * nothing moves, and he counts again or reports the difference.
 */
export async function countShipment(tx: Tx, actor: Actor, given: ShipmentCount): Promise<Counted> {
  const shipment = await getOpenShipment(tx, given.id);
  await getOwnStore(tx, actor, shipment.toStore);
  if (shipment.sentBy === actor.id) throw refuse('blank.own_count');
  if (shipment.state === 'difference') throw refuse('blank.shipment_ended');
  const agrees = given.sealsWhole && given.counted === shipment.n;
  const id = newId();
  const { entryId } = await record(tx, actor, {
    label: 'blank.shipment_counted',
    facts: { shipment: shipment.id, counted: Number(given.counted), sealsWhole: given.sealsWhole, agrees },
  });
  const round = await elevated(tx, () =>
    insertTally(tx, {
      id,
      what: 'shipment',
      storeId: shipment.toStore,
      shipmentId: shipment.id,
      batchId: null,
      counted: given.counted,
      expected: shipment.n,
      sealsWhole: given.sealsWhole,
      spans: null,
      countedAt: tx.ground.clock.now(),
      countedBy: actor.id,
      note: given.note ?? null,
      entryId,
    }),
  );
  if (agrees) await accept(tx, actor, shipment, await elevated(tx, () => listOnTheWay(tx, shipment.id)));
  return { agrees, round, sent: shipment.n, counted: given.counted };
}

async function accept(tx: Tx, actor: Actor, shipment: ShipmentRow, spans: readonly Span[]): Promise<void> {
  await acceptPart(tx, actor, shipment, spans);
  await elevated(tx, () => setShipmentState(tx, shipment.id, 'accepted', tx.ground.clock.now()));
}

async function acceptPart(tx: Tx, actor: Actor, shipment: ShipmentRow, spans: readonly Span[]): Promise<void> {
  await moveBlanks(tx, actor, {
    kind: 'accepted',
    spans,
    from: { store: shipment.fromStore, state: 'IN_TRANSIT' },
    toStore: shipment.toStore,
    shipment: shipment.id,
  });
}

/**
 * What the receiver counted is not what was sent: he names the serials that are there, which he accepts; the others stay in the
 * sender's custody, and a case is open until a third person has decided what became of them.
 */
export async function reportDifference(
  tx: Tx,
  actor: Actor,
  given: { id: string; there: readonly Span[] },
): Promise<{ discrepancyId: Uuid | null; missing: bigint }> {
  const shipment = await getOpenShipment(tx, given.id);
  await getOwnStore(tx, actor, shipment.toStore);
  if (shipment.state === 'difference') throw refuse('blank.shipment_ended');
  const tally = await elevated(tx, () => findLastTally(tx, shipment.id));
  if (!tally) throw refuse('blank.count_first');
  if (tally.counted === shipment.n && tally.sealsWhole) throw refuse('blank.count_agrees');
  const { spans: there, twice } = ordered(given.there);
  if (twice !== null) throw refuse('blank.serial_twice', { values: { serial: String(twice) } });
  const onTheWay = await elevated(tx, () => listOnTheWay(tx, shipment.id));
  const [strange] = await elevated(tx, () => spansWithout(tx, there, onTheWay));
  if (strange) throw refuse('blank.not_in_shipment', { values: { serial: String(strange.first) } });
  const absent = await elevated(tx, () => spansWithout(tx, onTheWay, there));
  if (there.length > 0) await acceptPart(tx, actor, shipment, there);
  if (absent.length === 0) {
    // Everything is there after all: it was the first count that was wrong.
    await elevated(tx, () => setShipmentState(tx, shipment.id, 'accepted', tx.ground.clock.now()));
    return { discrepancyId: null, missing: 0n };
  }
  const id = newId();
  const missing = countOf(absent);
  const { entryId } = await record(tx, actor, {
    label: 'blank.discrepancy_opened',
    facts: { discrepancy: id, shipment: shipment.id, sent: Number(shipment.n), missing: Number(missing) },
  });
  const openedAt = tx.ground.clock.now();
  const dueOn = addDays(today(tx.ground.clock, actor.zone), DISCREPANCY_DAYS);
  await elevated(tx, async () => {
    await insertDiscrepancy(tx, {
      id,
      storeId: shipment.fromStore,
      shipmentId: shipment.id,
      tallyId: tally.id,
      expected: shipment.n,
      counted: shipment.n - missing,
      openedAt,
      dueOn,
      entryId,
    });
    await setShipmentState(tx, shipment.id, 'difference', null);
  });
  return { discrepancyId: id, missing };
}
