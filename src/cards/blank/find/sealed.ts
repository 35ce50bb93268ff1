/** Words about a find name who found the blanks: they lie sealed in the database. */
import type { Tx } from '../../../core/db/index.ts';

const KEY = 'blank.find';
const placeOf = (row: string) => ({ table: 'blank.find', row, column: 'words' });

export function sealFind(tx: Tx, row: string, words: string): Buffer {
  return tx.ground.vault.seal(KEY, placeOf(row), words);
}

export function unsealFind(tx: Tx, row: string, sealed: Buffer): string {
  return tx.ground.vault.unseal(KEY, placeOf(row), sealed).toString();
}
