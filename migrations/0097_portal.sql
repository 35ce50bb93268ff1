-- The portal of institutions: their people, and how they sign in.

create schema portal;
grant usage on schema portal to jatidiri_app, jatidiri_system;

create table portal.person (
  id             uuid primary key,
  institution_id uuid not null,
  pseudonym      text not null,
  name           text not null,
  mail           text not null check (mail = lower(mail)),
  role           text not null check (role in ('administrator', 'developer', 'reporter')),
  state          text not null check (state in ('invited', 'active', 'ended')),
  invited_at     timestamptz not null,
  invited_by     uuid not null,
  password       text,
  totp           bytea,
  totp_pending   bytea,
  totp_step      bigint not null default 0,
  ended_at       timestamptz,
  ended_by       uuid,
  entry_id       uuid not null,
  constraint person_pseudonym unique (pseudonym),
  constraint person_active check (state <> 'active' or password is not null),
  constraint person_ended check ((state = 'ended') = (ended_at is not null) and (ended_at is null) = (ended_by is null))
);
comment on table portal.person is 'Somebody who works for an institution on the portal. mail is the name by which he signs in and where his codes go.';
comment on column portal.person.totp is 'The secret of his code application (RFC 6238), sealed; null: codes come by message. totp_pending: shown, not yet confirmed.';
comment on column portal.person.totp_step is 'The last step whose code was used: none comes twice.';
-- Within an institution an address stands once; over all of them only once it has proved that it is read.
create unique index person_once on portal.person (institution_id, mail) where state <> 'ended';
create unique index person_mail on portal.person (mail) where state = 'active';

create table portal.code (
  id          uuid primary key,
  person_id   uuid not null references portal.person (id),
  secret_hash bytea not null check (length(secret_hash) = 32),
  made_at     timestamptz not null default now(),
  expires_at  timestamptz not null,
  used_at     timestamptz,
  constraint code_secret unique (secret_hash)
);
comment on table portal.code is 'Single-use codes by which somebody who was invited sets his password. Of one person the last one counts.';
create index code_person on portal.code (person_id);

create table portal.challenge (
  id        uuid primary key,
  person_id uuid not null references portal.person (id),
  code_hash bytea,
  made_at   timestamptz not null default now(),
  tries     smallint not null default 0,
  used_at   timestamptz
);
comment on table portal.challenge is 'Between the right password and the second factor: ten minutes, five tries. code_hash null: the code is of his application.';
create index challenge_person on portal.challenge (person_id, made_at);

create table portal.session (
  id             uuid primary key,
  token_hash     bytea not null check (length(token_hash) = 32),
  person_id      uuid not null references portal.person (id),
  institution_id uuid not null,
  ip             text not null,
  made_at        timestamptz not null default now(),
  seen_at        timestamptz not null default now(),
  expires_at     timestamptz not null,
  ended_at       timestamptz,
  ended_by       uuid,
  constraint session_token unique (token_hash),
  constraint session_ended check (ended_by is null or ended_at is not null)
);
create index session_person on portal.session (person_id) where ended_at is null;

do $$
declare
  t text;
begin
  foreach t in array array['person', 'code', 'challenge', 'session'] loop
    execute format('alter table portal.%I enable row level security', t);
    execute format('alter table portal.%I force row level security', t);
    execute format('create policy %I on portal.%I to jatidiri_system, jatidiri_owner using (true) with check (true)', t || '_system', t);
  end loop;
  foreach t in array array['person', 'session'] loop
    execute format('create policy %I on portal.%I to jatidiri_app using (institution_id = (select partner.own()) or (select partner.wide())) with check (institution_id = (select partner.own()) or (select partner.wide()))', t || '_app', t);
  end loop;
end $$;
create policy code_app on portal.code to jatidiri_app
  using (exists (select from portal.person p where p.id = person_id)) with check (exists (select from portal.person p where p.id = person_id));

grant select, insert, update on portal.person, portal.session, portal.code to jatidiri_app, jatidiri_system;
grant select, insert, update, delete on portal.challenge to jatidiri_system;
