import { many, one, sql, type Tx } from '../../../core/db/index.ts';
import { stateOf, type State } from '../rules.ts';

/** Where a serial lies. One lot has it: said aloud, as under a policy the planner would make ready for thousands. */
export async function findLotOf(
  tx: Tx,
  serial: bigint,
): Promise<{ storeId: string; state: State; keeperId: string | null; shipment: string | null; frozen: boolean }> {
  const row = await one<{
    storeId: string;
    state: number;
    keeperId: string | null;
    shipment: string | null;
    frozen: boolean;
  }>(
    tx,
    sql`select l.store_id as "storeId", l.state, k.keeper_id as "keeperId", s.number as shipment, l.incident_id is not null as frozen
          from (select * from blank.lot where serials @> ${serial}::int8 limit 1) l
          left join blank.keeping k on k.store_id = l.store_id and k.until_at is null
          left join blank.shipment s on s.id = l.shipment_id`,
  );
  return { ...row, state: stateOf(row.state) };
}

export interface KeeperSpan {
  readonly store: string;
  readonly keeper: string;
  readonly from: Date;
  readonly until: Date | null;
}

export function listKeepersDuring(tx: Tx, stores: readonly string[]): Promise<KeeperSpan[]> {
  return many<KeeperSpan>(
    tx,
    sql`select store_id as store, keeper_id as keeper, from_at as "from", until_at as until from blank.keeping
         where store_id = any(${[...stores]}::uuid[]) order by from_at`,
  );
}

/** Names of stores, their offices and officers, in one statement; an identifier where nobody has a name for it. */
export async function namesOf(tx: Tx, given: { stores: readonly string[]; officers: readonly string[] }) {
  const rows = await many<{ what: string; id: string; name: string }>(
    tx,
    sql`select 'store' as what, id, name from blank.store where id = any(${[...new Set(given.stores)]}::uuid[])
        union all select 'office', s.id, o.name from blank.store s join office_read.office o on o.id = s.office_id
                   where s.id = any(${[...new Set(given.stores)]}::uuid[])
        union all select 'officer', id, name from officer_read.officer where id = any(${[...new Set(given.officers)]}::uuid[])`,
  );
  const byKey = new Map(rows.map(({ what, id, name }) => [`${what} ${id}`, name]));
  const named = (what: string) => (id: string) => byKey.get(`${what} ${id}`) ?? id;
  return { store: named('store'), office: named('office'), officer: named('officer') };
}
