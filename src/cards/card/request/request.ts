/** Somebody asks for a card: at the counter, or by an application that was accepted. */
import { mustCover, type Actor } from '../../../core/access/index.ts';
import { elevated, run, sql, type Tx } from '../../../core/db/index.ts';
import { newId, type Nik, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { today } from '../../../core/time/index.ts';
import { findKnown } from '../../../recording/enrolment/index.ts';
import { nikOf, placeLine, type Resident } from '../../../register/resident/index.ts';
import { advanceCards, listCardsOf, type CardRow } from '../advance.ts';
import { keepContact, type GivenContact } from '../holder/contact.ts';
import { nextRequestNumber } from '../holder/sql.ts';
import { endLoss } from '../loss/loss.ts';
import { refuse } from '../refusals.ts';
import type { ContactLanguage } from '../holder/rules.ts';
import { printable, priorityOf, whyNot, type RequestKind } from './rules.ts';
import {
  endRequests,
  findOpenRequest,
  findRequestForUpdate,
  insertRequest,
  listQueue,
  type RequestRow,
} from './sql.ts';

export interface Asked {
  readonly kind: RequestKind;
  /** The person is a victim of a disaster. */
  readonly disaster?: boolean | undefined;
  /** Of a lost card: the number of the police's letter. */
  readonly policeLetter?: string | null | undefined;
  readonly note?: string | null | undefined;
  /** Where messages about the card go, as it was said at the counter. */
  readonly contact?: GivenContact | null | undefined;
}

/**
 * Enters a request for somebody who may have this card, at the actor's office. A first card and a changed one are asked for where
 * one lives; a lost or damaged one with the same data anywhere. A lost card is from now on lost, whatever is found later.
 * @throws Refusal `card.request.*`, `card.police_letter_missing`, `card.not_found`
 */
export async function requestCard(
  tx: Tx,
  actor: Actor,
  nik: Nik,
  asked: Asked,
  application: { readonly id: string; readonly number: string } | null = null,
): Promise<{ id: Uuid; priority: number; number: string }> {
  const { officeId } = actor;
  if (!officeId) throw refuse('card.no_office');
  return elevated(tx, async () => {
    const { resident, packet, cards } = await mustBeGiven(tx, actor, nik, asked);
    const replaced = asked.kind === 'first' ? undefined : presentOf(cards);
    const priority = priorityOf({
      kind: asked.kind,
      disaster: asked.disaster ?? false,
      hasLetter: await hasLetter(tx, nik),
    });
    const id = newId();
    const number = application?.number ?? (await numberFor(tx, actor, resident));
    const { entryId } = await record(tx, actor, {
      label: 'card.requested',
      subjects: [{ nik, detail: 'card' }],
      facts: { request: id, kind: asked.kind, priority },
    });
    await insertRequest(tx, {
      nik,
      id,
      number,
      kind: asked.kind,
      priority,
      villageCode: resident.villageCode,
      officeId,
      packetId: packet.id,
      replaces: replaced?.id ?? null,
      requestedAt: tx.ground.clock.now(),
      requestedBy: actor.id,
      applicationId: application?.id ?? null,
      policeLetter: asked.policeLetter ?? null,
      note: asked.note ?? null,
      entryId,
    });
    if (asked.contact) await keepContact(tx, actor, nik, asked.contact);
    if (asked.kind === 'loss') await lose(tx, actor, cards, asked.policeLetter!);
    return { id, priority, number };
  });
}

/** What the person takes home to ask about his card: `K3175-20181211-0007`, of the regency where he lives. */
function numberFor(tx: Tx, actor: Actor, { villageCode }: Resident): Promise<string> {
  const day = today(tx.ground.clock, actor.zone).replaceAll('-', '');
  return nextRequestNumber(tx, `K${villageCode.slice(0, 4)}-${day}`);
}

/** Refuses whom no such card can be given; gives what it will be made of. Looks over the nation. */
export async function mustBeGiven(tx: Tx, actor: Actor, nik: Nik, asked: Asked) {
  const day = today(tx.ground.clock, actor.zone);
  const known = await findKnown(tx, nik, day);
  if (!known) throw refuse('card.person_not_found');
  const { resident, packets } = known;
  if (asked.kind === 'first' || asked.kind === 'change') mustCover(actor, resident.villageCode);
  const cards = await listCardsOf(tx, [nik]);
  const why = whyNot(asked.kind, { resident, packets, cards, day });
  if (why) throw refuse(`card.request.${why}`);
  if (asked.kind === 'loss' && !asked.policeLetter) throw refuse('card.police_letter_missing', LETTER_FAULT);
  if (await findOpenRequest(tx, nik)) throw refuse('card.request.open');
  return { resident, packet: printable(packets)!, cards };
}

/** The same of a request that waits, when it is printed: meanwhile he may have died. */
export async function mustBeGivenNow(tx: Tx, actor: Actor, request: RequestRow) {
  const day = today(tx.ground.clock, actor.zone);
  const known = await findKnown(tx, request.nik, day);
  if (!known) throw refuse('card.person_not_found');
  const cards = await listCardsOf(tx, [request.nik]);
  const why = whyNot(request.kind, { ...known, cards, day });
  const packet = printable(known.packets);
  if (why || !packet) throw refuse(`card.request.${why ?? 'not_ready'}`);
  return { resident: known.resident, packet };
}

const LETTER_FAULT = { faults: [{ path: 'policeLetter', code: 'card.field.police_letter' }] };

/** The card that somebody has now: the newest of those that are or may be in his hands. */
export function presentOf(cards: readonly CardRow[]): CardRow | undefined {
  const order = ['VALID', 'SUSPENDED', 'LOST', 'INVALID'] as const;
  return order.flatMap((state) => cards.filter((card) => card.state === state && !card.stranded))[0];
}

async function lose(tx: Tx, actor: Actor, cards: readonly CardRow[], reason: string): Promise<void> {
  const gone = cards.filter(({ state }) => state === 'VALID' || state === 'SUSPENDED');
  if (gone.length === 0) return;
  const { entryId } = await advanceCards(
    tx,
    actor,
    'card.lost',
    gone.map(({ nik, id }) => ({ nik, cardId: id, to: 'LOST', cause: 'reported_lost', reason })),
  );
  for (const card of gone) await endLoss(tx, actor, card, { policeLetter: reason, entryId });
}

/** Whether a temporary letter of his is still in force. */
async function hasLetter(tx: Tx, nik: Nik): Promise<boolean> {
  const day = today(tx.ground.clock, 'Asia/Jakarta');
  const n = await run(
    tx,
    sql`select 1 from card.letter l where l.nik = ${nik}::bigint and l.valid_until >= ${day} limit 1`,
  );
  return n > 0;
}

export async function requestAtCounter(
  tx: Tx,
  actor: Actor,
  input: Omit<Asked, 'contact'> & { ref: string; contact?: string | null | undefined; language: ContactLanguage },
) {
  const { ref, contact, language, ...asked } = input;
  return requestCard(tx, actor, nikOf(tx, ref), { ...asked, contact: contact ? { text: contact, language } : null });
}

/** Taken back before it was printed. */
export async function withdrawRequest(tx: Tx, actor: Actor, input: { id: string; reason: string }): Promise<void> {
  const request = await findRequestForUpdate(tx, input.id);
  if (!request) throw refuse('card.request_not_found');
  if (request.officeId !== actor.officeId) throw refuse('card.request_elsewhere');
  if (request.state !== 'waiting') throw refuse('card.request_not_waiting');
  const { nik, id } = request;
  const { entryId } = await record(tx, actor, {
    label: 'card.request_withdrawn',
    subjects: [{ nik, detail: 'card' }],
    facts: { request: id },
  });
  await endRequests(tx, [{ nik, id, state: 'ended', why: input.reason }], entryId);
}

/** Who waits at the actor's office, in the order in which blanks are given out. */
export async function viewQueue(tx: Tx, actor: Actor, input: { limit: number }) {
  const { waiting, rows } = await elevated(tx, () =>
    listQueue(tx, { officeId: actor.officeId ?? '', limit: input.limit }),
  );
  const subjects = rows.map(({ nik }) => ({ nik, detail: 'card' }));
  await record(tx, actor, { label: 'card.queue_listed', subjects, facts: { n: rows.length } });
  return {
    waiting,
    requests: rows.map(({ nik, villageCode, requestedAt, ...row }) => ({
      ...row,
      ref: tx.ground.personRefs.of(nik),
      nik,
      place: placeLine(tx, villageCode),
      requestedAt: requestedAt.toISOString(),
    })),
  };
}

/** Of the dead, the departed and the merged nobody prints a card any more. */
export async function endRequestsOf(tx: Tx, actor: Actor, gone: readonly Resident[], why: string): Promise<void> {
  const open = [];
  for (const { nik } of gone) {
    const request = await findOpenRequest(tx, nik);
    if (request) open.push({ nik, id: request.id, state: 'ended' as const, why });
  }
  if (open.length === 0) return;
  const subjects = open.map(({ nik }) => ({ nik, detail: 'card' }));
  const { entryId } = await record(tx, actor, { label: 'card.request_withdrawn', subjects, facts: { n: open.length } });
  await endRequests(tx, open, entryId);
}
