/** What an officer sees of somebody's cards. */
import type { Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import { record } from '../../core/ledger/index.ts';
import { getResident, nikOf } from '../../register/resident/index.ts';
import { uidText } from '../blank/index.ts';
import { listCardsOf, type CardRow } from './advance.ts';
import { findContact } from './holder/contact.ts';
import { maskedContact } from './holder/rules.ts';
import { findOpenRequest } from './request/sql.ts';
import { CARD_STATES } from './rules.ts';

export async function viewCards(tx: Tx, actor: Actor, input: { ref: string }) {
  const nik = nikOf(tx, input.ref);
  await getResident(tx, nik);
  const cards = await listCardsOf(tx, [nik]);
  const request = await findOpenRequest(tx, nik);
  const contact = await findContact(tx, nik);
  await record(tx, actor, { label: 'card.opened', subjects: [{ nik, detail: 'card' }], facts: { n: cards.length } });
  return {
    cards: cards.map((card) => cardView(actor, card)),
    request: request
      ? {
          id: request.id,
          number: request.number,
          kind: request.kind,
          state: request.state as 'waiting' | 'made',
          priority: request.priority,
          here: request.officeId === actor.officeId,
        }
      : null,
    contact: contact && maskedContact(contact),
  };
}

export function cardView(actor: Actor, card: CardRow) {
  return {
    id: card.id,
    serial: card.serial === null ? null : String(card.serial),
    uid: card.uid === null ? null : uidText(card.uid),
    kind: card.kind,
    state: card.state,
    since: card.since.toISOString(),
    valid: CARD_STATES[card.state].valid,
    printedOn: card.printedOn,
    validUntil: card.validUntil,
    replaceSince: card.replaceSince,
    replaceElements: card.replaceElements ? [...card.replaceElements] : null,
    here: card.officeId === actor.officeId,
  };
}
