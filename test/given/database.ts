import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import type { Connection } from '../../src/core/db/index.ts';
import { TEMPLATE } from './cluster.ts';

export interface GivenDatabase {
  /** As the login role `jatidiri`, which holds nothing itself. */
  readonly connection: Connection;
  /** As superuser: what a hostile administrator could do, and preparing what no use case makes. */
  readonly superuser: Connection;
  drop(): Promise<void>;
}

/** A database of one's own with the present schema; `empty` gives one that no migration has touched. */
export async function givenDatabase(kind: 'migrated' | 'empty' = 'migrated'): Promise<GivenDatabase> {
  const cluster = inject('cluster');
  const database = `test_${randomBytes(6).toString('hex')}`;
  const template = kind === 'migrated' ? TEMPLATE : 'template1';
  // Copied file by file: through the log, as is usual, a copy costs four times as much.
  await administer(cluster, `create database ${database} template ${template} strategy file_copy`);
  return {
    connection: { ...cluster, user: 'jatidiri', database },
    superuser: { ...cluster, database },
    drop: () => administer(cluster, `drop database if exists ${database} with (force)`),
  };
}

async function administer(cluster: Connection, statement: string): Promise<void> {
  const client = new Client(cluster);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
