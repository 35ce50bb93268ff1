/** The differences between two lists, written as files for the commission and counted for everybody. */
import { hash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Actor } from '../../../core/access/index.ts';
import { run, sql, type Tx } from '../../../core/db/index.ts';
import { newId, type Uuid } from '../../../core/id/index.ts';
import { record, recordLarge } from '../../../core/ledger/index.ts';
import { getElection } from '../election/election.ts';
import { csvField, FIELDS, headerOf } from '../extract/layout.ts';
import { findExtract, type ExtractRow } from '../extract/sql.ts';
import { rowText } from '../proof/row.ts';
import { refuse } from '../refusals.ts';
import { sealKey } from '../seal/commission-key.ts';
import { sealedWriter, type FileWriter, type Written } from '../seal/sealed-file.ts';
import { settling, type Settling } from '../seal/settling.ts';
import { findCommissionKey } from '../seal/sql.ts';
import { differingMembers, type Members } from './members.ts';
import {
  CHANGED,
  JOINED,
  LEFT,
  rowValues,
  standingAt,
  whyChanged,
  whyJoined,
  whyLeft,
  type Changed,
  type Joined,
  type Left,
  type ListAt,
  type Standing,
} from './rules.ts';
import { cardAt, listTouched, livesOf, type LifeRow } from './sql.ts';

export interface DifferGiven {
  readonly from: string;
  readonly to: string;
  /** A folder that is not there yet, or empty. */
  readonly dir: string;
  readonly onPeople?: (people: number) => void;
}

export interface Differences {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly joined: Readonly<Record<Joined, number>>;
  readonly left: Readonly<Record<Left, number>>;
  readonly changed: Readonly<Record<Changed, number>>;
  /** People in the files; none where one of the lists was not handed over. */
  readonly files: readonly (Written & { readonly path: string; readonly rows: number })[];
  readonly seconds: number;
}

const KINDS = ['joined', 'left', 'changed'] as const;
type Kind = (typeof KINDS)[number];
const PATHS: Readonly<Record<Kind, string>> = {
  joined: 'masuk.csv.sealed',
  left: 'keluar.csv.sealed',
  changed: 'berubah.csv.sealed',
};
const HEADERS: Readonly<Record<Kind, readonly string[]>> = {
  joined: ['sebab', ...FIELDS],
  left: ['sebab', 'nik', 'tempat'],
  changed: ['sebab', 'kolom', ...FIELDS],
};

const AT_ONCE = 5_000;

/**
 * As `system`, the first statement of its transaction. Counts are for anybody; rows of people are written, sealed to the commission, only
 * where both lists were handed over to it: then it has them already, and only learns why they differ. Refuses lists that were not made.
 */
export async function differ(tx: Tx, actor: Actor, given: DifferGiven): Promise<Differences> {
  const began = performance.now();
  await run(tx, sql`set transaction isolation level repeatable read`);
  const [from, to] = [await listOf(tx, given.from), await listOf(tx, given.to)];
  const dir = resolve(given.dir);
  if (existsSync(dir) && readdirSync(dir).length > 0) throw refuse('voter.extract_folder', { values: { folder: dir } });
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const id = newId();
  const sealing = from.released && to.released ? { id, dir, key: randomBytes(32) } : null;
  try {
    const counts = { joined: zeros(JOINED), left: zeros(LEFT), changed: zeros(CHANGED) };
    const disk = settling();
    const writers = sealing && openAll(sealing, disk);
    const rows: Record<Kind, number> = { joined: 0, left: 0, changed: 0 };
    const named: string[] = [];
    for await (const { kind, reason, line, nik } of differences(tx, { from, to }, given.onPeople)) {
      (counts[kind] as Record<string, number>)[reason]! += 1;
      if (!writers) continue;
      rows[kind] += 1;
      named.push(nik);
      writers[kind].write(Buffer.from(`${line}\n`));
    }
    const files: Differences['files'][number][] = [];
    if (writers) for (const kind of KINDS) files.push({ path: PATHS[kind], rows: rows[kind], ...writers[kind].end() });
    await disk.done();
    const said = { id, from: from.id, to: to.id, ...counts, files };
    const manifest = manifestOf(said, { from, to });
    await writeFile(join(dir, 'manifest.json'), manifest, { mode: 0o600 });
    await enter(tx, actor, { said, named, manifest });
    if (sealing) await writeKey(tx, sealing, to, hash('sha256', manifest, 'hex'));
    return { ...said, seconds: (performance.now() - began) / 1000 };
  } catch (fault) {
    await rm(dir, { recursive: true, force: true });
    throw fault;
  }
}

interface List extends ListAt {
  readonly id: Uuid;
  readonly released: boolean;
  readonly root: string;
  readonly electionId: string;
}

async function listOf(tx: Tx, id: string): Promise<List> {
  const extract: ExtractRow | undefined = await findExtract(tx, id);
  if (!extract) throw refuse('voter.extract_not_found');
  const { state, knownAt, root, electionId, releasedAt } = extract;
  if (state === 'ABANDONED' || !knownAt || root === null) throw refuse('voter.extract_state');
  const ballot = await getElection(tx, electionId);
  return { id: extract.id, ballot, knownAt, root, electionId, released: releasedAt !== null };
}

const zeros = <Name extends string>(names: readonly Name[]): Record<Name, number> =>
  Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;

interface Difference {
  readonly kind: Kind;
  readonly reason: string;
  readonly nik: string;
  readonly line: string;
}

async function* differences(
  tx: Tx,
  { from, to }: { readonly from: List; readonly to: List },
  onPeople: (people: number) => void = () => {},
): AsyncGenerator<Difference> {
  const [after, until] = from.knownAt < to.knownAt ? [from.knownAt, to.knownAt] : [to.knownAt, from.knownAt];
  const candidates = await listTouched(tx, { after, until });
  const members = await differingMembers(tx, { from: from.id, to: to.id, candidates });
  let people = 0;
  for (const part of ['joined', 'left', 'moved', 'stayed'] as const satisfies readonly (keyof Members)[])
    for (let at = 0; at < members[part].length; at += AT_ONCE) {
      const lives = await livesOf(tx, members[part].slice(at, at + AT_ONCE));
      people += lives.length;
      for (const life of lives) {
        const found = explained(life, part, { from, to });
        if (found) yield { ...found, nik: life.nik };
      }
      onPeople(people);
    }
}

/** What became of one person; nothing where his row says the same. */
function explained(
  life: LifeRow,
  part: keyof Members,
  { from, to }: { readonly from: List; readonly to: List },
): Omit<Difference, 'nik'> | null {
  const before = standingAt(life, from, part !== 'joined');
  const now = standingAt(life, to, part !== 'left');
  if (part === 'left') {
    const reason = whyLeft(before!, now ?? before!);
    const place = before!.verdict.mission ?? before!.verdict.village;
    return { kind: 'left', reason, line: [reason, life.nik, csvField(place)].join(',') };
  }
  const row = rowOf(life, now!, to.knownAt);
  if (part === 'joined') {
    const reason = whyJoined(before, now!, { from: from.ballot, to: to.ballot });
    return { kind: 'joined', reason, line: `${reason},${row}` };
  }
  const values = [rowValues(before!, cardAt(life, from.knownAt)), rowValues(now!, cardAt(life, to.knownAt))] as const;
  const changed = whyChanged(...values);
  return (
    changed && { kind: 'changed', reason: changed.reason, line: `${changed.reason},${changed.fields.join(';')},${row}` }
  );
}

function rowOf(life: LifeRow, { person, home, verdict }: Standing, at: Date): string {
  return rowText({ nik: life.nik, familyCard: cardAt(life, at), person, home, mission: verdict.mission });
}

interface Sealing {
  readonly id: string;
  readonly dir: string;
  readonly key: Buffer;
}

function openAll({ id, dir, key }: Sealing, disk: Settling): Record<Kind, FileWriter> {
  const writers: Partial<Record<Kind, FileWriter>> = {};
  for (const kind of KINDS) {
    writers[kind] = sealedWriter(join(dir, PATHS[kind]), { key, extractId: id, path: PATHS[kind] }, disk);
    writers[kind].write(Buffer.from(headerOf(HEADERS[kind])));
  }
  return writers as Record<Kind, FileWriter>;
}

type Said = Omit<Differences, 'seconds'>;

function manifestOf(said: Said, { from, to }: { readonly from: List; readonly to: List }): string {
  const about = ({ id, root, knownAt, ballot }: List) => ({
    extract: id,
    root,
    knownAt: knownAt.toISOString(),
    votingDay: ballot.votingDay,
    cutoff: ballot.cutoff,
  });
  const { id, joined, left, changed, files } = said;
  const document = {
    format: 'jatidiri/voter/differences/1',
    id,
    from: about(from),
    to: about(to),
    joined,
    left,
    changed,
    headers: HEADERS,
    files,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

async function enter(
  tx: Tx,
  actor: Actor,
  { said, named, manifest }: { readonly said: Said; readonly named: readonly string[]; readonly manifest: string },
): Promise<void> {
  const facts = { difference: said.id, from: said.from, to: said.to, manifest: hash('sha256', manifest, 'hex') };
  if (named.length === 0) await record(tx, actor, { label: 'voter.differences_counted', facts });
  else
    await recordLarge(tx, actor, {
      label: 'voter.differences_written',
      facts,
      niks: sql<{ nik: string }>`select distinct nik from unnest(${[...named]}::bigint[]) as named (nik)`,
    });
}

/** Sealed like the key of a list: to the commission, bound to what the manifest says. */
async function writeKey(tx: Tx, { id, dir, key }: Sealing, to: List, manifestSha256: string): Promise<void> {
  const commission = await findCommissionKey(tx, to.electionId);
  if (!commission) throw refuse('voter.key_missing');
  const { publicKey, thumbprint } = commission;
  const sealed = await sealKey(publicKey, key, { extractId: id, root: to.root, manifestSha256 });
  const document = {
    format: 'jatidiri/voter/key/1',
    extract: id,
    root: to.root,
    thumbprint,
    sealedKey: sealed.toString('base64'),
  };
  await writeFile(join(dir, 'key.hpke'), `${JSON.stringify(document, null, 2)}\n`, { mode: 0o600 });
}
