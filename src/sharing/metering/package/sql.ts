/** Statements about files that are charged as packages. As `system`, but for those that say otherwise. */
import { many, maybeOne, run, sql, type Tx } from '../../../core/db/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import type { Kind } from '../../partner/index.ts';

/** What the institution may still spend; what answering processes have taken for the moment is not in it. */
export async function findLeft(tx: Tx, institutionId: string): Promise<number> {
  const found = await maybeOne(
    tx,
    sql<{
      n: number;
    }>`select p.left_over::float8 as n from verification_read.purse p where p.institution_id = ${institutionId}::uuid`,
  );
  return found?.n ?? 0;
}

export async function insertHold(
  tx: Tx,
  h: { matchingId: string; institutionId: string; amount: number; tariffOn: CivilDate },
): Promise<void> {
  await run(
    tx,
    sql`insert into metering.hold (matching_id, institution_id, amount, tariff_on, held_at)
        values (${h.matchingId}::uuid, ${h.institutionId}::uuid, ${h.amount}::bigint, ${h.tariffOn}::date, ${tx.ground.clock.now()})`,
  );
}

export interface Hold {
  readonly matchingId: string;
  readonly institutionId: string;
  readonly amount: number;
  readonly tariffOn: CivilDate;
}

/** Ends what is set aside for these files; what has ended before is not given again. In the order of their institutions. */
export function releaseHolds(tx: Tx, matchings: readonly string[]): Promise<Hold[]> {
  return many(
    tx,
    sql<Hold>`
      with released as (
        update metering.hold h set released_at = ${tx.ground.clock.now()}
         where h.matching_id = any(${[...matchings]}::uuid[]) and h.released_at is null
        returning h.matching_id, h.institution_id, h.amount, h.tariff_on)
      select r.matching_id as "matchingId", r.institution_id as "institutionId", r.amount::float8 as amount, r.tariff_on as "tariffOn"
        from released r order by r.institution_id, r.matching_id`,
  );
}

export interface ClosedFile {
  readonly matchingId: string;
  readonly kind: Kind;
  readonly rows: number;
  readonly complete: boolean;
}

/** Those of them whose result was given. */
export function listClosed(tx: Tx, matchings: readonly string[]): Promise<ClosedFile[]> {
  return many(
    tx,
    sql<ClosedFile>`
      select f.matching_id as "matchingId", i.kind, f.rows, f.complete
        from matching_read.package f join partner_read.institution i on i.institution_id = f.institution_id
       where f.matching_id = any(${[...matchings]}::uuid[])`,
  );
}

/** Once a file, however often it is said that it has ended. */
export async function insertPackages(tx: Tx, rows: readonly { matchingId: string; amount: number }[]): Promise<void> {
  await run(
    tx,
    sql`insert into metering.package (matching_id, institution_id, at, day, reference, unit, purpose, rows, complete, amount, entry)
        select f.matching_id, f.institution_id, f.at, (f.at at time zone 'Asia/Jakarta')::date, f.reference, f.unit, f.purpose, f.rows, f.complete,
               r.amount, f.entry
          from json_to_recordset(${JSON.stringify(rows)}::json) as r("matchingId" uuid, amount bigint)
          join matching_read.package f on f.matching_id = r."matchingId"
        on conflict (matching_id) do nothing`,
  );
}

export interface PackageRow {
  readonly matchingId: string;
  readonly day: CivilDate;
  readonly reference: string;
  readonly unit: string;
  readonly rows: number;
  readonly complete: boolean;
  readonly amount: number;
  readonly entry: string;
}

/** Files of an institution, the latest first. With the reader's own eyes. */
export function listPackages(tx: Tx, institutionId: string, limit: number): Promise<PackageRow[]> {
  return many(
    tx,
    sql<PackageRow>`
      select p.matching_id as "matchingId", p.day, p.reference, p.unit, p.rows, p.complete, p.amount::float8 as amount, p.entry
        from metering.package p where p.institution_id = ${institutionId}::uuid order by p.at desc, p.matching_id limit ${limit}`,
  );
}
