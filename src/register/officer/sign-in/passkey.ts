import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { randomBytes } from 'node:crypto';
import { many, maybeOne, run, sql, type Tx } from '../../../core/db/index.ts';
import { newId } from '../../../core/id/index.ts';
import { refuseOfficer } from '../refusals.ts';

type ChallengePurpose = 'sign_in' | 'register' | 'approve';
const CHALLENGE_MINUTES = 5;

export interface PasskeyRow {
  id: string;
  officerId: string;
  publicKey: Buffer;
  counter: string;
  transports: string[];
  label: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

const columns = sql`id, officer_id as "officerId", public_key as "publicKey", counter, transports, label,
  created_at as "createdAt", last_used_at as "lastUsedAt"`;

export async function listPasskeys(tx: Tx, officerId: string): Promise<PasskeyRow[]> {
  return many(
    tx,
    sql<PasskeyRow>`select ${columns} from officer.passkey where officer_id = ${officerId} order by created_at`,
  );
}

export async function removePasskey(tx: Tx, officerId: string, id: string): Promise<number> {
  return run(tx, sql`delete from officer.passkey where id = ${id} and officer_id = ${officerId}`);
}

/** What the browser needs to make a passkey for the officer. */
export async function registrationOptions(
  tx: Tx,
  officer: { id: string; username: string; name: string },
  origin: string,
) {
  const known = await listPasskeys(tx, officer.id);
  const options = await generateRegistrationOptions({
    rpName: 'Jatidiri',
    rpID: new URL(origin).hostname,
    userName: officer.username,
    userDisplayName: officer.name,
    userID: new Uint8Array(Buffer.from(officer.id)),
    attestationType: 'none',
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return { challengeId: await keepChallenge(tx, 'register', officer.id, options.challenge), options };
}

/** Keeps the passkey that the browser made. Refuses an answer to another challenge or from another origin. */
export async function addPasskey(
  tx: Tx,
  given: { officerId: string; challengeId: string; response: unknown; label: string; origin: string },
): Promise<string> {
  const challenge = await takeChallenge(tx, 'register', given.challengeId, given.officerId);
  const verified = await verifyRegistrationResponse({
    response: given.response as RegistrationResponseJSON,
    expectedChallenge: challenge.challenge,
    expectedOrigin: given.origin,
    expectedRPID: new URL(given.origin).hostname,
  }).catch(refused);
  if (!verified.verified) throw refuseOfficer('officer.passkey_refused');
  const { credential } = verified.registrationInfo;
  await run(
    tx,
    sql`insert into officer.passkey (id, officer_id, public_key, counter, transports, label)
        values (${credential.id}, ${given.officerId}, ${Buffer.from(credential.publicKey)}, ${credential.counter},
                ${[...(credential.transports ?? [])] as string[]}::text[], ${given.label})`,
  );
  return credential.id;
}

/** For sign-in: the browser shows the passkeys that it has; nobody types a name. */
export async function signInOptions(tx: Tx, origin: string) {
  const options = await generateAuthenticationOptions({ rpID: new URL(origin).hostname, userVerification: 'required' });
  return { challengeId: await keepChallenge(tx, 'sign_in', null, options.challenge), options };
}

/** For an approval: the challenge is fresh randomness followed by the hash, so the signature is over exactly that. */
export async function approvalOptions(tx: Tx, officerId: string, hash: Buffer, origin: string) {
  const known = await listPasskeys(tx, officerId);
  const options = await generateAuthenticationOptions({
    rpID: new URL(origin).hostname,
    userVerification: 'required',
    challenge: new Uint8Array(Buffer.concat([randomBytes(16), hash])),
    allowCredentials: known.map(({ id, transports }) => ({ id, transports })),
  });
  return { challengeId: await keepChallenge(tx, 'approve', officerId, options.challenge), options };
}

/**
 * Gives the officer whose passkey answered the challenge. With `hash` the challenge must carry it. The counter of the
 * authenticator must not go backwards (a copy of the key would make it).
 */
export async function answeredBy(
  tx: Tx,
  given: {
    purpose: 'sign_in' | 'approve';
    officerId: string | null;
    challengeId: string;
    response: unknown;
    origin: string;
    hash?: Buffer;
  },
): Promise<string> {
  const { challenge } = await takeChallenge(tx, given.purpose, given.challengeId, given.officerId);
  if (given.hash && !Buffer.from(challenge, 'base64url').subarray(16).equals(given.hash)) {
    throw refuseOfficer('officer.passkey_refused');
  }
  const response = given.response as AuthenticationResponseJSON;
  const id = typeof response?.id === 'string' ? response.id : '';
  const passkey = await maybeOne(
    tx,
    sql<PasskeyRow>`select ${columns} from officer.passkey where id = ${id} for update`,
  );
  if (!passkey || (given.officerId !== null && passkey.officerId !== given.officerId)) {
    throw refuseOfficer('officer.passkey_refused');
  }
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: given.origin,
    expectedRPID: new URL(given.origin).hostname,
    credential: { id, publicKey: new Uint8Array(passkey.publicKey), counter: Number(passkey.counter) },
  }).catch(refused);
  if (!verified.verified) throw refuseOfficer('officer.passkey_refused');
  const { newCounter } = verified.authenticationInfo;
  await run(tx, sql`update officer.passkey set counter = ${newCounter}, last_used_at = now() where id = ${id}`);
  return passkey.officerId;
}

async function keepChallenge(
  tx: Tx,
  purpose: ChallengePurpose,
  officerId: string | null,
  challenge: string,
): Promise<string> {
  const id = newId();
  await run(
    tx,
    sql`insert into officer.challenge (id, officer_id, purpose, challenge, expires_at)
        values (${id}, ${officerId}, ${purpose}, ${challenge}, now() + ${CHALLENGE_MINUTES} * interval '1 minute')`,
  );
  return id;
}

// Deleted as it is read: one challenge, one answer.
async function takeChallenge(tx: Tx, purpose: ChallengePurpose, id: string, officerId: string | null) {
  const row = await maybeOne(
    tx,
    sql<{ challenge: string }>`
      delete from officer.challenge
      where id = ${id} and purpose = ${purpose} and officer_id is not distinct from ${officerId} and expires_at > now()
      returning challenge`,
  );
  if (!row) throw refuseOfficer('officer.passkey_refused');
  return row;
}

function refused(fault: unknown): never {
  throw refuseOfficer('officer.passkey_refused', { detail: fault instanceof Error ? fault.name : 'unknown' });
}
