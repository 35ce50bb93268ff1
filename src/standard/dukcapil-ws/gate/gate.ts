/**
 * Who asks, by user id and password: argon2id once, then a keyed hash in memory for some minutes. What was ended is out within a second:
 * an end says that its partner has changed, and what is remembered of a partner holds only as long as the book gives that very one.
 * Always holds: a user id that does not exist costs and says the same as a wrong password; no password is kept anywhere.
 */
import { hash, randomBytes } from 'node:crypto';
import { quietPool, type Connection } from '../../../core/db/index.ts';
import { verifyPassword } from '../../../register/officer/index.ts';
import type { VerificationDesk } from '../../../sharing/verification/index.ts';
import { refuse } from '../refusals.ts';
import { findCredential, touchCredentials, type CredentialRow } from '../sql.ts';
import { openFailures } from './failures.ts';
import { openTurn } from './turn.ts';

type Book = VerificationDesk['book'];
type Partner = NonNullable<ReturnType<Book['partner']>>;

export interface Login {
  readonly userId: string;
  readonly password: string;
  /** From where it really comes. */
  readonly address: string;
}

export interface KnownClient {
  readonly credential: CredentialRow;
  readonly partner: Partner;
}

export interface Gate {
  /** Refuses `dukcapil_ws.login_failed` and, to who knows the password, that the credential or its partner is no more. */
  admit(login: Login): Promise<KnownClient>;
  /** Notes that it was used at an instant of the house's clock; written down now and then. */
  used(credentialId: string, at: Date): void;
  close(): Promise<void>;
}

declare module '../../../core/db/tx.ts' {
  interface Ground {
    readonly dukcapilWs: Gate;
  }
}

/** As we make them: whatever else comes exists nowhere, is asked for nowhere and counts as one. */
const USER_ID = /^WS[0-9A-Z]{10}$/;
const NOBODY = '?';
/** Since it was used last, so that who is known never stands behind a crowd that guesses; and since it was checked. */
const REMEMBERED_MS = 5 * 60_000;
const LONGEST_MS = 60 * 60_000;
const MOST_REMEMBERED = 10_000;
const WRITE_MS = 60_000;

interface Remembered extends KnownClient {
  readonly checkedAt: number;
  readonly usedAt: number;
}

/** Connects when first used. */
export function openGate({ connection, book }: { connection: Connection; book: Book }): Gate {
  const pool = quietPool({
    ...connection,
    max: 2,
    application_name: 'jatidiri dukcapil-ws',
    options: '-c role=jatidiri_system',
  });
  // Of this process alone: what a dump of its memory holds opens nothing elsewhere.
  const secret = randomBytes(32);
  const remembered = new Map<string, Remembered>();
  const checking = new Map<string, Promise<KnownClient>>();
  const failures = openFailures();
  const inTurn = openTurn();
  const used = new Map<string, Date>();
  const writing = setInterval(() => void write().catch(() => {}), WRITE_MS).unref();

  async function write(): Promise<void> {
    const rows = [...used];
    used.clear();
    if (rows.length > 0) await touchCredentials(pool, rows);
  }

  function remember(key: string, known: KnownClient, checkedAt = performance.now()): KnownClient {
    remembered.delete(key);
    if (remembered.size >= MOST_REMEMBERED) remembered.delete(remembered.keys().next().value!);
    remembered.set(key, { ...known, checkedAt, usedAt: performance.now() });
    return known;
  }

  function isFresh({ checkedAt, usedAt }: Remembered): boolean {
    const now = performance.now();
    return now - usedAt < REMEMBERED_MS && now - checkedAt < LONGEST_MS;
  }

  async function check(key: string, { userId, password, address }: Login): Promise<KnownClient> {
    const named = USER_ID.test(userId) ? userId : NOBODY;
    failures.mustHaveLeft(named, address);
    const credential = await inTurn(async () => {
      const found = named === NOBODY ? null : await findCredential(pool, userId);
      return (await verifyPassword(password, found?.password ?? null)) ? found : null;
    });
    if (!credential) {
      failures.count(named, address);
      throw refuse('dukcapil_ws.login_failed');
    }
    return remember(key, await again(userId, credential.institutionId));
  }

  /** The partner first, then the row: what ends between the two is seen at the next call. */
  async function again(userId: string, institutionId: string): Promise<KnownClient> {
    const partner = book.partner(institutionId);
    const credential = await findCredential(pool, userId);
    if (!credential || credential.ended) throw refuse('dukcapil_ws.credential_ended');
    if (!partner) throw refuse('dukcapil_ws.institution_inactive');
    return { credential, partner };
  }

  return {
    async admit(login) {
      await book.open();
      const { userId, password } = login;
      const key = hash('sha256', Buffer.concat([secret, Buffer.from(JSON.stringify([userId, password]))]), 'base64');
      const known = remembered.get(key);
      if (known && isFresh(known)) {
        const { institutionId } = known.credential;
        const same = book.partner(institutionId) === known.partner;
        return remember(key, same ? known : await again(userId, institutionId), known.checkedAt);
      }
      // Many at once with the same words are checked once.
      let check_ = checking.get(key);
      if (!check_) checking.set(key, (check_ = check(key, login).finally(() => checking.delete(key))));
      return check_;
    },
    used: (credentialId, at) => void used.set(credentialId, at),
    async close() {
      clearInterval(writing);
      await write().catch(() => {});
      await pool.end();
    },
  };
}
