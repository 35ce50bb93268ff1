import type { Actor } from '../../core/access/index.ts';
import { maybeOne, run, sql, type Tx } from '../../core/db/index.ts';
import { CSRF_COOKIE, SESSION_COOKIE, type RequestFacts } from '../../core/http/index.ts';
import { record } from '../../core/ledger/index.ts';
import { getOffice } from '../office/index.ts';
import { refuseOfficer } from './refusals.ts';
import type { Session } from './schema.ts';
import { addPasskey, listPasskeys, registrationOptions, removePasskey } from './sign-in/passkey.ts';
import { hashPassword, mustBeStrong } from './sign-in/password.ts';
import { endSessions, forgetActor, listLiving } from './sign-in/session.ts';
import { mustKnowPassword } from './sign-in/sign-in.ts';
import { findAccountById, listOffices, setLanguage, setPassword, type Account } from './sql.ts';

/** What the staff app must know about who is signed in. */
export async function describeSession(tx: Tx, actor: Actor): Promise<Session> {
  const account = await getMe(tx, actor);
  const office = await getOffice(tx, actor.officeId!);
  const living = await maybeOne(
    tx,
    sql<{ method: Session['method']; expiresAt: Date }>`
      select method, expires_at as "expiresAt" from officer.session where id = ${actor.sessionId}`,
  );
  if (!living) throw refuseOfficer('officer.session_not_found');
  return {
    officer: { id: account.id, username: account.username, name: account.name, language: account.language },
    office: { id: office.id, name: office.name, regionCode: office.regionCode, zone: office.zone },
    offices: await listOffices(tx, actor.id),
    roles: [...actor.roles],
    scopes: [...actor.scopes].toSorted(),
    purposes: tx.ground.purposes.map(({ code, label }) => ({ code, label: label[actor.language] })),
    method: living.method,
    expiresAt: living.expiresAt.toISOString(),
    clock: tx.ground.clock.now().toISOString(),
  };
}

/** Goes on at another office where the officer serves. The answer describes the session as it is from the next request. */
export async function changeOffice(tx: Tx, actor: Actor, officeId: string): Promise<void> {
  const offices = await listOffices(tx, actor.id);
  if (!offices.some((office) => office.id === officeId)) throw refuseOfficer('officer.no_post');
  await run(tx, sql`update officer.session set office_id = ${officeId} where id = ${actor.sessionId}`);
  await record(tx, actor, { label: 'officer.office_changed', facts: { officeId } });
  forgetActor(tx, actor.id);
}

export async function changeLanguage(tx: Tx, actor: Actor, language: 'id' | 'en'): Promise<void> {
  await setLanguage(tx, actor.id, language);
  forgetActor(tx, actor.id);
}

export async function signOut(tx: Tx, actor: Actor, request: RequestFacts): Promise<void> {
  await endSessions(tx, { officerId: actor.id, sessionId: actor.sessionId!, by: actor.pseudonym });
  request.setCookie(SESSION_COOKIE, null);
  request.setCookie(CSRF_COOKIE, null);
  await record(tx, actor, { label: 'officer.signed_out' });
}

/** Changes the password after proof of the present one; every other session of the officer ends. */
export async function changePassword(
  tx: Tx,
  actor: Actor,
  given: { password: string; newPassword: string },
  request: RequestFacts,
): Promise<void> {
  const me = await getMe(tx, actor);
  await mustKnowPassword(
    tx,
    actor,
    { username: me.username, password: given.password, address: request.ip, officerId: me.id },
    request,
  );
  mustBeStrong(given.newPassword, me.username);
  await setPassword(tx, me.id, await hashPassword(given.newPassword));
  await endSessions(tx, { officerId: me.id, except: actor.sessionId, by: actor.pseudonym });
  await record(tx, actor, { label: 'officer.password_changed' });
}

export async function findSessions(tx: Tx, actor: Actor) {
  const living = await listLiving(tx, actor.id);
  return {
    sessions: living.map(({ createdAt, seenAt, expiresAt, ...row }) => ({
      ...row,
      current: row.id === actor.sessionId,
      createdAt: createdAt.toISOString(),
      seenAt: seenAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    })),
  };
}

/** Ends one of one's own sessions: the telephone that was left behind. */
export async function endSession(tx: Tx, actor: Actor, sessionId: string): Promise<void> {
  const ended = await endSessions(tx, { officerId: actor.id, sessionId, by: actor.pseudonym });
  if (ended === 0) throw refuseOfficer('officer.session_not_found');
  await record(tx, actor, { label: 'officer.session_ended' });
}

/** Ends all of one's own sessions but this one. */
export async function endOtherSessions(tx: Tx, actor: Actor): Promise<{ ended: number }> {
  const ended = await endSessions(tx, { officerId: actor.id, except: actor.sessionId, by: actor.pseudonym });
  await record(tx, actor, { label: 'officer.session_ended', facts: { ended } });
  return { ended };
}

export async function findPasskeys(tx: Tx, actor: Actor) {
  const rows = await listPasskeys(tx, actor.id);
  return {
    passkeys: rows.map(({ id, label, createdAt, lastUsedAt }) => ({
      id,
      label,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    })),
  };
}

export async function beginPasskey(tx: Tx, actor: Actor, request: RequestFacts) {
  return registrationOptions(tx, await getMe(tx, actor), request.origin);
}

export async function keepPasskey(
  tx: Tx,
  actor: Actor,
  given: { challengeId: string; response: unknown; label: string },
  request: RequestFacts,
): Promise<{ id: string }> {
  const id = await addPasskey(tx, { officerId: actor.id, origin: request.origin, ...given });
  await record(tx, actor, { label: 'officer.passkey_added' });
  return { id };
}

/** Refuses to remove the only way in. */
export async function dropPasskey(tx: Tx, actor: Actor, id: string): Promise<void> {
  const me = await getMe(tx, actor);
  const known = await listPasskeys(tx, actor.id);
  if (me.passwordHash === null && known.length === 1) throw refuseOfficer('officer.passkey_last');
  if ((await removePasskey(tx, actor.id, id)) !== 1) throw refuseOfficer('officer.passkey_refused');
  await record(tx, actor, { label: 'officer.passkey_removed' });
}

async function getMe(tx: Tx, actor: Actor): Promise<Account> {
  const account = await findAccountById(tx, actor.id);
  if (!account) throw refuseOfficer('officer.not_found');
  return account;
}
