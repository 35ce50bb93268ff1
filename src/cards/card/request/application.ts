/** An application for a card: checked when it is handed in, and a request in the queue once it is accepted. */
import { z } from 'zod';
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { asNik } from '../../../core/id/index.ts';
import { inTransaction } from '../../../core/notice/index.ts';
import {
  applicationsAccepted,
  applicationsSubmitted,
  setOutcome,
  withinDetails,
  type ApplicationNotice,
} from '../../../register/application/index.ts';
import { textShape } from '../../../register/resident/schema.ts';
import type { GivenContact } from '../holder/contact.ts';
import { readContact } from '../holder/rules.ts';
import { refuse } from '../refusals.ts';
import { mustBeGiven, requestCard, type Asked } from './request.ts';
import type { RequestKind } from './rules.ts';

const KINDS: Readonly<Record<string, RequestKind>> = {
  'card.first': 'first',
  'card.change': 'change',
  'card.damage': 'damage',
  'card.loss': 'loss',
};

const detailsShape = z.object({
  note: textShape(500).nullable().optional(),
  disaster: z.boolean().optional(),
  policeLetter: textShape(60).nullable().optional(),
});

/** What is asked for. The police's letter is among the documents, checked by an officer; its number may be written in too. */
function askedBy({ kind, details, id }: ApplicationNotice): Asked | null {
  const card = KINDS[kind];
  if (!card) return null;
  const parsed = detailsShape.safeParse(details);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path }) => ({
      path: `details.${path.join('.')}`,
      code: 'field.not_fitting',
    }));
    throw refuse('card.application_details', { faults });
  }
  const letter = parsed.data.policeLetter ?? `permohonan ${id}`;
  return { ...parsed.data, kind: card, policeLetter: card === 'loss' ? letter : null };
}

const personOf = ({ subjectNik, applicantNik }: ApplicationNotice) => asNik(subjectNik ?? applicantNik);

async function check(tx: Tx, actor: Actor, item: ApplicationNotice): Promise<void> {
  const asked = askedBy(item);
  if (asked) await elevated(tx, () => withinDetails(() => mustBeGiven(tx, actor, personOf(item), asked)));
}

/**
 * Where messages go, if the application says so: the applicant's own words, so of his own card alone, and only where they can be
 * written to.
 */
function contactOf({ contact, subjectNik, applicantNik }: ApplicationNotice): GivenContact | null {
  const own = subjectNik === null || subjectNik === applicantNik;
  return own && contact && readContact(contact) ? { text: contact, language: 'id' } : null;
}

async function enter(tx: Tx, actor: Actor, item: ApplicationNotice): Promise<void> {
  const asked = askedBy(item);
  if (!asked) return;
  const nik = personOf(item);
  const contact = contactOf(item);
  const { id } = await withinDetails(() => requestCard(tx, actor, nik, { ...asked, contact }, item));
  await setOutcome(tx, item.id, id);
}

export const cardServices = [
  inTransaction(applicationsSubmitted, 'card.check_application', async (tx, actor, items) => {
    for (const item of items) await check(tx, actor, item);
  }),
  inTransaction(applicationsAccepted, 'card.enter_request', async (tx, actor, items) => {
    for (const item of items) await enter(tx, actor, item);
  }),
];
