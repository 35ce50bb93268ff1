/** The serials of chip UIDs, of one or of many at once. */
import type { Tx } from '../../../core/db/index.ts';
import { pagesNear } from '../delivery/uid-sql.ts';
import { findInPage } from '../delivery/uid.ts';

/** Gives the serial of each UID that some delivery's list holds. Looks over the nation; whoever calls has raised himself. */
export async function serialsOfUids(tx: Tx, uids: readonly bigint[]): Promise<ReadonlyMap<bigint, bigint>> {
  if (uids.length === 0) return new Map();
  const serials = new Map<bigint, bigint>();
  for (const { uid, low, entries } of await pagesNear(tx, uids)) {
    const above = findInPage(entries, BigInt(uid));
    if (above !== null) serials.set(BigInt(uid), BigInt(low) + BigInt(above));
  }
  return serials;
}
