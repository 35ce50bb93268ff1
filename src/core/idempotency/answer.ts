import type { Actor } from '../access/index.ts';
import { maybeOne, one, run, sql, type Tx } from '../db/index.ts';
import { refuseIdempotency } from './refusals.ts';

/** What seals a stored answer: the vault in the house. */
export interface AnswerSealer {
  seal(keyClass: string, place: Place, plain: Buffer | string): Buffer;
  unseal(keyClass: string, place: Place, sealed: Buffer): Buffer;
}

export interface Place {
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

export interface KeyedRequest {
  readonly key: string;
  readonly hash: Buffer;
}

export interface StoredAnswer {
  readonly status: number;
  readonly body: Buffer;
}

const KEY_SHAPE = /^[\x21-\x7e]{16,200}$/;

/** Refuses a write without a key. UUIDs are expected; anything printable of 16 to 200 characters is taken. */
export function keyOf(header: string | string[] | undefined): string {
  if (typeof header !== 'string' || !KEY_SHAPE.test(header)) throw refuseIdempotency('idempotency.key_missing');
  return header;
}

/**
 * First statement of a keyed act. Gives the earlier answer if there is one; refuses another payload under the same key,
 * and a second sender while the first is at work (advisory lock until the transaction ends).
 */
export async function claimKey(
  tx: Tx,
  actor: Actor,
  request: KeyedRequest,
  sealer: AnswerSealer,
): Promise<StoredAnswer | null> {
  const { free } = await one(
    tx,
    sql<{
      free: boolean;
    }>`select pg_try_advisory_xact_lock(hashtextextended(${`${actor.id} ${request.key}`}, 4)) as free`,
  );
  if (!free) throw refuseIdempotency('idempotency.in_progress');
  // A statement of its own: its snapshot must be younger than the lock.
  const earlier = await maybeOne(
    tx,
    sql<{ request_hash: Buffer; status: number; sealed: Buffer }>`
      select request_hash, status, sealed from idempotency.answer
      where actor_id = ${actor.id} and key = ${request.key} and created_at > now() - interval '24 hours'`,
  );
  if (!earlier) return null;
  if (!earlier.request_hash.equals(request.hash)) throw refuseIdempotency('idempotency.other_payload');
  return { status: earlier.status, body: sealer.unseal('idempotency', placeOf(actor, request.key), earlier.sealed) };
}

/** Last statement of a keyed act: keeps its answer, success or refusal. */
export async function keepAnswer(
  tx: Tx,
  actor: Actor,
  request: KeyedRequest,
  answer: StoredAnswer,
  sealer: AnswerSealer,
): Promise<void> {
  const sealed = sealer.seal('idempotency', placeOf(actor, request.key), answer.body);
  const kept = await run(
    tx,
    sql`insert into idempotency.answer as old (actor_id, key, request_hash, status, sealed)
        values (${actor.id}, ${request.key}, ${request.hash}, ${answer.status}, ${sealed})
        on conflict (actor_id, key) do update
          set request_hash = excluded.request_hash, status = excluded.status, sealed = excluded.sealed, created_at = now()
          where old.created_at <= now() - interval '24 hours'`,
  );
  if (kept !== 1) throw refuseIdempotency('idempotency.in_progress');
}

/** Forgets answers older than 24 hours, in portions; gives how many. Runs as `system`. */
export async function sweepAnswers(tx: Tx, portion = 10_000): Promise<number> {
  return run(
    tx,
    sql`delete from idempotency.answer where ctid = any(array(
          select ctid from idempotency.answer where created_at < now() - interval '24 hours' limit ${portion}))`,
  );
}

function placeOf(actor: Actor, key: string): Place {
  return { table: 'idempotency.answer', row: `${actor.id} ${key}`, column: 'sealed' };
}
