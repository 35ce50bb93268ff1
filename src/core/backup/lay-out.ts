import { randomBytes } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { clusterFolder } from '../db/embedded/cluster.ts';
import { startEmbedded, type Embedded } from '../db/embedded/index.ts';
import { chooseRunAs, giveTo } from '../db/embedded/run-as.ts';
import { openVault } from '../vault/index.ts';
import type { Identity } from './age.ts';
import { mustBeSigned, readDocument } from './document.ts';
import { addressPath, joinPieces } from './contents.ts';
import { fitLog } from './fit-log.ts';
import { checkPart, readPart, sumOfFile } from './part.ts';
import { POINT, pointFolder, vaultFolder, type Backup, type Point } from './places.ts';
import { notesIn } from './notes.ts';
import { refuse } from './refusals.ts';
import { extractTar } from './tar.ts';
import { findVaultCopy, layVaultOut } from './vault-copy.ts';

/** Which instant of which backup. */
export interface Target {
  readonly backup: Backup;
  /** The points that are needed; the last one reaches the instant. */
  readonly points: readonly Point[];
  /** `null`: the last point itself. */
  readonly to: Date | null;
}

/** The newest backup and point, or the newest that begins before `to`. Refuses `backup.instant_not_covered`. */
export function targetOf(backups: readonly Backup[], to: Date | null): Target {
  const [newest] = backups;
  if (to === null) return { backup: newest!, points: newest!.points, to };
  for (const backup of backups) {
    if (Date.parse(backup.points[0]!.at) > to.getTime()) continue;
    const reached = backup.points.findIndex((point) => Date.parse(point.at) >= to.getTime());
    if (reached >= 0) return { backup, points: backup.points.slice(0, reached + 1), to };
  }
  const first = backups.at(-1)!.points[0]!.at;
  throw refuse('backup.instant_not_covered', {
    values: { instant: to.toISOString(), from: first, until: newest!.points.at(-1)!.at },
  });
}

/** Reads every byte that the target needs; refuses `backup.damaged` at the first that is another. */
export async function checkTarget({ backup, points }: Target, identities: readonly Identity[]): Promise<void> {
  for (const part of backup.manifest.parts) await checkPart(backup.folder, part);
  for (const point of points) {
    const folder = pointFolder(backup.folder, point.number);
    const parts = [...point.parts, ...point.wal.map(({ part }) => part), point.files.list];
    for (const part of parts) await checkPart(folder, part);
    for (const { address } of await listFiles(folder, point, identities)) {
      const sum = await sumOfFile(join(folder, 'files', addressPath(address))).catch(() => null);
      if (sum !== address) throw refuse('backup.damaged', { values: { file: addressPath(address) } });
    }
  }
}

async function listFiles(
  folder: string,
  point: Point,
  identities: readonly Identity[],
): Promise<{ address: string }[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of readPart(folder, point.files.list, identities)) chunks.push(chunk);
  const lines = Buffer.concat(chunks).toString().split('\n').filter(Boolean);
  return lines.map((line) => ({ address: line.slice(0, 64) }));
}

/**
 * Lays a target out in an empty data folder and brings its database up. Gives the running server: the caller stops it. The
 * vault lies there too, with every tombstone of the lists.
 */
export async function layOut(given: {
  readonly target: Target;
  readonly dataDir: string;
  readonly identities: readonly Identity[];
  readonly vaultDir?: string | undefined;
  /** Files that list who was erased. */
  readonly tombstones: readonly string[];
  /** A trial needs no fsync and is stopped by its caller. */
  readonly purpose: 'keep' | 'trial';
}): Promise<{ embedded: Embedded; size: number }> {
  const { target, dataDir, identities } = given;
  const { backup, points, to } = target;
  const { database, parts } = backup.manifest;
  if (!database) throw refuse('backup.database_elsewhere');
  const copy = await findVaultCopy(given.vaultDir ?? vaultFolder(backup), points.at(-1)!.name);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await layVaultOut({ copy, dir: join(dataDir, 'vault'), tombstones: given.tombstones, identities });
  await checkSignatures(target, join(dataDir, 'vault'));

  const cluster = clusterFolder(dataDir);
  const draft = `${cluster}.new`;
  await mkdir(draft, { mode: 0o700 });
  const runAs = chooseRunAs(null);
  giveTo(runAs, draft);
  const give = (path: string) => giveTo(runAs, path);
  await extractTar(readPart(backup.folder, parts[0]!, identities), draft, give);
  await mkdir(join(draft, 'pg_wal'), { recursive: true, mode: 0o700 });
  give(join(draft, 'pg_wal'));
  for (const point of points) {
    const folder = pointFolder(backup.folder, point.number);
    for (const { segment, part } of point.wal) {
      const path = join(draft, 'pg_wal', segment);
      await writeFile(path, readPart(folder, part, identities), { mode: 0o600 });
      give(path);
    }
    await extractTar(readPart(folder, point.parts[0]!, identities), dataDir);
    for (const { address } of await listFiles(folder, point, identities)) {
      const path = join(dataDir, 'files', addressPath(address));
      await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
      await copyFile(join(folder, 'files', addressPath(address)), path);
    }
  }
  const notes = await restoreWitness(dataDir);
  const password = randomBytes(24).toString('base64url');
  await writeFile(join(dataDir, 'password'), `${password}\n`, { mode: 0o600 });
  const embedded = await recover({
    ...given,
    draft,
    cluster,
    give,
    goal: goalOf(points.at(-1)!, to),
    name: database.name,
    password,
  });
  try {
    const { size, journals } = await headOf(embedded, database.name);
    await fitLog({ dir: join(dataDir, 'ledger'), size, journals, notes });
    return { embedded, size };
  } catch (fault) {
    await embedded.stop();
    throw fault;
  }
}

/** Sums protect against accidents; that nobody has rewritten base and sums together, the register's signature shows. */
async function checkSignatures({ backup, points }: Target, vaultDir: string): Promise<void> {
  const vault = openVault({ dir: vaultDir });
  try {
    for (const { number } of points) {
      const path = join(pointFolder(backup.folder, number), POINT);
      mustBeSigned(vault, POINT, await readDocument(path));
    }
  } finally {
    vault.close();
  }
}

// The outside folder's own copy stays outside; this one is only what was known when the backup was made.
async function restoreWitness(dataDir: string): Promise<string[]> {
  const folder = join(dataDir, 'witness');
  const days = await joinPieces(folder);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const [name, bytes] of days) await writeFile(join(folder, name), bytes);
  const own = await readFile(join(dataDir, 'ledger', 'checkpoint'), 'utf8').catch(() => null);
  return [...(await notesIn(folder)), ...(own === null ? [] : [own])];
}

function goalOf(point: Point, to: Date | null): string {
  return to === null
    ? `recovery_target_name = '${point.name}'`
    : `recovery_target_time = '${to.toISOString().replace('T', ' ').replace('Z', '+00')}'`;
}

const KEPT = 'pg_hba.conf.kept';
const RECOVERY_MS = 3 * 3_600_000;

async function recover(given: {
  draft: string;
  cluster: string;
  give: (path: string) => void;
  goal: string;
  name: string;
  password: string;
  dataDir: string;
  purpose: 'keep' | 'trial';
}): Promise<Embedded> {
  const { draft, cluster, give, goal, dataDir } = given;
  // Nobody knows the old password of the superuser; the socket's folder is ours alone while it is set anew.
  await rename(join(draft, 'pg_hba.conf'), join(draft, KEPT));
  const settings = join(draft, 'postgresql.auto.conf');
  const before = await readFile(settings);
  const recovery = `restore_command = 'exit 1'\n${goal}\nrecovery_target_action = 'promote'\nrecovery_target_timeline = 'current'\n`;
  await writeFile(settings, `${before.toString()}\n${recovery}`);
  for (const [name, text] of [
    ['pg_hba.conf', 'local all postgres trust\n'],
    ['recovery.signal', ''],
  ] as const) {
    await writeFile(join(draft, name), text, { mode: 0o600 });
    give(join(draft, name));
  }
  chmodSync(draft, 0o700);
  await rename(draft, cluster);
  const log = join(dataDir, 'postgresql.log');
  const embedded = await startEmbedded({
    dataDir,
    kind: 'server',
    name: 'jatidiri backup',
    onSignal: given.purpose === 'keep' ? 'stop' : 'leave',
    durable: given.purpose === 'keep',
  }).catch(async (fault: unknown) => {
    throw refuse('backup.recovery_failed', { detail: (await lastFatal(log)) ?? String(fault) });
  });
  try {
    await promoted(embedded, given.name, log);
    const client = await connect(embedded, given.name);
    await client.query(`alter role postgres password '${given.password}'`);
    await rename(join(cluster, KEPT), join(cluster, 'pg_hba.conf'));
    await writeFile(join(cluster, 'postgresql.auto.conf'), before);
    await client.query('select pg_reload_conf()');
    await client.end();
    return embedded;
  } catch (fault) {
    await embedded.stop();
    throw fault;
  }
}

/** Waits until the server has reached the goal and takes writes. A server that gave up has said why in its log. */
async function promoted(embedded: Embedded, name: string, log: string): Promise<void> {
  const end = performance.now() + RECOVERY_MS;
  for (;;) {
    const over = await recovered(embedded, name);
    if (over) return;
    const fatal = await lastFatal(log);
    if (fatal ?? performance.now() > end)
      throw refuse('backup.recovery_failed', { detail: fatal ?? 'it took too long' });
    await sleep(50);
  }
}

async function recovered(embedded: Embedded, name: string): Promise<boolean> {
  try {
    const client = await connect(embedded, name);
    const { rows } = await client.query<{ over: boolean }>('select not pg_is_in_recovery() as over');
    await client.end();
    return rows[0]!.over;
  } catch {
    return false;
  }
}

async function connect(embedded: Embedded, name: string): Promise<Client> {
  const client = new Client(embedded.connection(name));
  client.on('error', () => {});
  await client.connect();
  return client;
}

async function lastFatal(log: string): Promise<string | null> {
  const text = await readFile(log, 'utf8').catch(() => '');
  const lines = text.split('\n').filter((line) => /(FATAL|PANIC): {2}(?!the database system is)/.test(line));
  return lines.at(-1) ?? null;
}

async function headOf(embedded: Embedded, name: string): Promise<{ size: number; journals: string[] }> {
  const client = await connect(embedded, name);
  const { rows } = await client.query<{ size: string; journals: string[] }>('select size, journals from ledger.head');
  await client.end();
  return { size: Number(rows[0]?.size ?? 0), journals: rows[0]?.journals ?? [] };
}
