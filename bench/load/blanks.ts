/**
 * A nation's blanks after some years, by SQL and COPY: deliveries of half a million, sent to provinces by ten thousand and to
 * regencies by a thousand, printed there by 35 with two spoiled in each thousand, 228 of it in stock; the last two deliveries lie
 * whole at the centre. 13,102 movements a delivery, five lots a thousand blanks, a list of chip UIDs for each.
 */
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { DITJEN_ID } from '../../src/register/office/index.ts';
import { copyRows } from './copy-rows.ts';
import { DELIVERY, RUN as LISTS, uidPages, uidPlaces } from './uid-list.ts';

export const FIRST_SERIAL = 100_000_000;
export const LOT = 1_000;
/** Where the stock of a thousand begins; before it two parts of eleven runs, with a spoiled one behind each. */
export const STOCK_FROM = 772;
/** So many deliveries are not handed out yet. */
export const WHOLE = 2;
const SHIPMENT = 10_000;
const RUN = 35;
const RUNS = 11;
const PART = RUN * RUNS + 1;
const BOX = 500;
const PROVINCES = 34;
/** Of a province. */
const REGENCIES = 15;

export interface FilledBlanks {
  readonly centre: string;
  readonly provinces: readonly string[];
  readonly regencies: readonly string[];
}

/** After so many serials the same regency has its turn again. */
export const TURN = 3 * PROVINCES * SHIPMENT;

/** The regency to which a thousand went, by its place in the list: ten of those of the province to which its ten thousand went. */
export function regencyAt(serial: number): number {
  const at = serial - FIRST_SERIAL;
  const province = Math.floor(at / SHIPMENT) % PROVINCES;
  const turn = Math.floor(at / SHIPMENT / PROVINCES) * 10 + (Math.floor(at / LOT) % 10);
  return province + PROVINCES * (turn % REGENCIES);
}

const REGENCY_AT = `1 + ((s - ${FIRST_SERIAL}) / ${SHIPMENT}) % ${PROVINCES}
  + ${PROVINCES} * (((s - ${FIRST_SERIAL}) / ${SHIPMENT * PROVINCES} * 10 + (s - ${FIRST_SERIAL}) / ${LOT} % 10) % ${REGENCIES})`;

export async function fillBlanks(
  client: Client,
  deliveries: number,
  onDelivery: (done: number) => void,
): Promise<FilledBlanks> {
  // References are not checked again, and nobody waits for the disk: not what is measured.
  await client.query(
    `set synchronous_commit to off; set session_replication_role to replica; set work_mem to '256MB'; set maintenance_work_mem to '1GB'`,
  );
  const [centre] = await openStores(client, 'centre', 1);
  const provinces = await openStores(client, 'province', PROVINCES);
  const regencies = await openStores(client, 'regency', PROVINCES * REGENCIES);
  const stores = { centre: centre!, provinces, regencies };
  const rebuild = await dropIndexes(client);
  await client.query(
    `create temp table pattern as
       select 6 as kind, 4 as to_state, part * ${PART} + run * ${RUN} as first, ${RUN} as n, part * 12 + run as place
         from generate_series(0, 1) part, generate_series(0, ${RUNS - 1}) run
       union all select 7, 5, part * ${PART} + ${PART - 1}, 1, part * 12 + 11 from generate_series(0, 1) part`,
  );
  for (let nth = 0; nth < deliveries; nth++) {
    await deliver(client, stores, nth, nth >= deliveries - WHOLE);
    if ((nth + 1) % LISTS === 0 || nth + 1 === deliveries) await copyLists(client, nth - (nth % LISTS), nth + 1);
    onDelivery(nth + 1);
  }
  for (const statement of rebuild) await client.query(statement);
  await client.query(
    `insert into blank.holding (store_id, state, n)
     select store, state, sum(n) from (
       select to_store as store, to_state as state, n from blank.movement
       union all select from_store, from_state, -n from blank.movement where from_store is not null) entries group by store, state`,
  );
  await client.query(
    `insert into blank.passage (to_store, from_store, n)
     select to_store, from_store, sum(n) from blank.movement where from_store is distinct from to_store group by to_store, from_store`,
  );
  await client.query('set session_replication_role to origin; set synchronous_commit to on');
  await client.query('vacuum analyze');
  await client.query('checkpoint');
  return stores;
}

/** Stores of a kind, each with five keepers one after the other. */
async function openStores(client: Client, kind: string, count: number): Promise<string[]> {
  const ids: string[] = Array.from({ length: count }, () => randomUUID());
  await client.query(
    `with opened as (
       insert into blank.store (id, office_id, name, kind, region_code, opened_at)
       select id, $2, $3 || ' ' || n, $3, case $3 when 'centre' then '' when 'province' then (10 + n)::text else (1000 + n)::text end, '2010-01-01'
         from unnest($1::uuid[]) with ordinality u(id, n) returning id)
     insert into blank.keeping (store_id, keeper_id, from_at, until_at, entry_id)
     select id, gen_random_uuid(), timestamptz '2010-01-01' + y * interval '2 years',
            case when y < 4 then timestamptz '2010-01-01' + (y + 1) * interval '2 years' end, id from opened, generate_series(0, 4) y`,
    [ids, DITJEN_ID, kind],
  );
  return ids;
}

const FILLED = ['movement', 'movement_serials', 'lot', 'box', 'uid_page', 'uid_place', 'shipment'];

/** Constraints and indexes of what is filled go, and are made at the end; gives the statements that make them. */
async function dropIndexes(client: Client): Promise<string[]> {
  const { rows: constraints } = await client.query<{ drop: string; make: string }>(
    `with filled as (select ('blank.' || t)::regclass as table from unnest($1::text[]) t)
     select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
            format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make
       from pg_constraint where (conrelid in (select f.table from filled f) and contype in ('p', 'u', 'x'))
         or (contype = 'f' and (confrelid in (select f.table from filled f) or conrelid in (select f.table from filled f)))
      order by contype = 'f' desc`,
    [FILLED],
  );
  for (const { drop } of constraints) await client.query(drop);
  const { rows: indexes } = await client.query<{ name: string; make: string }>(
    `select format('%I.%I', schemaname, indexname) as name, indexdef as make from pg_indexes where schemaname = 'blank' and tablename = any($1)`,
    [FILLED],
  );
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  return [...indexes, ...constraints.toReversed()].map(({ make }) => make);
}

async function deliver(client: Client, stores: FilledBlanks, nth: number, whole: boolean): Promise<void> {
  const batch = randomUUID();
  const first = FIRST_SERIAL + nth * DELIVERY;
  const span = [first, first + DELIVERY];
  await client.query(
    `insert into blank.batch (id, number, supplier, contract_no, delivered_on, n, uids, manifest, recorded_at, recorded_by, entry_id)
     values ($1, $2, 'PEMASOK CONTOH', 'CONTOH', date '2011-01-03' + $3::int, $4, $4, '\\x00', now(), $1, $1)`,
    [batch, `BENCH-${nth}`, nth * 7, DELIVERY],
  );
  await client.query('insert into blank.batch_range values ($1, int8range($2::int8, $3::int8))', [batch, ...span]);
  await client.query(
    `insert into blank.box (code, batch_id, serials)
     select 'BOKS-' || s, $1, int8range(s, s + ${BOX}) from generate_series($2::int8, $3::int8 - 1, ${BOX}) s`,
    [batch, ...span],
  );
  await client.query(
    whole
      ? `insert into blank.lot (serials, store_id, state, batch_id) select int8range($1::int8, $2::int8), ($3::uuid[])[cardinality($3::uuid[])], 2, $4`
      : `insert into blank.lot (serials, store_id, state, batch_id)
         select int8range(s + p.low, s + p.high), ($3::uuid[])[${REGENCY_AT}], p.state, $4
           from generate_series($1::int8, $2::int8 - 1, ${LOT}) s,
                (values (0, 385, 4), (385, 386, 5), (386, 771, 4), (771, 772, 5), (${STOCK_FROM}, ${LOT}, 2)) p(low, high, state)`,
    [...span, [...stores.regencies, stores.centre], batch],
  );
  await enterMovements(client, stores, { nth, first, whole });
}

/** The lists of chip UIDs of deliveries, from one until before another. */
async function copyLists(client: Client, from: number, until: number): Promise<void> {
  const { rows } = await client.query<{ id: number }>(
    'insert into blank.uid_run (low, n) values ($1, $2) returning id',
    [FIRST_SERIAL + from * DELIVERY, (until - from) * DELIVERY],
  );
  const run = rows[0]!.id;
  await copyRows(client, 'blank.uid_page (run, page, first_uid, entries)', uidPages(run, from, until - from));
  await copyRows(client, 'blank.uid_place (run, block, pages)', uidPlaces(run, until - from));
  const numbers = Array.from({ length: until - from }, (_, n) => `BENCH-${from + n}`);
  await client.query('update blank.batch set uid_run = $1 where number = any($2)', [run, numbers]);
}

/** Identifiers run on, as those of the application do. */
const id = (n: string) => `('01700000-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/** Delivered, counted in, sent and accepted twice, printed and spoiled: the history of each blank of a delivery. */
async function enterMovements(
  client: Client,
  { centre, provinces, regencies }: FilledBlanks,
  { nth, first, whole }: { nth: number; first: number; whole: boolean },
): Promise<void> {
  const regency = `($5::uuid[])[${REGENCY_AT}]`;
  const province = `($4::uuid[])[1 + ((s - ${FIRST_SERIAL}) / ${SHIPMENT}) % ${PROVINCES}]`;
  const each = (n: number) => `from generate_series($1::int8, $2::int8 - 1, ${n}) s`;
  await client.query(
    `create temp table moved as
     select row_number() over (order by place, first) + ${nth * 100_000} as k, m.* from (
       select 0 as place, 1 as kind, null::uuid as from_store, null::int as from_state, $3::uuid as to_store, 1 as to_state, $1::int8 as first,
              $2::int8 as last, null::int8 as shipment
       union all select 1, 2, $3, 1, $3, 2, $1, $2, null
       union all select 2, 3, $3, 2, $3, 3, s, s + ${SHIPMENT}, s ${each(SHIPMENT)} where $6
       union all select 3, 4, $3, 3, ${province}, 2, s, s + ${SHIPMENT}, s ${each(SHIPMENT)} where $6
       union all select 4, 3, ${province}, 2, ${province}, 3, s, s + ${LOT}, s + 1 ${each(LOT)} where $6
       union all select 5, 4, ${province}, 3, ${regency}, 2, s, s + ${LOT}, s + 1 ${each(LOT)} where $6
       union all select 10 + p.place, p.kind, ${regency}, 2, ${regency}, p.to_state, s + p.first, s + p.first + p.n, null ${each(LOT)}, pattern p where $6) m`,
    [first, first + DELIVERY, centre, provinces, regencies, !whole],
  );
  const at = `timestamptz '2011-01-03' + ${nth} * interval '7 days' + (k % 100000) * interval '6 s'`;
  await client.query(
    `insert into blank.shipment (id, number, kind, from_store, to_store, state, n, seals, carrier, expected_on, sent_at, sent_by, ended_at, entry_id)
     select ${id('shipment')}, 'BENCH-' || shipment, 'distribution', from_store, to_store, 'accepted', last - first, '{SEGEL-CONTOH}', 'KURIR CONTOH',
            (${at})::date, ${at}, from_store, ${at}, from_store from moved where kind = 4`,
  );
  await client.query(
    `insert into blank.movement (id, kind, occurred_at, recorded_at, from_store, from_state, to_store, to_state, n, shipment_id, officer_id, entry_id)
     select ${id('k')}, kind, ${at}, ${at}, from_store, from_state, to_store, to_state, last - first, ${id('shipment')}, to_store, to_store from moved order by k`,
  );
  await client.query(
    `insert into blank.movement_serials (movement_id, serials) select ${id('k')}, int8range(first, last) from moved order by k`,
  );
  await client.query('drop table moved');
}
