/** DuckDB in this process: bounded in memory and threads, deaf to the network and the disk, its overflow removed at the end. */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as DuckDB from '@duckdb/node-api';

const ROWS_AT_A_TIME = 2048;
const MEMORY_MB = 1536;

/** Whole numbers only; null where there is none. */
export type WholeColumn = ArrayLike<number | null>;

export interface Engine {
  run(statement: string): Promise<void>;
  /** The one row of a statement. */
  one(statement: string): Promise<readonly number[]>;
  /** Appends columns of equal length to a table of integers. */
  append(table: string, columns: readonly WholeColumn[], rows: number): Promise<void>;
  /** Rows as columns of whole numbers, some thousands at a time. */
  stream(statement: string): AsyncGenerator<readonly (readonly number[])[]>;
}

/** Opens an engine for `work` and leaves nothing of it behind. */
export async function withEngine<Result>(work: (engine: Engine) => Promise<Result>): Promise<Result> {
  // Loaded when it is needed: sixty megabytes that no other command should wait for.
  const duckdb = await import('@duckdb/node-api');
  const overflow = mkdtempSync(join(tmpdir(), 'jatidiri-linkage-'));
  try {
    const instance = await duckdb.DuckDBInstance.create(':memory:', {
      memory_limit: `${MEMORY_MB}MB`,
      threads: String(Math.min(4, availableParallelism())),
      temp_directory: join(overflow, 'duckdb'),
      preserve_insertion_order: 'false',
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      allow_community_extensions: 'false',
      enable_external_access: 'false',
      lock_configuration: 'true',
    });
    try {
      const connection = await instance.connect();
      try {
        return await work(engineOn(connection, duckdb));
      } finally {
        connection.closeSync();
      }
    } finally {
      instance.closeSync();
    }
  } finally {
    rmSync(overflow, { recursive: true, force: true });
  }
}

function engineOn(connection: DuckDB.DuckDBConnection, { DuckDBDataChunk, INTEGER }: typeof DuckDB): Engine {
  return {
    async run(statement) {
      await connection.run(statement);
    },
    async one(statement) {
      const reader = await connection.runAndReadAll(statement);
      return (reader.getRows()[0] ?? []).map(Number);
    },
    async append(table, columns, rows) {
      const appender = await connection.createAppender(table);
      const types = columns.map(() => INTEGER);
      for (let from = 0; from < rows; from += ROWS_AT_A_TIME) {
        const count = Math.min(ROWS_AT_A_TIME, rows - from);
        const chunk = DuckDBDataChunk.create(types, count);
        columns.forEach((column, c) =>
          chunk.setColumnValues(
            c,
            Array.from({ length: count }, (_, i) => column[from + i]!),
          ),
        );
        appender.appendDataChunk(chunk);
      }
      appender.closeSync();
    },
    async *stream(statement) {
      const result = await connection.stream(statement);
      for (;;) {
        const chunk = await result.fetchChunk();
        if (!chunk || chunk.rowCount === 0) return;
        yield Array.from({ length: chunk.columnCount }, (_, c) => chunk.getColumnValues(c) as number[]);
      }
    },
  };
}
