-- Answering partners: their keys, what they asked, and what bounds it. No value of anybody's data stands here.

create schema verification;
create schema verification_read;
grant usage on schema verification, verification_read to jatidiri_app, jatidiri_answer, jatidiri_system;

create table verification.key (
  id             uuid primary key,
  institution_id uuid not null,
  slot           smallint not null check (slot in (1, 2)),
  kid            text not null check (kid ~ '^[\x21-\x7e]{1,128}$'),
  thumbprint     text not null check (length(thumbprint) = 43),
  algorithm      text not null check (algorithm in ('EdDSA', 'ES256', 'PS256')),
  jwk            jsonb not null,
  added_at       timestamptz not null,
  added_by       uuid not null,
  entry_id       uuid not null,
  ended_at       timestamptz,
  ended_by       uuid,
  constraint key_ended check ((ended_at is null) = (ended_by is null)),
  -- A key is of one partner, and one that has ended never comes back.
  constraint key_known unique (thumbprint)
);
comment on table verification.key is 'Public keys that a partner handed in: two at once, so that one follows the other without a gap.';
create unique index key_slot on verification.key (institution_id, slot) where ended_at is null;
create unique index key_name on verification.key (institution_id, kid) where ended_at is null;

create table verification.key_set (
  institution_id uuid primary key,
  url            text not null check (url like 'https://%'),
  set_at         timestamptz not null,
  set_by         uuid not null,
  entry_id       uuid not null,
  asked_at       timestamptz,
  fetched_at     timestamptz,
  keys           jsonb not null default '[]',
  fault          text
);
comment on table verification.key_set is 'Where a partner publishes its keys itself (RFC 7517), and what was read there last; fault is the code of why the last attempt failed.';

-- What may come once: assertions, proofs, signed requests; and the keys under which calls are repeated.
create table verification.once (
  hash    bytea primary key check (length(hash) = 32),
  until   timestamptz not null,
  entry   uuid,
  request bytea
);
comment on table verification.once is 'SHA-256 of what may be used once, kept until it would be refused for its age. With entry and request: a call under an Idempotency-Key, the hash of what it asked, and the ledger entry that answered it.';
create index once_until on verification.once (until);

create table verification.call (
  entry          uuid not null,
  at             timestamptz not null,
  institution_id uuid not null,
  grant_id       uuid not null,
  unit           text not null,
  refs           text[] not null,
  matched        int not null,
  partial        int not null,
  mismatched     int not null
) partition by range (at);
comment on table verification.call is 'One row an answered call: what is billed. refs are the partner''s own numbers of its questions, one a question; no word of whom they were about.';
create index call_at on verification.call using brin (at);
create table verification.call_other partition of verification.call default;

create function verification.make_months(first timestamptz, months int) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  low  timestamp;
  name text;
begin
  for i in 0 .. months - 1 loop
    low := date_trunc('month', first at time zone 'UTC') + make_interval(months => i);
    name := 'call_' || to_char(low, 'YYYY_MM');
    if to_regclass('verification.' || name) is null then
      execute format('create table verification.%I partition of verification.call for values from (%L) to (%L)',
        name, low at time zone 'UTC', (low + interval '1 month') at time zone 'UTC');
    end if;
  end loop;
end $$;
revoke execute on function verification.make_months from public;
grant execute on function verification.make_months to jatidiri_system;
select verification.make_months(now(), 2);

create table verification.miss (
  nik            bigint not null,
  institution_id uuid not null,
  at             timestamptz not null
);
comment on table verification.miss is 'Questions that did not match, for a day: how often one partner may be wrong about one number.';
create index miss_nik on verification.miss (nik, institution_id, at);
create index miss_at on verification.miss using brin (at);

create table verification.quota (
  grant_id uuid not null,
  day      date not null,
  taken    int not null check (taken >= 0),
  primary key (grant_id, day)
);
comment on table verification.quota is 'How much of a day''s quota the answering processes have taken, in portions; what a process does not use it gives back.';

create table verification.allowance (
  institution_id uuid primary key,
  left_over      double precision not null,
  at             timestamptz not null
);
comment on table verification.allowance is 'How often a partner may still be wrong. Each match gives a part of one back, and time does; the answering processes take portions of it.';

create table verification.alarm (
  id             uuid primary key,
  kind           text not null check (kind in ('misses_spent', 'nik_misses')),
  institution_id uuid,
  nik            bigint,
  at             timestamptz not null,
  n              int not null,
  entry_id       uuid not null
);
comment on table verification.alarm is 'What somebody should look at: a partner that is wrong too often, a number that many are wrong about. An alarm blocks nobody.';
create index alarm_at on verification.alarm (at);

do $$
declare
  t text;
begin
  foreach t in array array['call', 'miss', 'alarm'] loop
    execute format('alter table verification.%I enable row level security', t);
    execute format('alter table verification.%I force row level security', t);
    execute format('create policy %I on verification.%I to jatidiri_system, jatidiri_owner using (true) with check (true)', t || '_system', t);
  end loop;
end $$;
create policy call_answer on verification.call for insert to jatidiri_answer with check (true);
create policy miss_answer on verification.miss to jatidiri_answer using (true) with check (true);

grant select, insert, update (ended_at, ended_by) on verification.key to jatidiri_app;
grant select, insert, update, delete on verification.key_set to jatidiri_app;
grant select on verification.key to jatidiri_system;
grant select, update (asked_at, fetched_at, keys, fault) on verification.key_set to jatidiri_system;
grant select, insert on verification.once to jatidiri_app, jatidiri_answer;
grant select, delete on verification.once to jatidiri_system;
grant insert on verification.call to jatidiri_answer;
grant select on verification.call to jatidiri_system;
grant select, insert on verification.miss to jatidiri_answer;
grant select, delete on verification.miss to jatidiri_system;
grant select, insert, update, delete on verification.quota, verification.allowance to jatidiri_system;
grant select, insert on verification.alarm to jatidiri_system;
