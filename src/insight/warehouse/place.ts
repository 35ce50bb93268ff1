/** Where the store's files lie, and the engine that answers from them. */
import { existsSync, mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Vault } from '../../core/vault/index.ts';
import { openEngine, type Engine } from './engine/engine.ts';

const MEMORY_MB = 1024;
const KEY = 'warehouse.snapshot';

export interface WarehousePlace {
  /** Everything of the store is below it. */
  readonly dir: string;
  folderOf(asOf: string): string;
  /**
   * Keys the rows, in place of NIKs. One for all snapshots: whoever is in a cell twice gives it the same noise twice, so that nothing is
   * gained by asking each semester again.
   */
  snapshotKey(): Buffer;
  /** Answers questions; opened at the first. */
  engine(): Promise<Engine>;
  close(): Promise<void>;
}

/** Makes no folder and opens nothing before it is needed. */
export function openWarehouse(given: { readonly dir: string; readonly vault: Vault }): WarehousePlace {
  const { dir, vault } = given;
  let opened: Promise<Engine> | null = null;
  return {
    dir,
    folderOf: (asOf) => join(dir, asOf),
    snapshotKey: () => vault.serverKey(KEY),
    engine() {
      if (!existsSync(dir)) mkdirSync(dir, { recursive: true, mode: 0o700 });
      // One that could not be opened is tried again at the next question.
      opened ??= openEngine({ folders: [dir], memoryMb: MEMORY_MB }).catch((fault: unknown) => {
        opened = null;
        throw fault;
      });
      return opened;
    },
    async close() {
      (await opened?.catch(() => null))?.close();
      opened = null;
    },
  };
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

declare module '../../core/db/tx.ts' {
  interface Ground {
    readonly warehouse: WarehousePlace;
  }
}
