import { many, maybeOne, one, sql, type Tx } from '../db/index.ts';
import type { Nik, Uuid } from '../id/index.ts';
import { parseEntry, type EntryBody, type Facts } from './entry.ts';
import { EMPTY_ROOT, leafHash, openCheckpoint, provesConsistency, TILE_WIDTH, type Checkpoint } from './log/index.ts';
import { keptOf } from './former.ts';
import { refuse } from './refusals.ts';

/** Who was concerned with a person, why and when: what the person himself is shown. */
export interface Look {
  readonly entryId: Uuid;
  /** The true instant. */
  readonly at: Date;
  /** The instant by the house's clock. */
  readonly clock: Date;
  readonly label: string;
  readonly by: string;
  readonly office: string | null;
  readonly purpose: string | null;
  readonly detail: string | null;
  /** How many people the entry concerns, and what it says beside. */
  readonly count: number;
  readonly facts: Facts;
}

const FAR = new Date('9999-12-31T00:00:00Z');
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

export interface LooksPage {
  /** The last one seen; many share an instant. */
  readonly before?: { readonly at: Date; readonly entry: string };
  readonly limit?: number;
  /** Patterns (POSIX) that the row's detail must, and must not, have. */
  readonly wanted?: string | null;
  readonly unwanted?: string | null;
}

interface LookRow {
  readonly at: Date;
  readonly entry: Uuid;
  readonly detail: string | null;
  readonly seq: string | null;
  readonly body: string | null;
}

/** Newest first. Includes what is not yet numbered. */
export async function whoLooked(tx: Tx, nik: Nik, page: LooksPage = {}): Promise<Look[]> {
  const { before = { at: FAR, entry: LAST }, limit = 100, wanted = null, unwanted = null } = page;
  return readLooks(
    tx,
    await many(
      tx,
      sql<LookRow>`
        select * from ledger.looks(${nik}::bigint, ${before.at}, ${before.entry}, ${wanted}, ${unwanted}, ${limit})`,
    ),
  );
}

/** What one entry says of this person: once for each time that it concerns him; empty where it does not. */
export async function findLook(tx: Tx, nik: Nik, entry: Uuid): Promise<Look[]> {
  return readLooks(
    tx,
    await many(
      tx,
      sql<LookRow>`select l.* from ledger.looks(${nik}::bigint, ${FAR}, ${LAST}, null, null, ${FARTHEST}) l where l.entry = ${entry}`,
    ),
  );
}

function readLooks(tx: Tx, rows: readonly LookRow[]): Promise<Look[]> {
  const reader = entryReader(tx);
  return Promise.all(
    rows.map(async ({ at, entry, detail, seq, body }) => {
      const read = body !== null ? parseEntry(body) : seq !== null ? await reader(Number(seq)) : lostEntry(entry, at);
      return {
        entryId: entry,
        at,
        clock: new Date(read.clock ?? read.at),
        label: read.label,
        by: read.by,
        office: read.office ?? null,
        purpose: read.purpose ?? null,
        detail,
        count: read.count,
        facts: read.facts ?? {},
      };
    }),
  );
}

/** Somebody has taken the entry away: the person is shown that there was one; `verify` says the rest. */
function lostEntry(id: Uuid, at: Date): EntryBody {
  return { id, label: 'ledger.entry_missing', at: at.toISOString(), by: '?', count: 1 };
}

/** The last checkpoint that was published, as a note and as what it says. */
export async function publishedCheckpoint(tx: Tx): Promise<{ note: string; checkpoint: Checkpoint }> {
  const { folder, key } = tx.ground.ledger.place;
  const note = await folder.checkpointNote();
  const checkpoint = note === null ? null : openCheckpoint(note, key);
  if (note === null || !checkpoint) throw refuse('ledger.file_not_found');
  return { note, checkpoint };
}

/** Reads numbered entries, each bundle once; what is not yet published is waited for. */
function entryReader(tx: Tx): (seq: number) => Promise<EntryBody> {
  const { folder } = tx.ground.ledger.place;
  const bundles = new Map<number, Promise<Buffer[]>>();
  let size: Promise<number> | null = null;
  return async (seq) => {
    size ??= publishedCheckpoint(tx).then(({ checkpoint }) => checkpoint.size);
    const known = await size;
    if (seq >= known) return (await publishedEntry(tx, seq)).body;
    const index = Math.floor(seq / TILE_WIDTH);
    let bundle = bundles.get(index);
    if (!bundle) {
      bundle = folder.bundle(index, known);
      bundles.set(index, bundle);
    }
    return parseEntry((await bundle)[seq % TILE_WIDTH]!.toString());
  };
}

const PUBLISH_WAIT_MS = 3000;

/** Entry `seq`, waiting for the checkpoint that covers it: a second at most while the sequencer lives. */
async function publishedEntry(
  tx: Tx,
  seq: number,
): Promise<{ body: EntryBody; bytes: Buffer; checkpoint: Checkpoint; note: string }> {
  const deadline = performance.now() + PUBLISH_WAIT_MS;
  for (;;) {
    const { checkpoint, note } = await publishedCheckpoint(tx);
    if (checkpoint.size > seq) {
      const bytes = await tx.ground.ledger.place.folder.entry(seq, checkpoint.size);
      return { body: parseEntry(bytes.toString()), bytes, checkpoint, note };
    }
    if (performance.now() > deadline) throw refuse('ledger.behind');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** How far the log has come: numbered, under a published checkpoint, and waiting for a number. As `system`. */
export async function ledgerStanding(tx: Tx): Promise<{ numbered: number; published: number; waiting: number }> {
  const { folder, key } = tx.ground.ledger.place;
  const note = await folder.checkpointNote();
  const published = note === null ? 0 : (openCheckpoint(note, key)?.size ?? 0);
  const { numbered, waiting } = await one(
    tx,
    sql<{ numbered: string; waiting: number }>`
      select (select size from ledger.head) as numbered, (select count(*)::int from ledger.pending) as waiting`,
  );
  return { numbered: Number(numbered), published, waiting };
}

export interface ProvenEntry {
  readonly seq: number;
  readonly body: EntryBody;
  /** The entry's very bytes. */
  readonly text: string;
  readonly leafHash: Buffer;
  readonly proof: readonly Buffer[];
  readonly checkpoint: string;
}

/** An entry with what proves that the log contains it. Refuses `ledger.entry_not_found`. */
export async function getEntry(tx: Tx, id: Uuid): Promise<ProvenEntry> {
  const row = await maybeOne(tx, sql<{ seq: string }>`select seq from ledger.entry where id = ${id}`);
  if (!row) throw refuse('ledger.entry_not_found');
  const seq = Number(row.seq);
  const { body, bytes, checkpoint, note } = await publishedEntry(tx, seq);
  const proof = await tx.ground.ledger.place.folder.inclusionProof(seq, checkpoint.size);
  return { seq, body, text: bytes.toString(), leafHash: leafHash(bytes), proof, checkpoint: note };
}

const FARTHEST = 2_147_483_647;

/** An entry that concerns this person, with its proof. Refuses one that does not as if there were none. */
export async function getLook(tx: Tx, nik: Nik, id: Uuid): Promise<ProvenEntry> {
  const known = await maybeOne(
    tx,
    sql`select 1 as known from ledger.who_looked(${nik}::bigint, ${FAR}, ${FARTHEST}) l where l.entry = ${id} limit 1`,
  );
  if (!known) throw refuse('ledger.entry_not_found');
  return awaitEntry(tx, id);
}

/**
 * An entry that is known to have been written, once it has its number and is under a signed checkpoint: what is missing is only the sequencer,
 * which takes a second. Refuses `ledger.behind`.
 */
export async function awaitEntry(tx: Tx, id: Uuid): Promise<ProvenEntry> {
  const deadline = performance.now() + PUBLISH_WAIT_MS;
  while (!(await maybeOne(tx, sql`select 1 as numbered from ledger.entry where id = ${id}`))) {
    if (performance.now() > deadline) throw refuse('ledger.behind');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return getEntry(tx, id);
}

/** The last checkpoint and when it was signed, by the true clock; `null` where nothing was signed yet. */
export async function latestCheckpoint(tx: Tx): Promise<{ note: string; checkpoint: Checkpoint; at: Date } | null> {
  const { folder, key } = tx.ground.ledger.place;
  const note = await folder.checkpointNote();
  const checkpoint = note === null ? null : openCheckpoint(note, key);
  const at = await folder.checkpointAt();
  return note !== null && checkpoint && at ? { note, checkpoint, at } : null;
}

/**
 * Whether the log of now begins with the history of `size` entries and this root: by a consistency proof against the last
 * signed checkpoint. `false` too where the log is shorter than that, or of an origin that it does not begin with.
 */
export async function holdsHistory(
  tx: Tx,
  earlier: { readonly origin: string; readonly size: number; readonly root: Buffer },
): Promise<{ holds: boolean; now: Checkpoint | null }> {
  const now = (await latestCheckpoint(tx))?.checkpoint ?? null;
  if (!now || earlier.size > now.size) return { holds: false, now };
  if (earlier.origin !== now.origin) {
    const { former } = tx.ground.ledger.place;
    const at = former.findIndex(({ key }) => key.name === earlier.origin);
    if (at < 0 || earlier.size > keptOf(former, at)) return { holds: false, now };
  }
  if (earlier.size === 0) return { holds: earlier.root.equals(EMPTY_ROOT), now };
  const { folder } = tx.ground.ledger.place;
  const proof = await folder.consistencyProof(earlier.size, now.size);
  const claim = { size1: earlier.size, root1: earlier.root, size2: now.size, root2: now.root, proof };
  return { holds: provesConsistency(claim), now };
}

/** The hashes that prove that the log of `size1` entries is the beginning of that of `size2`. */
export async function proveConsistency(tx: Tx, size1: number, size2: number): Promise<Buffer[]> {
  const { checkpoint } = await publishedCheckpoint(tx);
  if (size1 > size2 || size2 > checkpoint.size)
    throw refuse('ledger.size_unknown', { values: { size: checkpoint.size } });
  const { folder } = tx.ground.ledger.place;
  // The proof is read from the tiles of the log as it is now: they hold every earlier one.
  return folder.consistencyProof(size1, size2, checkpoint.size);
}

export interface EntryPage {
  readonly before?: number | undefined;
  readonly limit: number;
  readonly label?: string | undefined;
  readonly office?: string | undefined;
}

/** A filtered page looks through this many entries at most, so that a rare label costs a click, not a minute. */
const MOST_LOOKED_THROUGH = 20 * TILE_WIDTH;

/**
 * Published entries, newest first, bundle by bundle; `before` is the number of the last one seen. `next` is where to go on,
 * `null` at the beginning of the log.
 */
export async function listEntries(
  tx: Tx,
  page: EntryPage,
): Promise<{ entries: { seq: number; body: EntryBody }[]; next: number | null }> {
  const { checkpoint } = await publishedCheckpoint(tx);
  const read = entryReader(tx);
  const entries: { seq: number; body: EntryBody }[] = [];
  let at = Math.min(page.before ?? checkpoint.size, checkpoint.size);
  const stop = Math.max(0, at - MOST_LOOKED_THROUGH);
  while (at > stop && entries.length < page.limit) {
    at -= 1;
    const body = await read(at);
    if (fits(body, page)) entries.push({ seq: at, body });
  }
  return { entries, next: at === 0 ? null : at };
}

function fits(body: EntryBody, { label, office }: EntryPage): boolean {
  if (office !== undefined && body.office !== office) return false;
  if (label === undefined) return true;
  return label.endsWith('.') ? body.label.startsWith(label) : body.label === label;
}
