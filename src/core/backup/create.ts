import { mkdir, mkdtemp, open, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../time/index.ts';
import { copyBase } from './base-copy.ts';
import { copyAddress, logFiles, sealedFiles, witnessPieces } from './contents.ts';
import { writeDocument } from './document.ts';
import { sizeOfNote, takeMoment, type Moment } from './moment.ts';
import { writePart, type Part } from './part.ts';
import {
  backupName,
  backupNames,
  MANIFEST,
  POINT,
  pointFolder,
  type Backup,
  type DatabaseFacts,
  type Manifest,
  type Point,
} from './places.ts';
import { letWalGo, withSession, type BackupGiven, type Session } from './session.ts';
import { writeTar, type TarSource } from './tar.ts';
import { dropOlder, keepVaultCopy } from './vault-copy.ts';
import { parseLsn, readSegment, segmentsBetween } from './wal.ts';

/** Backs up a running register. The result has its name only when it is whole. */
export function createBackup(given: BackupGiven): Promise<Backup> {
  return withSession(given, (session) => makeBackup(session));
}

export async function makeBackup(session: Session): Promise<Backup> {
  const { root, recipients, embedded, folders } = session;
  const earlier = (await backupNames(root)).at(-1) ?? null;
  const madeAt = systemClock.now();
  const name = await freeName(root, madeAt);
  const draft = join(root, `.${name}.part`);
  await mkdir(draft, { mode: 0o700 });
  try {
    let database: DatabaseFacts | null = null;
    const parts: Part[] = [];
    if (embedded) {
      const base = copyBase(session.connection, `jatidiri ${name}`);
      parts.push(await writePart({ folder: draft, name: 'base.tar', source: base.content, recipients }));
      const { lsn, timeline } = base.start();
      database = { ...embedded.facts, start: lsn, timeline };
    }
    const manifest: Manifest = {
      format: 1,
      name,
      madeAt: madeAt.toISOString(),
      database,
      vault: session.vaultPlace,
      witness: folders.witness,
      encryptedTo: recipients.map((recipient) => recipient.text),
      parts,
    };
    const before = earlier && join(pointFolder(join(root, earlier), 0), 'files');
    const sum = await writeDocument(join(draft, MANIFEST), manifest);
    const { point, settle } = await writePoint(session, { folder: draft, manifest, sum, points: [] }, before);
    await syncFolder(draft);
    await rename(draft, join(root, name));
    await syncFolder(root);
    await settle();
    return { root, folder: join(root, name), manifest, sum, points: [point] };
  } catch (fault) {
    await rm(draft, { recursive: true, force: true });
    throw fault;
  }
}

// Two within a second: the next second's name.
async function freeName(root: string, at: Date): Promise<string> {
  const taken = new Set(await backupNames(root));
  for (let ms = at.getTime(); ; ms += 1000) {
    const name = backupName(new Date(ms));
    if (!taken.has(name)) return name;
  }
}

/** Clocks of files and of the server may differ a little; what is taken twice does no harm. */
const SLACK_MS = 120_000;

/**
 * Adds an instant at which database, log, files and keys fit one another to a backup. `settle` is to be called when the
 * backup that holds it has its name: it lets older copies of the vault, and WAL, go.
 */
export async function writePoint(
  session: Session,
  backup: Pick<Backup, 'folder' | 'manifest' | 'sum' | 'points'>,
  earlierFiles: string | null = null,
): Promise<{ point: Point; settle: () => Promise<void> }> {
  const { client, folders, vault, vaultDir, recipients, embedded } = session;
  const last = backup.points.at(-1) ?? null;
  const number = backup.points.length;
  const name = `${backup.manifest.name}.${String(number).padStart(6, '0')}`;
  const since = last && new Date(Date.parse(last.at) - SLACK_MS);
  const folder = pointFolder(backup.folder, number);
  const draft = `${join(folder, '..')}/.${number}.part`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true, mode: 0o700 });
  const keys = await mkdtemp(join(tmpdir(), 'jatidiri-keys-'));
  let moment: Moment;
  try {
    moment = await takeMoment({
      client,
      name,
      ledgerDir: folders.ledger,
      vault,
      copyVaultTo: keys,
      mark: embedded ? 'needed' : 'tried',
    });
    await keepVaultCopy({ vaultDir, from: keys, point: name, at: moment.at, recipients });
  } finally {
    await rm(keys, { recursive: true, force: true });
  }
  const write = (part: string, source: AsyncIterable<Buffer>) =>
    writePart({ folder: draft, name: part, source, recipients });

  const facts = backup.manifest.database;
  const wal: { segment: string; part: Part }[] = [];
  let end: string | null = null;
  if (embedded && facts) {
    end = await closeSegment(client, facts.segmentBytes);
    const from = last?.lsn ?? facts.start;
    const to = lsnText(parseLsn(end) - 1n);
    for (const segment of segmentsBetween(from, to, facts)) {
      wal.push({ segment, part: await write(`wal/${segment}`, readSegment(embedded.dataDir, segment)) });
    }
  }
  const signed = moment.checkpoint ? sizeOfNote(moment.checkpoint.toString()) : 0;
  const witness = await witnessPieces(folders.witness, last?.witnessed ?? {});
  const sources = ledgerSources(folders.ledger, since, signed, moment, witness.pieces);
  const point: Point = {
    manifest: backup.sum,
    number,
    name,
    at: moment.at.toISOString(),
    lsn: end,
    size: moment.size,
    signed,
    parts: [await write('ledger.tar', writeTar(sources))],
    wal,
    files: await copyFiles({ from: folders.files, to: join(draft, 'files'), since, earlierFiles, write }),
    witnessed: witness.lengths,
  };
  await writeDocument(join(draft, POINT), point, vault);
  await syncFolder(draft);
  await rename(draft, folder);
  await syncFolder(join(folder, '..'));
  return {
    point,
    async settle() {
      await dropOlder(vaultDir, name);
      if (end) await letWalGo(client, end);
    },
  };
}

/** Ends the current WAL file so that it can be copied; gives where the next begins. */
async function closeSegment(client: Session['client'], segmentBytes: number): Promise<string> {
  const { rows } = await client.query<{ end: string }>('select pg_switch_wal()::text as end');
  const size = BigInt(segmentBytes);
  return lsnText(((parseLsn(rows[0]!.end) + size - 1n) / size) * size);
}

function lsnText(byte: bigint): string {
  return `${(byte >> 32n).toString(16)}/${(byte & 0xffff_ffffn).toString(16)}`.toUpperCase();
}

async function* ledgerSources(
  dir: string,
  since: Date | null,
  signed: number,
  moment: Moment,
  pieces: readonly TarSource[],
): AsyncGenerator<TarSource> {
  yield* logFiles(dir, since, signed);
  if (moment.checkpoint) yield { name: 'ledger/checkpoint', from: moment.checkpoint };
  for (const journal of moment.journals) yield { name: `ledger/journal/${journal.name}`, from: journal.bytes };
  yield* pieces;
}

async function copyFiles(given: {
  from: string;
  to: string;
  since: Date | null;
  earlierFiles: string | null;
  write: (part: string, source: AsyncIterable<Buffer>) => Promise<Part>;
}): Promise<Point['files']> {
  const { from, to, since, earlierFiles, write } = given;
  let count = 0;
  let bytes = 0;
  async function* lines(): AsyncGenerator<Buffer> {
    for await (const address of sealedFiles(from, since)) {
      const length = await copyAddress(from, to, address, earlierFiles);
      if (length === null) continue;
      count++;
      bytes += length;
      yield Buffer.from(`${address} ${length}\n`);
    }
  }
  const list = await write('files.list', lines());
  return { count, bytes, list };
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
