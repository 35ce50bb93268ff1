/** A register filled with a simulated nation, in a temporary folder, for benches that need people. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NATION, systemActor } from '../../src/core/access/index.ts';
import { readConfig, type Config } from '../../src/core/config/index.ts';
import { sql } from '../../src/core/db/index.ts';
import { openRegister, type OpenRegister } from '../../src/cli/register.ts';
import { loadRegions } from '../../src/register/region/index.ts';
import { importResidents } from '../../src/register/resident/import/index.ts';
import { writeResidents } from '../../src/simulation/index.ts';
import { raiseCurtain, type Cast } from '../../src/simulation/journey/index.ts';
import { asCivilDate } from '../../src/core/time/index.ts';

export interface Filled {
  readonly register: OpenRegister;
  readonly config: Config;
  readonly cast: Cast;
  /** Ends it and removes everything. */
  remove(): Promise<void>;
}

export async function filledRegister(size: number): Promise<Filled> {
  const root = mkdtempSync(join(tmpdir(), 'jatidiri-bench-'));
  const config = readConfig({ dataDir: join(root, 'data'), port: 0 });
  const register = await openRegister(config, { kind: 'server', name: 'bench', onSignal: 'stop' });
  const { house } = register;
  const actor = { ...systemActor('bench'), jurisdiction: NATION };
  await house.database.transact('system', actor, (tx) => loadRegions(tx, house.ground.regions));
  const cast = await raiseCurtain(house);
  const path = join(root, 'residents.csv');
  await writeResidents({ seed: 7, count: size, asOf: asCivilDate('2024-12-31'), out: path });
  await importResidents(house, { name: 'residents.csv', path }, { actor });
  await house.database.transact('system', actor, (tx) => sql`select 1`.execute(tx.kysely));
  await analyse(register);
  return {
    register,
    config,
    cast,
    async remove() {
      await register.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

async function analyse(register: OpenRegister): Promise<void> {
  const { Client } = await import('pg');
  const client = new Client(register.administration);
  await client.connect();
  try {
    await client.query('vacuum analyze');
    await client.query('checkpoint');
  } finally {
    await client.end();
  }
}

/** The process of its PostgreSQL, for trials that kill it. */
export function postgresPid({ config }: Pick<Filled, 'config'>): number {
  return Number(readFileSync(join(config.dataDir, 'pg/postmaster.pid'), 'utf8').split('\n')[0]);
}
