-- Blanks that were declared missing turn up: their keeper says so, a third person decides, and the case of the difference ends in it.

alter table blank.discrepancy add column movement_id uuid references blank.movement (id), add column found_at timestamptz;
alter table blank.discrepancy drop constraint discrepancy_state_check,
  add constraint discrepancy_state_check check (state in ('open', 'explained', 'missing', 'found'));
comment on column blank.discrepancy.movement_id is 'By which its blanks were declared missing.';

-- Cases of before: the movement that the same person made for the same reason out of the same store.
update blank.discrepancy d set movement_id = m.id
  from blank.movement m
 where d.state = 'missing' and m.kind = 8 and m.from_store = d.store_id and m.officer_id = d.closed_by and m.reason = d.explanation
   and m.shipment_id is not distinct from d.shipment_id
   and not exists (select from blank.movement o where o.kind = 8 and o.from_store = m.from_store and o.officer_id = m.officer_id and o.reason = m.reason
                      and o.shipment_id is not distinct from m.shipment_id and o.id <> m.id);
alter table blank.discrepancy
  add constraint discrepancy_lost check (movement_id is null or state in ('missing', 'found')),
  add constraint discrepancy_found check ((state = 'found') = (found_at is not null));

create table blank.find (
  id          uuid primary key,
  number      text not null,
  store_id    uuid not null references blank.store (id),
  serials     int8multirange not null,
  found_on    date not null,
  place       text not null,
  words       bytea not null,
  photo_id    uuid,
  reported_at timestamptz not null,
  reported_by uuid not null,
  state       text not null check (state in ('reported', 'confirmed', 'refused')),
  answer      text,
  decided_at  timestamptz,
  decided_by  uuid,
  movement_id uuid references blank.movement (id),
  entry_id    uuid not null,
  constraint find_number unique (number),
  constraint find_some check (not isempty(serials)),
  constraint find_two check (decided_by <> reported_by),
  constraint find_decided check ((state = 'reported') = (decided_at is null) and (decided_at is null) = (decided_by is null) and (decided_at is null) = (answer is null)),
  constraint find_confirmed check ((state = 'confirmed') = (movement_id is not null)),
  constraint find_waits_once exclude using gist (serials with &&) where (state = 'reported')
);
comment on table blank.find is 'Missing blanks that a keeper has in hand again. They stay missing in the books until somebody else has decided; words are sealed, as they name who found them.';
create index find_store on blank.find (store_id, reported_at);
create index find_waits on blank.find (reported_at) where state = 'reported';

alter table blank.find enable row level security;
alter table blank.find force row level security;
create policy find_system on blank.find to jatidiri_system, jatidiri_owner using (true) with check (true);
create policy find_app on blank.find to jatidiri_app using (blank.mine(store_id)) with check (true);
grant select, insert on blank.find to jatidiri_app, jatidiri_system;
grant update (photo_id, state, answer, decided_at, decided_by, movement_id) on blank.find to jatidiri_app, jatidiri_system;
