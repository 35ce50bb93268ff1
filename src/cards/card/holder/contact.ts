/** Where messages about somebody's card go: taken down at the counter, sealed under his own key, shown to nobody in full. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { leaveMessages } from '../../../core/message/index.ts';
import { KeyDestroyed } from '../../../core/vault/index.ts';
import { getResident, nikOf } from '../../../register/resident/index.ts';
import { refuse } from '../refusals.ts';
import { maskedContact, readContact, type Contact, type ContactLanguage } from './rules.ts';
import { findContactRow, putContact } from './sql.ts';

/** As it was said at the counter, and the language in which the person is written to. */
export interface GivenContact {
  readonly text: string;
  readonly language: ContactLanguage;
}

interface KeptContact extends Contact {
  readonly language: ContactLanguage;
}

const placeOf = (nik: Nik) => ({ table: 'card.contact', row: nik, column: 'sealed' });
const FAULT = { faults: [{ path: 'contact', code: 'card.field.contact' }] };

/**
 * Takes down where messages go from now on; the contact before is told, so that nobody's messages are turned away unseen.
 * @throws Refusal `card.contact_malformed`
 */
export async function keepContact(tx: Tx, actor: Actor, nik: Nik, given: GivenContact): Promise<{ masked: string }> {
  const contact = readContact(given.text);
  if (!contact) throw refuse('card.contact_malformed', FAULT);
  return elevated(tx, async () => {
    const kept: KeptContact = { ...contact, language: given.language };
    const before = await findContact(tx, nik);
    const { entryId } = await record(tx, actor, { label: 'card.contact_kept', subjects: [{ nik, detail: 'card' }] });
    const sealed = tx.ground.vault.sealForPerson(nik, placeOf(nik), JSON.stringify(kept));
    const officerId = actor.kind === 'officer' ? actor.id : null;
    await putContact(tx, { nik, sealed, at: tx.ground.clock.now(), officerId, entryId });
    if (before && before.to !== kept.to)
      await leaveMessages(tx, [
        { ...addressed(before), key: 'card.message.contact_changed', values: { contact: maskedContact(kept) } },
      ]);
    return { masked: maskedContact(kept) };
  });
}

/** At the counter, without a request: the person lives in the officer's region. */
export async function keepContactOf(
  tx: Tx,
  actor: Actor,
  input: { ref: string; contact: string; language: ContactLanguage },
): Promise<{ masked: string }> {
  const nik = nikOf(tx, input.ref);
  await getResident(tx, nik);
  return keepContact(tx, actor, nik, { text: input.contact, language: input.language });
}

/** `null` for who gave none, and for who was erased. */
export async function findContact(tx: Tx, nik: Nik): Promise<KeptContact | null> {
  const row = await elevated(tx, () => findContactRow(tx, nik));
  if (!row) return null;
  try {
    return JSON.parse(tx.ground.vault.unsealForPerson(nik, placeOf(nik), row.sealed).toString()) as KeptContact;
  } catch (fault) {
    if (fault instanceof KeyDestroyed) return null;
    throw fault;
  }
}

/** Leaves a message to somebody, where he said where to; gives whether one was left. */
export async function tellHolder(
  tx: Tx,
  nik: Nik,
  key: string,
  values: (language: ContactLanguage) => Readonly<Record<string, string>>,
): Promise<boolean> {
  const contact = await findContact(tx, nik);
  if (!contact) return false;
  await leaveMessages(tx, [{ ...addressed(contact), key, values: values(contact.language) }]);
  return true;
}

const addressed = ({ channel, to, language }: KeptContact) => ({ channel, to, language });
