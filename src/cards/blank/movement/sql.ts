/**
 * Every statement on lots and movements. Run as `system`: under a policy no index of ranges would serve. Those of each movement are
 * planned once a connection: planning them took longer than carrying them out.
 */
import type { RawBuilder } from 'kysely';
import { many, manyPlanned, maybeOne, one, sql, run, type Tx } from '../../../core/db/index.ts';
import type { Uuid } from '../../../core/id/index.ts';
import { MOVES, moveOf, stateOf, STATES, type Balance, type MoveKind, type Span, type State } from '../rules.ts';

/** `{[1,5),[9,12)}`: spans as PostgreSQL writes a multirange. */
export function multirange(spans: readonly Span[]): string {
  return `{${spans.map(({ first, last }) => `[${first},${last + 1n})`).join(',')}}`;
}

/** Where serials lie. */
export interface Place {
  readonly store: string;
  readonly state: State;
}

/** Holds the stores still until the end of the transaction, in one order, so that no two movements wait for one another. */
export async function lockStores(tx: Tx, ids: readonly string[]): Promise<{ id: string; keeper: string | null }[]> {
  return manyPlanned(
    tx,
    'blank.lock_stores',
    sql<{ id: string; keeper: string | null }>`
      select s.id, (select k.keeper_id from blank.keeping k where k.store_id = s.id and k.until_at is null) as keeper
        from blank.store s where s.id = any(${[...new Set(ids)]}::uuid[]) and s.closed_at is null order by s.id for no key update`,
  );
}

/**
 * The lots that hold serials of the spans, as `l`, each found by the index of ranges. Under a policy the planner knows nothing of
 * ranges and would rather read every lot of a store: `offset 0` keeps all else that is asked of the lots out of the look-up.
 */
const lotsOf = (spans: string, how = sql`&&`) =>
  sql`unnest(${spans}::int8multirange) as a (span) cross join lateral (select l.ctid, l.* from blank.lot l where l.serials ${how} a.span offset 0) l`;

const lies = ({ store, state, shipment }: Place & { shipment: string | null }) =>
  sql`(l.store_id = ${store} and l.state = ${STATES[state]} and l.shipment_id is not distinct from ${shipment}::uuid)`;

/** How many of the serials lie in the place, and how many of those are frozen. */
export async function findLying(
  tx: Tx,
  spans: readonly Span[],
  place: Place,
  shipment: string | null,
): Promise<{ here: bigint; frozen: bigint }> {
  const [row] = await manyPlanned(
    tx,
    'blank.find_lying',
    sql<{
      here: string;
      frozen: string;
    }>`with here as (select l.incident_id, upper(l.serials * a.span) - lower(l.serials * a.span) as n
                        from ${lotsOf(multirange(spans))} where ${lies({ ...place, shipment })})
        select coalesce(sum(n), 0)::text as here, coalesce(sum(n) filter (where incident_id is not null), 0)::text as frozen from here`,
  );
  return { here: BigInt(row!.here), frozen: BigInt(row!.frozen) };
}

/** The first of the serials that does not lie in the place, for the sentence that refuses. */
export async function firstElsewhere(tx: Tx, spans: readonly Span[], place: Place): Promise<string | null> {
  const given = multirange(spans);
  const row = await maybeOne<{ serial: string }>(
    tx,
    sql`select lower(unnest(${given}::int8multirange
               - coalesce((select range_agg(l.serials) from ${lotsOf(given)} where l.store_id = ${place.store} and l.state = ${STATES[place.state]}),
                          '{}'::int8multirange)))::text as serial
         limit 1`,
  );
  return row?.serial ?? null;
}

export async function insertLots(tx: Tx, spans: readonly Span[], place: Place & { batch: string }): Promise<void> {
  await run(
    tx,
    sql`insert into blank.lot (serials, store_id, state, batch_id)
        select unnest(${multirange(spans)}::int8multirange), ${place.store}, ${STATES[place.state]}, ${place.batch}`,
  );
}

/**
 * Takes the spans out of the lots that hold them and puts them down as lots of the new place, joined with neighbours that lie
 * there already. Two statements: an exclusion constraint looks at rows that the same statement takes away.
 */
export async function shiftLots(
  tx: Tx,
  spans: readonly Span[],
  from: Place & { shipment: string | null },
  to: Place & { shipment: string | null },
): Promise<void> {
  const given = multirange(spans);
  // What already lies in the new place and touches what comes is taken up too, to be put down as one lot with it.
  const lots = await manyPlanned(
    tx,
    'blank.take_lots',
    sql<{
      taken: boolean;
      serials: string;
      batch: string;
      incident: string | null;
    }>`delete from blank.lot l where l.ctid = any(array(
          select l.ctid from ${lotsOf(given)} where ${lies(from)}
          union all
          select l.ctid from ${lotsOf(given, sql`-|-`)} where ${lies(to)} and l.incident_id is null))
        returning ${lies(from)} as taken, l.serials::text as serials, l.batch_id as batch, l.incident_id as incident`,
  );
  const taken = lots.filter((lot) => lot.taken);
  const touching = lots.filter((lot) => !lot.taken);
  await manyPlanned(
    tx,
    'blank.put_lots',
    sql`with taken as (select serials::int8range as serials, batch::uuid as batch, incident::uuid as incident
                         from json_to_recordset(${JSON.stringify(taken)}::json) as t(serials text, batch text, incident text)),
             touching as (select serials::int8range as serials, batch::uuid as batch
                            from json_to_recordset(${JSON.stringify(touching)}::json) as t(serials text, batch text)),
             moved as (select batch, range_agg(part) as parts
                         from (select t.batch, unnest(t.serials::int8multirange * ${given}::int8multirange) as part from taken t
                               union all select batch, serials from touching) p group by batch),
             left_over as (select batch, incident, unnest(serials::int8multirange - ${given}::int8multirange) as serials from taken)
        insert into blank.lot (serials, store_id, state, batch_id, shipment_id, incident_id)
        select serials, ${from.store}::uuid, ${STATES[from.state]}::smallint, batch, ${from.shipment}::uuid, incident from left_over
        union all
        select unnest(parts), ${to.store}::uuid, ${STATES[to.state]}::smallint, batch, ${to.shipment}::uuid, null::uuid from moved`,
  );
}

export interface MovementRow {
  readonly id: Uuid;
  readonly kind: MoveKind;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly from: Place | null;
  readonly to: Place;
  readonly n: bigint;
  readonly shipmentId: string | null;
  readonly reverses: string | null;
  readonly reason: string | null;
  readonly officerId: string;
  readonly reversed: boolean;
  readonly entryId: string;
}

/** Writes a movement and what it leaves in the accounts. Whoever calls holds the stores. */
export async function insertMovement(
  tx: Tx,
  m: Omit<MovementRow, 'reversed'> & { spans: readonly Span[] },
): Promise<void> {
  const [fromStore, fromState] = m.from ? [m.from.store, STATES[m.from.state]] : [null, null];
  const [toStore, toState] = [m.to.store, STATES[m.to.state]];
  await manyPlanned(
    tx,
    'blank.insert_movement',
    sql`with moved as (
          insert into blank.movement (id, kind, occurred_at, recorded_at, from_store, from_state, to_store, to_state, n, shipment_id,
                                      reverses, reason, officer_id, entry_id)
          values (${m.id}, ${MOVES[m.kind].code}, ${m.occurredAt}, ${m.recordedAt}, ${fromStore}, ${fromState}, ${toStore}, ${toState},
                  ${m.n}, ${m.shipmentId}, ${m.reverses}, ${m.reason}, ${m.officerId}, ${m.entryId}) returning id),
        out_of as (update blank.holding set n = n - ${m.n} where store_id = ${fromStore}::uuid and state = ${fromState}::smallint),
        into_account as (
          insert into blank.holding as h (store_id, state, n) values (${toStore}, ${toState}, ${m.n})
          on conflict (store_id, state) do update set n = h.n + excluded.n),
        passed as (
          insert into blank.passage as p (to_store, from_store, n)
          select ${toStore}::uuid, ${fromStore}::uuid, ${m.n} where ${fromStore}::uuid is distinct from ${toStore}::uuid
          on conflict (to_store, from_store) do update set n = p.n + excluded.n)
        insert into blank.movement_serials (movement_id, serials)
        select moved.id, unnest(${multirange(m.spans)}::int8multirange) from moved`,
  );
}

interface RawMovement {
  id: Uuid;
  kind: number;
  occurredAt: Date;
  recordedAt: Date;
  fromStore: string | null;
  fromState: number | null;
  toStore: string;
  toState: number;
  n: string;
  shipmentId: string | null;
  reverses: string | null;
  reason: string | null;
  officerId: string;
  reversed: boolean;
  entryId: string;
}

const columns = sql`m.id, m.kind, m.occurred_at as "occurredAt", m.recorded_at as "recordedAt", m.from_store as "fromStore",
  m.from_state as "fromState", m.to_store as "toStore", m.to_state as "toState", m.n::text as n, m.shipment_id as "shipmentId", m.reverses,
  m.reason, m.officer_id as "officerId", m.entry_id as "entryId",
  exists (select from blank.movement r where r.reverses = m.id) as reversed`;

function movementOf(row: RawMovement): MovementRow {
  const { kind, fromStore, fromState, toStore, toState, n, ...rest } = row;
  return {
    ...rest,
    kind: moveOf(kind),
    from: fromStore === null ? null : { store: fromStore, state: stateOf(fromState!) },
    to: { store: toStore, state: stateOf(toState) },
    n: BigInt(n),
  };
}

export async function findMovement(tx: Tx, id: string): Promise<(MovementRow & { spans: Span[] }) | null> {
  const row = await maybeOne<RawMovement>(tx, sql`select ${columns} from blank.movement m where m.id = ${id}`);
  if (!row) return null;
  const parts = await many<{ first: string; last: string }>(
    tx,
    sql`select lower(serials)::text as first, (upper(serials) - 1)::text as last from blank.movement_serials where movement_id = ${id} order by serials`,
  );
  return {
    ...movementOf(row),
    spans: parts.map(({ first, last }) => ({ first: BigInt(first), last: BigInt(last) })),
  };
}

/** Every movement of one serial, the oldest first. */
export async function listMovementsOf(tx: Tx, serial: bigint): Promise<MovementRow[]> {
  const rows = await many<RawMovement>(
    tx,
    // The array is made first, by the index of ranges: how many there are the planner cannot know, and it would fear for thousands.
    sql`select ${columns} from blank.movement m
         where m.id = any(array(select s.movement_id from blank.movement_serials s where s.serials @> ${serial}::int8)) order by m.recorded_at, m.id`,
  );
  return rows.map(movementOf);
}

type Sums = Record<keyof Balance, string>;
const balanceFrom = (sums: Sums): Balance =>
  Object.fromEntries(Object.entries(sums).map(([key, n]) => [key, BigInt(n)])) as unknown as Balance;

const SUMS = sql`coalesce(sum(received), 0)::text as received, coalesce(sum(handed_on), 0)::text as "handedOn",
  coalesce(sum(n) filter (where state in (1, 2)), 0)::text as "inStock", coalesce(sum(n) filter (where state = 3), 0)::text as "inTransit",
  coalesce(sum(n) filter (where state = 4), 0)::text as personalised, coalesce(sum(n) filter (where state = 5), 0)::text as spoiled,
  coalesce(sum(n) filter (where state = 6), 0)::text as missing, coalesce(sum(n) filter (where state = 7), 0)::text as destroyed`;

/**
 * What stands in the stores' accounts now, less what was recorded after the instant. `came` and `went` say whether a passage or a
 * movement `x` brought blanks from another custodian, or to another one.
 */
const entriesOf = (here: RawBuilder<unknown>, at: Date, came: RawBuilder<unknown>, went: RawBuilder<unknown>) =>
  sql`select h.store_id as store, h.state::int, h.n, 0 as received, 0 as handed_on from blank.holding h where h.store_id = ${here}
      union all select x.to_store, null, 0, x.n, 0 from blank.passage x where x.to_store = ${here} and ${came}
      union all select x.from_store, null, 0, 0, x.n from blank.passage x where x.from_store = ${here} and ${went}
      union all select x.to_store, x.to_state, -x.n, case when ${came} then -x.n else 0 end, 0 from blank.movement x
                 where x.to_store = ${here} and x.recorded_at > ${at}
      union all select x.from_store, x.from_state, x.n, 0, case when ${went} then -x.n else 0 end from blank.movement x
                 where x.from_store = ${here} and x.recorded_at > ${at}`;

/** What lies at each of the stores and went through it, as it was known at an instant. */
export async function balanceOf(tx: Tx, stores: readonly string[], at: Date): Promise<Map<string, Balance>> {
  const here = sql`any(${[...stores]}::uuid[])`;
  const crossed = sql`x.from_store is distinct from x.to_store`;
  const rows = await many<Sums & { store: string }>(
    tx,
    sql`select a.store, ${SUMS} from unnest(${[...stores]}::uuid[]) as a (store)
          left join (${entriesOf(here, at, crossed, crossed)}) entries using (store) group by a.store`,
  );
  return new Map(rows.map(({ store, ...sums }) => [store, balanceFrom(sums)]));
}

/** The same for all the stores together: what goes from one of them to another has not been handed on. */
export async function balanceOfRegion(tx: Tx, stores: readonly string[], at: Date): Promise<Balance> {
  const here = sql`any(${[...stores]}::uuid[])`;
  const came = sql`(x.from_store is null or not (x.from_store = ${here}))`;
  const sums = await one<Sums>(
    tx,
    sql`select ${SUMS} from (${entriesOf(here, at, came, sql`not (x.to_store = ${here})`)}) entries`,
  );
  return balanceFrom(sums);
}

/** The same from where the serials lie now; both must agree at every moment. */
export async function lyingAt(tx: Tx, stores: readonly string[]): Promise<Map<string, Map<State, bigint>>> {
  const rows = await many<{ store: string; state: number; n: string }>(
    tx,
    sql`select store_id as store, state, sum(upper(serials) - lower(serials))::text as n from blank.lot
         where store_id = any(${[...stores]}::uuid[]) group by store_id, state`,
  );
  const lying = new Map(stores.map((store) => [store, new Map<State, bigint>()]));
  for (const { store, state, n } of rows) lying.get(store)!.set(stateOf(state), BigInt(n));
  return lying;
}
