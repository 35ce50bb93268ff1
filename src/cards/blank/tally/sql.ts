import { maybeOne, one, run, sql, type Tx } from '../../../core/db/index.ts';
import { multirange } from '../movement/sql.ts';
import type { Span } from '../rules.ts';
import type { TALLY_KINDS } from '../schema.ts';

export interface TallyRow {
  readonly id: string;
  readonly what: (typeof TALLY_KINDS)[number];
  readonly storeId: string;
  readonly shipmentId: string | null;
  readonly batchId: string | null;
  readonly round: number;
  readonly counted: bigint;
  readonly expected: bigint;
  readonly sealsWhole: boolean | null;
  readonly countedAt: Date;
  readonly countedBy: string;
  readonly note: string | null;
}

type Raw = Omit<TallyRow, 'counted' | 'expected'> & { counted: string; expected: string };
const columns = sql`t.id, t.what, t.store_id as "storeId", t.shipment_id as "shipmentId", t.batch_id as "batchId", t.round, t.counted::text as counted,
  t.expected::text as expected, t.seals_whole as "sealsWhole", t.counted_at as "countedAt", t.counted_by as "countedBy", t.note`;
const tallyOf = (row: Raw): TallyRow => ({ ...row, counted: BigInt(row.counted), expected: BigInt(row.expected) });

/** Enters a count as the next round of counts of the same thing. */
export async function insertTally(
  tx: Tx,
  t: Omit<TallyRow, 'round'> & { spans: readonly Span[] | null; entryId: string },
): Promise<number> {
  const { round } = await one<{ round: number }>(
    tx,
    sql`insert into blank.tally (id, what, store_id, shipment_id, batch_id, round, counted, expected, seals_whole, serials, counted_at, counted_by, note, entry_id)
        select ${t.id}, ${t.what}, ${t.storeId}, ${t.shipmentId}::uuid, ${t.batchId}::uuid,
               coalesce((select max(o.round) from blank.tally o where o.what = ${t.what} and o.store_id = ${t.storeId}
                           and o.shipment_id is not distinct from ${t.shipmentId}::uuid and o.batch_id is not distinct from ${t.batchId}::uuid), 0) + 1,
               ${t.counted}, ${t.expected}, ${t.sealsWhole}::boolean, ${t.spans && multirange(t.spans)}::int8multirange, ${t.countedAt}, ${t.countedBy},
               ${t.note}, ${t.entryId}
        returning round`,
  );
  return round;
}

/** The last count of a store for a handover by one officer, made since an instant. */
export async function findHandoverTally(tx: Tx, storeId: string, by: string, since: Date): Promise<TallyRow | null> {
  const row = await maybeOne<Raw>(
    tx,
    sql`select ${columns} from blank.tally t where t.what = 'handover' and t.store_id = ${storeId} and t.counted_by = ${by} and t.counted_at >= ${since}
         order by t.counted_at desc, t.round desc limit 1`,
  );
  return row ? tallyOf(row) : null;
}

export async function findLastTally(tx: Tx, shipmentId: string): Promise<TallyRow | null> {
  const row = await maybeOne<Raw>(
    tx,
    sql`select ${columns} from blank.tally t where t.shipment_id = ${shipmentId} order by t.round desc limit 1`,
  );
  return row ? tallyOf(row) : null;
}

/** What should lie in the store: what it has in stock and what was delivered and waits there. */
export async function expectedAt(tx: Tx, storeId: string): Promise<bigint> {
  const { n } = await one<{ n: string }>(
    tx,
    sql`select coalesce(sum(upper(serials) - lower(serials)), 0)::text as n from blank.lot where store_id = ${storeId} and state in (1, 2)`,
  );
  return BigInt(n);
}

export interface DiscrepancyRow {
  readonly id: string;
  readonly storeId: string;
  readonly shipmentId: string | null;
  readonly tallyId: string;
  readonly expected: bigint;
  readonly counted: bigint;
  readonly openedAt: Date;
  readonly dueOn: string;
  readonly state: 'open' | 'explained' | 'missing' | 'found';
}

const discrepancyColumns = sql`d.id, d.store_id as "storeId", d.shipment_id as "shipmentId", d.tally_id as "tallyId", d.expected::text as expected,
  d.counted::text as counted, d.opened_at as "openedAt", d.due_on as "dueOn", d.state`;
type RawDiscrepancy = Omit<DiscrepancyRow, 'expected' | 'counted'> & { expected: string; counted: string };

export async function insertDiscrepancy(tx: Tx, d: Omit<DiscrepancyRow, 'state'> & { entryId: string }): Promise<void> {
  await run(
    tx,
    sql`insert into blank.discrepancy (id, store_id, shipment_id, tally_id, expected, counted, opened_at, due_on, entry_id)
        values (${d.id}, ${d.storeId}, ${d.shipmentId}, ${d.tallyId}, ${d.expected}, ${d.counted}, ${d.openedAt}, ${d.dueOn}, ${d.entryId})`,
  );
}

export async function holdDiscrepancy(tx: Tx, id: string): Promise<DiscrepancyRow | null> {
  const row = await maybeOne<RawDiscrepancy>(
    tx,
    sql`select ${discrepancyColumns} from blank.discrepancy d where d.id = ${id} for update`,
  );
  return row ? { ...row, expected: BigInt(row.expected), counted: BigInt(row.counted) } : null;
}

export async function hasOpenDiscrepancy(tx: Tx, storeId: string): Promise<boolean> {
  const row = await maybeOne(
    tx,
    sql`select 1 from blank.discrepancy d where d.store_id = ${storeId} and d.state = 'open' limit 1`,
  );
  return row !== undefined;
}

export async function closeDiscrepancy(
  tx: Tx,
  d: { id: string; state: 'explained' | 'missing'; explanation: string; at: Date; by: string; lostBy: string | null },
): Promise<void> {
  await run(
    tx,
    sql`update blank.discrepancy set state = ${d.state}, explanation = ${d.explanation}, closed_at = ${d.at}, closed_by = ${d.by}, movement_id = ${d.lostBy}::uuid
         where id = ${d.id}`,
  );
}
