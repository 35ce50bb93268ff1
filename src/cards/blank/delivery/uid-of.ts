/** The other way round: which chip UID a serial's blank has. Pages are sorted by UID, so the batch's are looked through. */
import { many, maybeOne, sql, type Tx } from '../../../core/db/index.ts';
import { ENTRY_BYTES, UID_BYTES } from './uid.ts';

/** The chip UID of a blank as its batch's manifest has it; `null` where there is none. Runs elevated or as `system`. */
export async function uidOf(tx: Tx, serial: bigint): Promise<bigint | null> {
  const batch = await maybeOne<{ seq: number; low: string }>(
    tx,
    sql`select b.seq, (select min(lower(o.serials)) from blank.batch_range o where o.batch_id = b.id)::text as low
          from blank.batch_range r join blank.batch b on b.id = r.batch_id where r.serials @> ${serial}::int8`,
  );
  if (!batch) return null;
  const above = Buffer.alloc(4);
  above.writeUInt32BE(Number(serial - BigInt(batch.low)));
  const pages = await many<{ entries: Buffer }>(
    tx,
    sql`select entries from blank.uid_page where batch_seq = ${batch.seq} and position(${above}::bytea in entries) > 0`,
  );
  for (const { entries } of pages) {
    for (let at = 0; at < entries.length; at += ENTRY_BYTES) {
      if (entries.compare(above, 0, 4, at + UID_BYTES, at + ENTRY_BYTES) !== 0) continue;
      return BigInt(`0x${entries.toString('hex', at, at + UID_BYTES)}`);
    }
  }
  return null;
}
