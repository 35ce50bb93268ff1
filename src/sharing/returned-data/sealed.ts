/** Values that a partner has said, sealed until they are decided about or forgotten. */
import type { Tx } from '../../core/db/index.ts';
import type { Uuid } from '../../core/id/index.ts';
import type { Said } from './schema.ts';

const CLASS = 'returned_data.said';
const place = (id: Uuid) => ({ table: 'returned_data.said', row: id, column: 'sealed' });

export function sealSaid(tx: Tx, id: Uuid, said: Said): Buffer {
  return tx.ground.vault.seal(CLASS, place(id), JSON.stringify(said));
}

export function openSaid(tx: Tx, id: Uuid, sealed: Buffer): Said {
  return JSON.parse(tx.ground.vault.unseal(CLASS, place(id), sealed).toString()) as Said;
}
