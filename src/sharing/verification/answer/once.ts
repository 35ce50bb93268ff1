/**
 * What may come once: proofs and signed requests. And calls that come again, under the same `Idempotency-Key` or, without one, with the
 * same references and the very same question: they get the answer of before, and are counted once.
 */
import { hash } from 'node:crypto';
import type { Tx } from '../../../core/db/index.ts';
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

/** The same call, earlier in the same transaction: its answer is this one's too. */
export interface Twin {
  readonly twin: Ask;
}

interface Key extends Claim {
  readonly entry: Uuid;
  /** What is asked, so that another question under the same key is seen. */
  readonly request: Buffer;
  /** The caller named it; where he did not, another question is simply another question. */
  readonly named: boolean;
}

const NAMED_KEPT_MS = 24 * 3_600_000;
/** Without a key: as long as a client may still be trying. */
const REFERENCE_KEPT_MS = 3_600_000;

/**
 * For each call a refusal, an earlier answer, a twin, or `null`: to be answered. In the calls' own transaction, so that a mark stands
 * exactly if the answer was given.
 */
export async function mayCome(tx: Tx, asked: readonly Ask[]): Promise<readonly (Refusal | Earlier | Twin | null)[]> {
  if (asked.length === 0) return [];
  const keys = asked.map(keyOf);
  const claims = asked.flatMap(({ caller }, i) => [...caller.once, keys[i]!]);
  const free = await claimOnce(tx, claims);
  const kept = keys.flatMap((key) => (free.has(hex(key.hash)) ? [] : [key.hash]));
  const earlier = kept.length === 0 ? new Map<string, never>() : await listClaimed(tx, kept);
  const taken = new Set<string>();
  const first = new Map<string, number>();
  const verdicts = asked.map((ask, i): Refusal | Twin | Uuid | null => {
    if (!ask.caller.once.every(({ hash: mark }) => firstOf(hex(mark)))) return refuse('verification.used_before');
    const key = keys[i]!;
    const mark = hex(key.hash);
    const before = first.get(mark);
    if (before !== undefined) return sameOr(key, keys[before]!.request, { twin: asked[before]! });
    first.set(mark, i);
    if (free.has(mark)) return null;
    const given = earlier.get(mark);
    // Claimed and gone again: whoever had it was refused in this very moment.
    if (!given) return key.named ? refuse('verification.in_progress') : null;
    return sameOr(key, given.request, given.entry);
  });
  return Promise.all(
    verdicts.map(async (verdict, i) => (typeof verdict === 'string' ? again(tx, asked[i]!, verdict) : verdict)),
  );

  /** Free, and not taken by a call that stands before this one in the same transaction. */
  function firstOf(mark: string): boolean {
    if (!free.has(mark) || taken.has(mark)) return false;
    taken.add(mark);
    return true;
  }
}

function sameOr<Same>(key: Key, request: Buffer, same: Same): Same | Refusal | null {
  if (request.equals(key.request)) return same;
  return key.named ? refuse('verification.other_question') : null;
}

/** A call that was refused after all keeps its key: it may be tried again. */
export async function freeKeys(tx: Tx, refused: readonly Ask[]): Promise<void> {
  if (refused.length > 0) await releaseClaims(tx, refused.map(keyOf));
}

export function keyOf({ caller, partner, grant, why, items, body, entry }: Ask): Key {
  const { institutionId } = partner;
  const named = caller.idempotencyKey !== null;
  const name = caller.idempotencyKey ?? items.map(({ reference }) => reference).join('\n');
  const { purpose, basis, unit, endUser } = why;
  return {
    hash: hash('sha256', `${named ? 'key' : 'reference'}\0${institutionId}\0${name}`, 'buffer'),
    until: new Date(Date.now() + (named ? NAMED_KEPT_MS : REFERENCE_KEPT_MS)),
    entry,
    // Read by the schema, so its keys stand in one order.
    request: hash(
      'sha256',
      JSON.stringify([institutionId, grant.id, purpose, basis, unit, endUser, items, body?.digest]),
      'buffer',
    ),
    named,
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
