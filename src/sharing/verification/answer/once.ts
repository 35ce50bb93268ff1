/** What may come once: proofs and signed requests; and calls that are repeated under an `Idempotency-Key` get the same answer. */
import { hash } from 'node:crypto';
import type { Tx } from '../../../core/db/index.ts';
import { canonicalJson } from '../../../core/idempotency/index.ts';
import type { Uuid } from '../../../core/id/index.ts';
import type { Refusal } from '../../../core/refusal/index.ts';
import { refuse } from '../refusals.ts';
import type { Ask } from './ask.ts';
import { readDetail, type Detail } from './detail.ts';
import { claimOnce, listClaimed, listDetails, releaseClaims, type Claim } from './sql.ts';

/** An answer that was given before, as its access rows tell it. */
export interface Earlier {
  readonly entry: Uuid;
  /** One for each question, in their order; `null` for one that was refused then. */
  readonly details: readonly (Detail | null)[];
}

const KEPT_MS = 24 * 3_600_000;

/**
 * For each call a refusal, an earlier answer, or `null`: to be answered. In the calls' own transaction, so that a mark stands exactly
 * if the answer was given.
 */
export async function mayCome(tx: Tx, asked: readonly Ask[]): Promise<readonly (Refusal | Earlier | null)[]> {
  if (asked.every(({ caller }) => caller.once.length === 0 && caller.idempotencyKey === null)) {
    return asked.map(() => null);
  }
  const keys = asked.map(keyOf);
  const claims = asked.flatMap(({ caller }, i) => [...caller.once, ...(keys[i] ? [keys[i]] : [])]);
  const free = await claimOnce(tx, claims);
  const kept = keys.flatMap((key) => (key && !free.has(hex(key.hash)) ? [key.hash] : []));
  const earlier = kept.length === 0 ? new Map<string, never>() : await listClaimed(tx, kept);
  const taken = new Set<string>();
  return Promise.all(
    asked.map(async (ask, i) => {
      const key = keys[i];
      if (!ask.caller.once.every(({ hash: mark }) => first(hex(mark)))) return refuse('verification.used_before');
      if (!key || first(hex(key.hash))) return null;
      const before = earlier.get(hex(key.hash));
      // The other sender came in this very moment.
      if (!before) return refuse('verification.in_progress');
      if (!before.request.equals(key.request)) return refuse('verification.other_question');
      return again(tx, ask, before.entry);
    }),
  );

  /** Free, and not taken by a call that stands before this one in the same transaction. */
  function first(mark: string): boolean {
    if (!free.has(mark) || taken.has(mark)) return false;
    taken.add(mark);
    return true;
  }
}

/** A call that was refused after all keeps its key: it may be tried again. */
export async function freeKeys(tx: Tx, refused: readonly Ask[]): Promise<void> {
  const keys = refused.flatMap((ask) => keyOf(ask)?.hash ?? []);
  if (keys.length > 0) await releaseClaims(tx, keys);
}

function keyOf({ caller, partner, grant, why, items, entry }: Ask): (Claim & { request: Buffer }) | null {
  if (caller.idempotencyKey === null) return null;
  const { institutionId } = partner;
  return {
    hash: hash('sha256', `key\0${institutionId}\0${caller.idempotencyKey}`, 'buffer'),
    until: new Date(Date.now() + KEPT_MS),
    entry,
    request: hash('sha256', `${institutionId}\0${grant.id}\0${canonicalJson({ ...why, items })}`, 'buffer'),
  };
}

async function again(tx: Tx, { items }: Ask, entry: Uuid): Promise<Earlier> {
  const rows = await listDetails(
    tx,
    items.map(({ nik }) => ({ nik, entry })),
  );
  const byPlace = new Map(
    rows
      .flat()
      .flatMap((text) => readDetail(text) ?? [])
      .map((detail) => [detail.place, detail]),
  );
  return { entry, details: items.map((_, place) => byPlace.get(place) ?? null) };
}

const hex = (mark: Buffer) => mark.toString('hex');
