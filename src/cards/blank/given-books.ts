/** For promise 18: what the books say, and where they, the shelves and the movements differ. */
import { elevated, many, sql, type Tx } from '../../core/db/index.ts';
import { balanceOf, lyingAt } from './movement/sql.ts';
import { difference, STATES, stateOf, type State } from './rules.ts';

/** Where the equation does not hold, or the books and the shelves differ. */
export async function equationFaults(tx: Tx, stores: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  const [balances, shelves] = await elevated(tx, async () => [
    await balanceOf(tx, stores, tx.ground.clock.now()),
    await lyingAt(tx, stores),
  ]);
  for (const store of stores) {
    const balance = balances.get(store)!;
    const lying = shelves.get(store) ?? new Map<State, bigint>();
    if (difference(balance) !== 0n) faults.push(`${store}: the equation leaves ${difference(balance)}`);
    const held =
      balance.inStock +
      balance.inTransit +
      balance.personalised +
      balance.spoiled +
      balance.missing +
      balance.destroyed;
    const there = (Object.keys(STATES) as State[]).reduce((sum, state) => sum + (lying.get(state) ?? 0n), 0n);
    if (held !== there) faults.push(`${store}: ${held} in the books, ${there} there`);
  }
  return faults;
}

/** Where each serial lies, and whether the equation holds for every store and agrees with what lies there. */
export async function readBooks(
  tx: Tx,
  stores: readonly string[],
): Promise<{ where: ReadonlyMap<number, string>; faults: readonly string[] }> {
  const faults: string[] = [];
  const lots = await many(
    tx,
    sql<{ first: string; last: string; store: string; state: number }>`
      select lower(serials)::text as first, (upper(serials) - 1)::text as last, store_id as store, state from blank.lot
       where store_id = any(${[...stores]}::uuid[])`,
  );
  const where = new Map<number, string>();
  for (const { first, last, store, state } of lots)
    for (let serial = Number(first); serial <= Number(last); serial++) where.set(serial, `${store} ${stateOf(state)}`);
  faults.push(...(await equationFaults(tx, stores)), ...(await accountFaults(tx)));
  return { where, faults };
}

/** Accounts in which something else stands than all movements together have left there. */
async function accountFaults(tx: Tx): Promise<string[]> {
  const rows = await elevated(tx, () =>
    many(
      tx,
      sql<{ account: string; kept: string; moved: string }>`
        with moved as (
          select store || ' ' || state as account, sum(n) as n
            from (select to_store as store, to_state as state, n from blank.movement
                  union all select from_store, from_state, -n from blank.movement where from_store is not null) e group by store, state
          union all
          select to_store || ' from ' || coalesce(from_store::text, ''), sum(n) from blank.movement
           where from_store is distinct from to_store group by to_store, from_store),
        kept as (
          select store_id || ' ' || state as account, n from blank.holding
          union all select to_store || ' from ' || coalesce(from_store::text, ''), n from blank.passage)
        select account, coalesce(k.n, 0)::text as kept, coalesce(m.n, 0)::text as moved from kept k full join moved m using (account)
         where k.n is distinct from m.n`,
    ),
  );
  return rows.map(({ account, kept, moved }) => `account ${account}: ${kept}, the movements say ${moved}`);
}
