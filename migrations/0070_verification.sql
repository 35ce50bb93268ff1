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

create table verification.change (
  id       uuid primary key,
  version  bigint not null default 1
);
comment on table verification.change is 'By cooperation, or by institution where its keys change. Grows in the transaction of every act that changes what a partner may ask: the answering processes compare it twice a second.';

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

-- Portions of quotas for a process: as much as it wants, but at most an eighth of what is left where that is more than it needs, so that
-- the last of a quota is not held by a process that nobody asks. In one order, so that two processes never wait in a circle.
create function verification.take_quota(grants uuid[], days date[], needs int[], wants int[], quotas int[])
returns table (grant_id uuid, got int, remaining int)
language plpgsql set search_path = pg_catalog as $$
declare
  asked record;
  free  int;
begin
  for asked in
    select * from unnest(grants, days, needs, wants, quotas) as a (id, day, need, want, quota) order by a.id, a.day
  loop
    insert into verification.quota as q (grant_id, day, taken) values (asked.id, asked.day, 0) on conflict do nothing;
    select greatest(asked.quota - q.taken, 0) into free from verification.quota q
     where q.grant_id = asked.id and q.day = asked.day for update;
    grant_id := asked.id;
    got := least(free, greatest(asked.need, least(asked.want, free / 8)));
    remaining := free - got;
    update verification.quota q set taken = q.taken + got where q.grant_id = asked.id and q.day = asked.day and got > 0;
    return next;
  end loop;
end $$;
comment on function verification.take_quota is 'What a process may answer under each grant and day before it must ask again.';
revoke execute on function verification.take_quota from public;
grant execute on function verification.take_quota to jatidiri_system;

-- Portions of what a partner may still be wrong about; `backs` gives back what matches earned elsewhere.
create function verification.take_allowance(institutions uuid[], wants int[], backs double precision[], most int, per_minute double precision)
returns table (institution_id uuid, got int)
language plpgsql set search_path = pg_catalog as $$
declare
  asked record;
  free  double precision;
begin
  for asked in
    select * from unnest(institutions, wants, backs) as a (id, want, back) order by a.id
  loop
    insert into verification.allowance as w (institution_id, left_over, at) values (asked.id, most, clock_timestamp()) on conflict do nothing;
    select least(most, w.left_over + asked.back + per_minute * extract(epoch from clock_timestamp() - w.at) / 60) into free
      from verification.allowance w where w.institution_id = asked.id for update;
    institution_id := asked.id;
    got := least(asked.want, floor(free)::int);
    update verification.allowance w set left_over = free - got, at = clock_timestamp() where w.institution_id = asked.id;
    return next;
  end loop;
end $$;
comment on function verification.take_allowance is 'How often a process may find each partner wrong before it must ask again.';
revoke execute on function verification.take_allowance from public;
grant execute on function verification.take_allowance to jatidiri_system;

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
grant select, insert, update on verification.change to jatidiri_app, jatidiri_system;
grant select, update (asked_at, fetched_at, keys, fault) on verification.key_set to jatidiri_system;
grant select, insert on verification.once to jatidiri_app, jatidiri_answer;
grant delete on verification.once to jatidiri_answer;
grant select, delete on verification.once to jatidiri_system;
grant insert on verification.call to jatidiri_answer;
grant select on verification.call to jatidiri_system;
grant select, insert on verification.miss to jatidiri_answer;
grant select, delete on verification.miss to jatidiri_system;
grant select, insert, update, delete on verification.quota, verification.allowance to jatidiri_system;
grant select, insert on verification.alarm to jatidiri_system;

-- For the public statement: how many answers, by days of the house's clock. Nothing of whom.
create function verification.count_answers(until timestamptz) returns table (calls bigint, answers bigint, refs bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select count(*), coalesce(sum(matched + partial + mismatched), 0)::bigint, coalesce(sum(cardinality(refs)), 0)::bigint
    from verification.call where at <= until
$$;
comment on function verification.count_answers is 'Answered calls, and questions answered in them, counted in two ways, up to an instant.';
revoke execute on function verification.count_answers from public;
grant execute on function verification.count_answers to jatidiri_app, jatidiri_system;
