/** The serials of many chip UIDs at once, for lists of cards. */
import { many, sql, type Tx } from '../../../core/db/index.ts';
import { findInPage } from '../delivery/uid.ts';

/** Gives the serial of each UID that some delivery's list holds. Looks over the nation; whoever calls has raised himself. */
export async function serialsOfUids(tx: Tx, uids: readonly bigint[]): Promise<ReadonlyMap<bigint, bigint>> {
  if (uids.length === 0) return new Map();
  // A page that does not hold the seven bytes stays in the database; those that do are read as single look-ups read them.
  const pages = await many<{ uid: string; low: string; entries: Buffer }>(
    tx,
    sql`select u.uid::text as uid, b.low::text as low, p.entries
          from unnest(${[...new Set(uids)].map(String)}::int8[]) as u (uid)
          cross join (select b.seq, (select min(lower(r.serials)) from blank.batch_range r where r.batch_id = b.id) as low
                        from blank.batch b where b.uids > 0) b
          cross join lateral (select entries from blank.uid_page p where p.batch_seq = b.seq and p.first_uid <= u.uid
                               order by p.first_uid desc limit 1) p
         where position(substring(int8send(u.uid) from 2) in p.entries) > 0`,
  );
  const serials = new Map<bigint, bigint>();
  for (const { uid, low, entries } of pages) {
    const above = findInPage(entries, BigInt(uid));
    if (above !== null) serials.set(BigInt(uid), BigInt(low) + BigInt(above));
  }
  return serials;
}
