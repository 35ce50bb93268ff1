import { mustSatisfy, publicActor, refuseAccess, type Access, type Actor } from '../../../core/access/index.ts';
import type { Register } from '../../../core/command.ts';
import type { Tx } from '../../../core/db/index.ts';
import type { RequestFacts } from '../../../core/http/index.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import { endSessions } from './session.ts';
import { signInWithPassword } from './sign-in.ts';

export interface ActingAs {
  readonly username: string;
  readonly password: string;
  /** Why people are looked at; a code of the rooms' texts. */
  readonly purpose: string;
  /** What the officer's list of sessions calls it: `jatidiri resident show`. */
  readonly command: string;
  /** As a route would demand it. */
  readonly access: Access;
}

/**
 * Runs `work` as an officer on the command line: he signs in as at the door, under the same delays and with the same
 * entries, at the office of his first post, and is signed out when it ends, however it ends.
 */
export async function asOfficer<Result>(
  { database, ground }: Register,
  given: ActingAs,
  work: (tx: Tx, actor: Actor) => Promise<Result>,
): Promise<Result> {
  if (!ground.purposes.some(({ code }) => code === given.purpose))
    throw refuseAccess('access.purpose_unknown', { values: { purpose: given.purpose.slice(0, 60) } });
  const officer = { ...(await signIn(database, given)), purpose: given.purpose };
  try {
    mustSatisfy(given.access, officer);
    return await database.transact('app', officer, (tx) => work(tx, officer));
  } finally {
    const { id: officerId, sessionId, pseudonym } = officer;
    if (sessionId)
      await database.transact('app', officer, (tx) => endSessions(tx, { officerId, sessionId, by: pseudonym }));
  }
}

async function signIn(database: Register['database'], given: ActingAs): Promise<Actor> {
  const nobody = publicActor('id');
  let aftermath: ((tx: Tx) => Promise<void>)[] = [];
  const request: RequestFacts = {
    cookies: {},
    ip: '127.0.0.1',
    userAgent: given.command,
    headers: {},
    origin: '',
    caller: { ip: '127.0.0.1', idempotencyKey: null, once: [], bound: false, signed: false },
    setCookie: () => {},
    afterRefusal: (run) => void aftermath.push(run),
  };
  try {
    return await database.transact('app', nobody, (tx) => {
      aftermath = [];
      return signInWithPassword(tx, nobody, given, request);
    });
  } catch (fault) {
    if (fault instanceof Refusal) {
      await database.transact('app', nobody, async (tx) => {
        for (const run of aftermath) await run(tx);
      });
    }
    throw fault;
  }
}
