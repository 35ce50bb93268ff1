import { existsSync, realpathSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { foldersOf, type Config, type Folders } from '../config/index.ts';
import { clusterFolder } from '../db/embedded/cluster.ts';
import { DATABASE, startEmbedded } from '../db/embedded/index.ts';
import { tryLock } from '../db/embedded/owner.ts';
import type { Connection } from '../db/index.ts';
import { openVault, TOMBSTONE_FILE, type Vault } from '../vault/index.ts';
import type { Recipient } from './age.ts';
import { prepareSigning } from './document.ts';
import { removeBroken, vaultPlace, type DatabaseFacts } from './places.ts';
import { refuse } from './refusals.ts';

export interface BackupGiven {
  readonly config: Config;
  /** The folder of backups. */
  readonly dir: string;
  /** Where the copies of the vault go; `vault-apart` in `dir` where nothing is said. */
  readonly vaultDir?: string | undefined;
  readonly recipients: readonly Recipient[];
}

/** What making backups needs at hand: the register's folders, its server as superuser, its vault, and the target for us alone. */
export interface Session {
  readonly root: string;
  readonly vaultDir: string;
  readonly vaultPlace: string;
  readonly recipients: readonly Recipient[];
  readonly folders: Folders;
  readonly vault: Vault;
  readonly client: Client;
  readonly connection: Connection;
  /** Whether the server is somebody else's, who needs it for longer than we do. */
  readonly visits: boolean;
  /** `null` where another tool keeps the database. */
  readonly embedded: { readonly dataDir: string; readonly facts: Omit<DatabaseFacts, 'start' | 'timeline'> } | null;
}

/** Opens a session for `work`. Refuses `backup.no_register` and `backup.busy`. */
export async function withSession<Result>(
  given: BackupGiven,
  work: (session: Session) => Promise<Result>,
): Promise<Result> {
  const { config, recipients } = given;
  const folders = foldersOf(config);
  if (!existsSync(config.databaseUrl ? folders.vault : clusterFolder(config.dataDir))) {
    throw refuse('backup.no_register', { values: { folder: config.dataDir } });
  }
  await mkdir(resolve(given.dir), { recursive: true, mode: 0o700 });
  const root = realpathSync(resolve(given.dir));
  const vaultDir = given.vaultDir ? resolve(given.vaultDir) : join(root, 'vault-apart');
  const lock = tryLock(root);
  if (!lock) throw refuse('backup.busy', { values: { folder: root } });
  const embedded = config.databaseUrl
    ? null
    : await startEmbedded({ dataDir: config.dataDir, kind: 'command', name: 'jatidiri backup' }).catch((fault) => {
        lock.release();
        throw fault;
      });
  const connection = embedded ? embedded.connection(DATABASE) : { connectionString: config.databaseUrl! };
  const client = new Client({ ...connection, application_name: 'jatidiri backup', keepAlive: true });
  client.on('error', () => {});
  const vault = openVault({ dir: folders.vault, tombstonesOutside: join(folders.witness, TOMBSTONE_FILE) });
  try {
    prepareSigning(vault);
    await removeBroken(root);
    await client.connect();
    const session = {
      root,
      vaultDir,
      vaultPlace: vaultPlace(root, vaultDir),
      recipients,
      folders,
      vault,
      client,
      connection,
      visits: embedded?.attached ?? true,
      embedded: embedded && { dataDir: realpathSync(config.dataDir), facts: await factsOf(client) },
    };
    // Keeps WAL that is not copied yet; gone with the session, so that a backup that is forgotten fills no disk.
    if (embedded) await client.query('select pg_create_physical_replication_slot($1, true, true)', [slotName]);
    else await client.query('set role jatidiri_system');
    return await work(session);
  } finally {
    await client.end().catch(() => {});
    vault.close();
    await embedded?.stop();
    lock.release();
  }
}

const slotName = `jatidiri_backup_${process.pid}`;

/** WAL before this is not needed any more. */
export async function letWalGo(client: Client, lsn: string): Promise<void> {
  await client.query('select pg_replication_slot_advance($1, $2::pg_lsn)', [slotName, lsn]);
}

async function factsOf(client: Client): Promise<Omit<DatabaseFacts, 'start' | 'timeline'>> {
  const { rows } = await client.query<{ version: string; system: string; segment: number }>(
    `select current_setting('server_version') as version, s.system_identifier::text as system, i.bytes_per_wal_segment as segment
     from pg_control_system() s, pg_control_init() i`,
  );
  const { version, system, segment } = rows[0]!;
  return { name: DATABASE, version, system, segmentBytes: segment };
}
