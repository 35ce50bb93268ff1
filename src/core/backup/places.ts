import { readdir, realpath, rm } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { readDocument } from './document.ts';
import type { Part } from './part.ts';
import { refuse } from './refusals.ts';

/**
 * How a folder of backups is laid out:
 *
 *     20261123T234510Z/            a backup; under this name only when it is whole
 *       manifest                   what it is, with its own sum
 *       base.tar.zst[.age]         the cluster
 *       points/000000/             an instant at which everything fits; `archive` adds further ones
 *         point  wal/  ledger.tar.zst  files/  ...
 *     vault-apart/                 unless told otherwise; the newest copy of the keys only
 */
export interface Manifest {
  readonly format: 1;
  readonly name: string;
  readonly madeAt: string;
  /** Null where another tool keeps the database. */
  readonly database: DatabaseFacts | null;
  /** Where the copies of the vault lie: relative to the folder of backups where they lie inside it. */
  readonly vault: string;
  /** Where the register's checkpoints are published. */
  readonly witness: string;
  readonly encryptedTo: readonly string[];
  readonly parts: readonly Part[];
}

export interface DatabaseFacts {
  readonly name: string;
  readonly version: string;
  readonly system: string;
  readonly timeline: number;
  readonly segmentBytes: number;
  readonly start: string;
}

export interface Point {
  /** Sum of the manifest that it belongs to: what is signed here vouches for that too. */
  readonly manifest: string;
  readonly number: number;
  /** Of the restore point in the WAL, and of the vault's copy. */
  readonly name: string;
  readonly at: string;
  readonly lsn: string | null;
  /** How many entries the ledger numbered. */
  readonly size: number;
  /** How many of them the last signed checkpoint covers. */
  readonly signed: number;
  readonly parts: readonly Part[];
  readonly wal: readonly { readonly segment: string; readonly part: Part }[];
  /** Sealed files by their address, which is their sum. */
  readonly files: { readonly count: number; readonly bytes: number; readonly list: Part };
  /** How much of each file of the outside folder was there. */
  readonly witnessed: Readonly<Record<string, number>>;
}

export interface Backup {
  /** The folder of backups. */
  readonly root: string;
  /** The backup's own. */
  readonly folder: string;
  readonly manifest: Manifest;
  /** Of the manifest. */
  readonly sum: string;
  readonly points: readonly Point[];
}

export const MANIFEST = 'manifest';
export const POINT = 'point';
const NAME = /^\d{8}T\d{6}Z$/;
const POINT_NAME = /^\d{6}$/;

/** `20261123T234510Z` */
export function backupName(at: Date): string {
  return `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

export function pointFolder(backupFolder: string, number: number): string {
  return join(backupFolder, 'points', String(number).padStart(6, '0'));
}

/** The names of the whole backups in a folder, oldest first. */
export async function backupNames(root: string): Promise<string[]> {
  const names = await readdir(root).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT' || fault.code === 'ENOTDIR') return [];
    throw fault;
  });
  return names.filter((name) => NAME.test(name)).toSorted();
}

/** `place` is a folder of backups or one backup in it; refuses `backup.none_here`. Newest first. */
export async function findBackups(place: string): Promise<Backup[]> {
  const folder = await realpath(resolve(place)).catch(() => resolve(place));
  const one = NAME.test(basename(folder));
  const root = one ? dirname(folder) : folder;
  const names = (await backupNames(root)).filter((name) => !one || name === basename(folder));
  if (names.length === 0) throw refuse('backup.none_here', { values: { folder: place } });
  return Promise.all(names.toReversed().map((name) => openBackup(root, name)));
}

export async function openBackup(root: string, name: string): Promise<Backup> {
  const folder = join(root, name);
  const { document: manifest, sum } = await readDocument<Manifest>(join(folder, MANIFEST));
  const points: Point[] = [];
  const numbers = (await readdir(join(folder, 'points'))).filter((each) => POINT_NAME.test(each)).toSorted();
  for (const number of numbers)
    points.push((await readDocument<Point>(join(folder, 'points', number, POINT))).document);
  // One that is gone would leave a gap that nobody sees.
  if (points.length === 0 || points.some((point, i) => point.number !== i || point.manifest !== sum)) {
    throw refuse('backup.damaged', { values: { file: 'points' }, detail: 'a point is missing, or of another backup' });
  }
  return { root, folder, manifest, sum, points };
}

/** What a broken-off backup has left behind. */
export async function removeBroken(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const broken = names.filter((name) => name.startsWith('.') && name.endsWith('.part'));
  await Promise.all(broken.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}

export function vaultPlace(root: string, vaultDir: string): string {
  const inside = relative(root, vaultDir);
  return inside.startsWith('..') || isAbsolute(inside) ? vaultDir : inside;
}

export function vaultFolder(backup: Pick<Backup, 'root' | 'manifest'>): string {
  return resolve(backup.root, backup.manifest.vault);
}
