/** A list that was uploaded, until it is read: sealed, in the folder of uploads. */
import { createHash } from 'node:crypto';
import type { Tx } from '../../../core/db/index.ts';

const CLASS = 'voter.returned';
const place = (id: string) => ({ table: 'voter.returned', row: id, column: 'file' });
// Found by the list's id alone, so that nothing has to be kept about it.
const addressOf = (id: string): string => createHash('sha256').update(`returned list ${id}`).digest('hex');

/** Durable when it returns. */
export async function keepFile(tx: Tx, id: string, bytes: Buffer): Promise<void> {
  await tx.ground.uploads.write(addressOf(id), tx.ground.vault.seal(CLASS, place(id), bytes));
}

export async function readFile(tx: Tx, id: string): Promise<Buffer | null> {
  const sealed = await tx.ground.uploads.read(addressOf(id));
  return sealed && tx.ground.vault.unseal(CLASS, place(id), sealed);
}

/** Once the transaction is committed. */
export function dropFile(tx: Tx, id: string): void {
  const { uploads } = tx.ground;
  tx.afterCommit(() => {
    uploads.remove(addressOf(id)).catch((fault: unknown) => process.emitWarning(String(fault)));
  });
}
