/** `pgbench -S`, the machine's own limit for look-ups: prepared, TCP, 8 clients, where Debian's PostgreSQL packages are. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const DEBIAN = '/usr/lib/postgresql';

function program(): string | null {
  const onPath = (process.env['PATH'] ?? '').split(':').map((folder) => join(folder, 'pgbench'));
  const packaged = existsSync(DEBIAN) ? readdirSync(DEBIAN).map((version) => join(DEBIAN, version, 'bin/pgbench')) : [];
  return [...onPath, ...packaged].find((path) => existsSync(path)) ?? null;
}

export interface Pgbench {
  /** Transactions a second over `seconds`. */
  selectOnly(seconds: number): Promise<number>;
}

/** Fills pgbench's tables with a million accounts; `null` where there is no pgbench. */
export async function openPgbench(url: string): Promise<Pgbench | null> {
  const pgbench = program();
  if (!pgbench) return null;
  await run(pgbench, ['-i', '-q', '-s', '10', url]);
  return {
    async selectOnly(seconds) {
      const { stdout } = await run(pgbench, [
        '-S',
        '-M',
        'prepared',
        '-c',
        '8',
        '-j',
        '2',
        '-T',
        String(seconds),
        '-n',
        url,
      ]);
      return Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
    },
  };
}
