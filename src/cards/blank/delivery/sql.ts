import { many, maybeOne, one, run, sql, type Tx } from '../../../core/db/index.ts';
import type { Uuid } from '../../../core/id/index.ts';
import { multirange } from '../movement/sql.ts';
import type { Span } from '../rules.ts';

export interface BatchRow {
  readonly id: Uuid;
  readonly seq: number;
  readonly number: string;
  readonly supplier: string;
  readonly contractNo: string;
  readonly deliveredOn: string;
  readonly n: bigint;
  readonly uids: bigint;
}

type RawBatch = Omit<BatchRow, 'n' | 'uids'> & { n: string; uids: string };
const columns = sql`b.id, b.seq, b.number, b.supplier, b.contract_no as "contractNo", b.delivered_on as "deliveredOn", b.n::text as n, b.uids::text as uids`;
const batchOf = ({ n, uids, ...rest }: RawBatch): BatchRow => ({ ...rest, n: BigInt(n), uids: BigInt(uids) });

export async function findBatch(tx: Tx, id: string): Promise<BatchRow | null> {
  const row = await maybeOne<RawBatch>(tx, sql`select ${columns} from blank.batch b where b.id = ${id}`);
  return row ? batchOf(row) : null;
}

/** A delivery as it waits for its count: where, and which serials of it nobody has counted yet. */
export async function findDelivery(
  tx: Tx,
  id: string,
): Promise<{ n: bigint; storeId: string; recordedBy: string; spans: Span[] } | null> {
  const rows = await many<{
    n: string;
    recordedBy: string;
    storeId: string | null;
    first: string | null;
    last: string | null;
  }>(
    tx,
    sql`select b.n::text as n, b.recorded_by as "recordedBy", l.store_id as "storeId", lower(l.serials)::text as first, (upper(l.serials) - 1)::text as last
          from blank.batch b left join blank.lot l on l.batch_id = b.id and l.state = 1 where b.id = ${id} order by l.serials`,
  );
  const [batch] = rows;
  if (!batch) return null;
  const spans = rows.flatMap(({ first, last }) =>
    first === null || last === null ? [] : [{ first: BigInt(first), last: BigInt(last) }],
  );
  return { n: BigInt(batch.n), storeId: batch.storeId ?? '', recordedBy: batch.recordedBy, spans };
}

export async function findBatchOf(tx: Tx, serial: bigint): Promise<BatchRow | null> {
  const row = await maybeOne<RawBatch>(
    tx,
    sql`select ${columns} from blank.batch b where b.id = (select r.batch_id from blank.batch_range r where r.serials @> ${serial}::int8)`,
  );
  return row ? batchOf(row) : null;
}

export async function insertBatch(
  tx: Tx,
  b: Omit<BatchRow, 'seq' | 'uids'> & { spans: readonly Span[]; at: Date; by: string; entryId: string },
): Promise<void> {
  await run(
    tx,
    sql`insert into blank.batch (id, number, supplier, contract_no, delivered_on, n, recorded_at, recorded_by, entry_id)
        values (${b.id}, ${b.number}, ${b.supplier}, ${b.contractNo}, ${b.deliveredOn}, ${b.n}, ${b.at}, ${b.by}, ${b.entryId})`,
  );
  await run(
    tx,
    sql`insert into blank.batch_range (batch_id, serials) select ${b.id}, unnest(${multirange(b.spans)}::int8multirange)`,
  );
}

export interface Box {
  readonly code: string;
  readonly span: Span;
}

/** Boxes within the batch; gives the code of the first that holds a serial of another batch, or none. */
export async function insertBoxes(tx: Tx, batchId: string, boxes: readonly Box[]): Promise<string | null> {
  const rows = boxes.map(({ code, span: { first, last } }) => ({
    code: code.toUpperCase(),
    serials: `[${first},${last + 1n})`,
  }));
  const strange = await maybeOne<{ code: string }>(
    tx,
    sql`select x.code from json_to_recordset(${JSON.stringify(rows)}::json) as x(code text, serials int8range)
         where not exists (select from blank.batch_range r where r.batch_id = ${batchId} and r.serials @> x.serials) order by x.code limit 1`,
  );
  if (strange) return strange.code;
  await run(
    tx,
    sql`insert into blank.box (code, batch_id, serials)
        select x.code, ${batchId}, x.serials from json_to_recordset(${JSON.stringify(rows)}::json) as x(code text, serials int8range)`,
  );
  return null;
}

export function findBoxOf(tx: Tx, serial: bigint): Promise<{ code: string; first: string; last: string } | undefined> {
  return maybeOne(
    tx,
    sql<{ code: string; first: string; last: string }>`
      select code, lower(serials)::text as first, (upper(serials) - 1)::text as last from blank.box where serials @> ${serial}::int8 limit 1`,
  );
}

/** What is wrong with a manifest that lies in the staging: how many lines, and the first bad one of each kind. */
export async function manifestFaults(
  tx: Tx,
  batch: BatchRow,
): Promise<{ lines: bigint; serialTwice: string | null; uidTwice: string | null; outside: string | null }> {
  const row = await one<{ lines: string; serialTwice: string | null; uidTwice: string | null; outside: string | null }>(
    tx,
    sql`select (select count(*) from blank.manifest_line where batch_id = ${batch.id})::text as lines,
               (select min(serial)::text from (select serial from blank.manifest_line where batch_id = ${batch.id} group by serial having count(*) > 1) d) as "serialTwice",
               (select min(line)::text from (select max(line) as line from blank.manifest_line where batch_id = ${batch.id} group by uid having count(*) > 1) d) as "uidTwice",
               (select min(l.serial)::text from blank.manifest_line l
                 where l.batch_id = ${batch.id} and not exists (select from blank.batch_range r where r.batch_id = ${batch.id} and r.serials @> l.serial)) as outside`,
  );
  return { ...row, lines: BigInt(row.lines) };
}

export async function clearManifest(tx: Tx, batchId: string): Promise<void> {
  await run(tx, sql`delete from blank.manifest_line where batch_id = ${batchId}`);
}
