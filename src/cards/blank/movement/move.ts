/** One movement of blanks: the one way in which anything changes its account. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { newId, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { refuse } from '../refusals.ts';
import { countOf, MOVES, ordered, REVERSIBLE, type MoveKind, type Span, type State } from '../rules.ts';
import {
  findLying,
  findMovement,
  firstElsewhere,
  insertLots,
  insertMovement,
  lockStores,
  shiftLots,
  type Place,
} from './sql.ts';

export interface MoveGiven {
  readonly kind: Exclude<MoveKind, 'delivered' | 'reversed'>;
  readonly spans: readonly Span[];
  /** The state must be one of the kind's. */
  readonly from: Place;
  /** Where they go when the custodian changes. */
  readonly toStore?: string;
  /** Of what is on its way: the shipment it is in, before and after. */
  readonly shipment?: string | null;
  readonly reason?: string | null;
  readonly occurredAt?: Date;
}

/**
 * Moves blanks from one account to another, all or none, with its entry in the log; gives the movement. Refuses a serial
 * that does not lie there (naming the first), one that an incident has frozen, one that is named twice, a store without a keeper.
 */
export async function moveBlanks(tx: Tx, actor: Actor, given: MoveGiven): Promise<Uuid> {
  const { kind, from } = given;
  const rule = MOVES[kind];
  if (!(rule.from as readonly State[]).includes(from.state)) throw new Error(`${kind} does not begin at ${from.state}`);
  if ((rule.custodian === 'other') !== (given.toStore !== undefined && given.toStore !== from.store))
    throw new Error(`${kind} between ${from.store} and ${given.toStore}`);
  const to: Place = { store: given.toStore ?? from.store, state: rule.to };
  return carryOut(tx, actor, { ...given, kind, to, reverses: null });
}

interface Carried extends Omit<MoveGiven, 'kind'> {
  readonly kind: MoveKind;
  readonly to: Place;
  readonly reverses: string | null;
}

async function carryOut(tx: Tx, actor: Actor, given: Carried): Promise<Uuid> {
  const { kind, from, to } = given;
  const spans = distinct(given.spans);
  const shipment = given.shipment ?? null;
  return elevated(tx, async () => {
    await mustBeKept(tx, [from.store, to.store]);
    await mustLie(tx, spans, from, from.state === 'IN_TRANSIT' ? shipment : null);
    await shiftLots(
      tx,
      spans,
      { ...from, shipment: from.state === 'IN_TRANSIT' ? shipment : null },
      { ...to, shipment: to.state === 'IN_TRANSIT' ? shipment : null },
    );
    const n = countOf(spans);
    return enter(tx, actor, { ...given, kind, spans, n, shipment, from, to });
  });
}

async function enter(
  tx: Tx,
  actor: Actor,
  given: Omit<Carried, 'from'> & { from: Place | null; n: bigint; shipment: string | null },
): Promise<Uuid> {
  const { kind, from, to, spans, n, shipment } = given;
  const id = newId();
  const now = tx.ground.clock.now();
  const facts = { movement: id, kind, n: Number(n), from: from?.store ?? null, to: to.store, shipment };
  const { entryId } = await record(tx, actor, { label: 'blank.moved', facts });
  await insertMovement(tx, {
    id,
    kind,
    occurredAt: given.occurredAt ?? now,
    recordedAt: now,
    from,
    to,
    n,
    spans,
    shipmentId: shipment,
    reverses: given.reverses,
    reason: given.reason ?? null,
    officerId: actor.id,
    entryId,
  });
  return id;
}

/** Blanks of a batch enter the system at the store that received them, not counted yet. Refuses serials that were delivered before. */
export async function deliverBlanks(
  tx: Tx,
  actor: Actor,
  given: { batch: string; store: string; spans: readonly Span[]; occurredAt?: Date },
): Promise<Uuid> {
  const spans = distinct(given.spans);
  const to: Place = { store: given.store, state: 'RECEIVED' };
  return elevated(tx, async () => {
    await mustBeKept(tx, [given.store]);
    await insertLots(tx, spans, { ...to, batch: given.batch });
    const n = countOf(spans);
    const { occurredAt } = given;
    const more = occurredAt ? { occurredAt } : {};
    return enter(tx, actor, { kind: 'delivered', spans, n, from: null, to, shipment: null, reverses: null, ...more });
  });
}

/** Takes a movement back by one that reverses it: nothing is edited. Refuses where the serials have gone on since. */
export async function reverseMovement(tx: Tx, actor: Actor, input: { id: string; reason: string }): Promise<Uuid> {
  const done = await elevated(tx, () => findMovement(tx, input.id));
  if (!done) throw refuse('blank.movement_not_found');
  if (!REVERSIBLE.includes(done.kind) || !done.from) throw refuse('blank.not_reversible');
  return carryOut(tx, actor, {
    kind: 'reversed',
    spans: done.spans,
    from: done.to,
    to: done.from,
    shipment: done.shipmentId,
    reason: input.reason,
    reverses: done.id,
  });
}

function distinct(given: readonly Span[]): readonly Span[] {
  if (given.length === 0) throw refuse('blank.no_serials');
  const { spans, twice } = ordered(given);
  if (twice !== null) throw refuse('blank.serial_twice', { values: { serial: String(twice) } });
  return spans;
}

async function mustBeKept(tx: Tx, stores: readonly string[]): Promise<void> {
  const locked = await lockStores(tx, stores);
  if (locked.length < new Set(stores).size) throw refuse('blank.store_not_found');
  if (locked.some(({ keeper }) => keeper === null)) throw refuse('blank.no_keeper');
}

async function mustLie(tx: Tx, spans: readonly Span[], place: Place, shipment: string | null): Promise<void> {
  const { here, frozen } = await findLying(tx, spans, place, shipment);
  if (here < countOf(spans)) {
    const serial = await firstElsewhere(tx, spans, place);
    throw refuse('blank.not_here', { values: { serial: serial ?? '' } });
  }
  if (frozen > 0n) throw refuse('blank.frozen', { values: { n: Number(frozen) } });
}
