import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { Client } from 'pg';
import { runQueueMigrations } from '../jobs/queue-schema.ts';
import type { Connection } from './connection.ts';
import { refuse } from './refusals.ts';

export interface MigrationFile {
  /** `0006_resident` */
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

export interface MigrateResult {
  readonly applied: readonly string[];
  readonly alreadyApplied: number;
}

export const MIGRATIONS_FOLDER = new URL('../../../migrations/', import.meta.url);

/** The files `NNNN_name.sql` in order. */
export function readMigrations(folder: URL = MIGRATIONS_FOLDER): MigrationFile[] {
  const names = readdirSync(folder).filter((name) => /^\d{4}_[a-z_]+\.sql$/.test(name));
  const files = names.toSorted().map((file) => {
    const sql = readFileSync(new URL(file, folder), 'utf8');
    return { name: file.slice(0, -4), sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
  const numbers = files.map((file) => file.name.slice(0, 4));
  const twice = numbers.find((number, place) => numbers.indexOf(number) !== place);
  if (twice) throw new Error(`two migrations bear the number ${twice}`);
  return files;
}

// Any number; the same in every version of the program.
const LOCK = 7_120_412;

/**
 * Brings a database up to date: each file in a transaction of its own, as `jatidiri_owner`; the first one (roles) as whoever
 * connects. One runner at a time. Refuses `db.migration_changed` when what has run is not what lies here: a file edited,
 * lost, or slipped in before the last that ran.
 * `loginPassword` is set on the login role `jatidiri` (the embedded server's; elsewhere the operator's own affair).
 */
export async function migrate(
  connection: Connection,
  options: { folder?: URL; loginPassword?: string } = {},
): Promise<MigrateResult> {
  const files = readMigrations(options.folder);
  const client = new Client({ ...connection, application_name: 'jatidiri migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const known = await readApplied(client);
    checkHistory(files, known);
    const missing = files.slice(known.length);
    for (const file of missing) await apply(client, file);
    await runQueueMigrations(connection);
    if (options.loginPassword) {
      await client.query(`alter role jatidiri password ${client.escapeLiteral(options.loginPassword)}`);
    }
    return { applied: missing.map((file) => file.name), alreadyApplied: known.length };
  } finally {
    await client.end();
  }
}

/** How many migrations the database still lacks; refuses as `migrate` does. */
export async function pendingMigrations(connection: Connection, folder?: URL): Promise<number> {
  const client = new Client({ ...connection, application_name: 'jatidiri' });
  await client.connect();
  try {
    const files = readMigrations(folder);
    const known = await readApplied(client);
    checkHistory(files, known);
    return files.length - known.length;
  } finally {
    await client.end();
  }
}

interface Applied {
  readonly name: string;
  readonly checksum: string;
}

async function readApplied(client: Client): Promise<Applied[]> {
  const there = await client.query<{ found: boolean }>(`select to_regclass('migration.applied') is not null as found`);
  if (!there.rows[0]!.found) return [];
  const { rows } = await client.query<Applied>('select name, checksum from migration.applied order by name');
  return rows;
}

function checkHistory(files: readonly MigrationFile[], known: readonly Applied[]): void {
  for (const [place, { name, checksum }] of known.entries()) {
    const file = files[place];
    if (file?.name === name && file.checksum === checksum) continue;
    throw refuse('db.migration_changed', { values: { name }, detail: `file at this place: ${file?.name ?? 'none'}` });
  }
}

async function apply(client: Client, file: MigrationFile): Promise<void> {
  const first = file.name.startsWith('0001_');
  await client.query('begin');
  try {
    if (!first) await client.query('set local role jatidiri_owner');
    await client.query(file.sql);
    if (first) await client.query(CREATE_REGISTER);
    await client.query('insert into migration.applied (name, checksum) values ($1, $2)', [file.name, file.checksum]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${file.name}: ${String(error)}`, { cause: error });
  }
}

const CREATE_REGISTER = `
  set local role jatidiri_owner;
  create schema migration;
  grant usage on schema migration to jatidiri_app, jatidiri_system, jatidiri;
  create table migration.applied (
    name        text primary key,
    checksum    text not null,
    applied_at  timestamptz not null default now()
  );
  comment on table migration.applied is 'Migrations that have run, with the SHA-256 of what ran.';
  grant select on migration.applied to jatidiri_app, jatidiri_system, jatidiri;`;
