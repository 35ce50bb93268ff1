-- What stands in each account is kept beside the movements: a store's balance, and the nation's, no longer cost more with every
-- movement there ever was. Written by whoever writes the movement, who holds both stores.

create table blank.holding (
  store_id uuid not null references blank.store (id),
  state    blank.state not null,
  n        bigint not null check (n >= 0),
  constraint holding_pkey primary key (store_id, state)
);
comment on table blank.holding is 'How many blanks the movements have left in an account; never less than none.';

create table blank.passage (
  to_store   uuid not null references blank.store (id),
  from_store uuid references blank.store (id),
  n          bigint not null check (n > 0),
  constraint passage_once unique nulls not distinct (to_store, from_store)
);
comment on table blank.passage is 'How many blanks ever went from one custodian to another; from none: from the supplier.';
create index passage_from on blank.passage (from_store);

do $$
declare
  t text;
begin
  foreach t in array array['holding', 'passage'] loop
    execute format('alter table blank.%I enable row level security', t);
    execute format('alter table blank.%I force row level security', t);
    execute format('create policy %I on blank.%I to jatidiri_system, jatidiri_owner using (true) with check (true)', t || '_system', t);
    execute format('grant select, insert, update on blank.%I to jatidiri_system', t);
  end loop;
end $$;

insert into blank.holding (store_id, state, n)
select store, state, sum(n) from (
  select to_store as store, to_state as state, n from blank.movement
  union all select from_store, from_state, -n from blank.movement where from_store is not null) entries
 group by store, state;
insert into blank.passage (to_store, from_store, n)
select to_store, from_store, sum(n) from blank.movement where from_store is distinct from to_store group by to_store, from_store;

-- What came after a moment is few beside all: it is taken off what stands now.
create index movement_recorded on blank.movement using brin (recorded_at) with (autosummarize = on);
create index movement_occurred on blank.movement using brin (occurred_at) with (autosummarize = on);

-- A keeper looks at what is under way and what ended lately, not at years of shipments; a delivery waits for its count in few lots.
drop index blank.shipment_from;
drop index blank.shipment_to;
create index shipment_from on blank.shipment (from_store, ended_at);
create index shipment_to on blank.shipment (to_store, ended_at);
create index lot_received on blank.lot (batch_id) where state = 1;

-- A box is asked for as its barcode says or as somebody types it; under a policy only plain equality is looked up in an index.
update blank.box set code = upper(code) where code <> upper(code);
alter table blank.box add constraint box_capitals check (code = upper(code));
