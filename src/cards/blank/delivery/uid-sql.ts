/** Every statement on the packed lists of chip UIDs: runs of deliveries, their pages sorted by UID, and the place of each serial. */
import type { RawBuilder } from 'kysely';
import { many, maybeOne, one, run, sql, type Tx } from '../../../core/db/index.ts';
import { clearManifest, type BatchRow } from './sql.ts';

/** So many entries stand on a page: four fill a page of the database. */
export const PAGE_ENTRIES = 178;
/** So many serials' pages stand in a row. */
export const BLOCK_PLACES = 660;
/**
 * A run takes in lists while it stays below so many entries. Larger: fewer places to look for a UID; smaller: less to sort anew with
 * each delivery. 200 million blanks are 25 runs.
 */
const RUN_ENTRIES = 8_000_000;
/** How far a serial may lie above the lowest of its run. */
const RUN_SPAN = 2 ** 31;

/** The page of each run that would hold a UID `u.uid`, as `p` of `r`; those without its seven bytes are left out. */
const near = sql`blank.uid_run r
  cross join lateral (select entries from blank.uid_page where run = r.id and first_uid <= u.uid order by first_uid desc limit 1) p
  where position(substring(int8send(u.uid) from 2) in p.entries) > 0`;

/** The page of each UID that may hold it, and the serial from which its entries count. */
export function pagesNear(tx: Tx, uids: readonly bigint[]): Promise<{ uid: string; low: string; entries: Buffer }[]> {
  return many(
    tx,
    sql<{ uid: string; low: string; entries: Buffer }>`
      select u.uid::text as uid, r.low::text as low, p.entries
        from unnest(${[...new Set(uids)].map(String)}::int8[]) as u (uid) cross join ${near}`,
  );
}

/** The page that holds a serial's UID, and the serial from which its entries count; none where no list tells of the serial. */
export function pageOf(tx: Tx, serial: bigint): Promise<{ low: string; entries: Buffer } | undefined> {
  const place = sql`u.pages, 3 * (d.place % ${sql.lit(BLOCK_PLACES)})::int`;
  return maybeOne(
    tx,
    sql<{ low: string; entries: Buffer }>`
      with delivery as (
        select r.id as run, r.low, sum(least(upper(o.serials), ${serial}::int8) - lower(o.serials))::int8 as place
          from blank.batch b join blank.uid_run r on r.id = b.uid_run join blank.batch n on n.uid_run = r.id
          join blank.batch_range o on o.batch_id = n.id and lower(o.serials) <= ${serial}::int8
         where b.id = (select g.batch_id from blank.batch_range g where g.serials @> ${serial}::int8) group by r.id)
      select d.low::text as low, p.entries
        from delivery d
        join blank.uid_place u on u.run = d.run and u.block = (d.place / ${sql.lit(BLOCK_PLACES)})::int
        join blank.uid_page p on p.run = d.run
         and p.page = (get_byte(${place}) << 16) + (get_byte(${place} + 1) << 8) + get_byte(${place} + 2)`,
  );
}

/** The entries of a page, as `e`. */
const entriesOf = (entries: RawBuilder<unknown>) =>
  sql`generate_series(0, length(${entries}) / 11 - 1) k
      cross join lateral (select ('x00' || encode(substring(${entries} from 11 * k + 1 for 7), 'hex'))::bit(64)::int8 as uid,
                                 ('x' || encode(substring(${entries} from 11 * k + 8 for 4), 'hex'))::bit(32)::int4 as above) e`;

/** A UID of the list in the staging that another delivery has already: a copied chip, or a list sent twice. */
export async function uidKnownElsewhere(tx: Tx, batch: BatchRow): Promise<{ line: string; number: string } | null> {
  const row = await maybeOne<{ line: string; number: string }>(
    tx,
    sql`with near as (
          select u.line, u.uid, r.low, p.entries from (select line, uid from blank.manifest_line where batch_id = ${batch.id}) u cross join ${near}),
             known as (select n.line, n.low + e.above as serial from near n cross join ${entriesOf(sql`n.entries`)} where e.uid = n.uid order by n.line limit 1)
        select k.line::text as line, b.number
          from known k join blank.batch_range g on g.serials @> k.serial join blank.batch b on b.id = g.batch_id`,
  );
  return row ?? null;
}

interface Run {
  readonly id: number;
  readonly low: string;
}

/** The run that takes the list in, if one has room and its serials are not too far away. */
function openRun(tx: Tx, batch: BatchRow): Promise<Run | undefined> {
  return maybeOne(
    tx,
    sql<Run>`
      select r.id, r.low::text as low
        from blank.uid_run r
        cross join lateral (select max(upper(o.serials)) as high from blank.batch n join blank.batch_range o on o.batch_id = n.id where n.uid_run = r.id) h
        cross join (select min(lower(serials)) as low, max(upper(serials)) as high from blank.batch_range where batch_id = ${batch.id}) b
       where r.n + ${batch.n} <= ${RUN_ENTRIES} and greatest(h.high, b.high) - least(r.low, b.low) < ${RUN_SPAN}
       order by r.id desc limit 1`,
  );
}

/**
 * Packs the checked lines, with those of the run that takes them in, into pages sorted by UID and the place of each serial, as a new run
 * in its stead; empties the staging.
 */
export async function packManifest(tx: Tx, batch: BatchRow, digest: Buffer): Promise<void> {
  // One list after the other: two would take the same run apart.
  await run(tx, sql`select pg_advisory_xact_lock(hashtextextended('blank.uid_run', 0))`);
  const open = await openRun(tx, batch);
  const { id, low } = await one<Run>(
    tx,
    sql`insert into blank.uid_run (low, n)
        select least(b.low, r.low), ${batch.n} + coalesce(r.n, 0)
          from (select min(lower(serials)) as low from blank.batch_range where batch_id = ${batch.id}) b
          left join blank.uid_run r on r.id = ${open?.id ?? null}
        returning id, low::text as low`,
  );
  await run(
    tx,
    sql`with line as (
          select uid, serial from blank.manifest_line where batch_id = ${batch.id}
          union all
          select e.uid, ${open?.low ?? null}::int8 + e.above from blank.uid_page p cross join ${entriesOf(sql`p.entries`)} where p.run = ${open?.id ?? null}),
             placed as materialized (select uid, serial, ((row_number() over (order by uid) - 1) / ${sql.lit(PAGE_ENTRIES)})::int4 as page from line),
             paged as (
               insert into blank.uid_page (run, page, first_uid, entries)
               select ${id}, page, min(uid), string_agg(substring(int8send(uid) from 2) || int4send((serial - ${low}::int8)::int4), ''::bytea order by uid)
                 from placed group by page)
        insert into blank.uid_place (run, block, pages)
        select ${id}, block, string_agg(substring(int4send(page) from 2), ''::bytea order by serial)
          from (select page, serial, (row_number() over (order by serial) - 1) / ${sql.lit(BLOCK_PLACES)} as block from placed) p group by block`,
  );
  await run(
    tx,
    sql`update blank.batch set uid_run = ${id}, uids = case when id = ${batch.id} then n else uids end,
               manifest = case when id = ${batch.id} then ${digest} else manifest end
         where id = ${batch.id} or uid_run = ${open?.id ?? null}`,
  );
  if (open) await dropRun(tx, open.id);
  await clearManifest(tx, batch.id);
}

async function dropRun(tx: Tx, id: number): Promise<void> {
  await run(tx, sql`delete from blank.uid_page where run = ${id}`);
  await run(tx, sql`delete from blank.uid_place where run = ${id}`);
  await run(tx, sql`delete from blank.uid_run where id = ${id}`);
}
