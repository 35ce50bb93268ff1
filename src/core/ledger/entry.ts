import { hash } from 'node:crypto';
import type { Actor } from '../access/index.ts';
import type { Nik, Uuid } from '../id/index.ts';
import type { Salts } from '../vault/index.ts';
import { MAX_ENTRY_BYTES, rootOf } from './log/index.ts';

/** What an entry says. It never holds personal data: people stand in it as commitments, officers under pseudonyms. */
export interface EntryBody {
  readonly id: Uuid;
  readonly label: string;
  /** The true instant, ISO 8601 in UTC. */
  readonly at: string;
  /** The instant by the house's clock, where it tells another time (a story). */
  readonly clock?: string;
  readonly by: string;
  readonly office?: string;
  readonly purpose?: string;
  /** How many subjects. */
  readonly count: number;
  /** Merkle root (RFC 6962) of the subjects' commitments, base64; the commitment itself where there is one. */
  readonly subjects?: string;
  readonly facts?: Facts;
}

export type Facts = Readonly<Record<string, string | number | boolean | null>>;

export interface Subject {
  readonly nik: Nik;
  /** What was looked at; bound by the commitment, shown to the person. */
  readonly detail?: string | null;
}

/** The UTC month whose key makes the salts: `2026-11`. */
export function monthOf(at: string): string {
  return at.slice(0, 7);
}

export function uuidBytes(id: Uuid): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

// Leaf prefix of RFC 6962 and what kind of leaf this is, so that a commitment is a leaf hash and nothing else's hash.
const PREFIX = Buffer.from('\0jatidiri.subject.v1\0', 'latin1');
const SALT_AT = PREFIX.length;
const NIK_AT = SALT_AT + 32;
const BARE = NIK_AT + 16;
const bare = Buffer.alloc(BARE);
PREFIX.copy(bare);

/**
 * Commits to one subject of one entry: SHA-256(0x00, domain, salt, NIK, detail), which is the leaf hash of what follows the
 * first byte. Says nothing to whoever lacks the salt, though NIKs can be guessed.
 */
export function commitment(salts: Salts, entryId: Buffer, nik: string, detail: string | null | undefined): Buffer {
  salts.of(entryId, nik).copy(bare, SALT_AT);
  bare.write(nik, NIK_AT, 16, 'latin1');
  if (!detail) return hash('sha256', bare, 'buffer');
  return hash('sha256', Buffer.concat([bare, Buffer.from(detail)]), 'buffer');
}

/** In which subjects are committed to: by NIK, then by the bytes of the detail. The register reads them back so. */
export function inOrder(subjects: readonly Subject[]): readonly Subject[] {
  if (subjects.length < 2) return subjects;
  return subjects.toSorted((a, b) => {
    if (a.nik !== b.nik) return a.nik < b.nik ? -1 : 1;
    return Buffer.compare(Buffer.from(a.detail ?? ''), Buffer.from(b.detail ?? ''));
  });
}

/** The root that an entry carries for `subjects`, which must be in order. */
export function subjectRoot(salts: Salts, entryId: Uuid, subjects: readonly Subject[]): Buffer {
  const id = uuidBytes(entryId);
  const first = subjects[0];
  if (subjects.length === 1 && first) return commitment(salts, id, first.nik, first.detail);
  return rootOf(commitments(salts, id, subjects));
}

function* commitments(salts: Salts, id: Buffer, subjects: readonly Subject[]): Generator<Buffer> {
  for (const { nik, detail } of subjects) yield commitment(salts, id, nik, detail);
}

export interface EntryGiven {
  readonly id: Uuid;
  readonly actor: Actor;
  readonly label: string;
  readonly at: Date;
  readonly clock: Date;
  readonly count: number;
  readonly subjects: Buffer | null;
  readonly facts: Facts | undefined;
}

/** A story's clock stands still or runs apart; a system clock is never this far from itself. */
const SAME_INSTANT_MS = 1000;

/** The entry's bytes: canonical JSON (keys in order, no blanks). Refuses a 16-digit number in the facts and an entry over 64 KiB. */
export function entryText(given: EntryGiven): string {
  const { actor, facts } = given;
  if (facts) refuseNumbersOfPeople(facts);
  const differs = Math.abs(given.clock.getTime() - given.at.getTime()) > SAME_INSTANT_MS;
  // The keys stand in alphabetical order; facts are put in order.
  const body: Record<keyof EntryBody, unknown> = {
    at: given.at.toISOString(),
    by: actor.pseudonym,
    clock: differs ? given.clock.toISOString() : undefined,
    count: given.count,
    facts: facts && inKeyOrder(facts),
    id: given.id,
    label: given.label,
    office: actor.officeId ?? undefined,
    purpose: actor.purpose?.replaceAll(LONG_NUMBER, '[…]') ?? undefined,
    subjects: given.subjects?.toString('base64'),
  };
  const text = JSON.stringify(body);
  if (text.length > MAX_ENTRY_BYTES / 3 && Buffer.byteLength(text) > MAX_ENTRY_BYTES) {
    throw new RangeError(`the entry ${given.label} is too long`);
  }
  return text;
}

export function parseEntry(text: string): EntryBody {
  return JSON.parse(text) as EntryBody;
}

const LONG_NUMBER = /\d{16,}/g;
const DIGEST = /^(?:jatidiri\/[0-9a-f]{16}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128})$/;

function refuseNumbersOfPeople(facts: Facts): void {
  for (const [name, value] of Object.entries(facts)) {
    if (value === null || typeof value === 'boolean') continue;
    const text = String(value);
    // Digits may follow one another by chance in a hex digest, which a log's name is too.
    if (text.search(LONG_NUMBER) >= 0 && !DIGEST.test(text)) {
      throw new RangeError(`the fact ${name} holds a 16-digit number: personal data has no place in the ledger`);
    }
  }
}

function inKeyOrder(facts: Facts): Facts {
  const keys = Object.keys(facts);
  return keys.length < 2 ? facts : Object.fromEntries(keys.toSorted().map((key) => [key, facts[key]!]));
}
