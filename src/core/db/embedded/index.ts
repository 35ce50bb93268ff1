/**
 * The embedded PostgreSQL 17: binaries from npm under our own supervisor, for a register on one machine, the demo and the
 * tests. Production points `--database-url` at a server of its own.
 * Always holds: one data folder has one server and one owner; what was acknowledged survives kill -9 of either process;
 * nobody on the machine but its owner gets in.
 */
import { mkdirSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from '../connection.ts';
import { refuse } from '../refusals.ts';
import { examineBinaries as examine, usableBinaries } from './binaries.ts';
import { clusterFolder, clusterPassword, makeCluster } from './cluster.ts';
import { attach, forgetOwner, livingOwner, readOwner, tryLock, writeOwner, type Lock } from './owner.ts';
import { startMark, until } from './process.ts';
import { chooseRunAs } from './run-as.ts';
import { endOrphan, freePort, makeSocketFolder, removeSocketFolder, superviseServer, type Server } from './server.ts';

export { clusterFolder };

export { livingOwner } from './owner.ts';

/** For `doctor`: whether PostgreSQL runs here, for a data folder that is still to be made. */
export function examineBinaries(): { ok: boolean; detail: string } {
  return examine(chooseRunAs(null));
}

export interface EmbeddedOptions {
  readonly dataDir: string;
  /** What the owner is called when another is refused: `jatidiri serve`. */
  readonly name: string;
  /** A server wants the folder for itself; a command attaches to whoever has it. */
  readonly kind: 'server' | 'command';
  /** False gives up fsync: tests of anything but durability. */
  readonly durable?: boolean;
  /** `stop`: SIGTERM, SIGINT and SIGHUP stop the server, then end the process. `leave`: the caller sees to it. */
  readonly onSignal?: 'stop' | 'leave';
}

export interface Embedded {
  connection(database: string, user?: string): Connection;
  /** Of the loopback port, for tools that know nothing of our socket. */
  url(database: string): string;
  /** Whether another process owns the server. */
  readonly attached: boolean;
  readonly ownerPid: number;
  readonly serverPid: number | null;
  stop(): Promise<void>;
}

/** The register's database in an embedded server. */
export const DATABASE = 'jatidiri';

const PATIENCE_MS = 60_000;

/**
 * Starts the server of a data folder (and makes the cluster the first time) or, for a command, attaches to a running one.
 * Refuses `db.data_in_use` to a second server and `db.cannot_start` with PostgreSQL's own words in the detail.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  mkdirSync(resolve(options.dataDir), { recursive: true, mode: 0o700 });
  const folder = realpathSync(resolve(options.dataDir));
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const lock = tryLock(folder);
    if (lock) return await own(folder, options, lock);
    const owner = livingOwner(folder);
    if (owner && options.kind === 'command') return attachTo(folder, owner);
    // A passing command gives the folder back in a moment.
    if (owner?.kind === 'server' || performance.now() > end) {
      throw refuse('db.data_in_use', { values: { name: owner?.name ?? '?', pid: owner?.pid ?? 0, folder } });
    }
    await sleep(50);
  }
}

/**
 * Removes a data folder with all that is in it, after ending a server that outlived its owner. Refuses `db.data_in_use` while
 * somebody lives in it.
 */
export async function removeData(dataDir: string): Promise<void> {
  const folder = realpathSync(resolve(dataDir));
  const lock = tryLock(folder);
  if (!lock) {
    const owner = livingOwner(folder);
    throw refuse('db.data_in_use', { values: { name: owner?.name ?? '?', pid: owner?.pid ?? 0, folder } });
  }
  try {
    const last = readOwner(folder);
    await endOrphan(clusterFolder(folder));
    if (last) removeSocketFolder(last.socketFolder);
    rmSync(folder, { recursive: true, force: true });
  } finally {
    lock.release();
  }
}

function attachTo(folder: string, owner: NonNullable<ReturnType<typeof livingOwner>>): Embedded {
  const mark = attach(folder);
  process.once('exit', mark.release);
  return {
    ...waysIn(folder, owner.socketFolder, owner.port),
    attached: true,
    ownerPid: owner.pid,
    serverPid: null,
    async stop() {
      process.off('exit', mark.release);
      mark.release();
    },
  };
}

async function own(folder: string, options: EmbeddedOptions, lock: Lock): Promise<Embedded> {
  const durable = options.durable ?? true;
  const last = readOwner(folder);
  forgetOwner(folder);
  if (last) removeSocketFolder(last.socketFolder);
  let socketFolder = '';
  // Asked to stop while starting: first be something that can be stopped, or the server would be left behind.
  let asked: NodeJS.Signals | undefined;
  const early = (name: NodeJS.Signals) => void (asked = name);
  if (options.onSignal !== 'leave') for (const name of SIGNALS) process.on(name, early);
  try {
    const runAs = chooseRunAs(clusterFolder(folder));
    const binaries = usableBinaries(runAs);
    makeCluster({ dataFolder: folder, binaries, runAs, durable });
    socketFolder = makeSocketFolder(runAs);
    const port = await freePort();
    const logFile = join(folder, 'postgresql.log');
    const cluster = clusterFolder(folder);
    const server = await superviseServer({ folder: cluster, binaries, runAs, socketFolder, port, logFile, durable });
    const { kind, name } = options;
    writeOwner(folder, { kind, name, pid: process.pid, startMark: startMark(process.pid), socketFolder, port });
    const embedded = owned({ folder, options, lock, socketFolder, port, server });
    if (asked) await embedded.stop().finally(() => process.kill(process.pid, asked));
    return embedded;
  } catch (error) {
    if (socketFolder) removeSocketFolder(socketFolder);
    lock.release();
    throw error;
  } finally {
    for (const name of SIGNALS) process.off(name, early);
  }
}

function owned(given: {
  folder: string;
  options: EmbeddedOptions;
  lock: Lock;
  socketFolder: string;
  port: number;
  server: Server;
}): Embedded {
  const { folder, options, lock, socketFolder, port, server } = given;
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    // A command that others have joined lets them finish; a server's users know that it may go.
    if (options.kind === 'command') await until(() => !othersAttached(folder), PATIENCE_MS, 50);
    await server.stop();
    for (const name of SIGNALS) process.off(name, onSignal);
    process.off('exit', server.stopAtOnce);
    forgetOwner(folder);
    removeSocketFolder(socketFolder);
    lock.release();
  };
  const stopOnce = () => (stopped ??= stop());
  const onSignal = (name: NodeJS.Signals) => {
    void stopOnce().finally(() => process.kill(process.pid, name));
  };
  if (options.onSignal !== 'leave') for (const name of SIGNALS) process.on(name, onSignal);
  process.on('exit', server.stopAtOnce);
  return {
    ...waysIn(folder, socketFolder, port),
    attached: false,
    ownerPid: process.pid,
    get serverPid() {
      return server.pid;
    },
    stop: stopOnce,
  };
}

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

function waysIn(folder: string, socketFolder: string, port: number): Pick<Embedded, 'connection' | 'url'> {
  const password = clusterPassword(folder);
  return {
    connection: (database, user = 'postgres') => ({ host: socketFolder, port, user, password, database }),
    url: (database) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`,
  };
}

function othersAttached(folder: string): boolean {
  const attached = join(folder, 'attached');
  try {
    return readdirSync(attached).some((pid) => {
      if (startMark(Number(pid)) === readFileSync(join(attached, pid), 'utf8')) return true;
      rmSync(join(attached, pid), { force: true });
      return false;
    });
  } catch {
    return false;
  }
}
