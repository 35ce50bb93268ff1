/** Every statement on lots and movements. Run as `system`: under a policy no index of ranges would serve. */
import { many, maybeOne, one, run, sql, type Tx } from '../../../core/db/index.ts';
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
  return many(
    tx,
    sql<{ id: string; keeper: string | null }>`
      select s.id, (select k.keeper_id from blank.keeping k where k.store_id = s.id and k.until_at is null) as keeper
        from blank.store s where s.id = any(${[...new Set(ids)]}::uuid[]) and s.closed_at is null order by s.id for no key update`,
  );
}

/** How many of the serials lie in the place, and how many of those are frozen. */
export async function findLying(
  tx: Tx,
  spans: readonly Span[],
  place: Place,
  shipment: string | null,
): Promise<{ here: bigint; frozen: bigint }> {
  const given = multirange(spans);
  const row = await one<{ here: string; frozen: string }>(
    tx,
    sql`with asked as (select unnest(${given}::int8multirange) as span),
             here as (select l.incident_id, upper(l.serials * a.span) - lower(l.serials * a.span) as n
                        from asked a join blank.lot l on l.serials && a.span
                       where l.store_id = ${place.store} and l.state = ${STATES[place.state]}
                         and l.shipment_id is not distinct from ${shipment}::uuid)
        select coalesce(sum(n), 0)::text as here, coalesce(sum(n) filter (where incident_id is not null), 0)::text as frozen from here`,
  );
  return { here: BigInt(row.here), frozen: BigInt(row.frozen) };
}

/** The first of the serials that does not lie in the place, for the sentence that refuses. */
export async function firstElsewhere(tx: Tx, spans: readonly Span[], place: Place): Promise<string | null> {
  const row = await maybeOne<{ serial: string }>(
    tx,
    sql`select lower(unnest(${multirange(spans)}::int8multirange
               - coalesce((select range_agg(l.serials) from blank.lot l where l.store_id = ${place.store} and l.state = ${STATES[place.state]}
                             and l.serials && any(select unnest(${multirange(spans)}::int8multirange))), '{}'::int8multirange)))::text as serial
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
  const taken = await many<{ serials: string; batch: string; incident: string | null }>(
    tx,
    sql`with asked as (select unnest(${given}::int8multirange) as span)
        delete from blank.lot l using asked a
         where l.serials && a.span and l.store_id = ${from.store} and l.state = ${STATES[from.state]}
           and l.shipment_id is not distinct from ${from.shipment}::uuid
        returning l.serials::text as serials, l.batch_id as batch, l.incident_id as incident`,
  );
  // What already lies in the new place and touches what comes is taken up too, to be put down as one lot with it.
  const touching = await many<{ serials: string; batch: string; incident: string | null }>(
    tx,
    sql`with asked as (select unnest(${given}::int8multirange) as span)
        delete from blank.lot l using asked a
         where (l.serials -|- a.span) and l.store_id = ${to.store} and l.state = ${STATES[to.state]} and l.incident_id is null
           and l.shipment_id is not distinct from ${to.shipment}::uuid
        returning l.serials::text as serials, l.batch_id as batch, l.incident_id as incident`,
  );
  await run(
    tx,
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

export async function insertMovement(
  tx: Tx,
  m: Omit<MovementRow, 'reversed'> & { spans: readonly Span[] },
): Promise<void> {
  await run(
    tx,
    sql`with moved as (
          insert into blank.movement (id, kind, occurred_at, recorded_at, from_store, from_state, to_store, to_state, n, shipment_id,
                                      reverses, reason, officer_id, entry_id)
          values (${m.id}, ${MOVES[m.kind].code}, ${m.occurredAt}, ${m.recordedAt}, ${m.from?.store ?? null},
                  ${m.from ? STATES[m.from.state] : null}, ${m.to.store}, ${STATES[m.to.state]}, ${m.n}, ${m.shipmentId}, ${m.reverses},
                  ${m.reason}, ${m.officerId}, ${m.entryId}) returning id)
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
    sql`select ${columns} from blank.movement_serials s join blank.movement m on m.id = s.movement_id
         where s.serials @> ${serial}::int8 order by m.recorded_at, m.id`,
  );
  return rows.map(movementOf);
}

/** One account's entries summed up. `crossed`: whether the custodian changed. */
const SUMS = sql`coalesce(sum(n) filter (where crossed and n > 0), 0)::text as received, coalesce(-sum(n) filter (where crossed and n < 0), 0)::text as "handedOn",
  coalesce(sum(n) filter (where state in (1, 2)), 0)::text as "inStock", coalesce(sum(n) filter (where state = 3), 0)::text as "inTransit",
  coalesce(sum(n) filter (where state = 4), 0)::text as personalised, coalesce(sum(n) filter (where state = 5), 0)::text as spoiled,
  coalesce(sum(n) filter (where state = 6), 0)::text as missing, coalesce(sum(n) filter (where state = 7), 0)::text as destroyed`;

type Sums = Record<keyof Balance, string>;
const balanceFrom = (sums: Sums): Balance =>
  Object.fromEntries(Object.entries(sums).map(([key, n]) => [key, BigInt(n)])) as unknown as Balance;

/** What lies at each of the stores and went through it: made from the movements, as they were known at an instant. */
export async function balanceOf(tx: Tx, stores: readonly string[], at: Date): Promise<Map<string, Balance>> {
  const rows = await many<Sums & { store: string }>(
    tx,
    sql`with asked as (select unnest(${[...stores]}::uuid[]) as store),
             entries as (
               select m.to_store as store, m.to_state as state, m.n, m.from_store is distinct from m.to_store as crossed
                 from blank.movement m where m.to_store = any(${[...stores]}::uuid[]) and m.recorded_at <= ${at}
               union all
               select m.from_store, m.from_state, -m.n, m.from_store is distinct from m.to_store
                 from blank.movement m where m.from_store = any(${[...stores]}::uuid[]) and m.recorded_at <= ${at})
        select a.store, ${SUMS} from asked a left join entries using (store) group by a.store`,
  );
  return new Map(rows.map(({ store, ...sums }) => [store, balanceFrom(sums)]));
}

/** The same for all the stores together: what goes from one of them to another has not been handed on. */
export async function balanceOfRegion(tx: Tx, stores: readonly string[], at: Date): Promise<Balance> {
  const here = sql`any(${[...stores]}::uuid[])`;
  const sums = await one<Sums>(
    tx,
    sql`with entries as (
          select m.to_state as state, m.n, m.from_store is null or not (m.from_store = ${here}) as crossed
            from blank.movement m where m.to_store = ${here} and m.recorded_at <= ${at}
          union all
          select m.from_state, -m.n, not (m.to_store = ${here})
            from blank.movement m where m.from_store = ${here} and m.recorded_at <= ${at})
        select ${SUMS} from entries`,
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
