import { existsSync } from 'node:fs';
import { Client } from 'pg';
import { foldersOf, refuseConfig, type Config } from '../core/config/index.ts';
import { clusterFolder, DATABASE, startEmbedded, type Embedded } from '../core/db/embedded/index.ts';
import type { Log } from '../core/log/index.ts';
import { migrate, pendingMigrations, refuseDatabase, type Connection } from '../core/db/index.ts';
import { systemClock, type Clock } from '../core/time/index.ts';
import { clockOfStory, readStory } from './story.ts';
import { openHouse, type House } from '../house.ts';

export interface OpenRegister {
  readonly house: House;
  /** For what only a superuser may do: migrations, `tamper` in the demo. */
  readonly administration: Connection;
  readonly embedded: Embedded | null;
  close(): Promise<void>;
}

/**
 * Opens the register that the configuration names. The owner of an embedded server brings the schema up to date; who joins
 * another's server, or an operator's database, is refused (`db.not_migrated`) where it is not.
 */
export async function openRegister(
  config: Config,
  as: { kind: 'server' | 'command'; name: string; clock?: Clock; log?: Log; onSignal?: 'stop' | 'leave' },
): Promise<OpenRegister> {
  const store = await openStore(config, as);
  try {
    const count = await pendingMigrations(store.administration);
    if (count > 0) throw refuseDatabase('db.not_migrated', { values: { count } });
    const running = store.embedded?.attached ?? false;
    const clock = as.clock ?? (await clockOfStory(config.dataDir, { running })) ?? systemClock;
    const house = await openHouse({
      connection: store.connection,
      clock,
      config,
      ...(as.log && { log: as.log }),
      folders: foldersOf(config),
      demonstration: await superuserOfStory(store, config),
    });
    return {
      house,
      administration: store.administration,
      embedded: store.embedded,
      async close() {
        await house.close();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Refuses `config.no_register` where nothing was ever made. */
export function mustHaveRegister({ databaseUrl, dataDir }: Config): void {
  if (!databaseUrl && !existsSync(clusterFolder(dataDir)))
    throw refuseConfig('config.no_register', { values: { folder: dataDir } });
}

/** Tampering may be tried where a story was told into a database of our own; never in an operator's, whatever folder lies beside it. */
async function superuserOfStory(store: Store, config: Config): Promise<Connection | null> {
  return store.embedded && (await readStory(config.dataDir)) ? store.administration : null;
}

export interface Store {
  readonly connection: Connection;
  readonly administration: Connection;
  readonly embedded: Embedded | null;
  /** Migrations that opening it has run. */
  readonly migrated: readonly string[];
  close(): Promise<void>;
}

/** The database alone: an operator's by its URL, or the embedded one, started, made and migrated where it is ours. */
export async function openStore(
  config: Config,
  as: { kind: 'server' | 'command'; name: string; onSignal?: 'stop' | 'leave' },
): Promise<Store> {
  if (config.databaseUrl) {
    const connection = { connectionString: config.databaseUrl };
    return { connection, administration: connection, embedded: null, migrated: [], close: async () => {} };
  }
  const embedded = await startEmbedded({ ...as, dataDir: config.dataDir });
  const administration = embedded.connection(DATABASE);
  let migrated: readonly string[] = [];
  try {
    if (!embedded.attached) {
      await makeDatabase(embedded.connection('postgres'));
      ({ applied: migrated } = await migrate(administration, { loginPassword: String(administration.password) }));
    }
  } catch (error) {
    await embedded.stop();
    throw error;
  }
  const connection = embedded.connection(DATABASE, 'jatidiri');
  return { connection, administration, embedded, migrated, close: () => embedded.stop() };
}

async function makeDatabase(connection: Connection): Promise<void> {
  const client = new Client(connection);
  await client.connect();
  try {
    const { rows } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rows.length === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}
