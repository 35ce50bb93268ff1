/**
 * Printing: exactly one blank an attempt. The books come first: before the printer moves, the blank is personalised and the card
 * printed; whatever happens to machine or power then, that blank is accounted for, and who printed says whether it came out well.
 */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { newId, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { today } from '../../../core/time/index.ts';
import { settlePackets } from '../../../recording/enrolment/index.ts';
import { moveBlanks, serialOf, uidOf } from '../../blank/index.ts';
import { advanceCards, findCard, type CardRow } from '../advance.ts';
import { refuse } from '../refusals.ts';
import type { Cause } from '../rules.ts';
import { mustBeGivenNow } from '../request/request.ts';
import { printingSteps } from '../request/rules.ts';
import { findRequestForUpdate, requestMade, requestWaits } from '../request/sql.ts';
import type { PrintFault } from './rules.ts';
import { findStoreOf, insertCard } from './sql.ts';

export interface Begun {
  readonly cardId: Uuid;
  readonly serial: bigint;
  readonly uid: bigint | null;
}

/**
 * Takes one blank out of the stock of the actor's office for a request that waits there: `what` is its serial or its chip's UID.
 * Two officers with one blank, or with one request: the second is refused and nothing of his has happened.
 * @throws Refusal `card.request_*`, `card.blank_elsewhere`, `blank.*`
 */
export async function beginPrinting(tx: Tx, actor: Actor, input: { id: string; what: string }): Promise<Begun> {
  const officeId = actor.officeId ?? '';
  return elevated(tx, async () => {
    const request = await findRequestForUpdate(tx, input.id);
    if (!request) throw refuse('card.request_not_found');
    if (request.officeId !== officeId) throw refuse('card.request_elsewhere');
    if (request.state !== 'waiting') throw refuse('card.request_not_waiting');
    const { resident, packet } = await mustBeGivenNow(tx, actor, request);
    const { serial, uid, storeId } = await blankAt(tx, officeId, input.what);
    const { nik, id: requestId, kind } = request;
    const cardId = newId();
    const { entryId } = await record(tx, actor, {
      label: 'card.printed',
      subjects: [{ nik, detail: 'card' }],
      facts: { card: cardId, request: requestId },
    });
    const spans = [{ first: serial, last: serial }];
    await moveBlanks(tx, actor, { kind: 'personalised', spans, from: { store: storeId, state: 'IN_STOCK' } });
    await insertCard(tx, {
      nik,
      id: cardId,
      serial,
      uid,
      kind,
      villageCode: resident.villageCode,
      officeId,
      officerId: actor.id,
      printedOn: today(tx.ground.clock, actor.zone),
      printedVersion: resident.version,
      // A citizen's is for life; a foreigner's ends with his permit (UU 24/2013 art. 64 (7)).
      validUntil: resident.nationality === 'IDN' ? null : resident.permitUntil,
      requestId,
      entryId,
    });
    await requestMade(tx, { nik, id: requestId, cardId, entryId });
    const steps = printingSteps(packet.status);
    if (steps.length > 0)
      await settlePackets(tx, actor, [
        { packet: packet.id, through: steps.slice(0, -1), status: steps.at(-1)!, why: null },
      ]);
    return { cardId, serial, uid };
  });
}

/** The blank that was typed or read, where it lies in a store of this office. */
async function blankAt(tx: Tx, officeId: string, what: string) {
  const found = await serialOf(tx, what);
  const store = found && (await findStoreOf(tx, found.serial));
  if (!found || store?.officeId !== officeId) throw refuse('card.blank_elsewhere', BLANK_FAULT);
  return { serial: found.serial, uid: found.uid ?? (await uidOf(tx, found.serial)), storeId: store.storeId };
}

const BLANK_FAULT = { faults: [{ path: 'what', code: 'card.field.blank' }] };

/** The attempt failed: blank and card are spoiled, with the reason, and the request waits again in its old place. */
export async function printFailed(
  tx: Tx,
  actor: Actor,
  input: { id: string; fault: PrintFault; note?: string | null | undefined },
): Promise<void> {
  await elevated(tx, async () => {
    const card = await findCard(tx, input.id, 'change');
    if (!card) throw refuse('card.not_found');
    if (card.officeId !== actor.officeId) throw refuse('card.elsewhere');
    if (card.state !== 'PRINTED') throw refuse('card.wrong_state', { detail: card.state });
    const reason = [input.fault, input.note].filter(Boolean).join(': ');
    await spoilCard(tx, actor, card, { cause: 'misprint', reason, label: 'card.spoiled' });
  });
}

/** A card that nobody will get: its blank is spoiled with it, and whoever waited for it waits again. */
export async function spoilCard(
  tx: Tx,
  actor: Actor,
  card: CardRow,
  how: { cause: Cause; reason: string; label: string },
): Promise<void> {
  const { nik, id: cardId, serial, requestId } = card;
  const { cause, reason } = how;
  const { entryId } = await advanceCards(tx, actor, how.label, [{ nik, cardId, to: 'SPOILED', cause, reason }]);
  const request = requestId === null ? undefined : await findRequestForUpdate(tx, requestId);
  if (request?.state === 'made' && request.cardId === cardId) {
    await requestWaits(tx, { nik, id: request.id, entryId });
    await settlePackets(tx, actor, [{ packet: request.packetId, status: 'PRINT_READY_RECORD', why: reason }]);
  }
  const store = serial === null ? undefined : await findStoreOf(tx, serial);
  if (serial === null || !store) return;
  const spans = [{ first: serial, last: serial }];
  await moveBlanks(tx, actor, {
    kind: 'spoiled',
    spans,
    from: { store: store.storeId, state: 'PERSONALISED' },
    reason,
  });
}
