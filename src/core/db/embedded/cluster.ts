import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { refuse } from '../refusals.ts';
import type { Binaries } from './binaries.ts';
import { canRun, commandAs, giveTo, type RunAs } from './run-as.ts';

/** The folder of the cluster inside our data folder; it belongs to the user that PostgreSQL runs as. */
export function clusterFolder(dataFolder: string): string {
  return join(dataFolder, 'pg');
}

/** The name under which that user can open the folder: its own, or, where a folder above is closed to him, the one he
 * was started in (magic link of proc(5), which asks nothing of the folders above). */
export function reachableName(folder: string, runAs: RunAs): string {
  return process.platform !== 'linux' || canRun(runAs, folder) ? folder : '/proc/self/cwd';
}

/** The superuser's password, made with the cluster; scram even on loopback, where other users of the machine are too. */
export function clusterPassword(dataFolder: string): string {
  return readFileSync(join(dataFolder, 'password'), 'utf8').trim();
}

/**
 * Makes the cluster unless there is one. Made beside and renamed, so that a start that was killed leaves nothing half-made.
 * The collation is the built-in C.UTF-8 of PostgreSQL 17: the same order on every machine, whatever its C library or ICU.
 */
export function makeCluster(given: { dataFolder: string; binaries: Binaries; runAs: RunAs; durable: boolean }): void {
  const { dataFolder, binaries, runAs, durable } = given;
  const folder = clusterFolder(dataFolder);
  if (existsSync(join(folder, 'PG_VERSION'))) return;
  const fresh = `${folder}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  giveTo(runAs, fresh);
  // Read by initdb through the open file, as it may not be able to open the path.
  const passwordFile = join(dataFolder, 'password');
  writeFileSync(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  giveTo(runAs, passwordFile);
  const passwordInput = openSync(passwordFile, 'r');
  const args = ['-D', reachableName(fresh, runAs), '-U', 'postgres', '--auth=scram-sha-256', '--pwfile=/dev/stdin'];
  args.push(
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
  );
  if (!durable) args.push('--no-sync');
  const command = commandAs(runAs, binaries.initdb, args);
  const made = spawnSync(command.file, command.args, {
    ...command.ids,
    cwd: fresh,
    env: serverEnvironment(),
    stdio: [passwordInput, 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  closeSync(passwordInput);
  if (made.status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw refuse('db.cannot_start', { detail: `initdb: ${made.error?.message ?? made.stderr.slice(-2000)}` });
  }
  renameSync(fresh, folder);
}

/** Only what PostgreSQL needs; nothing of ours (secrets, proxies, locale) goes along. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
}

/**
 * Settings for a machine that we share with the rest of the system. No statement, value or DETAIL line goes to the log:
 * they would carry names and NIKs. Durability is given up only where a test says so.
 */
export function serverSettings(given: {
  socketFolder: string;
  port: number;
  durable: boolean;
}): Record<string, string> {
  const memoryMb = Math.floor(totalmem() / 1024 ** 2);
  const buffersMb = Math.max(128, Math.min(2048, Math.floor(memoryMb / 8)));
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(given.port),
    unix_socket_directories: given.socketFolder,
    unix_socket_permissions: '0700',
    max_connections: '120',
    shared_buffers: `${given.durable ? buffersMb : 256}MB`,
    effective_cache_size: `${Math.floor(memoryMb / 2)}MB`,
    work_mem: '32MB',
    maintenance_work_mem: `${Math.max(64, Math.min(512, Math.floor(memoryMb / 16)))}MB`,
    random_page_cost: '1.1',
    jit: 'off',
    wal_level: 'replica',
    wal_compression: 'on',
    min_wal_size: '256MB',
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    synchronous_commit: 'on',
    idle_in_transaction_session_timeout: '10min',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
  };
  if (given.durable) return settings;
  return { ...settings, fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' };
}
