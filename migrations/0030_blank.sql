-- Blanks (blangko KTP-el): every one of them is at all times in the custody of somebody who is named.
-- A delivery has contiguous serials, so custody is kept by ranges of them; a movement splits a range and joins neighbours.

create schema blank;
create schema blank_read;
grant usage on schema blank, blank_read to jatidiri_app, jatidiri_system;

-- 1 RECEIVED 2 IN_STOCK 3 IN_TRANSIT 4 PERSONALISED 5 SPOILED 6 MISSING 7 DESTROYED (src/cards/blank/rules.ts)
create domain blank.state as smallint check (value between 1 and 7);

create table blank.store (
  id          uuid primary key,
  office_id   uuid not null,
  name        text not null,
  kind        text not null check (kind in ('centre', 'province', 'regency', 'district', 'printer')),
  region_code text not null,
  opened_at   timestamptz not null,
  closed_at   timestamptz,
  constraint store_name unique (office_id, name)
);
comment on table blank.store is 'Where blanks lie: a locked place of an office, answered for by one keeper at a time.';
create index store_region on blank.store (region_code);

create table blank.keeping (
  store_id   uuid not null references blank.store (id),
  keeper_id  uuid not null,
  from_at    timestamptz not null,
  until_at   timestamptz,
  count_id   uuid,
  entry_id   uuid not null,
  constraint keeping_pkey primary key (store_id, from_at, keeper_id),
  constraint keeping_span check (until_at >= from_at)
);
comment on table blank.keeping is 'Who answered for a store, from when until when; he leaves by a joint blind count only.';
create unique index keeping_now on blank.keeping (store_id) where until_at is null;
create index keeping_keeper on blank.keeping (keeper_id) where until_at is null;

create table blank.batch (
  id           uuid primary key,
  seq          int generated always as identity unique,
  number       text not null,
  supplier     text not null,
  contract_no  text not null,
  delivered_on date not null,
  n            bigint not null check (n > 0),
  uids         bigint not null default 0,
  manifest     bytea,
  recorded_at  timestamptz not null,
  recorded_by  uuid not null,
  entry_id     uuid not null,
  constraint batch_number unique (number),
  constraint batch_manifest check ((manifest is null) = (uids = 0))
);
comment on table blank.batch is 'A delivery by the supplier; manifest is the SHA-256 of its list of chip UIDs, uids how many that list has.';

create table blank.batch_range (
  batch_id uuid not null references blank.batch (id),
  serials  int8range not null,
  constraint batch_range_pkey primary key (batch_id, serials),
  constraint batch_range_once exclude using gist (serials with &&)
);
comment on table blank.batch_range is 'The serials of a batch: none is delivered twice.';

create table blank.box (
  code     text primary key,
  batch_id uuid not null references blank.batch (id),
  serials  int8range not null,
  constraint box_once exclude using gist (serials with &&)
);
comment on table blank.box is 'A box as it was packed by the supplier: its barcode and the serials that it held then.';

-- Chip UIDs are not contiguous: 7 bytes each, sorted, with the serial as 4 bytes above the batch's lowest; 178 to a row, so that
-- four rows fill a page and nothing is moved out of line. 11.6 bytes a blank with the index.
create table blank.uid_page (
  batch_seq int not null references blank.batch (seq),
  first_uid bigint not null,
  entries   bytea not null,
  constraint uid_page_pkey primary key (batch_seq, first_uid)
);
alter table blank.uid_page alter column entries set storage plain;
comment on table blank.uid_page is 'Which serial has a chip UID: 11 bytes an entry, 7 of the UID (big-endian), 4 of the serial less the lowest of the batch; sorted by UID.';

-- COPY brings a manifest here as it was read; without policies, as nothing here is anybody's.
create unlogged table blank.manifest_line (
  batch_id uuid not null,
  line     bigint not null,
  serial   bigint not null,
  uid      bigint not null
);
comment on table blank.manifest_line is 'Staging: lines of a list of chip UIDs until they are checked and packed into pages.';
grant select, insert, delete on blank.manifest_line to jatidiri_app, jatidiri_system;

create table blank.shipment (
  id           uuid primary key,
  number       text not null,
  kind         text not null check (kind in ('distribution', 'rebalancing', 'return')),
  from_store   uuid not null references blank.store (id),
  to_store     uuid not null references blank.store (id),
  state        text not null check (state in ('sent', 'difference', 'accepted', 'returned')),
  carried      blank.state not null default 2,
  n            bigint not null check (n > 0),
  seals        text[] not null,
  carrier      text not null,
  expected_on  date not null,
  sent_at      timestamptz not null,
  sent_by      uuid not null,
  ended_at     timestamptz,
  entry_id     uuid not null,
  constraint shipment_number unique (number),
  constraint shipment_two check (from_store <> to_store),
  constraint shipment_ended check ((ended_at is null) = (state in ('sent', 'difference')))
);
comment on table blank.shipment is 'Blanks on their way, sealed and counted by the sender, in his custody until the receiver, who does not see his count, has counted the same.';
create index shipment_from on blank.shipment (from_store, sent_at);
create index shipment_to on blank.shipment (to_store, sent_at);
create index shipment_open on blank.shipment (expected_on) where ended_at is null;

create table blank.lot (
  serials     int8range not null,
  store_id    uuid not null references blank.store (id),
  state       blank.state not null,
  batch_id    uuid not null references blank.batch (id),
  shipment_id uuid references blank.shipment (id),
  incident_id uuid,
  constraint lot_once exclude using gist (serials with &&),
  constraint lot_some check (not isempty(serials)),
  constraint lot_transit check ((state = 3) = (shipment_id is not null))
);
comment on table blank.lot is 'Where each serial is now: one serial cannot be in two custodies. incident_id freezes it.';
create index lot_store on blank.lot (store_id, state);
create index lot_shipment on blank.lot (shipment_id) where shipment_id is not null;
create index lot_incident on blank.lot (incident_id) where incident_id is not null;

create table blank.movement (
  id          uuid primary key,
  kind        smallint not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  from_store  uuid references blank.store (id),
  from_state  blank.state,
  to_store    uuid not null references blank.store (id),
  to_state    blank.state not null,
  n           bigint not null check (n > 0),
  shipment_id uuid references blank.shipment (id),
  reverses    uuid references blank.movement (id),
  reason      text,
  officer_id  uuid not null,
  entry_id    uuid not null,
  constraint movement_from check ((from_store is null) = (from_state is null)),
  constraint movement_once_reversed unique (reverses)
);
comment on table blank.movement is 'Append-only double entry: n blanks left one account (store and state) and entered another. A mistake is taken back by a movement that reverses it.';
create index movement_from_store on blank.movement (from_store, recorded_at) where from_store is not null;
create index movement_to_store on blank.movement (to_store, recorded_at);
create index movement_shipment on blank.movement (shipment_id) where shipment_id is not null;

create table blank.movement_serials (
  movement_id uuid not null references blank.movement (id),
  serials     int8range not null
);
comment on table blank.movement_serials is 'Which serials a movement moved.';
create index movement_serials_movement on blank.movement_serials (movement_id);
create index movement_serials_serials on blank.movement_serials using gist (serials);

create table blank.tally (
  id           uuid primary key,
  what         text not null check (what in ('delivery', 'shipment', 'stock', 'handover')),
  store_id     uuid not null references blank.store (id),
  shipment_id  uuid references blank.shipment (id),
  batch_id     uuid references blank.batch (id),
  round        smallint not null,
  counted      bigint not null check (counted >= 0),
  expected     bigint not null,
  seals_whole  boolean,
  serials      int8multirange,
  counted_at   timestamptz not null,
  counted_by   uuid not null,
  note         text,
  entry_id     uuid not null,
  constraint tally_shipment check ((what = 'shipment') = (shipment_id is not null)),
  constraint tally_batch check ((what = 'delivery') = (batch_id is not null))
);
comment on table blank.tally is 'A blind count: whoever counted was not told expected, which the system knew at that moment.';
create index tally_store on blank.tally (store_id, counted_at);
create index tally_shipment_of on blank.tally (shipment_id) where shipment_id is not null;
create index tally_batch_of on blank.tally (batch_id) where batch_id is not null;

create table blank.discrepancy (
  id          uuid primary key,
  store_id    uuid not null references blank.store (id),
  shipment_id uuid references blank.shipment (id),
  tally_id    uuid not null references blank.tally (id),
  expected    bigint not null,
  counted     bigint not null,
  opened_at   timestamptz not null,
  due_on      date not null,
  state       text not null default 'open' check (state in ('open', 'explained', 'missing')),
  explanation text,
  closed_at   timestamptz,
  closed_by   uuid,
  entry_id    uuid not null,
  constraint discrepancy_differs check (expected <> counted),
  constraint discrepancy_closed check ((state = 'open') = (closed_at is null))
);
comment on table blank.discrepancy is 'A count that was not what it should be: a case with a deadline, ended by an explanation or by blanks declared missing.';
create index discrepancy_open on blank.discrepancy (due_on) where state = 'open';
create index discrepancy_store on blank.discrepancy (store_id);

create table blank.numbering (
  series text primary key,
  n      bigint not null
);
comment on table blank.numbering is 'The last number of each series of papers, given without a gap.';

do $$
declare
  t text;
begin
  foreach t in array array['store', 'keeping', 'batch', 'batch_range', 'box', 'shipment', 'lot', 'movement',
                           'movement_serials', 'tally', 'discrepancy'] loop
    execute format('alter table blank.%I enable row level security', t);
    execute format('alter table blank.%I force row level security', t);
    execute format('create policy %I on blank.%I to jatidiri_system, jatidiri_owner using (true) with check (true)', t || '_system', t);
  end loop;
end $$;
-- A blank is nobody's personal data. Which stores there are and what was delivered is public knowledge; what lies in a store and
-- moves is seen by the office and the region over it, and by both ends of a shipment; use cases that trace a serial over
-- the nation run elevated and say so.
create policy store_app on blank.store to jatidiri_app using (true) with check (true);
create policy batch_app on blank.batch to jatidiri_app using (true) with check (true);
create policy batch_range_app on blank.batch_range to jatidiri_app using (true) with check (true);
create policy box_app on blank.box to jatidiri_app using (true) with check (true);
create function blank.mine(store uuid) returns boolean language sql stable as $$
  select exists (select from blank.store s where s.id = store
    and (s.office_id::text = (select current_setting('jatidiri.office'))
         or rpad(s.region_code, 10, '0')::bigint between (select current_setting('jatidiri.low')::bigint) and (select current_setting('jatidiri.high')::bigint)
         or (s.region_code = '' and (select current_setting('jatidiri.low')::bigint) = 0)))
$$;
create policy keeping_app on blank.keeping to jatidiri_app using (blank.mine(store_id)) with check (true);
create policy lot_app on blank.lot to jatidiri_app using (blank.mine(store_id)) with check (true);
create policy shipment_app on blank.shipment to jatidiri_app using (blank.mine(from_store) or blank.mine(to_store)) with check (true);
create policy movement_app on blank.movement to jatidiri_app using (blank.mine(from_store) or blank.mine(to_store)) with check (true);
create policy movement_serials_app on blank.movement_serials to jatidiri_app
  using (exists (select from blank.movement m where m.id = movement_serials.movement_id)) with check (true);
create policy tally_app on blank.tally to jatidiri_app using (blank.mine(store_id)) with check (true);
create policy discrepancy_app on blank.discrepancy to jatidiri_app using (blank.mine(store_id)) with check (true);

grant select, insert on blank.batch_range, blank.box, blank.movement, blank.movement_serials, blank.tally to jatidiri_app, jatidiri_system;
grant select, insert, update on blank.store, blank.keeping, blank.batch, blank.shipment, blank.discrepancy to jatidiri_app, jatidiri_system;
grant select, insert, update, delete on blank.lot to jatidiri_app, jatidiri_system;
grant select, insert, update on blank.numbering to jatidiri_app, jatidiri_system;
grant select, insert on blank.uid_page to jatidiri_app, jatidiri_system;

create view blank_read.lot with (security_invoker) as
  select serials, store_id, state, batch_id, shipment_id, incident_id from blank.lot;
comment on view blank_read.lot is 'Where each serial is now and in which state.';
create view blank_read.store with (security_invoker) as
  select id, office_id, name, kind, region_code, opened_at, closed_at from blank.store;
comment on view blank_read.store is 'Places where blanks lie.';
grant select on all tables in schema blank_read to jatidiri_app, jatidiri_system;
