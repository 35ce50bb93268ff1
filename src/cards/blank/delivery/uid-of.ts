/** The other way round: which chip UID a serial's blank has. */
import type { Tx } from '../../../core/db/index.ts';
import { pageOf } from './uid-sql.ts';
import { ENTRY_BYTES, UID_BYTES } from './uid.ts';

/** The chip UID of a blank as its batch's manifest has it; `null` where there is none. Runs elevated or as `system`. */
export async function uidOf(tx: Tx, serial: bigint): Promise<bigint | null> {
  const page = await pageOf(tx, serial);
  if (!page) return null;
  const { low, entries } = page;
  const above = Number(serial - BigInt(low));
  for (let at = 0; at < entries.length; at += ENTRY_BYTES)
    if (entries.readUInt32BE(at + UID_BYTES) === above)
      return BigInt(`0x${entries.toString('hex', at, at + UID_BYTES)}`);
  return null;
}
