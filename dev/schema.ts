import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { startEmbedded } from '../src/core/db/embedded/index.ts';
import { migrate } from '../src/core/db/index.ts';
import { dumpSchema } from '../src/core/db/schema-dump.ts';

const FILE = fileURLToPath(new URL('../migrations/schema.sql', import.meta.url));

/** The schema that the migrations make, from a cluster of a moment. */
export async function presentSchema(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'jatidiri-schema-'));
  const embedded = await startEmbedded({ dataDir, name: 'schema', kind: 'server', durable: false });
  try {
    const connection = embedded.connection('postgres');
    await migrate(connection);
    const client = new Client(connection);
    await client.connect();
    const schema = await dumpSchema(client);
    await client.end();
    return schema;
  } finally {
    await embedded.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The first line at which the committed dump and the migrations differ, or null. */
export async function schemaDrift(): Promise<string | null> {
  const present = (await presentSchema()).split('\n');
  const committed = readCommitted().split('\n');
  const place = present.findIndex((line, number) => line !== committed[number]);
  if (place < 0 && present.length === committed.length) return null;
  return `migrations/schema.sql:${place + 1} is not what the migrations make; run node dev/schema.ts and review it`;
}

function readCommitted(): string {
  try {
    return readFileSync(FILE, 'utf8');
  } catch {
    return '';
  }
}

if (import.meta.main) {
  if (process.argv.includes('--check')) {
    const drift = await schemaDrift();
    if (drift) {
      console.error(drift);
      process.exitCode = 1;
    }
  } else {
    writeFileSync(FILE, await presentSchema());
  }
}
