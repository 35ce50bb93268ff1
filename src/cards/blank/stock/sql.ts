/** What screens show of stores, shipments and differences. Under row-level security, but where a use case raises it. */
import { many, sql, type Tx } from '../../../core/db/index.ts';
import type { StoreKind } from '../schema.ts';

export interface StoreLine {
  readonly id: string;
  readonly name: string;
  readonly kind: StoreKind;
  readonly officeId: string;
  readonly office: string;
  readonly regionCode: string;
  readonly keeperId: string | null;
  readonly keeper: string | null;
}

/** Open stores of a region, by region and name, some thousands in the nation; only some of them where their ids are given. */
export function listStores(
  tx: Tx,
  given: { region: string; officeId?: string | null; ids?: readonly string[] },
): Promise<StoreLine[]> {
  const { region, officeId = null, ids = null } = given;
  return many<StoreLine>(
    tx,
    sql`select s.id, s.name, s.kind, s.office_id as "officeId", o.name as office, s.region_code as "regionCode", k.keeper_id as "keeperId", f.name as keeper
          from blank.store s join office_read.office o on o.id = s.office_id
          left join blank.keeping k on k.store_id = s.id and k.until_at is null
          left join officer_read.officer f on f.id = k.keeper_id
         where s.closed_at is null and s.region_code like ${`${region}%`} and (${officeId}::uuid is null or s.office_id = ${officeId}::uuid)
           and (${ids}::uuid[] is null or s.id = any(${ids}::uuid[]))
         order by s.region_code, s.name`,
  );
}

export function listLots(
  tx: Tx,
  store: string,
): Promise<{ first: string; last: string; n: number; state: number; frozen: boolean }[]> {
  return many(
    tx,
    sql<{ first: string; last: string; n: number; state: number; frozen: boolean }>`
      select lower(serials)::text as first, (upper(serials) - 1)::text as last, (upper(serials) - lower(serials))::float8 as n, state,
             incident_id is not null as frozen
        from blank.lot where store_id = ${store} order by state, serials limit 500`,
  );
}

export interface MovementLine {
  readonly id: string;
  readonly kind: number;
  readonly at: Date;
  readonly recordedAt: Date;
  readonly fromStore: string | null;
  readonly fromState: number | null;
  readonly toStore: string;
  readonly toState: number;
  readonly n: number;
  readonly officer: string | null;
  readonly reason: string | null;
  readonly reverses: string | null;
  readonly reversed: boolean;
  readonly entryId: string;
}

/** A store's movements, the newest first; `before` goes on from where a page ended. */
export function listMovements(
  tx: Tx,
  given: { store: string; before: { at: string; id: string } | null; limit: number },
): Promise<MovementLine[]> {
  const { store, before, limit } = given;
  const page = (side: 'from_store' | 'to_store') =>
    sql`(select * from blank.movement where ${sql.ref(side)} = ${store}
            and (${before?.at ?? null}::timestamptz is null or (recorded_at, id) < (${before?.at ?? null}::timestamptz, ${before?.id ?? null}::uuid))
          order by recorded_at desc, id desc limit ${limit})`;
  return many<MovementLine>(
    tx,
    // Each side by its own index, the newest first; a movement within a store stands on both.
    sql`select m.id, m.kind, m.occurred_at as at, m.recorded_at as "recordedAt", a.name as "fromStore", m.from_state as "fromState", b.name as "toStore",
               m.to_state as "toState", m.n::float8 as n, f.name as officer, m.reason, m.reverses,
               m.entry_id as "entryId", exists (select from blank.movement r where r.reverses = m.id) as reversed
          from (${page('from_store')} union ${page('to_store')}) m left join blank.store a on a.id = m.from_store join blank.store b on b.id = m.to_store
          left join officer_read.officer f on f.id = m.officer_id
         order by m.recorded_at desc, m.id desc limit ${limit}`,
  );
}

export interface DiscrepancyLine {
  readonly id: string;
  readonly store: string;
  readonly storeId: string;
  readonly office: string;
  readonly shipmentId: string | null;
  readonly shipment: string | null;
  readonly expected: number;
  readonly counted: number;
  readonly openedAt: Date;
  readonly dueOn: string;
  readonly state: 'open' | 'explained' | 'missing' | 'found';
  readonly explanation: string | null;
  readonly closedBy: string | null;
  readonly foundAt: Date | null;
  readonly regionCode: string;
  /** Who keeps the store, who was to receive, who sent. */
  readonly parties: readonly (string | null)[];
}

/** Differences of a store, of a shipment, or the open ones of a region; the next deadline first. */
export function listDiscrepancies(
  tx: Tx,
  given: { store?: string; shipment?: string; region?: string },
): Promise<DiscrepancyLine[]> {
  const { store = null, shipment = null, region = null } = given;
  return many<DiscrepancyLine>(
    tx,
    sql`select d.id, s.name as store, d.store_id as "storeId", o.name as office, d.shipment_id as "shipmentId", h.number as shipment,
               d.expected::float8 as expected, d.counted::float8 as counted, d.opened_at as "openedAt", d.due_on as "dueOn", d.state, d.explanation, f.name as "closedBy",
               d.found_at as "foundAt", s.region_code as "regionCode", array[k.keeper_id, r.keeper_id, h.sent_by] as parties
          from blank.discrepancy d join blank.store s on s.id = d.store_id join office_read.office o on o.id = s.office_id
          left join blank.shipment h on h.id = d.shipment_id left join officer_read.officer f on f.id = d.closed_by
          left join blank.keeping k on k.store_id = d.store_id and k.until_at is null
          left join blank.keeping r on r.store_id = h.to_store and r.until_at is null
         where (${store}::uuid is null or d.store_id = ${store}::uuid) and (${shipment}::uuid is null or d.shipment_id = ${shipment}::uuid)
           and (${region}::text is null or (d.state = 'open' and s.region_code like ${`${region ?? ''}%`}))
         order by (d.state <> 'open'), d.due_on, d.id limit 500`,
  );
}

export function listTallies(tx: Tx, shipment: string) {
  return many<{
    round: number;
    counted: number;
    sealsWhole: boolean | null;
    by: string | null;
    at: Date;
    note: string | null;
  }>(
    tx,
    sql`select t.round, t.counted::float8 as counted, t.seals_whole as "sealsWhole", f.name as by, t.counted_at as at, t.note
          from blank.tally t left join officer_read.officer f on f.id = t.counted_by where t.shipment_id = ${shipment} order by t.round`,
  );
}

export function listDeliveries(tx: Tx) {
  return many<{
    id: string;
    number: string;
    supplier: string;
    contractNo: string;
    deliveredOn: string;
    n: number;
    uids: number;
    waits: boolean;
    recordedBy: string;
  }>(
    tx,
    sql`select b.id, b.number, b.supplier, b.contract_no as "contractNo", b.delivered_on as "deliveredOn", b.n::float8 as n, b.uids::float8 as uids,
               exists (select from blank.lot l where l.batch_id = b.id and l.state = 1) as waits, b.recorded_by as "recordedBy"
          from blank.batch b order by b.delivered_on desc, b.number limit 500`,
  );
}
