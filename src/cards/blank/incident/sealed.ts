/** Words of incidents may name somebody: they lie sealed in the database. */
import type { Tx } from '../../../core/db/index.ts';

const KEY = 'blank.incident';
const placeOf = (row: string) => ({ table: 'blank.incident', row, column: 'words' });

export function sealWords(tx: Tx, row: string, words: string): Buffer {
  return tx.ground.vault.seal(KEY, placeOf(row), words);
}

export function openWords(tx: Tx, row: string, sealed: Buffer): string {
  return tx.ground.vault.unseal(KEY, placeOf(row), sealed).toString();
}
