/**
 * The book: who may ask what, in the memory of every process that answers. Changes are heard at once (LISTEN) and looked for every
 * half second besides, so that what is decided takes effect within a second also where a message was lost.
 * Always holds: no call is judged by a book that has not been compared with the register for longer than three seconds.
 */
import { Client, type Pool, type PoolClient } from 'pg';
import { quietPool, type Connection } from '../../../core/db/index.ts';
import { refuse } from '../refusals.ts';
import type { Canaries } from '../canary/known.ts';
import { listKnown } from '../canary/sql.ts';
import { chosenRow, partnerOf, type Partner } from './partner.ts';
import { getVersion, listInstitutions, listPartners, listVersions, type PartnerRow } from './sql.ts';

/** On which changes are said to every process, without a word: who hears it looks. */
export const CHANNEL = 'jatidiri_partners';
const LOOK_MS = 500;
const STALE_MS = 3000;

export interface Book {
  /** Reads it for the first time; later calls give the same. */
  open(): Promise<void>;
  /** The partner with this id. Refuses `verification.not_ready` while the book is old. */
  partner(institutionId: string): Partner | null;
  /** Whether a partner publishes his keys on this host. */
  publishesOn(host: string): boolean;
  /** Compares it with the register now: for tests, and for whoever must not wait. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

export function openBook(connection: Connection, canaries: Canaries): Book {
  const pool = quietPool({ ...connection, max: 1, application_name: 'jatidiri book' });
  const partners = new Map<string, Partner>();
  let version: string | null = null;
  let known = new Map<string, string>();
  let comparedAt = -Infinity;
  let opening: Promise<void> | null = null;
  let working: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | null = null;
  let ear: Ear | null = null;
  let closed = false;

  /** One after the other: an older reading must not come after a newer one. */
  function inTurn(work: (client: PoolClient) => Promise<void>): Promise<void> {
    const next = working.then(() => (closed ? undefined : asSystem(pool, work)));
    working = next.catch(() => {});
    return next;
  }

  function look(): Promise<void> {
    return inTurn(async (client) => {
      const began = performance.now();
      const present = await getVersion(client);
      if (present !== version) await catchUp(client);
      version = present;
      comparedAt = began;
    });
  }

  /** Versions first: what changes after them is read once too often, never too seldom. */
  async function catchUp(client: PoolClient): Promise<void> {
    const present = await listVersions(client);
    const changed = version === null ? null : await institutionsOf(client, changedIds(present));
    await take(await listPartners(client, changed), changed);
    canaries.take(await listKnown(client, changed), changed);
    known = present;
  }

  function changedIds(present: ReadonlyMap<string, string>): string[] {
    return [...present].flatMap(([id, each]) => (known.get(id) === each ? [] : [id]));
  }

  /** An id is an institution's or a cooperation's; one that has ended is known from before only. */
  async function institutionsOf(client: PoolClient, ids: readonly string[]): Promise<string[]> {
    const before = [...partners.values()].filter(({ cooperationId }) => ids.includes(cooperationId));
    const now = await listInstitutions(client, ids);
    return [...new Set([...ids, ...now, ...before.map(({ institutionId }) => institutionId)])];
  }

  async function take(rows: readonly PartnerRow[], changed: readonly string[] | null): Promise<void> {
    const byInstitution = Map.groupBy(rows, (row) => row.institutionId);
    const read = await Promise.all([...byInstitution.values()].map((each) => partnerOf(chosenRow(each))));
    // All at once: between two awaits a call may be judged.
    for (const id of changed ?? [...partners.keys()]) if (!byInstitution.has(id)) partners.delete(id);
    for (const partner of read) partners.set(partner.institutionId, partner);
  }

  function again(): void {
    if (closed) return;
    timer = setTimeout(
      () =>
        void look()
          .catch(() => {})
          .finally(again),
      LOOK_MS,
    );
    timer.unref();
  }

  return {
    open: () =>
      (opening ??= look().then(
        () => {
          ear = listen(connection, () => void look().catch(() => {}));
          again();
        },
        (fault: unknown) => {
          opening = null;
          throw fault;
        },
      )),
    partner(institutionId) {
      if (performance.now() - comparedAt > STALE_MS) throw refuse('verification.not_ready');
      return partners.get(institutionId) ?? null;
    },
    publishesOn: (host) =>
      [...partners.values()].some(({ publishedAt }) => publishedAt !== null && hostOf(publishedAt) === host),
    refresh: look,
    async close() {
      closed = true;
      if (timer) clearTimeout(timer);
      await ear?.close();
      await working;
      await pool.end();
    },
  };
}

const hostOf = (url: string): string | null => URL.parse(url)?.hostname ?? null;

async function asSystem(pool: Pool, work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('set role jatidiri_system');
    await work(client);
    client.release();
  } catch (fault) {
    client.release(fault as Error);
    throw fault;
  }
}

interface Ear {
  close(): Promise<void>;
}

const REST_MS = 500;

/** Hears what is said on the channel; begins anew where the connection breaks, as looking goes on meanwhile. */
function listen(connection: Connection, heard: () => void): Ear {
  let closed = false;
  let client: Client | null = null;
  let rest: NodeJS.Timeout | null = null;

  async function begin(): Promise<void> {
    const mine = new Client({ ...connection, application_name: 'jatidiri book', keepAlive: true });
    client = mine;
    mine.on('error', () => {});
    mine.once('end', () => {
      if (!closed) rest = setTimeout(() => void begin(), REST_MS).unref();
    });
    mine.on('notification', heard);
    try {
      await mine.connect();
      await mine.query(`listen ${CHANNEL}`);
      // What was said while nobody listened.
      heard();
    } catch {
      await mine.end().catch(() => {});
    }
  }

  void begin();
  return {
    async close() {
      closed = true;
      if (rest) clearTimeout(rest);
      await client?.end().catch(() => {});
    },
  };
}
