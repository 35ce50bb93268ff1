/**
 * What the store needs of an engine for columns; DuckDB is behind it now, another one can be.
 * Always holds: an engine reads and writes in the folders it was given and nowhere else, hears no network, loads no extension, and its
 * settings are locked before the first statement.
 */
import { availableParallelism } from 'node:os';

export type EngineValue = string | number | boolean | bigint | null;
export type EngineRow = Readonly<Record<string, EngineValue>>;

export interface Engine {
  run(statement: string): Promise<void>;
  rows(statement: string): Promise<readonly EngineRow[]>;
  close(): void;
}

export interface EngineGiven {
  /** What it may read and write. */
  readonly folders: readonly string[];
  /** Where it may overflow to; nowhere, if none is given. */
  readonly overflow?: string;
  readonly memoryMb: number;
}

/** At most four threads: the register is served beside it. */
const MOST_THREADS = 4;

/** Opens DuckDB in this process. Whoever opens it closes it. */
export async function openEngine({ folders, overflow, memoryMb }: EngineGiven): Promise<Engine> {
  // Loaded when it is needed: sixty megabytes that no other command should wait for.
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${memoryMb}MB`,
    threads: String(Math.min(MOST_THREADS, availableParallelism())),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    // Files come out the same only where rows are written in the order in which they were sorted.
    preserve_insertion_order: 'true',
    ...(overflow === undefined ? {} : { temp_directory: overflow }),
  });
  const connection = await instance.connect();
  const engine: Engine = {
    async run(statement) {
      await connection.run(statement);
    },
    async rows(statement) {
      const reader = await connection.runAndReadAll(statement);
      return reader.getRowObjectsJS() as EngineRow[];
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
  try {
    // Trailing slashes, so that a folder whose name only begins alike is another one.
    const allowed = folders.map((folder) => quoted(`${folder.replace(/\/+$/, '')}/`)).join(', ');
    await engine.run(`set allowed_directories = [${allowed}]`);
    await engine.run('set enable_external_access = false');
    await engine.run('set lock_configuration = true');
    return engine;
  } catch (fault) {
    engine.close();
    throw fault;
  }
}

/** A text as a literal. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
