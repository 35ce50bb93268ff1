/**
 * The vault: every key of the house, in a store of its own that no backup of the database contains.
 * Always holds: what is sealed opens only in its own place; who was erased stays unreadable, also after an older backup
 * was restored (UU 27/2022 art. 8, 44); the database never holds a key.
 * The master key lies in a file here; a token (PKCS#11) takes its place by the same interface.
 */
import type { Vault } from './vault.ts';

export { KeyDestroyed } from './key-ring.ts';
export { openVault, restoreVault, type Place, type Vault, type VaultGiven } from './vault.ts';
export { readTombstones, TOMBSTONE_FILE } from './tombstones.ts';
export { SealBroken } from './aead.ts';
export type { KeyHolder } from './key-holder.ts';
export type { Salts } from './salts.ts';

declare module '../db/tx.ts' {
  interface Ground {
    readonly vault: Vault;
  }
}
