/** The server as operators run it: two processes that answer, joined to the database that the bench keeps. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Peopled } from './filled.ts';

/** A database of pgbench's own on the bench's server; gives its URL. */
export async function pgbenchDatabase({ register }: Peopled): Promise<string> {
  const { Client } = await import('pg');
  const client = new Client(register.administration);
  await client.connect();
  await client.query('create database pgbench').finally(() => client.end());
  return register.embedded!.url('pgbench');
}

export interface Server {
  readonly origin: string;
  /** CPU that the processes that answer have used so far, in milliseconds; `null` where the system does not tell. */
  cpuMs(): number | null;
  stop(): Promise<void>;
  /** With SIGKILL: one of the processes that answer, or all of it. */
  killOne(): void;
  kill(): Promise<void>;
}

/** As operators run it; the bench's own process owns the database, so the server joins by its URL. */
export async function startServer(
  { register, config }: Peopled,
  execArgv: readonly string[] = [],
  roles = 'api,worker',
): Promise<Server> {
  const main = join(import.meta.dirname, '../../src/main.ts');
  const args = [
    ...execArgv,
    main,
    'serve',
    '--port',
    '0',
    '--roles',
    roles,
    '--processes',
    '2',
    '--data',
    config.dataDir,
    '--database-url',
    register.embedded!.url('jatidiri'),
  ];
  const child: ChildProcess = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr!.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const origin = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`the server did not start: ${said}`)));
    const look = async () => {
      for (;;) {
        const found = /http:\/\/[\d.]+:\d+/.exec(said)?.[0];
        if (found) return resolve(found);
        await pause(50);
      }
    };
    void look();
  });
  const ended = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exit = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await exit;
  };
  return {
    origin,
    cpuMs: () => cpuMsOf(answering(child.pid!)),
    async stop() {
      await ended('SIGTERM');
    },
    killOne() {
      const [one] = answering(child.pid!);
      if (one) process.kill(Number(one), 'SIGKILL');
    },
    async kill() {
      await ended('SIGKILL');
    },
  };
}

/** The crew's processes: the first one numbers the ledger and works off jobs, its children answer. */
function answering(first: number): string[] {
  try {
    return readFileSync(`/proc/${first}/task/${first}/children`, 'utf8').trim().split(' ').filter(Boolean);
  } catch {
    return [];
  }
}

const TICKS_PER_SECOND = 100;

/** User and system time (fields 14 and 15 of `stat`, behind the name in parentheses). */
function cpuMsOf(pids: readonly string[]): number | null {
  if (pids.length === 0) return null;
  const ticks = pids.map((pid) => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(fields[11]) + Number(fields[12]);
  });
  return (ticks.reduce((sum, each) => sum + each, 0) * 1000) / TICKS_PER_SECOND;
}
