import { many, maybeOne, sql, type Tx } from '../../../core/db/index.ts';
import type { Span } from '../rules.ts';
import type { StoreKind } from '../schema.ts';

export interface Destination {
  readonly id: string;
  readonly name: string;
  readonly kind: StoreKind;
  readonly office: string;
  readonly regionCode: string;
  readonly keeper: string;
}

/** Kept stores down the line of a store and up it, or of its province (`neighbours`), by region. As `system`: over the nation. */
export function listNeighbours(
  tx: Tx,
  given: { of: string; regionCode: string; neighbours: boolean; search: string; notKeptBy: string; limit: number },
): Promise<Destination[]> {
  return many<Destination>(
    tx,
    sql`select s.id, s.name, s.kind, o.name as office, s.region_code as "regionCode", f.name as keeper
          from blank.store s join office_read.office o on o.id = s.office_id
          join blank.keeping k on k.store_id = s.id and k.until_at is null
          join officer_read.officer f on f.id = k.keeper_id
         where s.closed_at is null and s.id <> ${given.of} and k.keeper_id <> ${given.notKeptBy}
           and (case when ${given.neighbours} then left(s.region_code, 2) = left(${given.regionCode}, 2)
                     else s.region_code like ${`${given.regionCode}%`} or ${given.regionCode} like s.region_code || '%' end)
           and (${given.search} = '' or strpos(lower(o.name || ' ' || s.name || ' ' || s.region_code), lower(${given.search})) > 0)
         order by length(s.region_code), s.region_code, s.name limit ${given.limit}`,
  );
}

/** Active officers whose post at the office on that day is a store keeper's, by name. */
export function listStoreKeepers(
  tx: Tx,
  given: { officeId: string; day: string },
): Promise<{ id: string; name: string }[]> {
  return many(
    tx,
    sql<{ id: string; name: string }>`
      select distinct f.id, f.name from officer_read.officer f join officer_read.post p on p.officer_id = f.id
       where p.office_id = ${given.officeId} and p.role = 'store_keeper' and f.state = 'active'
         and p.from_on <= ${given.day}::date and (p.until_on is null or p.until_on >= ${given.day}::date)
       order by f.name`,
  );
}

/** The last count for a handover of each officer since an instant. */
export function listHandoverCounts(
  tx: Tx,
  given: { storeId: string; since: Date },
): Promise<{ by: string; name: string; at: Date; counted: number }[]> {
  return many(
    tx,
    sql<{ by: string; name: string; at: Date; counted: number }>`
      select distinct on (t.counted_by) t.counted_by as by, f.name, t.counted_at as at, t.counted::float8 as counted
        from blank.tally t join officer_read.officer f on f.id = t.counted_by
       where t.what = 'handover' and t.store_id = ${given.storeId} and t.counted_at >= ${given.since}
       order by t.counted_by, t.counted_at desc, t.round desc`,
  );
}

export function findBox(tx: Tx, code: string): Promise<{ code: string } | undefined> {
  return maybeOne(tx, sql<{ code: string }>`select code from blank.box where code = ${code.toUpperCase()}`);
}

/** What of a box lies in the stock of a keeper's stores, or is on its way to them and was counted by him before. */
export async function listInBox(tx: Tx, given: { code: string; keeperId: string }): Promise<Span[]> {
  const rows = await many<{ first: string; last: string }>(
    tx,
    sql`select lower(l.serials * b.serials)::text as first, (upper(l.serials * b.serials) - 1)::text as last
          from blank.box b cross join lateral (select * from blank.lot o where o.serials && b.serials offset 0) l
          left join blank.shipment s on s.id = l.shipment_id
          join blank.keeping k on k.until_at is null and k.keeper_id = ${given.keeperId}
                              and k.store_id = case when l.state = 3 then s.to_store else l.store_id end
         where b.code = ${given.code} and (l.state = 2 or (l.state = 3 and exists (select from blank.tally t where t.shipment_id = s.id)))
         order by l.serials`,
  );
  return rows.map(({ first, last }) => ({ first: BigInt(first), last: BigInt(last) }));
}
