import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isAlive, startMark } from './process.ts';

/** Who holds a data folder and how to reach its server; `owner.json`, readable by the owner only. */
export interface Owner {
  readonly kind: 'server' | 'command';
  readonly name: string;
  readonly pid: number;
  readonly startMark: string;
  readonly socketFolder: string;
  readonly port: number;
}

export interface Lock {
  readonly release: () => void;
}

/**
 * Takes the folder for this process, or gives null when another has it. The lock is SQLite's: the kernel lets go of it
 * when the process dies, however it dies, so there is no stale lock to judge.
 */
export function tryLock(dataFolder: string): Lock | null {
  const database = new DatabaseSync(join(dataFolder, 'lock'), { timeout: 0 });
  try {
    database.exec('pragma journal_mode = off; begin exclusive');
    return { release: () => database.close() };
  } catch (error) {
    database.close();
    if ((error as { errcode?: number }).errcode === 5) return null;
    throw error;
  }
}

export function writeOwner(dataFolder: string, owner: Owner): void {
  const path = join(dataFolder, 'owner.json');
  writeFileSync(`${path}.new`, JSON.stringify(owner), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** What the last owner wrote, alive or not. */
export function readOwner(dataFolder: string): Owner | null {
  try {
    return JSON.parse(readFileSync(join(dataFolder, 'owner.json'), 'utf8')) as Owner;
  } catch {
    return null;
  }
}

/** The owner if he still lives. */
export function livingOwner(dataFolder: string): Owner | null {
  const owner = readOwner(dataFolder);
  return owner && isAlive(owner.pid) && startMark(owner.pid) === owner.startMark ? owner : null;
}

export function forgetOwner(dataFolder: string): void {
  rmSync(join(dataFolder, 'owner.json'), { force: true });
}

/** Says that this process uses another's server, so that a passing owner waits for it. */
export function attach(dataFolder: string): Lock {
  const folder = join(dataFolder, 'attached');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, String(process.pid));
  writeFileSync(path, startMark(process.pid));
  return { release: () => rmSync(path, { force: true }) };
}
