/**
 * Sessions of citizens. `openSession` is the one place where a proof becomes a session: a code of the office, a password and a code by
 * message come here, and an identity provider will. The token is in the browser's cookie alone; the register keeps its hash.
 */
import { createHash, randomBytes } from 'node:crypto';
import { publicActor, type Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { visitorDoor } from '../../../core/http/index.ts';
import { newId, type Nik, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import type { Language } from '../../../core/text/index.ts';
import { SELF } from '../hand.ts';
import { refuse } from '../refusals.ts';
import { SESSION_HOURS, type Way } from './rules.ts';
import { endSessions, findSession, findSessionByToken, insertSession, touchSession, type SessionRow } from './sql.ts';

/** Who proved himself, and by what. `id`: of the proof itself, so that it opens one session however often it is pressed. */
export interface Proof {
  readonly nik: Nik;
  readonly way: Way;
  readonly id: Uuid | null;
}

export interface OpenedSession {
  readonly token: string;
  readonly maxAgeSeconds: number;
}

export function citizenActor(language: Language, sessionId: string | null): Actor {
  return {
    ...publicActor(language),
    kind: 'citizen',
    pseudonym: 'citizen',
    roles: ['citizen'],
    ...(sessionId === null ? {} : { id: sessionId, sessionId }),
  };
}

export async function openSession(tx: Tx, proof: Proof, language: Language): Promise<OpenedSession> {
  const token = randomBytes(32).toString('base64url');
  const id = newId();
  await record(tx, citizenActor(language, null), {
    label: 'citizen.signed_in',
    subjects: [{ nik: proof.nik, detail: SELF }],
    facts: { session: id, way: proof.way },
  });
  const row = { id, tokenHash: hashOf(token), nik: proof.nik, way: proof.way, proofId: proof.id };
  await elevated(tx, () => insertSession(tx, row));
  return { token, maxAgeSeconds: SESSION_HOURS * 3600 };
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

export const citizenDoor = visitorDoor({
  kind: 'citizen',
  signIn: '/warga/masuk',
  find: (tx, token) =>
    elevated(tx, async () => {
      const session = await findSessionByToken(tx, hashOf(token));
      if (!session) return null;
      if (session.stale) await touchSession(tx, session.id);
      return citizenActor('id', session.id);
    }),
});

/** Whose page this is. Refuses `citizen.not_signed_in` where the session ended meanwhile. */
export async function citizenOf(tx: Tx, actor: Actor): Promise<SessionRow> {
  const session =
    actor.kind === 'citizen' && actor.sessionId ? await elevated(tx, () => findSession(tx, actor.sessionId!)) : null;
  if (!session) throw refuse('citizen.not_signed_in');
  return session;
}

/** Ends the session of this token, if it lives. */
export async function signOut(tx: Tx, token: string | null, language: Language): Promise<void> {
  if (token === null) return;
  await elevated(tx, async () => {
    const session = await findSessionByToken(tx, hashOf(token));
    if (!session) return;
    await record(tx, citizenActor(language, session.id), {
      label: 'citizen.signed_out',
      subjects: [{ nik: session.nik, detail: SELF }],
      facts: { session: session.id },
    });
    await endSessions(tx, session.nik, { only: session.id });
  });
}
