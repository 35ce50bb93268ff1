import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../src/core/db/embedded/index.ts';
import { migrate, type Connection } from '../../src/core/db/index.ts';
import { scratchFolder } from './scratch.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The run's cluster, as superuser; `database` is to be replaced. */
    cluster: Connection;
    /** Where its files lie. */
    clusterFolder: string;
  }
}

export const TEMPLATE = 'jatidiri_template';

/** One cluster a run, without fsync, with one migrated database that each test file clones. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(scratchFolder(), 'jatidiri-test-'));
  const embedded = await startEmbedded({ dataDir, name: 'vitest', kind: 'server', durable: false });
  const close = async () => {
    await embedded.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const cluster = embedded.connection('postgres');
    const client = new Client(cluster);
    await client.connect();
    await client.query(`create database ${TEMPLATE}`);
    await client.end();
    await migrate({ ...cluster, database: TEMPLATE }, { loginPassword: String(cluster.password) });
    project.provide('cluster', cluster);
    project.provide('clusterFolder', dataDir);
  } catch (error) {
    await close();
    throw error;
  }
  return close;
}
