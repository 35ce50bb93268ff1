import { existsSync, readFileSync, realpathSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { onRegister, type CommandSpec } from '../core/command.ts';
import type { Config } from '../core/config/index.ts';
import { examineBinaries } from '../core/db/embedded/index.ts';
import { pendingMigrations } from '../core/db/index.ts';
import { configOf } from './options.ts';
import { openStore } from './register.ts';

export interface Check {
  readonly name: string;
  readonly ok: boolean;
  /** For people who operate machines: facts and what to do, in English and without personal data. */
  readonly detail: string;
}

export const doctorCommand: CommandSpec = {
  add(program, { print, fails }) {
    onRegister(program.command('doctor'))
      .description(
        'Periksa mesin dan pemasangan ini, perbaiki yang bisa / examine this machine, mend what can be mended',
      )
      .action(async (_options, command) => {
        const checks = await examine(configOf(command));
        const ok = checks.every((check) => check.ok);
        print(command, { ok, checks }, () =>
          checks.map((check) => `${check.ok ? 'baik / ok  ' : 'SALAH / BAD'} ${check.name.padEnd(12)} ${check.detail}`),
        );
        if (!ok) fails();
      });
  },
};

/** Looks at everything that the register needs from the machine. */
export async function examine(config: Config): Promise<Check[]> {
  const checks = [examineNode(), examineSpace(config), examineVolume(config)];
  if (!config.databaseUrl) checks.push(examinePostgres());
  checks.push(await examineDatabase(config));
  return checks;
}

function examineNode(): Check {
  const major = Number(process.versions.node.split('.')[0]);
  return {
    name: 'node',
    ok: major >= 24,
    detail: `Node ${process.versions.node} for ${process.platform}-${process.arch}`,
  };
}

const LEAST_FREE_GB = 2;

function examineSpace(config: Config): Check {
  const place = existing(config.dataDir);
  const { bavail, bsize } = statfsSync(place);
  const freeGb = (Number(bavail) * Number(bsize)) / 1024 ** 3;
  return { name: 'space', ok: freeGb >= LEAST_FREE_GB, detail: `${freeGb.toFixed(1)} GB free at ${place}` };
}

// The live data directory is not encrypted by us: the volume under it has to be (dm-crypt says so in sysfs).
function examineVolume(config: Config): Check {
  const device = deviceOf(existing(config.dataDir));
  const encrypted = device !== null && isEncrypted(device);
  const advice = encrypted ? 'encrypted' : 'not known to be encrypted; production needs an encrypted volume';
  return { name: 'volume', ok: encrypted || !config.production, detail: `${device ?? 'no device'}: ${advice}` };
}

function examinePostgres(): Check {
  const { ok, detail } = examineBinaries();
  return { name: 'postgresql', ok, detail };
}

async function examineDatabase(config: Config): Promise<Check> {
  const name = 'database';
  if (!config.databaseUrl && !existsSync(join(config.dataDir, 'pg'))) {
    return { name, ok: true, detail: `no register in ${config.dataDir} yet` };
  }
  try {
    const store = await openStore(config, { kind: 'command', name: 'jatidiri doctor' });
    try {
      const version = await versionOf(store.administration);
      const pending = await pendingMigrations(store.administration);
      const state = pending === 0 ? 'schema up to date' : `${pending} migrations to run: jatidiri migrate`;
      return { name, ok: pending === 0 && version >= 17, detail: `PostgreSQL ${version}, ${state}` };
    } finally {
      await store.close();
    }
  } catch (error) {
    return { name, ok: false, detail: String(error instanceof Error ? error.message : error) };
  }
}

async function versionOf(connection: ConstructorParameters<typeof Client>[0]): Promise<number> {
  const client = new Client(connection);
  await client.connect();
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version_num') as version`);
  await client.end();
  return Math.floor(Number(rows[0]!.version) / 10_000);
}

function existing(path: string): string {
  return existsSync(path) ? realpathSync(path) : existing(dirname(path));
}

function deviceOf(place: string): string | null {
  if (!existsSync('/proc/mounts')) return null;
  const mounts = readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' '));
  const over = mounts.filter(
    ([, point]) => point && (place === point || place.startsWith(point === '/' ? '/' : `${point}/`)),
  );
  return over.toSorted((a, b) => b[1]!.length - a[1]!.length)[0]?.[0] ?? null;
}

function isEncrypted(device: string): boolean {
  try {
    const uuid = join('/sys/class/block', realpathSync(device).split('/').at(-1)!, 'dm/uuid');
    return readFileSync(uuid, 'utf8').startsWith('CRYPT-');
  } catch {
    return false;
  }
}
