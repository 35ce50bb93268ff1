import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';

/**
 * As whom PostgreSQL runs, since it refuses to run as root. `self`: we are an ordinary user. `user`: root starts it as
 * another OS user. `mapped`: where neither will do, it starts in a user namespace in which our own id bears another number;
 * for root that may not become another user, and for a user whose id has no name (a container's), which initdb refuses.
 */
export type RunAs =
  | { readonly kind: 'self' }
  | { readonly kind: 'user'; readonly uid: number; readonly gid: number }
  | { readonly kind: 'mapped'; readonly uid: number; readonly gid: number };

/** Chooses; a folder that exists already is served by its owner, so that a cluster never changes hands. */
export function chooseRunAs(clusterFolder: string | null): RunAs {
  // initdb asks for the name of its user, so the id must be a known one.
  const known = ['postgres', '_postgres', 'nobody', 'daemon'].map(idsOf).find((ids) => ids !== null);
  const ids = known ?? { uid: 65534, gid: 65534 };
  if (process.getuid?.() !== 0) return hasName() ? { kind: 'self' } : { kind: 'mapped', ...ids };
  const owner = clusterFolder !== null && existsSync(clusterFolder) ? statSync(clusterFolder) : null;
  if (owner && owner.uid !== 0) return { kind: 'user', uid: owner.uid, gid: owner.gid };
  if (owner || !canRun({ kind: 'user', ...ids }, '/')) return { kind: 'mapped', ...ids };
  return { kind: 'user', ...ids };
}

/** The command line and spawn options that run `file` as `runAs`. */
export function commandAs(runAs: RunAs, file: string, args: readonly string[]) {
  if (runAs.kind === 'mapped') {
    const map = [`--map-user=${runAs.uid}`, `--map-group=${runAs.gid}`, '--'];
    return { file: 'unshare', args: [...map, file, ...args], ids: {} };
  }
  return { file, args: [...args], ids: runAs.kind === 'user' ? { uid: runAs.uid, gid: runAs.gid } : {} };
}

/** Whether the user can enter the folder by its name. */
export function canRun(runAs: RunAs, folder: string): boolean {
  const command = commandAs(runAs, '/bin/sh', ['-c', 'cd "$0"', folder]);
  return spawnSync(command.file, command.args, { ...command.ids, cwd: '/', stdio: 'ignore' }).status === 0;
}

/** Gives a file or folder to the user that PostgreSQL runs as. */
export function giveTo(runAs: RunAs, path: string): void {
  if (runAs.kind === 'user') chownSync(path, runAs.uid, runAs.gid);
}

function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

function idsOf(name: string): { uid: number; gid: number } | null {
  const ask = (what: string) =>
    Number(execFileSync('id', [what, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    return null;
  }
}
