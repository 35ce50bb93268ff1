import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { refuse } from '../refusals.ts';
import type { Binaries } from './binaries.ts';
import { reachableName, serverEnvironment, serverSettings } from './cluster.ts';
import { isAlive, isPostgresIn, signal, until } from './process.ts';
import { canRun, commandAs, giveTo, type RunAs } from './run-as.ts';

export interface ServerPlan {
  readonly folder: string;
  readonly binaries: Binaries;
  readonly runAs: RunAs;
  readonly socketFolder: string;
  readonly port: number;
  readonly logFile: string;
  readonly durable: boolean;
}

export interface Server {
  /** Of the server now running; changes when it had to be started again. */
  readonly pid: number;
  stop(): Promise<void>;
  /** For the moment when the process ends and nothing can be awaited. */
  readonly stopAtOnce: () => void;
}

const START_MS = 60_000;

/** Starts PostgreSQL and keeps it running: when it dies unasked it is started again at the same place and port. */
export async function superviseServer(plan: ServerPlan): Promise<Server> {
  await endOrphan(plan.folder);
  let child = await startPatiently(plan);
  let stopping = false;
  let restarted: Promise<void> = Promise.resolve();
  const watch = () => {
    child.once('exit', () => {
      if (!stopping) restarted = restart();
    });
    if (child.exitCode !== null || child.signalCode !== null) child.emit('exit');
  };
  const restart = async () => {
    // The pool's clients fail meanwhile and come back with the server; giving up would only add to the outage.
    for (let pauseMs = 50; !stopping; pauseMs = Math.min(pauseMs * 2, 5000)) {
      try {
        child = await startOnce(plan);
        if (!stopping) watch();
        return;
      } catch {
        await sleep(pauseMs);
      }
    }
  };
  watch();
  return {
    get pid() {
      return child.pid!;
    },
    stopAtOnce: () => signal(child.pid!, 'SIGINT'),
    async stop() {
      stopping = true;
      // One that is just being started again would otherwise outlive us.
      await restarted;
      await end(child.pid!);
    },
  };
}

/** Ends a server that outlived its supervisor, and removes the pid file of one that did not end well. */
export async function endOrphan(folder: string): Promise<void> {
  const pid = readPidFile(folder)?.pid;
  if (pid === undefined) return;
  if (isPostgresIn(pid, folder)) await end(pid);
  // A number that another process bears by now would make PostgreSQL refuse to start.
  else rmSync(join(folder, 'postmaster.pid'), { force: true });
}

/** Fast shutdown (open transactions roll back), then harder. */
async function end(pid: number): Promise<void> {
  const steps: readonly [NodeJS.Signals, number][] = [
    ['SIGINT', 30_000],
    ['SIGQUIT', 5000],
    ['SIGKILL', 5000],
  ];
  for (const [name, waitMs] of steps) {
    signal(pid, name);
    if (await until(() => !isAlive(pid), waitMs)) return;
  }
}

// After a kill -9 the old server's children need a moment to notice and let go of the shared memory.
async function startPatiently(plan: ServerPlan): Promise<ChildProcess> {
  const end = performance.now() + 15_000;
  for (;;) {
    try {
      return await startOnce(plan);
    } catch (error) {
      if (performance.now() > end || !/shared memory block|lock file/.test(String(error))) throw error;
      await sleep(100);
    }
  }
}

async function startOnce(plan: ServerPlan): Promise<ChildProcess> {
  const log = openSync(plan.logFile, 'a', 0o600);
  const logFrom = statSync(plan.logFile).size;
  const settings = Object.entries(serverSettings(plan)).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const command = commandAs(plan.runAs, plan.binaries.postgres, [
    '-D',
    reachableName(plan.folder, plan.runAs),
    ...settings,
  ]);
  // Detached: Ctrl-C goes to the whole process group of a terminal, and the database must outlive those who use it.
  const child = spawn(command.file, command.args, {
    ...command.ids,
    cwd: plan.folder,
    env: serverEnvironment(),
    stdio: ['ignore', log, log],
    detached: true,
  });
  child.unref();
  closeSync(log);
  let started = false;
  const failed = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code, by) => {
      if (started) return;
      const said = readFileSync(plan.logFile, 'utf8').slice(logFrom).slice(-1500);
      reject(refuse('db.cannot_start', { detail: `postgres ended with ${code ?? by}: ${said}` }));
    });
  });
  failed.catch(() => {});
  const ready = until(() => isReady(plan.folder, child.pid), START_MS, 5);
  if (!(await Promise.race([ready, failed]))) {
    if (child.pid) signal(child.pid, 'SIGKILL');
    throw refuse('db.cannot_start', { detail: `not ready after ${START_MS} ms` });
  }
  started = true;
  return child;
}

function isReady(folder: string, pid: number | undefined): boolean {
  const file = readPidFile(folder);
  return file !== null && file.pid === pid && file.status === 'ready';
}

// Lines of postmaster.pid: 1 the pid, 8 the state (src/include/utils/pidfile.h).
function readPidFile(folder: string): { pid: number; status: string } | null {
  try {
    const lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), status: (lines[7] ?? '').trim() };
  } catch {
    return null;
  }
}

const SOCKET_FOLDER = 'jatidiri-pg-';
// sockaddr_un holds 107 bytes; `/.s.PGSQL.65535` takes 15 of them.
const LONGEST_SOCKET_FOLDER = 107 - 15 - SOCKET_FOLDER.length - 6 - 1;

/** A private folder with a short name for the socket. */
export function makeSocketFolder(runAs: RunAs): string {
  const places = [tmpdir(), '/tmp', '/var/tmp'].filter((place) => Buffer.byteLength(place) <= LONGEST_SOCKET_FOLDER);
  for (const place of places) {
    try {
      if (!canRun(runAs, place)) continue;
      const folder = mkdtempSync(join(place, SOCKET_FOLDER));
      giveTo(runAs, folder);
      return folder;
    } catch {
      // Read-only or full: the next one.
    }
  }
  throw refuse('db.cannot_start', { detail: 'no folder for the socket' });
}

export function removeSocketFolder(folder: string): void {
  if (basename(folder).startsWith(SOCKET_FOLDER)) rmSync(folder, { recursive: true, force: true });
}

/** A port of loopback that nobody uses at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
