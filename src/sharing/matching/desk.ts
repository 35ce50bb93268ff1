/** What matchings stand on, opened once a process: where their bytes lie, and the threads that compare. */
import { join } from 'node:path';
import type { Folders } from '../../core/config/index.ts';
import { TOMBSTONE_FILE, type Vault } from '../../core/vault/index.ts';
import { openComparer, type Comparer } from './compare/thread.ts';
import { openShelf, type Shelf } from './shelf.ts';

export interface MatchingDesk {
  readonly shelf: Shelf;
  /** A thread of one's own: one that waits, or a new one. */
  take(): Comparer;
  /** Waits for the next file, or ends where another waits already. */
  giveBack(comparer: Comparer): void;
  /** Ends one of which nobody knows what it holds. */
  drop(comparer: Comparer): Promise<void>;
  close(): Promise<void>;
}

declare module '../../core/db/tx.ts' {
  interface Ground {
    readonly matching: MatchingDesk;
  }
}

/** Starts no thread before it is needed. */
export function openMatchingDesk({ vault, folders }: { vault: Vault; folders: Folders }): MatchingDesk {
  const shelfDir = join(folders.files, 'matchings');
  const places = { vaultDir: folders.vault, tombstonesOutside: join(folders.witness, TOMBSTONE_FILE), shelfDir };
  const open = new Set<Comparer>();
  let idle: Comparer | null = null;

  function end(comparer: Comparer): Promise<void> {
    open.delete(comparer);
    return comparer.end().catch(() => {});
  }

  return {
    shelf: openShelf(shelfDir, vault),
    take() {
      const taken = idle ?? openComparer(places);
      idle = null;
      open.add(taken);
      return taken;
    },
    giveBack(comparer) {
      if (idle !== null) void end(comparer);
      else idle = comparer;
    },
    drop: end,
    async close() {
      idle = null;
      await Promise.all([...open].map(end));
    },
  };
}
