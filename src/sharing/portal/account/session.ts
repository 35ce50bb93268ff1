/** Sessions of institutions' people: twelve hours, half an hour away from the desk; their token lies in a cookie that no script reads. */
import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { visitorDoor } from '../../../core/http/index.ts';
import { newId } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { refuse } from '../refusals.ts';
import { institutionOf, portalActor } from './actor.ts';
import { SESSION_HOURS } from './rules.ts';
import { endSessions, findActing, insertSession, touchSession, type PersonRow } from './sql.ts';

const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Whoever comes back is known by his cookie. */
export const portalDoor = visitorDoor({
  kind: 'institution',
  signIn: '/mitra/masuk',
  find: (tx, token) =>
    elevated(tx, async () => {
      const row = await findActing(tx, tokenHash(token));
      if (!row) return null;
      if (row.stale) await touchSession(tx, row.sessionId);
      return portalActor({ ...row, id: row.personId }, row.sessionId);
    }),
});

/** Gives the token for the cookie. */
export async function startSession(
  tx: Tx,
  person: PersonRow,
  given: { ip: string; method: 'invitation' | 'message' | 'totp' },
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const { id: personId, institutionId } = person;
  await record(tx, portalActor(person), {
    label: 'portal.signed_in',
    facts: { institution: institutionId, person: person.pseudonym, method: given.method },
  });
  await insertSession(tx, {
    id: newId(),
    hash: tokenHash(token),
    personId,
    institutionId,
    ip: given.ip,
    hours: SESSION_HOURS,
  });
  return token;
}

/** One's own session, or as administrator anybody's of the institution. */
export async function endSession(tx: Tx, actor: Actor, { id }: { id: string }): Promise<void> {
  const mine = !actor.scopes.has('portal.people') || id === actor.sessionId;
  const given = { institutionId: institutionOf(actor), sessionId: id, by: actor.id };
  const ended = await endSessions(tx, mine ? { ...given, personId: actor.id } : given);
  if (ended === 0) throw refuse('portal.session_not_found');
  await record(tx, actor, { label: 'portal.session_ended', facts: { institution: institutionOf(actor), session: id } });
}
