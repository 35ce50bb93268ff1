/** The people of an institution: invited by the ministry or by its own administrator, and ended by either. */
import { covers, NATION, type Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { newId } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { leaveMessages } from '../../../core/message/index.ts';
import { codeHash, hashPassword, newPseudonym, spokenCode } from '../../../register/officer/index.ts';
import { refuse } from '../refusals.ts';
import { INVITATION_HOURS, MOST_PEOPLE, type Role } from './rules.ts';
import type { Invitation, Person } from './schema.ts';
import {
  activate,
  countPeople,
  endPerson as markEnded,
  endSessions,
  findActive,
  findPerson,
  holdInstitution,
  insertPerson,
  institutionName,
  listPeople,
  replaceCode,
  type PersonRow,
} from './sql.ts';

/** Under which address the invited reach us. */
export interface Inviting extends Invitation {
  readonly institutionId: string;
  readonly origin: string;
}

/** Gives the id; the code goes to the person himself, so that whoever invites never knows it. */
export async function invite(tx: Tx, actor: Actor, given: Inviting): Promise<{ id: string }> {
  const { institutionId, name, mail, role, origin } = given;
  const institution = await openInstitution(tx, institutionId);
  await holdInstitution(tx, institutionId);
  if ((await countPeople(tx, institutionId)).all >= MOST_PEOPLE) throw refuse('portal.people_full');
  const id = newId();
  const pseudonym = newPseudonym();
  const { entryId } = await record(tx, actor, {
    label: 'portal.invited',
    facts: { institution: institutionId, person: pseudonym, role },
  });
  await insertPerson(tx, { id, institutionId, pseudonym, name, mail, role, invitedBy: actor.id, entryId });
  await sendCode(tx, actor, { id, mail }, { institution: institution.name, origin });
  return { id };
}

/** A new code for who was invited, forgot his password or lost his telephone; what he had before ends when he uses it. */
export async function inviteAgain(tx: Tx, actor: Actor, given: { id: string; origin: string }): Promise<void> {
  const person = await livingPerson(tx, given.id);
  const institution = await openInstitution(tx, person.institutionId);
  await record(tx, actor, {
    label: 'portal.invited',
    facts: { institution: person.institutionId, person: person.pseudonym, role: person.role, again: true },
  });
  await sendCode(tx, actor, person, { institution: institution.name, origin: given.origin });
}

async function openInstitution(tx: Tx, id: string): Promise<{ name: string }> {
  const institution = await institutionName(tx, id);
  if (institution?.state !== 'active') throw refuse('portal.institution_not_found');
  return institution;
}

async function livingPerson(tx: Tx, id: string): Promise<PersonRow> {
  const person = await findPerson(tx, id);
  if (!person) throw refuse('portal.person_not_found');
  if (person.state === 'ended') throw refuse('portal.person_ended');
  return person;
}

async function sendCode(
  tx: Tx,
  actor: Actor,
  person: Pick<PersonRow, 'id' | 'mail'>,
  { institution, origin }: { institution: string; origin: string },
): Promise<void> {
  const code = spokenCode();
  await replaceCode(tx, { id: newId(), personId: person.id, hash: codeHash(code), hours: INVITATION_HOURS });
  await leaveMessages(tx, [
    {
      channel: 'mail',
      to: person.mail,
      language: actor.language,
      key: 'portal.mail.invitation',
      values: { institution, code, address: `${origin}/mitra/undangan`, hours: INVITATION_HOURS },
    },
  ]);
}

/** His sessions end at once. Of an institution's own people nobody ends the last administrator; the ministry may. */
export async function endPerson(tx: Tx, actor: Actor, { id }: { id: string }): Promise<void> {
  const person = await livingPerson(tx, id);
  const { institutionId, pseudonym } = person;
  await holdInstitution(tx, institutionId);
  const { administrators } = await countPeople(tx, institutionId);
  const last = person.role === 'administrator' && person.state === 'active' && administrators === 1;
  if (last && !covers(actor.jurisdiction, NATION.code)) throw refuse('portal.last_administrator');
  await record(tx, actor, { label: 'portal.person_ended', facts: { institution: institutionId, person: pseudonym } });
  await markEnded(tx, id, actor.id);
  await endSessions(tx, { institutionId, personId: id, by: actor.id });
}

/** Demo data only: somebody who has a password already. His codes come by mail as everybody's. */
export async function letIn(
  tx: Tx,
  actor: Actor,
  given: Omit<Inviting, 'origin'> & { readonly password: string },
): Promise<void> {
  const hash = await hashPassword(given.password);
  const known = await findActive(tx, given.mail);
  const { id } = known ?? (await invite(tx, actor, { ...given, origin: 'http://localhost' }));
  await activate(tx, id, hash);
}

/** Everybody of an institution, also those whose access has ended. */
export async function peopleOf(tx: Tx, institutionId: string): Promise<Person[]> {
  const rows = await listPeople(tx, institutionId);
  return rows.map(({ invitedAt, codeUntil, seenAt, ...row }) => ({
    ...row,
    role: row.role as Role,
    invitedAt: invitedAt.toISOString(),
    codeUntil: codeUntil?.toISOString() ?? null,
    seenAt: seenAt?.toISOString() ?? null,
  }));
}
