/** Counts of what lies still: a delivery, a stock. Blind: whoever counts is told what should be there only after he has counted. */
import { mustCover, NATION, type Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { newId, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { addDays, today } from '../../../core/time/index.ts';
import { findDelivery } from '../delivery/sql.ts';
import { moveBlanks } from '../movement/move.ts';
import { balanceOf } from '../movement/sql.ts';
import { refuse } from '../refusals.ts';
import { COUNT_WAITS_HOURS, DISCREPANCY_DAYS } from '../rules.ts';
import { getOwnStore } from '../shipment/send.ts';
import { getStore } from '../store/store.ts';
import { expectedAt, insertDiscrepancy, insertTally, type TallyRow } from './sql.ts';

export interface CountDone {
  readonly tallyId: Uuid;
  readonly agrees: boolean;
  readonly round: number;
  readonly expected: bigint;
}

interface Counting {
  readonly what: TallyRow['what'];
  readonly storeId: string;
  readonly batchId: string | null;
  readonly counted: bigint;
  readonly expected: bigint;
  readonly note: string | null;
  /** When it was counted; now, where it was not kept on a device. */
  readonly at?: Date;
}

/** Enters one count with its entry in the log. */
export async function enterCount(tx: Tx, actor: Actor, given: Counting): Promise<CountDone & { entryId: string }> {
  const tallyId = newId();
  const { what, storeId, counted, expected } = given;
  const agrees = counted === expected;
  const { entryId } = await record(tx, actor, {
    label: 'blank.counted',
    facts: { tally: tallyId, what, store: storeId, counted: Number(counted), agrees },
  });
  const when = { countedAt: given.at ?? tx.ground.clock.now(), countedBy: actor.id };
  const more = { id: tallyId, shipmentId: null, sealsWhole: null, spans: null, ...when, entryId };
  const round = await elevated(tx, () => insertTally(tx, { ...given, ...more }));
  return { tallyId, agrees, round, expected, entryId };
}

/** Somebody who did not record the delivery counts it; what agrees enters the stock. */
export async function countDelivery(
  tx: Tx,
  actor: Actor,
  given: { batchId: string; counted: bigint; note?: string | null | undefined },
): Promise<CountDone> {
  // What the supplier brings lies at the centre.
  mustCover(actor, NATION.code);
  const delivery = await elevated(tx, () => findDelivery(tx, given.batchId));
  if (!delivery) throw refuse('blank.batch_not_found');
  if (delivery.recordedBy === actor.id) throw refuse('blank.own_count');
  if (delivery.spans.length === 0) throw refuse('blank.delivery_counted');
  const { n: expected, storeId, spans } = delivery;
  const note = given.note ?? null;
  const done = await enterCount(tx, actor, {
    what: 'delivery',
    storeId,
    batchId: given.batchId,
    counted: given.counted,
    expected,
    note,
  });
  if (done.agrees)
    await moveBlanks(tx, actor, { kind: 'counted_in', spans, from: { store: storeId, state: 'RECEIVED' } });
  return done;
}

/** The keeper, or whoever inspects the region, counts a store (opname). A difference is told, and reported by `openDifference`. */
export async function countStock(tx: Tx, actor: Actor, given: StockCount): Promise<CountDone> {
  const store = await getStore(tx, given.storeId);
  mustInspect(actor, store);
  const at = momentOf(tx, given.countedAt);
  const expected = await elevated(tx, () => (at ? expectedThen(tx, store.id, at) : expectedAt(tx, store.id)));
  const note = given.note ?? null;
  return enterCount(tx, actor, {
    what: 'stock',
    storeId: store.id,
    batchId: null,
    counted: given.counted,
    expected,
    note,
    ...(at && { at }),
  });
}

export interface StockCount {
  readonly storeId: string;
  readonly counted: bigint;
  readonly note?: string | null | undefined;
  /** When it was counted, of a count that waited on a device: it is held against the books of that moment. */
  readonly countedAt?: string | undefined;
}

/** The keeper counts his store; so does whoever is of its office or answers for its region. */
export function mustInspect(
  actor: Actor,
  store: { keeperId: string | null; officeId: string; regionCode: string },
): void {
  if (store.keeperId !== actor.id && store.officeId !== actor.officeId) mustCover(actor, store.regionCode);
}

/** The moment of a count that was kept on a device; a clock ahead of ours counts as now. Refuses one of days ago. */
function momentOf(tx: Tx, countedAt: string | undefined): Date | null {
  if (countedAt === undefined) return null;
  const [now, at] = [tx.ground.clock.now(), new Date(countedAt)];
  if (now.getTime() - at.getTime() > COUNT_WAITS_HOURS * 3_600_000)
    throw refuse('blank.count_old', { values: { hours: COUNT_WAITS_HOURS } });
  return at < now ? at : now;
}

async function expectedThen(tx: Tx, storeId: string, at: Date): Promise<bigint> {
  return (await balanceOf(tx, [storeId], at)).get(storeId)!.inStock;
}

/** The keeper of a store whose count differs opens the case; it ends by an explanation or by blanks that are missing. */
export async function openDifference(tx: Tx, actor: Actor, given: StockCount): Promise<{ discrepancyId: Uuid }> {
  await getOwnStore(tx, actor, given.storeId);
  const done = await countStock(tx, actor, given);
  if (done.agrees) throw refuse('blank.count_agrees');
  const id = newId();
  const { expected } = done;
  const { entryId } = await record(tx, actor, {
    label: 'blank.discrepancy_opened',
    facts: { discrepancy: id, store: given.storeId, expected: Number(expected), counted: Number(given.counted) },
  });
  const dueOn = addDays(today(tx.ground.clock, actor.zone), DISCREPANCY_DAYS);
  const openedAt = tx.ground.clock.now();
  const { storeId, counted } = given;
  await elevated(tx, () =>
    insertDiscrepancy(tx, {
      id,
      storeId,
      shipmentId: null,
      tallyId: done.tallyId,
      expected,
      counted,
      openedAt,
      dueOn,
      entryId,
    }),
  );
  return { discrepancyId: id };
}
