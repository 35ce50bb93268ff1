/** A register filled with a simulated nation, in a temporary folder, for benches that need people. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { NATION, systemActor } from '../../src/core/access/index.ts';
import { readConfig, type Config } from '../../src/core/config/index.ts';
import { openRegister, type OpenRegister } from '../../src/cli/register.ts';
import { loadRegions } from '../../src/register/region/index.ts';
import { importResidents } from '../../src/register/resident/import/index.ts';
import { writeResidents } from '../../src/simulation/index.ts';
import { raiseCurtain, type Cast } from '../../src/simulation/journey/index.ts';
import { asCivilDate } from '../../src/core/time/index.ts';

export interface Peopled {
  readonly register: OpenRegister;
  readonly config: Config;
  /** Ends it, and removes everything unless it was to be kept. */
  remove(): Promise<void>;
}

export interface Filled extends Peopled {
  readonly cast: Cast;
}

export async function filledRegister(size: number): Promise<Filled> {
  const root = mkdtempSync(join(tmpdir(), 'jatidiri-bench-'));
  const { register, config } = await openIn(root);
  const cast = await fill(register, size, root);
  return { register, config, cast, remove: () => close(register, root) };
}

/**
 * The same without officers but with whatever `whenFilled` adds once. With `keep`, a folder: it stays there, and the next run finds it, so that
 * ten million are made once.
 */
export async function nationIn(
  keep: string | undefined,
  size: number,
  whenFilled: (filled: Peopled) => Promise<void>,
): Promise<Peopled> {
  const root = keep === undefined ? mkdtempSync(join(tmpdir(), 'jatidiri-bench-')) : resolve(keep);
  const mark = join(root, `filled-${size}`);
  mkdirSync(root, { recursive: true });
  if (!existsSync(mark) && readdirSync(root).length > 0)
    throw new Error(`${root} holds something else than ${size} residents`);
  const opened = await openIn(root);
  const filled = { ...opened, remove: () => close(opened.register, keep === undefined ? root : null) };
  if (existsSync(mark)) return filled;
  await fill(opened.register, size, root);
  await whenFilled(filled);
  writeFileSync(mark, '');
  return filled;
}

async function openIn(root: string): Promise<Pick<Peopled, 'register' | 'config'>> {
  const config = readConfig({ dataDir: join(root, 'data'), port: 0 });
  return { config, register: await openRegister(config, { kind: 'server', name: 'bench', onSignal: 'stop' }) };
}

async function close(register: OpenRegister, root: string | null): Promise<void> {
  await register.close();
  if (root !== null) rmSync(root, { recursive: true, force: true });
}

async function fill(register: OpenRegister, size: number, root: string): Promise<Cast> {
  const { house } = register;
  const actor = { ...systemActor('bench'), jurisdiction: NATION };
  await house.database.transact('system', actor, (tx) => loadRegions(tx, house.ground.regions));
  const cast = await raiseCurtain(house);
  const path = join(root, 'residents.csv');
  await writeResidents({ seed: 7, count: size, asOf: asCivilDate('2024-12-31'), out: path });
  await importResidents(house, { name: 'residents.csv', path }, { actor });
  rmSync(path);
  await analyse(register);
  return cast;
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
