import { many, maybeOne, one, sql, type Tx } from '../../../core/db/index.ts';
import type { Uuid } from '../../../core/id/index.ts';
import type { Span } from '../rules.ts';
import type { MINUTES_KINDS } from './contract.ts';

/** The serials that the receiver of a shipment has accepted. */
export async function listAccepted(tx: Tx, shipmentId: string): Promise<Span[]> {
  const rows = await many<{ first: string; last: string }>(
    tx,
    sql`select lower(r)::text as first, (upper(r) - 1)::text as last
          from unnest((select range_agg(s.serials) from blank.movement m join blank.movement_serials s on s.movement_id = m.id
                        where m.shipment_id = ${shipmentId} and m.kind = 4)) r order by r`,
  );
  return rows.map(({ first, last }) => ({ first: BigInt(first), last: BigInt(last) }));
}

export function listCountsOf(
  tx: Tx,
  shipmentId: string,
): Promise<{ round: number; counted: number; sealsWhole: boolean; by: string; at: Date }[]> {
  return many(
    tx,
    sql<{ round: number; counted: number; sealsWhole: boolean; by: string; at: Date }>`
      select t.round, t.counted::float8 as counted, t.seals_whole as "sealsWhole", t.counted_by as by, t.counted_at as at
        from blank.tally t where t.shipment_id = ${shipmentId} order by t.round`,
  );
}

export interface Handover {
  readonly number: string;
  readonly storeId: string;
  readonly leaving: string;
  readonly arriving: string;
  readonly decidedBy: string;
  readonly at: Date;
  readonly n: number;
  readonly leftAt: Date;
  readonly arrivedAt: Date;
}

/** A change of a store's keeper with both counts; the last one, or the one of a number. */
export function findHandover(tx: Tx, storeId: string, number: string | null): Promise<Handover | undefined> {
  return maybeOne(
    tx,
    sql<Handover>`
      select k.number, k.store_id as "storeId", b.keeper_id as leaving, k.keeper_id as arriving, k.decided_by as "decidedBy", k.from_at as at,
             t.counted::float8 as n, l.counted_at as "leftAt", t.counted_at as "arrivedAt"
        from blank.keeping k join blank.keeping b on b.store_id = k.store_id and b.until_at = k.from_at and b.keeper_id <> k.keeper_id
        join blank.tally t on t.id = k.count_id
        join lateral (select o.counted_at from blank.tally o
                       where o.what = 'handover' and o.store_id = k.store_id and o.counted_by = b.keeper_id and o.counted_at <= k.from_at
                       order by o.counted_at desc, o.round desc limit 1) l on true
       where k.store_id = ${storeId} and k.number is not null and (${number}::text is null or k.number = ${number})
       order by k.from_at desc limit 1`,
  );
}

export interface MinutesLine {
  readonly kind: (typeof MINUTES_KINDS)[number];
  readonly number: string;
  readonly of: string;
  readonly gives: string;
  readonly takes: string;
  readonly n: number;
  readonly at: Date;
  readonly printed: boolean;
}

interface Listing {
  readonly officeId: string | null;
  /** What the officer answers for, and what he asks for of it. */
  readonly covered: string;
  readonly region: string;
  readonly kind: string | null;
  readonly since: Date;
  readonly limit: number;
}

/** What has been handed over and can be opened by the officer, the latest first: accepted shipments and changes of keeper. */
export function listMinutes(tx: Tx, given: Listing, paper: string): Promise<MinutesLine[]> {
  const { officeId, region, covered } = given;
  return many(
    tx,
    sql<MinutesLine>`
      with line as (
        select h.kind, h.number, h.id as of, a.name || ', ' || ao.name as gives, b.name || ', ' || bo.name as takes, h.ended_at as at,
               (select coalesce(sum(m.n), 0)::float8 from blank.movement m where m.shipment_id = h.id and m.kind = 4) as n
          from blank.shipment h join blank.store a on a.id = h.from_store join office_read.office ao on ao.id = a.office_id
          join blank.store b on b.id = h.to_store join office_read.office bo on bo.id = b.office_id
         where h.state = 'accepted' and h.ended_at >= ${given.since}
           and (a.office_id = ${officeId}::uuid or b.office_id = ${officeId}::uuid or a.region_code like ${`${covered}%`})
           and (a.region_code like ${`${region}%`} or b.region_code like ${`${region}%`})
        union all
        select 'handover', k.number, k.store_id, coalesce(g.name, '') || ', ' || s.name, coalesce(f.name, '') || ', ' || s.name, k.from_at, t.counted::float8
          from blank.keeping k join blank.store s on s.id = k.store_id join blank.tally t on t.id = k.count_id
          join blank.keeping e on e.store_id = k.store_id and e.until_at = k.from_at and e.keeper_id <> k.keeper_id
          left join officer_read.officer g on g.id = e.keeper_id left join officer_read.officer f on f.id = k.keeper_id
         where k.number is not null and k.from_at >= ${given.since} and (s.office_id = ${officeId}::uuid or s.region_code like ${`${covered}%`})
           and s.region_code like ${`${region}%`})
      select line.*, exists (select from document_read.issued i where i.kind = ${paper} and i.number = line.number and i.state = 'valid') as printed
        from line where ${given.kind}::text is null or line.kind = ${given.kind} order by at desc, number limit ${given.limit}`,
  );
}

export function findOffice(tx: Tx, storeId: string): Promise<{ id: Uuid; name: string }> {
  return one(
    tx,
    sql<{ id: Uuid; name: string }>`
      select o.id, o.name from blank.store s join office_read.office o on o.id = s.office_id where s.id = ${storeId}`,
  );
}
