-- Citizens sign in: a code from the office once, then a password or codes by message. As `system` alone: these tables are no office's.

create schema citizen;
create schema citizen_read;
grant usage on schema citizen, citizen_read to jatidiri_app, jatidiri_system;

create table citizen.account (
  nik       bigint primary key,
  way       text check (way in ('password', 'message')),
  password  text,
  opened_at timestamptz not null,
  chosen_at timestamptz,
  entry_id  uuid not null,
  constraint account_password check (way is distinct from 'password' or password is not null),
  constraint account_chosen check ((way is null) = (chosen_at is null))
);
comment on table citizen.account is 'Who has used a code of the office, and how he signs in since: a password (argon2id), or codes to the contact that the cards room keeps.';

create table citizen.office_code (
  id        uuid primary key,
  nik       bigint not null,
  code      bytea not null check (length(code) = 16),
  given_at  timestamptz not null,
  ends_at   timestamptz not null,
  given_by  uuid not null,
  office_id uuid,
  used_at   timestamptz,
  ended_at  timestamptz,
  entry_id  uuid not null
);
comment on table citizen.office_code is 'Codes that officers gave to people at the counter; code is a keyed hash, good once, the newest alone.';
create unique index office_code_open on citizen.office_code (nik) where ended_at is null;

create table citizen.ask (
  id        uuid primary key,
  -- Keyed hashes of the number that was typed and of the address that asked.
  about     bytea not null,
  source    bytea not null,
  asked_at  timestamptz not null,
  -- Number and language as they were typed, under the class key citizen.ask.
  sealed    bytea not null,
  nik       bigint,
  code      bytea,
  tries     smallint not null default 0,
  used_at   timestamptz,
  constraint ask_code check ((nik is null) = (code is null))
);
comment on table citizen.ask is 'Somebody asked for a code by message: the same row whether the number exists or not; a day later it is gone.';
create index ask_about on citizen.ask (about, asked_at);
create index ask_source on citizen.ask (source, asked_at);
create index ask_age on citizen.ask (asked_at);

create table citizen.session (
  id         uuid primary key,
  token_hash bytea not null check (length(token_hash) = 32),
  nik        bigint not null,
  way        text not null,
  proof_id   uuid,
  begun_at   timestamptz not null default now(),
  seen_at    timestamptz not null default now(),
  ends_at    timestamptz not null,
  ended_at   timestamptz,
  constraint session_token unique (token_hash)
);
comment on table citizen.session is 'True time: who stays signed in, for how long, and by what proof he came.';
create index session_nik on citizen.session (nik, begun_at);
create index session_age on citizen.session (ends_at);

grant select, insert, update on citizen.account, citizen.office_code to jatidiri_system;
grant select, insert, update, delete on citizen.ask, citizen.session to jatidiri_system;
