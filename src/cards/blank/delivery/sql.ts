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

/** A UID of the manifest that another delivery has already: a copied chip, or a list sent twice. Only pages that overlap are opened. */
export async function uidKnownElsewhere(tx: Tx, batch: BatchRow): Promise<{ line: string; number: string } | null> {
  const row = await maybeOne<{ line: string; number: string }>(
    tx,
    sql`with span as (select min(uid) as low, max(uid) as high from blank.manifest_line where batch_id = ${batch.id}),
             near as (select p.batch_seq, p.entries from blank.uid_page p, span
                       where p.batch_seq <> ${batch.seq} and p.first_uid <= span.high
                         and ('x00' || encode(substring(p.entries from length(p.entries) - 10 for 7), 'hex'))::bit(64)::int8 >= span.low),
             known as (select n.batch_seq, ('x00' || encode(substring(n.entries from 11 * k + 1 for 7), 'hex'))::bit(64)::int8 as uid
                         from near n, generate_series(0, length(n.entries) / 11 - 1) k)
        select l.line::text as line, b.number from known join blank.manifest_line l on l.uid = known.uid and l.batch_id = ${batch.id}
          join blank.batch b on b.seq = known.batch_seq order by l.line limit 1`,
  );
  return row ?? null;
}

export const PAGE_ENTRIES = 178;
/** So many serials' pages stand in a row. */
export const BLOCK_PLACES = 660;

/** Packs the checked lines into pages sorted by UID, and of each serial the number of its page; empties the staging. */
export async function packManifest(tx: Tx, batch: BatchRow, digest: Buffer): Promise<void> {
  await run(
    tx,
    sql`with base as (select min(lower(serials)) as low from blank.batch_range where batch_id = ${batch.id}),
             placed as materialized (
               select uid, serial, (serial - base.low)::int4 as above, ((row_number() over (order by uid) - 1) / ${sql.lit(PAGE_ENTRIES)})::int4 as page
                 from blank.manifest_line, base where batch_id = ${batch.id}),
             paged as (
               insert into blank.uid_page (batch_seq, page, first_uid, entries)
               select ${batch.seq}, page, min(uid), string_agg(substring(int8send(uid) from 2) || int4send(above), ''::bytea order by uid)
                 from placed group by page)
        insert into blank.uid_place (batch_seq, block, pages)
        select ${batch.seq}, block, string_agg(substring(int4send(page) from 2), ''::bytea order by serial)
          from (select page, serial, (row_number() over (order by serial) - 1) / ${sql.lit(BLOCK_PLACES)} as block from placed) p group by block`,
  );
  await run(
    tx,
    sql`update blank.batch set manifest = ${digest}, uids = (select count(*) from blank.manifest_line where batch_id = ${batch.id}) where id = ${batch.id}`,
  );
  await clearManifest(tx, batch.id);
}

export async function clearManifest(tx: Tx, batchId: string): Promise<void> {
  await run(tx, sql`delete from blank.manifest_line where batch_id = ${batchId}`);
}

/** The page that holds a serial's UID, and the lowest serial of its delivery; none where no list tells of the serial. */
export function pageOf(tx: Tx, serial: bigint): Promise<{ low: string; entries: Buffer } | undefined> {
  const place = sql`u.pages, 3 * (d.place % ${sql.lit(BLOCK_PLACES)})::int`;
  return maybeOne(
    tx,
    sql<{ low: string; entries: Buffer }>`
      with delivery as (
        select b.seq, min(lower(o.serials)) as low, (sum(least(upper(o.serials), ${serial}::int8) - lower(o.serials)) filter (where lower(o.serials) <= ${serial}::int8))::int8 as place
          from blank.batch b join blank.batch_range o on o.batch_id = b.id
         where b.id = (select r.batch_id from blank.batch_range r where r.serials @> ${serial}::int8) group by b.seq)
      select d.low::text as low, p.entries
        from delivery d
        join blank.uid_place u on u.batch_seq = d.seq and u.block = (d.place / ${sql.lit(BLOCK_PLACES)})::int
        join blank.uid_page p on p.batch_seq = d.seq
         and p.page = (get_byte(${place}) << 16) + (get_byte(${place} + 1) << 8) + get_byte(${place} + 2)`,
  );
}
