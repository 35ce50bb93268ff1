/** DuckDB for comparing lists: in bounded memory, and deaf to everything but the files that are named. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';

const MEMORY_MB = 1536;

export async function withDuck<Result>(
  scratch: string,
  paths: readonly string[],
  work: (duck: DuckDBConnection) => Promise<Result>,
): Promise<Result> {
  // Loaded when it is needed: sixty megabytes that no other command should wait for.
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${MEMORY_MB}MB`,
    threads: String(Math.min(4, availableParallelism())),
    temp_directory: join(scratch, 'duckdb'),
    preserve_insertion_order: 'true',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
  });
  try {
    const duck = await instance.connect();
    try {
      await duck.run(`set allowed_paths = [${paths.map(text).join(', ')}]`);
      await duck.run('set enable_external_access = false');
      await duck.run('set lock_configuration = true');
      return await work(duck);
    } finally {
      duck.closeSync();
    }
  } finally {
    instance.closeSync();
  }
}

export const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
export const name = (column: string): string => `"${column.replaceAll('"', '""')}"`;
export const rowsOf = async (duck: DuckDBConnection, query: string) => (await duck.runAndReadAll(query)).getRows();
