import { link, mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import type { Actor } from '../access/index.ts';
import { newId } from '../id/index.ts';
import { systemClock } from '../time/index.ts';
import { collectClaims } from './claims.ts';
import { entryText } from './entry.ts';
import { entrySource } from './entry-source.ts';
import { Bad } from './finding.ts';
import { BEGUN, endLog, keyOf, signerName, type BegunFacts } from './former.ts';
import { parseJournals, writeJournal } from './journal.ts';
import type { Ledger } from './ledger.ts';
import {
  cutTiles,
  LogDamaged,
  openCheckpoint,
  readIfThere,
  replaceFile,
  tilePath,
  tilesOf,
  type Checkpoint,
} from './log/index.ts';
import { knownCheckpoints, logPlace, type LogPlace } from './publish.ts';
import { refuse } from './refusals.ts';
import { SEQUENCER_LOCK, startSequencer } from './sequencer.ts';
import { checkTree } from './verify-tree.ts';

export interface Begun {
  readonly origin: string;
  readonly former: { readonly origin: string; readonly size: number; readonly root: string; readonly folder: string };
  /** How many of the former log's entries the new one begins with. */
  readonly kept: number;
  readonly size: number;
}

/**
 * After a restore to before something that was signed, where the log cannot go on as one history: ends it and begins another
 * that starts with the entries that are left. Its first own entry names the ended log, how much that had signed, its root, how
 * much was kept, why, and both persons; the ended log's key signs that entry, so that a witness who knows only that key
 * can tell this from a theft. The ended log stays readable in `former/NAME`. No server may run; it opens the new log.
 */
export async function beginNewLog(
  ledger: Ledger,
  given: { readonly by: Actor; readonly approvedBy: Actor; readonly reason: string },
): Promise<Begun> {
  const { by, approvedBy, reason } = given;
  if (by.id === approvedBy.id) throw refuse('ledger.second_person');
  const { place } = ledger;
  const signed = largest(await knownCheckpoints(place));
  const next = keyOf(place.vault, signerName(place.former.length + 1));
  const client = new Client({ ...ledger.connection, application_name: 'jatidiri ledger begin' });
  await client.connect();
  let kept: Checkpoint;
  try {
    await client.query('set role jatidiri_system');
    const { rows: locks } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [
      SEQUENCER_LOCK,
    ]);
    if (!locks[0]!.got) throw refuse('ledger.at_work');
    await client.query('begin');
    const { rows } = await client.query<{ size: string; journals: string[] }>(
      'select size, journals from ledger.head for update',
    );
    const size = Number(rows[0]!.size);
    const journals = parseJournals(rows[0]!.journals, size);
    if (!signed || signed.size <= size) throw refuse('ledger.goes_on');
    kept = { origin: place.key.name, size, root: await rootOfKept(place, size, journals) };
    const facts: BegunFacts = {
      origin: next.name,
      formerOrigin: place.key.name,
      formerSize: signed.size,
      formerRoot: signed.root.toString('base64'),
      kept: size,
      keptRoot: kept.root.toString('base64'),
      // A number of a person has no place in the log, whatever was typed.
      reason: reason.replaceAll(/\d{16,}/g, '[…]'),
      approvedBy: approvedBy.pseudonym,
    };
    const id = newId();
    const at = systemClock.now();
    const entry = entryText({ id, actor: by, label: BEGUN, at, clock: at, count: 0, subjects: null, facts });
    await keepReadable(place);
    await cutTiles(place.folder.dir, journals[0]?.start ?? size);
    const journal = await writeJournal(place.folder.dir, size, [Buffer.from(entry)]);
    await client.query('insert into ledger.entry (seq, id) values ($1, $2)', [size, id]);
    await client.query('update ledger.head set size = $1, journals = $2', [
      size + 1,
      [...journals, journal].map(({ name }) => name),
    ]);
    await client.query('commit');
    // Between the two the old log still stands still, as it did: begun again, the new one merely has two such entries.
    endLog(place.vault, signed, entry);
  } finally {
    await client.end();
  }
  const size = await open(ledger);
  const former = { origin: place.key.name, size: signed.size, root: signed.root.toString('base64') };
  return { origin: next.name, former: { ...former, folder: formerFolder(place) }, kept: kept.size, size };
}

function largest(known: readonly Checkpoint[]): Checkpoint | undefined {
  return known.toSorted((a, b) => b.size - a.size)[0];
}

/** The root of what is left; refuses to build on what is not sound. */
async function rootOfKept(place: LogPlace, size: number, journals: ReturnType<typeof parseJournals>): Promise<Buffer> {
  try {
    const note = await place.folder.checkpointNote();
    const claims = await collectClaims({ place, note });
    const within = claims.filter(({ checkpoint }) => checkpoint.size <= size);
    return await checkTree(place, await entrySource(place, size, journals), within);
  } catch (fault) {
    if (!(fault instanceof Bad) && !(fault instanceof LogDamaged)) throw fault;
    throw refuse('ledger.not_sound', { detail: fault.message });
  }
}

const formerFolder = ({ folder, key }: LogPlace): string => join(folder.dir, 'former', key.name.split('/').at(-1)!);

/** Everything that there is of the ended log, as `ledger export` lays one out. Files are only ever replaced, so links keep them. */
async function keepReadable(place: LogPlace): Promise<void> {
  const { dir } = place.folder;
  const to = formerFolder(place);
  await rm(to, { recursive: true, force: true });
  for await (const path of filesBelow(dir, 'tile')) {
    await mkdir(dirname(join(to, path)), { recursive: true });
    await link(join(dir, path), join(to, path));
  }
  await mkdir(to, { recursive: true });
  for (const name of ['checkpoint', 'key']) {
    const bytes = await readIfThere(join(dir, name));
    if (bytes) await replaceFile(join(to, name), bytes, { sync: true });
  }
}

/** Signs the new log for the first time, and clears away the tiles of what was given up. */
async function open({ place, connection }: Ledger): Promise<number> {
  const { vault, witnessDir, folder } = place;
  const now = logPlace({ vault, witnessDir, dir: folder.dir });
  await new Promise<void>((resolve, reject) => {
    const sequencer = startSequencer({ connection, place: now, onFault: reject });
    sequencer.ready.then(() => sequencer.stop()).then(resolve, reject);
  });
  const { size } = openCheckpoint((await folder.checkpointNote())!, now.key)!;
  const needed = new Set([...tilesOf(size)].map(tilePath));
  for await (const path of filesBelow(folder.dir, 'tile')) if (!needed.has(path)) await rm(join(folder.dir, path));
  const { checkpoint, begun } = now.former.at(-1)!.texts;
  // Its own checkpoint is the last that its files reach; this one is the last that it ever signed.
  await replaceFile(join(formerFolder(place), 'last-checkpoint'), checkpoint, { sync: true });
  await replaceFile(join(formerFolder(place), 'begun'), begun, { sync: true });
  return size;
}

async function* filesBelow(dir: string, folder: string): AsyncGenerator<string> {
  for (const entry of await readdir(join(dir, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* filesBelow(dir, path);
    else if (!entry.name.endsWith('.new')) yield path;
  }
}
