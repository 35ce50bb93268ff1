-- Credentials of partners' existing clients: one user id and password under one grant. The password stands here as argon2id only.

create schema dukcapil_ws;
grant usage on schema dukcapil_ws to jatidiri_app, jatidiri_system;

create table dukcapil_ws.credential (
  id             uuid primary key,
  institution_id uuid not null,
  grant_id       uuid not null,
  purpose        text not null,
  slot           smallint not null check (slot in (1, 2)),
  user_id        text not null check (user_id ~ '^WS[0-9A-Z]{10}$'),
  password       text not null check (password like '$argon2id$%'),
  basis          text not null check (basis in ('contract', 'legal_obligation', 'vital_interest', 'public_duty', 'legitimate_interest')),
  unit           text not null,
  made_at        timestamptz not null,
  made_by        uuid not null,
  entry_id       uuid not null,
  last_used_at   timestamptz,
  ended_at       timestamptz,
  ended_by       uuid,
  constraint dukcapil_credential_ended check ((ended_at is null) = (ended_by is null)),
  constraint dukcapil_credential_user unique (user_id)
);
comment on table dukcapil_ws.credential is 'A user id and password under one grant, for a client that was written for the web service of before: at most two at once, so that one follows the other. It ends with its grant, whatever stands here.';
comment on column dukcapil_ws.credential.last_used_at is 'To the minute, written by the answering processes now and then.';
create unique index dukcapil_credential_slot on dukcapil_ws.credential (grant_id, slot) where ended_at is null;
create index dukcapil_credential_institution on dukcapil_ws.credential (institution_id);

grant select, insert, update (ended_at, ended_by) on dukcapil_ws.credential to jatidiri_app;
grant select, update (last_used_at) on dukcapil_ws.credential to jatidiri_system;
