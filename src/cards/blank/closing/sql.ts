import { many, maybeOne, run, sql, type Tx } from '../../../core/db/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import type { ClosingNumbers, Hold } from './rules.ts';

export interface ClosingRow extends ClosingNumbers {
  readonly store: string;
  readonly region: string;
  readonly salt: string;
}

export interface ClosedDay {
  readonly day: CivilDate;
  readonly closedAt: Date;
  readonly root: string;
  readonly entryId: string;
}

const day = sql`d.day, d.closed_at as "closedAt", encode(d.root, 'hex') as root, d.entry_id as "entryId"`;

export function findClosedDay(tx: Tx, on: string): Promise<ClosedDay | undefined> {
  return maybeOne(tx, sql<ClosedDay>`select ${day} from blank.closing_day d where d.day = ${on}::date`);
}

export function findLastClosedDay(tx: Tx): Promise<ClosedDay | undefined> {
  return maybeOne(tx, sql<ClosedDay>`select ${day} from blank.closing_day d order by d.day desc limit 1`);
}

/** In the order of the leaves. */
export function listClosing(tx: Tx, on: string): Promise<ClosingRow[]> {
  return many(
    tx,
    sql<ClosingRow>`
      select c.store_id as store, c.region_code as region, encode(c.salt, 'hex') as salt, c.received::float8 as received, c.handed_on::float8 as "handedOn",
             c.in_stock::float8 as "inStock", c.in_transit::float8 as "inTransit", c.personalised::float8 as personalised, c.spoiled::float8 as spoiled,
             c.missing::float8 as missing, c.destroyed::float8 as destroyed, c.difference::float8 as difference, c.disputed::float8 as disputed
        from blank.closing c where c.day = ${on}::date order by c.store_id`,
  );
}

/** Stores that were open at an instant, with what lay in open differences then; in the order of the leaves. */
export function listStoresAt(tx: Tx, at: Date): Promise<{ id: string; region: string; disputed: number }[]> {
  return many(
    tx,
    sql<{ id: string; region: string; disputed: number }>`
      select s.id, s.region_code as region,
             (select coalesce(sum(abs(d.expected - d.counted)), 0)::float8 from blank.discrepancy d
               where d.store_id = s.id and d.opened_at <= ${at} and (d.closed_at is null or d.closed_at > ${at})) as disputed
        from blank.store s where s.opened_at <= ${at} and (s.closed_at is null or s.closed_at > ${at}) order by s.id`,
  );
}

/** One process at a time closes days. */
export async function holdClosing(tx: Tx): Promise<void> {
  await run(tx, sql`select pg_advisory_xact_lock(hashtextextended('blank.closing', 0))`);
}

export async function insertClosing(
  tx: Tx,
  on: CivilDate,
  given: { at: Date; closedAt: Date; root: Buffer; entryId: string; rows: readonly ClosingRow[] },
): Promise<void> {
  await run(
    tx,
    sql`insert into blank.closing_day (day, at, closed_at, stores, root, entry_id)
        values (${on}, ${given.at}, ${given.closedAt}, ${given.rows.length}, ${given.root}, ${given.entryId})`,
  );
  await run(
    tx,
    sql`insert into blank.closing (day, store_id, region_code, received, handed_on, in_stock, in_transit, personalised, spoiled, missing, destroyed,
                                   difference, disputed, salt)
        select ${on}::date, store, region, received, "handedOn", "inStock", "inTransit", personalised, spoiled, missing, destroyed, difference, disputed,
               decode(salt, 'hex')
          from json_to_recordset(${JSON.stringify(given.rows)}::json) as r(store uuid, region text, salt text, received bigint, "handedOn" bigint,
               "inStock" bigint, "inTransit" bigint, personalised bigint, spoiled bigint, missing bigint, destroyed bigint, difference bigint, disputed bigint)`,
  );
}

export async function insertHold(
  tx: Tx,
  h: Hold & { id: string; reason: string; askedBy: string; at: Date; by: string; entryId: string },
): Promise<void> {
  await run(
    tx,
    sql`insert into blank.security_hold (id, region_code, from_on, until_on, reason, asked_by, approved_at, approved_by, entry_id)
        values (${h.id}, ${h.regionCode}, ${h.fromOn}, ${h.untilOn}, ${h.reason}, ${h.askedBy}, ${h.at}, ${h.by}, ${h.entryId})`,
  );
}

/** Holds that have not ended. */
export function listHolds(tx: Tx, today: string): Promise<Hold[]> {
  return many(
    tx,
    sql<Hold>`select h.region_code as "regionCode", h.from_on as "fromOn", h.until_on as "untilOn" from blank.security_hold h
               where h.until_on >= ${today}::date order by h.region_code, h.until_on`,
  );
}

export interface DecidedHold extends Hold {
  readonly id: string;
  readonly reason: string;
  readonly askedBy: string;
  readonly approvedBy: string;
  readonly approvedAt: Date;
}

/** The last hundred, newest first, with the names of the two who decided. */
export function listDecidedHolds(tx: Tx): Promise<DecidedHold[]> {
  return many(
    tx,
    sql<DecidedHold>`select h.id, h.region_code as "regionCode", h.from_on as "fromOn", h.until_on as "untilOn", h.reason,
                            coalesce(asked.name, '') as "askedBy", coalesce(approved.name, '') as "approvedBy", h.approved_at as "approvedAt"
                       from blank.security_hold h
                       left join officer_read.officer asked on asked.id = h.asked_by
                       left join officer_read.officer approved on approved.id = h.approved_by
                      order by h.approved_at desc limit 100`,
  );
}
