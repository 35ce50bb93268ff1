/** An uploaded file until its import has ended: sealed, in a folder of its own that no sweep of persons' files touches. */
import { createHash } from 'node:crypto';
import type { Tx } from '../../../core/db/index.ts';
import type { FileDriver } from '../../../core/file/index.ts';
import type { Uuid } from '../../../core/id/index.ts';

declare module '../../../core/db/tx.ts' {
  interface Ground {
    /** Where uploads wait for their import. */
    readonly uploads: FileDriver;
  }
}

const CLASS = 'import.upload';
const place = (importId: Uuid) => ({ table: 'resident.import', row: importId, column: 'upload' });
// Found by the import's id alone, so that nothing has to be kept about it.
const addressOf = (importId: Uuid): string => createHash('sha256').update(`import ${importId}`).digest('hex');

/** Durable when it returns; an upload whose transaction fails stays behind and is unreadable by the id of no import. */
export async function keepUpload(tx: Tx, importId: Uuid, bytes: Buffer): Promise<void> {
  await tx.ground.uploads.write(addressOf(importId), tx.ground.vault.seal(CLASS, place(importId), bytes));
}

export async function readUpload(tx: Tx, importId: Uuid): Promise<Buffer | null> {
  const sealed = await tx.ground.uploads.read(addressOf(importId));
  return sealed && tx.ground.vault.unseal(CLASS, place(importId), sealed);
}

/** Once the transaction is committed. */
export function dropUpload(tx: Tx, importId: Uuid): void {
  const { uploads } = tx.ground;
  tx.afterCommit(() => {
    uploads.remove(addressOf(importId)).catch((fault: unknown) => process.emitWarning(String(fault)));
  });
}
