import type { Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import type { RequestFacts } from '../../../core/http/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import { refuseOfficer } from '../refusals.ts';
import { activate, findAccount, findAccountById, firstOffice, setPassword } from '../sql.ts';
import { redeemCode } from './code.ts';
import { forgetFailures, mustNotWait, noteFailure } from './delay.ts';
import { answeredBy } from './passkey.ts';
import { hashPassword, mustBeStrong, verifyPassword } from './password.ts';
import { startSession, type SignInMethod } from './session.ts';

/** Signs in by name and password. Every way to fail looks and takes the same; each failure counts and is recorded. */
export async function signInWithPassword(
  tx: Tx,
  actor: Actor,
  given: { username: string; password: string },
  request: RequestFacts,
): Promise<Actor> {
  const account = await mustKnowPassword(tx, actor, { ...given, address: request.ip, officerId: null }, request);
  return begin(tx, actor, account.id, 'password', request);
}

/**
 * Gives the account if the password is right and the account may sign in, under the growing delays; used for sign-in, for
 * commands and for the fresh proof over a proposal. `officerId`: only this officer's account will do.
 */
export async function mustKnowPassword(
  tx: Tx,
  actor: Actor,
  given: { username: string; password: string; address: string; officerId: string | null },
  request: Pick<RequestFacts, 'afterRefusal'>,
): Promise<{ id: string }> {
  const attempting = { account: given.username, address: given.address };
  await mustNotWait(tx, attempting);
  const account = await findAccount(tx, given.username);
  const right = await verifyPassword(given.password, account?.passwordHash ?? null);
  const mine = given.officerId === null || account?.id === given.officerId;
  if (!account || !right || !mine || account.state !== 'active') {
    request.afterRefusal(async (after) => {
      await noteFailure(after, attempting);
      await record(after, actor, { label: 'officer.sign_in_failed', facts: { officer: account?.pseudonym ?? null } });
    });
    // Who is signed in already stays so: only the proof failed.
    throw refuseOfficer(given.officerId === null ? 'officer.sign_in_failed' : 'officer.password_wrong');
  }
  await forgetFailures(tx, given.username);
  return account;
}

/** Signs in by a passkey: the browser knows the officer, so no name is typed. */
export async function signInWithPasskey(
  tx: Tx,
  actor: Actor,
  given: { challengeId: string; response: unknown },
  request: RequestFacts,
): Promise<Actor> {
  const attempting = { account: null, address: request.ip };
  await mustNotWait(tx, attempting);
  const officerId = await answeredBy(tx, {
    ...given,
    purpose: 'sign_in',
    officerId: null,
    origin: request.origin,
  }).catch((fault: unknown) => {
    if (fault instanceof Refusal) {
      request.afterRefusal(async (after) => {
        await noteFailure(after, attempting);
        await record(after, actor, { label: 'officer.sign_in_failed', facts: { officer: null } });
      });
    }
    throw fault;
  });
  return begin(tx, actor, officerId, 'passkey', request);
}

/** A new officer's one-time code: sets the password and signs in. Also the way back for one who forgot it. */
export async function enrol(
  tx: Tx,
  actor: Actor,
  given: { code: string; password: string },
  request: RequestFacts,
): Promise<Actor> {
  const officerId = await redeem(tx, actor, 'enrolment', given.code, request);
  const account = await findAccountById(tx, officerId);
  if (!account) throw refuseOfficer('officer.code_wrong');
  mustBeStrong(given.password, account.username);
  await setPassword(tx, officerId, await hashPassword(given.password));
  await activate(tx, officerId);
  await record(
    tx,
    { ...actor, pseudonym: account.pseudonym },
    { label: 'officer.enrolled', facts: { officer: account.pseudonym } },
  );
  return begin(tx, actor, officerId, 'code', request);
}

/** Demo data only: a link that works once, on this machine. The secret stands after the `#`, which browsers keep. */
export async function signInWithLink(
  tx: Tx,
  actor: Actor,
  given: { token: string },
  request: RequestFacts,
): Promise<Actor> {
  if (!['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.ip)) throw refuseOfficer('officer.link_not_here');
  const officerId = await redeem(tx, actor, 'link', given.token, request);
  return begin(tx, actor, officerId, 'link', request);
}

async function redeem(
  tx: Tx,
  actor: Actor,
  kind: 'enrolment' | 'link',
  code: string,
  request: RequestFacts,
): Promise<string> {
  const attempting = { account: null, address: request.ip };
  await mustNotWait(tx, attempting);
  request.afterRefusal(async (after) => {
    await noteFailure(after, attempting);
    await record(after, actor, { label: 'officer.sign_in_failed', facts: { officer: null } });
  });
  const { officerId } = await redeemCode(tx, kind, code);
  if (!officerId) throw refuseOfficer('officer.code_wrong');
  return officerId;
}

async function begin(
  tx: Tx,
  actor: Actor,
  officerId: string,
  method: SignInMethod,
  request: RequestFacts,
): Promise<Actor> {
  const account = await findAccountById(tx, officerId);
  if (account?.state !== 'active') throw refuseOfficer('officer.sign_in_failed');
  const officeId = await firstOffice(tx, officerId);
  if (!officeId) throw refuseOfficer('officer.no_post');
  const officer = await startSession(tx, { officerId, officeId, method }, request);
  await record(tx, { ...officer, language: actor.language }, { label: 'officer.signed_in', facts: { method } });
  return officer;
}
