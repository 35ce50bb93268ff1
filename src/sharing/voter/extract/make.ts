/**
 * Makes the list of an election: one state of the register, in files that nobody can open yet, with a leaf for every voter. Nothing is
 * released here; that takes two officers (`release.ts`).
 */
import { hash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Actor } from '../../../core/access/index.ts';
import { copyOut, run, sql, type Tx } from '../../../core/db/index.ts';
import { newId, type Uuid } from '../../../core/id/index.ts';
import { latestCheckpoint, record } from '../../../core/ledger/index.ts';
import { getElection } from '../election/election.ts';
import type { ElectionRow } from '../election/sql.ts';
import { REASONS, reasonsOf, type Ballot, type Reason } from '../eligibility/rules.ts';
import { refuse } from '../refusals.ts';
import { settling } from '../seal/settling.ts';
import { abandon } from './abandon.ts';
import { enterPlaces } from './enter-places.ts';
import { FIELDS, MANIFEST, markOf, MASKED_FIELDS } from './layout.ts';
import { FORMAT, manifestText, type Manifest } from './manifest.ts';
import { listQuery } from './query.ts';
import { destroyExtract, folderOf, makeKeys, wayTo } from './shelf.ts';
import { holdExtract, holdWaiting, insertOrdered, noteMade } from './sql.ts';
import { writeDistricts, writePlaces } from './tables.ts';
import { extractRoot, lineOf } from './tree.ts';
import { FORMATS, writeList, type Format, type ListWritten } from './write.ts';

export interface MakeGiven {
  readonly electionId: string;
  /** One that was ordered; made anew where none is named. */
  readonly id?: Uuid;
  /** Where the files will lie: a folder that is not there yet, or empty. The house's own where none is named. */
  readonly dir?: string;
  readonly by?: 'regency' | 'village';
  readonly formats?: readonly Format[];
  readonly onRows?: (rows: number) => void;
}

export interface ExtractMade {
  readonly id: Uuid;
  readonly dir: string;
  readonly eligible: number;
  readonly excluded: Readonly<Partial<Record<Reason, number>>>;
  readonly files: number;
  readonly root: string;
  readonly seconds: number;
}

/** Sorting spills to the disk beyond this. */
const SORT_MEMORY = '96MB';

/**
 * The first statement of its transaction; role `system`. Whatever was made for the election before and not handed over is abandoned, and its
 * keys are destroyed. Refuses an election that is not open, a folder that holds something, and a list without a voter.
 */
export async function makeExtract(tx: Tx, actor: Actor, given: MakeGiven): Promise<ExtractMade> {
  const began = performance.now();
  await run(tx, sql`set transaction isolation level repeatable read`);
  const election = await getElection(tx, given.electionId);
  if (election.state !== 'OPEN') throw refuse('voter.election_state');
  const id = await begin(tx, actor, election, given.id);
  const dir = resolve(given.dir ?? folderOf(tx, id));
  if (given.dir === undefined) await rm(dir, { recursive: true, force: true });
  else mustBeFree(dir);
  const way = wayTo(dir, id);
  try {
    // What an attempt left whose process was killed.
    await rm(way, { recursive: true, force: true });
    await mkdir(way, { recursive: true, mode: 0o700 });
    const keys = makeKeys(tx, id);
    const manifest = await fill(tx, election, { ...given, ...keys, id, way });
    await enterPlaces(tx, { id, dir: way, key: keys.contentKey, manifest });
    await enter(tx, actor, manifest);
    await rm(dir, { recursive: true, force: true });
    await rename(way, dir);
    const seconds = (performance.now() - began) / 1000;
    const { eligible, excluded, files, root } = manifest;
    return { id, dir, eligible, excluded, files: files.length, root, seconds };
  } catch (fault) {
    await rm(way, { recursive: true, force: true });
    // One that was ordered is tried again, under the same keys.
    if (given.id === undefined) await destroyExtract(tx, id);
    throw fault;
  }
}

function mustBeFree(dir: string): void {
  if (existsSync(dir) && readdirSync(dir).length > 0) throw refuse('voter.extract_folder', { values: { folder: dir } });
}

/** The row that stands for it; what waited before makes way. */
async function begin(tx: Tx, actor: Actor, election: ElectionRow, ordered: Uuid | undefined): Promise<Uuid> {
  const before = await holdWaiting(tx, election.id);
  if (before && before.id !== ordered) await abandon(tx, actor, before);
  if (ordered !== undefined) {
    if ((await holdExtract(tx, ordered))?.state !== 'ORDERED') throw refuse('voter.extract_state');
    return ordered;
  }
  const id = newId();
  await insertOrdered(tx, { id, electionId: election.id, at: tx.ground.clock.now(), by: actor.id });
  return id;
}

async function fill(
  tx: Tx,
  election: Ballot & ElectionRow,
  given: MakeGiven & { readonly id: Uuid; readonly way: string } & ReturnType<typeof makeKeys>,
): Promise<Manifest> {
  const { id, way, by = 'regency', formats = FORMATS, contentKey, saltKey } = given;
  const knownAt = tx.ground.clock.now();
  await run(tx, sql.raw(`set local work_mem = '${SORT_MEMORY}'`));
  // Nothing can be written before all is sorted: until then the register works on every processor that it has.
  await run(tx, sql`set local max_parallel_workers_per_gather = 4`);
  await run(tx, sql`set local parallel_tuple_cost = 0.001`);
  const lines = copyOut(tx, listQuery(election), 'csv') as AsyncIterable<Buffer>;
  const disk = settling();
  const to = { dir: way, extractId: id, mark: markOf(id), settling: disk };
  const list = await writeList(lines, { ...to, contentKey, saltKey, by, formats, onRows: given.onRows });
  if (list.places.length === 0) throw refuse('voter.extract_empty');
  const tables = [writePlaces(list.places, to), await writeDistricts(tx, election, to)];
  const manifest = manifestOf(election, { id, knownAt, list, tables, checkpoint: await checkpoint(tx) });
  await writeFile(join(way, MANIFEST), manifestText(manifest), { mode: 0o600, flush: true });
  disk.takeFolder(way);
  await disk.done();
  return manifest;
}

const checkpoint = async (tx: Tx): Promise<string | null> => (await latestCheckpoint(tx))?.note ?? null;

function manifestOf(
  election: ElectionRow,
  given: {
    readonly id: Uuid;
    readonly knownAt: Date;
    readonly list: ListWritten;
    readonly tables: Manifest['files'];
    readonly checkpoint: string | null;
  },
): Manifest {
  const { id, knownAt, list, tables } = given;
  const sum = (of: 'n' | 'male' | 'female') => list.places.reduce((all, place) => all + place[of], 0);
  const { nameId, nameEn, kind, votingDay, cutoff, area } = election;
  return {
    format: FORMAT,
    extract: id,
    mark: markOf(id),
    election: { id: election.id, nameId, nameEn, kind, votingDay, cutoff, area: [...area] },
    knownAt: knownAt.toISOString(),
    fields: [...FIELDS],
    maskedFields: [...MASKED_FIELDS],
    eligible: sum('n'),
    male: sum('male'),
    female: sum('female'),
    excluded: byReason(list.excluded),
    excludedPeople: [...list.excluded.values()].reduce((all, n) => all + n, 0),
    places: list.places.length,
    root: extractRoot(list.places.map(lineOf)),
    checkpoint: given.checkpoint,
    files: [...list.files, ...tables],
  };
}

function byReason(excluded: ReadonlyMap<number, number>): Record<Reason, number> {
  const counts = Object.fromEntries(REASONS.map((reason) => [reason, 0])) as Record<Reason, number>;
  for (const [mask, n] of excluded) for (const reason of reasonsOf(mask)) counts[reason] += n;
  return counts;
}

async function enter(tx: Tx, actor: Actor, manifest: Manifest): Promise<void> {
  const { extract, election, eligible, excluded, root, files } = manifest;
  const manifestSha256 = hash('sha256', manifestText(manifest), 'hex');
  await record(tx, actor, {
    label: 'voter.extract_made',
    facts: { election: election.id, extract, eligible, root, manifest: manifestSha256 },
  });
  const bytes = files.reduce((all, file) => all + file.bytes, 0);
  const knownAt = new Date(manifest.knownAt);
  const made = { eligible, excluded, root, manifestSha256, files, bytes, knownAt, at: tx.ground.clock.now() };
  await noteMade(tx, { id: extract as Uuid, ...made });
}
