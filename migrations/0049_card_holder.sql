-- What a holder does by himself, with a number, his birth date and a code that comes by message.

create table card.contact (
  nik        bigint not null,
  -- Channel, address and language, under the person's own key.
  sealed     bytea not null,
  kept_at    timestamptz not null,
  officer_id uuid,
  entry_id   uuid not null,
  constraint contact_pkey primary key (nik)
);
comment on table card.contact is 'Where messages about somebody''s card go: taken down at a counter or with his application; the newest word counts.';

alter table card.request add column number text;
comment on column card.request.number is 'What the person is told at the counter; of an application its own number. Requests before it have none.';
create index request_number on card.request (number) where number is not null;

create table card.request_counter (
  prefix text primary key,
  last   int not null
);
comment on table card.request_counter is 'The last number given for a regency and day.';

create table card.ask (
  id          uuid primary key,
  -- Keyed hashes of the number that was typed and of the address that asked.
  about       bytea not null,
  source      bytea not null,
  asked_at    timestamptz not null,
  -- Number, birth date and language as they were typed, under the class key card.ask.
  sealed      bytea not null,
  -- Known once the job that sends the code has looked; of a number that nobody has they stay empty.
  nik         bigint,
  code        bytea,
  tries       smallint not null default 0,
  opened_at   timestamptz,
  visit       bytea,
  visit_until timestamptz,
  constraint ask_code check ((nik is null) = (code is null)),
  constraint ask_visit check ((opened_at is null) = (visit is null) and (visit is null) = (visit_until is null))
);
comment on table card.ask is 'Somebody asked for a code: the same row whether the number exists or not. code and visit are keyed hashes; a day later the row is gone.';
create index ask_about on card.ask (about, asked_at);
create index ask_source on card.ask (source, asked_at);
create index ask_age on card.ask (asked_at);

alter table card.contact enable row level security;
alter table card.contact force row level security;
create policy contact_system on card.contact to jatidiri_system, jatidiri_owner using (true) with check (true);

grant select, insert, update on card.contact to jatidiri_system;
grant select, insert, update on card.request_counter to jatidiri_app, jatidiri_system;
grant select, insert, update, delete on card.ask to jatidiri_system;

-- The rest of a card's story as the rooms above see it.
create or replace view card_read.card with (security_invoker) as
  select nik, id, serial, uid, kind, state, since, village_code, office_id, printed_on, valid_until, replace_since, stranded from card.card;

-- Who asked for a card by an application sees it on his way to the card too.
create view application_read.of_person with (security_invoker) as
  select number, kind, state, office_id, coalesce(subject_nik, applicant_nik) as nik, submitted_at, due_on from application.application;
comment on view application_read.of_person is 'For whom an application is and how far it is, without what it says.';
grant select on application_read.of_person to jatidiri_system;
