-- Invented persons: each is one partner's, to be placed in what that partner holds. No person's data stand here to be read: a canary is
-- sealed under a class key of the vault, and its number is an HMAC under a key of its own.

create table verification.canary (
  id             uuid primary key,
  institution_id uuid not null,
  n              int not null check (n > 0),
  index          bytea not null check (length(index) = 32),
  sealed         bytea not null,
  made_at        timestamptz not null,
  made_by        uuid not null,
  entry_id       uuid not null,
  handed_out_at  timestamptz,
  handed_out_by  uuid,
  retired_at     timestamptz,
  retired_by     uuid,
  retired_how    text check (retired_how in ('officer', 'renewed', 'person')),
  retired_why    text,
  constraint canary_n unique (institution_id, n),
  constraint canary_index unique (index),
  constraint canary_handed_out check ((handed_out_at is null) = (handed_out_by is null)),
  constraint canary_retired check ((retired_at is null) = (retired_how is null))
);
comment on table verification.canary is 'An invented person of one institution, which partners'' questions meet and the register never does. What it is called and where it lives is sealed; retired_how person: somebody real has come with its number.';

create table verification.touch (
  id       uuid primary key,
  sealed   bytea not null,
  alarm_id uuid references verification.alarm (id)
);
comment on table verification.touch is 'A question met an invented person: which one, who asked and how is sealed until an alarm is raised from it, and after.';
create index touch_waiting on verification.touch (id) where alarm_id is null;
create index touch_alarm on verification.touch (alarm_id);

create table verification.trace (
  id       uuid primary key,
  at       timestamptz not null,
  by       uuid not null,
  entry_id uuid not null,
  sha256   text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  lines    bigint not null,
  found    jsonb not null
);
comment on table verification.trace is 'A file that was looked through for invented persons: how many of which institution were in it. Nothing else of the file is kept; append-only.';
create index trace_at on verification.trace (at);

alter table verification.alarm
  drop constraint alarm_kind_check,
  add constraint alarm_kind_check check (kind in ('misses_spent', 'nik_misses', 'canary_touched', 'canary_own')),
  add column owner_id uuid,
  add constraint alarm_owner check ((kind like 'canary%') = (owner_id is not null));
comment on column verification.alarm.owner_id is 'Whose invented person was asked about.';
create index alarm_owner on verification.alarm (owner_id) where owner_id is not null;

do $$
declare
  t text;
begin
  foreach t in array array['canary', 'touch', 'trace'] loop
    execute format('alter table verification.%I enable row level security', t);
    execute format('alter table verification.%I force row level security', t);
    execute format('create policy %I on verification.%I to jatidiri_system, jatidiri_owner using (true) with check (true)', t || '_system', t);
    execute format('create policy %I on verification.%I to jatidiri_app using ((select partner.wide())) with check ((select partner.wide()))', t || '_app', t);
  end loop;
end $$;
grant select, insert, update (handed_out_at, handed_out_by, retired_at, retired_by, retired_how, retired_why) on verification.canary to jatidiri_app;
grant select on verification.canary to jatidiri_system;
grant select on verification.touch to jatidiri_app;
grant select, update (alarm_id) on verification.touch to jatidiri_system;
grant select, insert on verification.trace to jatidiri_app;

-- From the answering transaction: the touch stands exactly if it commits, and whoever raises alarms is woken with it. One waits at a time.
create function verification.note_touch(id uuid, sealed bytea) returns void
language sql security definer set search_path = pg_catalog as $$
  insert into verification.touch (id, sealed) values (note_touch.id, note_touch.sealed);
  select job.add('[{"name": "verification.raise_touched", "payload": {}, "maxAttempts": 25, "key": "verification.raise_touched"}]'::jsonb);
$$;
comment on function verification.note_touch is 'A question met an invented person; what is sealed says which, and who asked.';
revoke execute on function verification.note_touch from public;
grant execute on function verification.note_touch to jatidiri_answer;

-- A living person has come with this number, whoever registers him and wherever: the invented one gives way.
create function verification.retire_taken(of_index bytea, at timestamptz) returns setof uuid
language sql security definer set search_path = pg_catalog as $$
  update verification.canary c set retired_at = coalesce(c.retired_at, at), retired_how = 'person'
   where c.index = of_index and c.retired_how is distinct from 'person' returning c.institution_id
$$;
comment on function verification.retire_taken is 'Gives the institution whose invented person had this number.';
revoke execute on function verification.retire_taken from public;
grant execute on function verification.retire_taken to jatidiri_app, jatidiri_system;
