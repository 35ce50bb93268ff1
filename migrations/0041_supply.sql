-- What moves blanks between regions and says so on paper: minutes of a change of keeper, requests with their reasons.

alter table blank.keeping add column number text, add column decided_by uuid,
  add constraint keeping_number unique (number),
  add constraint keeping_decided check ((number is null) = (decided_by is null));
comment on column blank.keeping.number is 'Of the minutes (Berita Acara Serah Terima) with which the store came to this keeper; none for the first one.';

create table blank.request (
  id          uuid primary key,
  number      text not null,
  store_id    uuid not null references blank.store (id),
  region_code text not null,
  needs       jsonb not null,
  n           bigint not null check (n > 0),
  rank        smallint not null,
  reason      text not null,
  asked_at    timestamptz not null,
  asked_by    uuid not null,
  state       text not null default 'open' check (state in ('open', 'met', 'declined', 'withdrawn')),
  answer      text,
  shipment_id uuid references blank.shipment (id),
  ended_at    timestamptz,
  ended_by    uuid,
  entry_id    uuid not null,
  constraint request_number unique (number),
  constraint request_ended check ((state = 'open') = (ended_at is null)),
  constraint request_met check ((state = 'met') = (shipment_id is not null))
);
comment on table blank.request is 'A store asks for blanks: how many for which need (src/cards/blank/supply/rules.ts). In a shortage the rank of the most urgent need goes first.';
create index request_open on blank.request (rank, asked_at) where state = 'open';
create index request_store on blank.request (store_id, asked_at);

alter table blank.request enable row level security;
alter table blank.request force row level security;
create policy request_system on blank.request to jatidiri_system, jatidiri_owner using (true) with check (true);
create policy request_app on blank.request to jatidiri_app using (blank.mine(store_id)) with check (true);
grant select, insert on blank.request to jatidiri_app, jatidiri_system;
grant update (state, answer, shipment_id, ended_at, ended_by) on blank.request to jatidiri_app, jatidiri_system;
