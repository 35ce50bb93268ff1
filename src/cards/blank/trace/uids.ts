/** The serials of chip UIDs, of one or of many at once. */
import { many, sql, type Tx } from '../../../core/db/index.ts';
import { findInPage } from '../delivery/uid.ts';

/** Gives the serial of each UID that some delivery's list holds. Looks over the nation; whoever calls has raised himself. */
export async function serialsOfUids(tx: Tx, uids: readonly bigint[]): Promise<ReadonlyMap<bigint, bigint>> {
  if (uids.length === 0) return new Map();
  // One page of each delivery could hold a UID; those that do not have its seven bytes stay in the database.
  const pages = await many<{ uid: string; low: string; entries: Buffer }>(
    tx,
    sql`select u.uid::text as uid, p.entries,
               (select min(lower(r.serials)) from blank.batch_range r where r.batch_id = b.id)::text as low
          from unnest(${[...new Set(uids)].map(String)}::int8[]) as u (uid) cross join blank.batch b
          cross join lateral (select entries from blank.uid_page p where p.batch_seq = b.seq and p.first_uid <= u.uid
                               order by p.first_uid desc limit 1) p
         where b.uids > 0 and position(substring(int8send(u.uid) from 2) in p.entries) > 0`,
  );
  const serials = new Map<bigint, bigint>();
  for (const { uid, low, entries } of pages) {
    const above = findInPage(entries, BigInt(uid));
    if (above !== null) serials.set(BigInt(uid), BigInt(low) + BigInt(above));
  }
  return serials;
}
