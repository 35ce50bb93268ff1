/** Parents' names for documents that print them (KK, certificates): opened in bulk, and said so in the ledger by the document's own entry. */
import type { Tx } from '../../core/db/index.ts';
import type { Nik } from '../../core/id/index.ts';
import { showProtected, type Opening } from './protected.ts';
import { listProtected } from './sql.ts';

/** As `listParentNames`, of one who was read with a view that gives what is sealed as it is (`resident_read.sealed`). */
export function parentNamesIn(
  tx: Opening,
  nik: Nik,
  sealed: Buffer,
): { motherName: string | null; fatherName: string | null } {
  return showProtected(tx, nik, sealed);
}

/** Mother's and father's name of each; a person without any is absent from the map. */
export async function listParentNames(
  tx: Tx,
  niks: readonly Nik[],
): Promise<Map<Nik, { motherName: string | null; fatherName: string | null }>> {
  const sealed = await listProtected(tx, niks);
  return new Map([...sealed].map(([nik, row]) => [nik, showProtected(tx, nik, row.sealed)]));
}
