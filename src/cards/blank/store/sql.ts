import { many, maybeOne, run, sql, type Tx } from '../../../core/db/index.ts';
import type { Store, StoreKind } from '../schema.ts';

const columns = sql`s.id, s.office_id as "officeId", s.name, s.kind, s.region_code as "regionCode", k.keeper_id as "keeperId",
  s.opened_at as "openedAt", s.closed_at as "closedAt"`;
const kept = sql`blank.store s left join blank.keeping k on k.store_id = s.id and k.until_at is null`;

export function findStore(tx: Tx, id: string): Promise<Store | undefined> {
  return maybeOne<Store>(tx, sql`select ${columns} from ${kept} where s.id = ${id}`);
}

export function listStoresOf(tx: Tx, officeId: string): Promise<Store[]> {
  return many<Store>(tx, sql`select ${columns} from ${kept} where s.office_id = ${officeId} order by s.name`);
}

/** The stores that an officer keeps at this moment. */
export function listKept(tx: Tx, keeperId: string): Promise<Store[]> {
  return many<Store>(tx, sql`select ${columns} from ${kept} where k.keeper_id = ${keeperId} order by s.name`);
}

export async function insertStore(
  tx: Tx,
  s: { id: string; officeId: string; name: string; kind: StoreKind; regionCode: string; at: Date },
): Promise<void> {
  await run(
    tx,
    sql`insert into blank.store (id, office_id, name, kind, region_code, opened_at)
        values (${s.id}, ${s.officeId}, ${s.name}, ${s.kind}, ${s.regionCode}, ${s.at})`,
  );
}

/** The present keeper's time ends where the next one's begins. */
export async function changeKeeper(
  tx: Tx,
  k: {
    storeId: string;
    keeperId: string;
    at: Date;
    countId: string | null;
    entryId: string;
    minutes: { number: string; decidedBy: string } | null;
  },
): Promise<void> {
  await run(
    tx,
    sql`with ended as (update blank.keeping set until_at = ${k.at} where store_id = ${k.storeId} and until_at is null returning 1)
        select count(*) from ended`,
  );
  await run(
    tx,
    sql`insert into blank.keeping (store_id, keeper_id, from_at, count_id, entry_id, number, decided_by)
        values (${k.storeId}, ${k.keeperId}, ${k.at}, ${k.countId}, ${k.entryId}, ${k.minutes?.number ?? null}, ${k.minutes?.decidedBy ?? null}::uuid)`,
  );
}

export async function hasLots(tx: Tx, stores: readonly string[]): Promise<boolean> {
  const rows = await many(
    tx,
    sql`select 1 from blank.lot where store_id = any(${[...stores]}::uuid[]) and state in (1, 2, 3, 5) limit 1`,
  );
  return rows.length > 0;
}
