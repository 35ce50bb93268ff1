import { many, maybeOne, run, sql, type Tx } from '../../../core/db/index.ts';
import { STATUSES } from '../../../recording/enrolment/index.ts';
import type { SHIPMENT_STATES } from '../schema.ts';
import type { Need, Supply } from './rules.ts';

export interface RequestRow {
  readonly id: string;
  readonly number: string;
  readonly storeId: string;
  readonly store: string;
  readonly officeId: string;
  readonly office: string;
  readonly regionCode: string;
  readonly needs: readonly { need: Need; n: number }[];
  readonly n: number;
  readonly rank: number;
  readonly reason: string;
  readonly askedAt: Date;
  readonly askedById: string;
  readonly askedBy: string;
  readonly keeperId: string | null;
  readonly state: 'open' | 'met' | 'declined' | 'withdrawn';
  readonly answer: string | null;
  readonly shipment: string | null;
  readonly endedAt: Date | null;
}

const columns = sql`r.id, r.number, r.store_id as "storeId", s.name as store, s.office_id as "officeId", o.name as office, r.region_code as "regionCode",
  r.needs, k.keeper_id as "keeperId", r.n::float8 as n, r.rank, r.reason, r.asked_at as "askedAt", r.asked_by as "askedById", coalesce(f.name, '') as "askedBy", r.state, r.answer,
  (select h.number from blank.shipment h where h.id = r.shipment_id) as shipment, r.ended_at as "endedAt"`;
const from = sql`blank.request r join blank.store s on s.id = r.store_id join office_read.office o on o.id = s.office_id
  left join officer_read.officer f on f.id = r.asked_by left join blank.keeping k on k.store_id = s.id and k.until_at is null`;

export function holdRequest(tx: Tx, id: string): Promise<RequestRow | undefined> {
  return maybeOne(tx, sql<RequestRow>`select ${columns} from ${from} where r.id = ${id} for update of r`);
}

export function findRequest(tx: Tx, id: string): Promise<RequestRow | undefined> {
  return maybeOne(tx, sql<RequestRow>`select ${columns} from ${from} where r.id = ${id}`);
}

/** What is open by rank and age, then what ended lately. */
export function listRequests(tx: Tx, given: { region: string; since: Date }): Promise<RequestRow[]> {
  return many(
    tx,
    sql<RequestRow>`select ${columns} from ${from}
         where r.region_code like ${`${given.region}%`} and (r.state = 'open' or r.ended_at >= ${given.since})
         order by (r.state <> 'open'), r.rank, r.asked_at, r.id limit 500`,
  );
}

export async function insertRequest(
  tx: Tx,
  r: Pick<RequestRow, 'id' | 'number' | 'storeId' | 'regionCode' | 'needs' | 'n' | 'rank' | 'reason' | 'askedAt'> & {
    askedBy: string;
    entryId: string;
  },
): Promise<void> {
  await run(
    tx,
    sql`insert into blank.request (id, number, store_id, region_code, needs, n, rank, reason, asked_at, asked_by, entry_id)
        values (${r.id}, ${r.number}, ${r.storeId}, ${r.regionCode}, ${JSON.stringify(r.needs)}::jsonb, ${r.n}, ${r.rank}, ${r.reason}, ${r.askedAt},
                ${r.askedBy}, ${r.entryId})`,
  );
}

export async function endRequest(
  tx: Tx,
  r: { id: string; state: string; answer: string; shipmentId: string | null; at: Date; by: string },
): Promise<void> {
  await run(
    tx,
    sql`update blank.request set state = ${r.state}, answer = ${r.answer}, shipment_id = ${r.shipmentId}::uuid, ended_at = ${r.at}, ended_by = ${r.by}
         where id = ${r.id}`,
  );
}

export interface Meeting {
  readonly id: string;
  readonly number: string;
  readonly from: string;
  readonly n: number;
  readonly sentAt: Date;
  readonly counted: boolean;
  readonly state: (typeof SHIPMENT_STATES)[number];
}

/** Shipments by which a request can be met: to its store, sent after it was asked, not come back; the latest first. */
export function listMeeting(tx: Tx, request: Pick<RequestRow, 'storeId' | 'askedAt'>): Promise<Meeting[]> {
  return many(
    tx,
    sql<Meeting>`
      select h.id, h.number, s.name as "from", h.n::float8 as n, h.sent_at as "sentAt", h.state,
             exists (select from blank.tally t where t.shipment_id = h.id) as counted
        from blank.shipment h join blank.store s on s.id = h.from_store
       where h.to_store = ${request.storeId} and h.state <> 'returned' and h.sent_at >= ${request.askedAt} order by h.sent_at desc limit 50`,
  );
}

const PRINT_READY = STATUSES.PRINT_READY_RECORD.code;

/**
 * Stock, what comes, use since an instant and the print-ready backlog of a region, in one statement: a line for each regency, for what lies in
 * a province's own stores (two digits) and at the centre (none).
 */
export function listSupply(tx: Tx, given: { region: string; since: Date }): Promise<(Supply & { code: string })[]> {
  const low = given.region.padEnd(10, '0');
  const high = given.region.padEnd(10, '9');
  return many(
    tx,
    sql<Supply & { code: string }>`
      with stores as (select id, left(region_code, 4) as code from blank.store
                       where closed_at is null and region_code like ${`${given.region}%`}),
           stock as (select s.code, sum(upper(l.serials) - lower(l.serials)) as n from stores s join blank.lot l on l.store_id = s.id
                      where l.state = 2 and l.incident_id is null group by s.code),
           coming as (select s.code, sum(upper(l.serials) - lower(l.serials)) as n from stores s join blank.shipment h on h.to_store = s.id and h.ended_at is null
                        join blank.lot l on l.shipment_id = h.id group by s.code),
           used as (select s.code, sum(case when m.from_state = 2 then m.n else -m.n end) as n from stores s
                      join blank.movement m on m.from_store = s.id and m.to_store = s.id and m.recorded_at > ${given.since}
                     where (m.from_state = 2 and m.to_state in (4, 5)) or (m.from_state in (4, 5) and m.to_state = 2) group by s.code),
           backlog as (select (p.village_code / 1000000)::int as code, count(distinct p.nik) as n from enrolment_read.packet p
                        where p.status = ${sql.lit(PRINT_READY)} and p.village_code between ${low}::bigint and ${high}::bigint group by 1),
           codes as (select code from stores union select lpad(code::text, 4, '0') from backlog)
      select c.code, coalesce(stock.n, 0)::float8 as stock, coalesce(coming.n, 0)::float8 as coming, greatest(coalesce(used.n, 0), 0)::float8 as "usedIn60Days",
             coalesce(backlog.n, 0)::float8 as backlog
        from codes c left join stock using (code) left join coming using (code) left join used using (code)
        left join backlog on lpad(backlog.code::text, 4, '0') = c.code order by c.code`,
  );
}
