/** Where the house keeps the lists that it makes by itself, and the two keys that each of them has. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tx } from '../../../core/db/index.ts';

export interface VoterFiles {
  readonly dir: string;
}

export const folderOf = (tx: Tx, extractId: string): string => join(tx.ground.voterFiles.dir, extractId);

/** Seals the files; it is gone once they are handed over or abandoned. */
const contentName = (extractId: string) => `voter.content.${extractId}`;
/** Salts the leaves; as long as proofs are given. */
const saltName = (extractId: string) => `voter.salt.${extractId}`;

/** Both made anew. Throws where one of them was destroyed. */
export const makeKeys = (tx: Tx, extractId: string): { readonly contentKey: Buffer; readonly saltKey: Buffer } => ({
  contentKey: tx.ground.vault.passingKey(contentName(extractId)),
  saltKey: tx.ground.vault.passingKey(saltName(extractId)),
});

/** `null` where it has ended, or a vault was restored that never had it. */
export const findContentKey = (tx: Tx, extractId: string): Buffer | null =>
  tx.ground.vault.findPassingKey(contentName(extractId));
export const findSaltKey = (tx: Tx, extractId: string): Buffer | null =>
  tx.ground.vault.findPassingKey(saltName(extractId));

export const endContentKey = (tx: Tx, extractId: string): void =>
  tx.ground.vault.destroyPassingKey(contentName(extractId));

/** Nothing of it opens any more, nor is anything of it proved; its files in the house's own folder go too. */
export async function destroyExtract(tx: Tx, extractId: string): Promise<void> {
  endContentKey(tx, extractId);
  tx.ground.vault.destroyPassingKey(saltName(extractId));
  await rm(folderOf(tx, extractId), { recursive: true, force: true });
}

declare module '../../../core/db/tx.ts' {
  interface Ground {
    readonly voterFiles: VoterFiles;
  }
}
