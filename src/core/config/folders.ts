import { join } from 'node:path';
import type { Config } from './index.ts';

/** Where the parts that keep things outside the database keep them; each makes its folder when it first needs it. */
export interface Folders {
  /** Photos and documents. */
  readonly files: string;
  /** Keys. */
  readonly vault: string;
  /** Tiles and checkpoints of the ledger. */
  readonly ledger: string;
  /** Copies of checkpoints, append-only; better on another machine. */
  readonly witness: string;
  /** Outgoing messages until a real way out is configured. */
  readonly messages: string;
}

/** Where everything outside the database lies. */
export function foldersOf(config: Pick<Config, 'dataDir' | 'witnessDir'>): Folders {
  const folder = (name: string) => join(config.dataDir, name);
  return {
    files: folder('files'),
    vault: folder('vault'),
    ledger: folder('ledger'),
    witness: config.witnessDir ?? folder('witness'),
    messages: folder('messages'),
  };
}
