-- Requests for cards, one open at a time and person, and what printing adds to a card.

create table card.request (
  nik            bigint not null,
  id             uuid not null,
  kind           text not null check (kind in ('first', 'change', 'damage', 'loss')),
  -- 1 first holders 2 victims of a disaster 3 in place of a temporary letter 4 lost, damaged, changed (src/cards/card/request/rules.ts)
  priority       smallint not null check (priority between 1 and 4),
  state          text not null check (state in ('waiting', 'made', 'done', 'ended')),
  village_code   bigint not null,
  office_id      uuid not null,
  packet_id      uuid not null,
  -- The card that the new one replaces, where the register knows it.
  replaces       uuid,
  card_id        uuid,
  attempts       smallint not null default 0,
  requested_at   timestamptz not null,
  requested_by   uuid not null,
  application_id uuid,
  police_letter  text,
  note           text,
  ended_at       timestamptz,
  ended_why      text,
  entry_id       uuid not null,
  constraint request_pkey primary key (nik, id),
  constraint request_made check ((state in ('made', 'done')) = (card_id is not null)),
  constraint request_ended check ((ended_at is null) = (state in ('waiting', 'made'))),
  constraint request_police check (kind <> 'loss' or police_letter is not null)
);
comment on table card.request is 'Somebody waits for a card: made once it is printed, waiting again when that failed, done when it was handed over.';
create unique index request_open on card.request (nik) where state in ('waiting', 'made');
create index request_queue on card.request (office_id, priority, requested_at) where state = 'waiting';
create index request_id on card.request (id);

create table card.letter (
  nik         bigint not null,
  id          uuid not null,
  number      text not null,
  status      smallint not null,
  issued_on   date not null,
  valid_until date not null,
  office_id   uuid not null,
  officer_id  uuid not null,
  document_id uuid not null,
  entry_id    uuid not null,
  constraint letter_pkey primary key (nik, id)
);
comment on table card.letter is 'Temporary letters (surat keterangan) to who was recorded and has no card yet; status is that of the recording then.';

alter table card.card add column request_id uuid, add column bound_for uuid;
comment on column card.card.bound_for is 'The office to which it is on its way.';
create index card_id on card.card (id);
create index card_office on card.card (office_id, state) where state in (1, 2, 3, 4);

do $$
declare
  t text;
begin
  foreach t in array array['request', 'letter'] loop
    execute format('alter table card.%I enable row level security', t);
    execute format('alter table card.%I force row level security', t);
    execute format('create policy %I on card.%I to jatidiri_system, jatidiri_owner using (true) with check (true)', t || '_system', t);
  end loop;
end $$;
create policy letter_app on card.letter to jatidiri_app using (office_id::text = (select current_setting('jatidiri.office'))) with check (true);
create policy request_app on card.request to jatidiri_app
  using ((village_code >= (select current_setting('jatidiri.low')::bigint) and village_code <= (select current_setting('jatidiri.high')::bigint))
         or office_id::text = (select current_setting('jatidiri.office')))
  with check (true);
drop policy card_app on card.card;
create policy card_app on card.card to jatidiri_app
  using ((village_code >= (select current_setting('jatidiri.low')::bigint) and village_code <= (select current_setting('jatidiri.high')::bigint))
         or office_id::text = (select current_setting('jatidiri.office')) or bound_for::text = (select current_setting('jatidiri.office')))
  with check (true);
grant select, insert, update on card.request to jatidiri_app, jatidiri_system;
grant select, insert on card.letter to jatidiri_app, jatidiri_system;

create view card_read.request with (security_invoker) as
  select nik, id, kind, priority, state, village_code, office_id, requested_at, ended_at from card.request;
comment on view card_read.request is 'Who waits for a card, for forecasts of blanks and for figures.';
grant select on card_read.request to jatidiri_app, jatidiri_system;
