import type { ClientBase } from 'pg';
import { to } from 'pg-copy-streams';
import { collectClaims } from './claims.ts';
import { commitment, monthOf, parseEntry, uuidBytes, type EntryBody } from './entry.ts';
import { entrySource, type EntrySource } from './entry-source.ts';
import { Bad, type Claim, type FirstBad } from './finding.ts';
import { begunEntries } from './former.ts';
import { parseJournals } from './journal.ts';
import { LogDamaged, rightEdge } from './log/index.ts';
import type { LogPlace } from './publish.ts';
import { registerRows, type RegisterRow, type RowReader } from './register-rows.ts';
import { checkTree } from './verify-tree.ts';

export interface Verdict {
  readonly ok: boolean;
  readonly size: number;
  /** Base64, of all that is numbered. */
  readonly root: string | null;
  /** The last published checkpoint, as a note. */
  readonly checkpoint: string | null;
  readonly firstBad: FirstBad | null;
  /** Logs that were ended before this one, with how much of each it still begins with. */
  readonly former?: { readonly origin: string; readonly size: number; readonly kept: number }[];
}

export interface VerifyGiven {
  readonly place: LogPlace;
  /** Notes that were kept outside the system. */
  readonly against?: readonly string[];
}

/**
 * Checks the whole log: leaves from the entry bundles, the tree from the leaves, both against every checkpoint kept by the
 * vault, the files, the outside folder and the caller; then the database's rows against the entries: which are numbered,
 * and that the access rows are exactly those that the entries commit to. `withClient` opens a transaction that sees one
 * instant and reads as `system`; it is opened after the checkpoints were read, so that it cannot lie behind them.
 */
export async function verifyLog(
  given: VerifyGiven,
  withClient: (check: (client: ClientBase) => Promise<Verdict>) => Promise<Verdict>,
): Promise<Verdict> {
  const note = await given.place.folder.checkpointNote();
  let claims: Claim[];
  try {
    claims = await collectClaims({ ...given, note });
  } catch (fault) {
    return { ok: false, size: 0, root: null, checkpoint: note, firstBad: badOf(fault) };
  }
  return withClient((client) => check(client, given.place, claims, note));
}

async function check(
  client: ClientBase,
  place: LogPlace,
  claims: readonly Claim[],
  note: string | null,
): Promise<Verdict> {
  const { rows } = await client.query<{ size: string; journals: string[] }>('select size, journals from ledger.head');
  const size = Number(rows[0]?.size ?? 0);
  let root: Buffer | null = null;
  try {
    const ahead = claims.find((claim) => claim.checkpoint.size > size);
    if (ahead) {
      const detail = `${ahead.from} holds a checkpoint of ${ahead.checkpoint.size} entries, the database numbers ${size}`;
      throw new Bad('rolled_back', size, detail);
    }
    const journals = parseJournals(rows[0]?.journals ?? [], size);
    const entries = await entrySource(place, size, journals);
    // PostgreSQL sorts while the tree is built.
    const register = registerRows(client.query(to(REGISTER)));
    try {
      root = await checkTree(place, entries, claims);
      await checkRegister(place, entries, register);
    } finally {
      await register.skip();
    }
    await checkOrphans(client, register.orphans);
    return { ok: true, size, root: root.toString('base64'), checkpoint: note, firstBad: null };
  } catch (fault) {
    return { ok: false, size, root: root?.toString('base64') ?? null, checkpoint: note, firstBad: badOf(fault) };
  }
}

function badOf(fault: unknown): FirstBad {
  if (fault instanceof Bad) return fault.found;
  if (fault instanceof LogDamaged) return { kind: 'file_damaged', seq: null, detail: fault.message };
  throw fault;
}

/** Every numbered entry with its access rows, in the order in which the entries commit to them; first those of no numbered entry. */
const REGISTER = `copy (
  select e.seq, coalesce(e.id, a.entry), a.nik, (date_part('epoch', a.at) * 1e6)::bigint, a.detail
  from ledger.entry e full join ledger.access a on a.entry = e.id
  order by e.seq nulls first, a.nik, a.detail collate "C" nulls first
) to stdout`;

async function checkRegister(place: LogPlace, entries: EntrySource, register: RowReader): Promise<void> {
  let seq = 0;
  const begun = begunEntries(place.former);
  const months = new Map<string, ReturnType<LogPlace['vault']['saltsOf']>>();
  const saltsOf = (month: string) => {
    if (!months.has(month)) months.set(month, place.vault.saltsOf(month));
    return months.get(month)!;
  };
  for await (const bundle of entries.bundles()) {
    for (const bytes of bundle) {
      const body = parseEntry(bytes.toString());
      const named = begun.get(seq);
      if (named !== undefined && named !== bytes.toString())
        throw new Bad('entry_altered', seq, 'it is not the entry with which the vault says that this log was begun');
      const rows: RegisterRow[] = [];
      for (;;) {
        const row = register.peek() ?? (await register.fill());
        if (!row || row.seq !== seq) break;
        if (row.id !== body.id)
          throw new Bad('entry_altered', seq, `the database calls it ${row.id}, the log ${body.id}`);
        rows.push(row);
        register.take();
      }
      if (rows.length === 0) throw new Bad('entry_missing', seq, `the database does not number entry ${body.id}`);
      checkAccess(seq, body, rows, saltsOf(monthOf(body.at)));
      seq += 1;
    }
  }
  const beyond = register.peek() ?? (await register.fill());
  if (beyond) throw new Bad('entry_inserted', beyond.seq, `entry ${beyond.id} is numbered and not in the log`);
}

function checkAccess(
  seq: number,
  body: EntryBody,
  rows: readonly RegisterRow[],
  salts: ReturnType<LogPlace['vault']['saltsOf']>,
): void {
  // Retention has ended: the key is destroyed and the rows may be gone.
  if (!salts) return;
  const found = rows[0]!.nik === null ? 0 : rows.length;
  if (found < body.count) throw new Bad('access_missing', seq, `${found} of ${body.count} access rows are there`);
  if (found > body.count) throw new Bad('access_inserted', seq, `${found} access rows, the entry says ${body.count}`);
  if (found === 0) return;
  const micros = `${Date.parse(body.at)}000`;
  if (rows.some((row) => row.atMicros !== micros))
    throw new Bad('access_altered', seq, 'an access row has another instant');
  const id = uuidBytes(body.id);
  let root: Buffer;
  if (found === 1) {
    root = commitment(salts, id, rows[0]!.nik!, rows[0]!.detail);
  } else {
    const edge = rightEdge();
    for (const row of rows) edge.push(commitment(salts, id, row.nik!, row.detail));
    root = edge.root();
  }
  if (root.toString('base64') !== body.subjects) {
    throw new Bad('access_altered', seq, 'the access rows are not those that the entry commits to');
  }
}

async function checkOrphans(client: ClientBase, orphans: ReadonlySet<string>): Promise<void> {
  if (orphans.size === 0) return;
  const { rows } = await client.query<{ id: string }>('select id from ledger.pending where id = any($1::uuid[])', [
    [...orphans],
  ]);
  const waiting = new Set(rows.map((row) => row.id));
  const lost = [...orphans].find((id) => !waiting.has(id));
  if (lost) throw new Bad('access_inserted', null, `an access row names entry ${lost}, which is nowhere`);
}
