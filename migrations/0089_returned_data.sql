-- Data given back by partners (data balikan): what they say they have learned of a person, beside the register; a hint for the person's
-- office, never applied by itself. Values lie sealed and no longer than somebody may still need them.

create schema returned_data;
create schema returned_data_read;
grant usage on schema returned_data, returned_data_read to jatidiri_app, jatidiri_answer, jatidiri_system;

create table returned_data.batch (
  id             uuid primary key,
  institution_id uuid not null,
  agreement_id   uuid not null,
  purpose        text not null,
  basis          text not null,
  unit           text not null,
  region_code    text not null,
  received_at    timestamptz not null,
  n              int not null check (n > 0),
  entry_id       uuid not null,
  compared_at    timestamptz
);
comment on table returned_data.batch is 'One delivery of a partner. It is never told what became of it.';
create index batch_institution on returned_data.batch (institution_id, received_at);

create table returned_data.said (
  id             uuid not null,
  nik            bigint not null,
  batch_id       uuid not null,
  institution_id uuid not null,
  village_code   bigint,
  place          int not null,
  reference      text not null,
  learned_on     date not null,
  received_at    timestamptz not null,
  sealed         bytea,
  differing      text[] not null default '{}',
  state          text not null check (state in ('received', 'same', 'unused', 'open', 'accepted', 'dismissed', 'forgotten')),
  decided_at     timestamptz,
  decided_by     uuid,
  reason         text,
  applications   uuid[] not null default '{}',
  entry_id       uuid,
  primary key (nik, id),
  constraint said_open check (state <> 'open' or (sealed is not null and village_code is not null and differing <> '{}')),
  constraint said_kept check (sealed is null or state in ('received', 'open')),
  constraint said_decided check ((state in ('accepted', 'dismissed')) = (decided_by is not null) and (decided_by is null) = (reason is null))
);
comment on table returned_data.said is 'What a partner says of one person. sealed: the values, under a key of their class; gone as soon as nobody has to decide about them.';
comment on column returned_data.said.differing is 'The elements that the register says otherwise';
create index said_open on returned_data.said (village_code, received_at) where state = 'open';
create index said_batch on returned_data.said (batch_id, place);

alter table returned_data.batch enable row level security;
alter table returned_data.batch force row level security;
alter table returned_data.said enable row level security;
alter table returned_data.said force row level security;
create policy batch_system on returned_data.batch to jatidiri_system, jatidiri_owner using (true) with check (true);
create policy said_system on returned_data.said to jatidiri_system, jatidiri_owner using (true) with check (true);
create policy batch_insert on returned_data.batch for insert to jatidiri_app with check (true);
create policy said_insert on returned_data.said for insert to jatidiri_app with check (true);
-- Officers of where the person lives; a partner has no village of anybody's.
create policy said_app on returned_data.said for select to jatidiri_app
  using (village_code between (select current_setting('jatidiri.low')::bigint) and (select current_setting('jatidiri.high')::bigint)
    and exists (select from officer_read.officer o where o.id = nullif(current_setting('jatidiri.officer'), '')::uuid));
create policy said_decide on returned_data.said for update to jatidiri_app
  using (village_code between (select current_setting('jatidiri.low')::bigint) and (select current_setting('jatidiri.high')::bigint)
    and exists (select from officer_read.officer o where o.id = nullif(current_setting('jatidiri.officer'), '')::uuid));
grant insert on returned_data.batch, returned_data.said to jatidiri_app;
grant select, update on returned_data.said to jatidiri_app, jatidiri_system;
grant select, update (compared_at) on returned_data.batch to jatidiri_system;

-- For the partner's semester report and for its page: numbers, nobody's data.
create function returned_data.count_said(institution uuid, since timestamptz, until timestamptz)
returns table (said bigint, differing bigint, accepted bigint, dismissed bigint, waiting bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select count(*), count(*) filter (where state in ('open', 'accepted', 'dismissed', 'forgotten')), count(*) filter (where state = 'accepted'),
         count(*) filter (where state = 'dismissed'), count(*) filter (where state = 'open')
    from returned_data.said s where s.institution_id = institution and s.received_at >= since and s.received_at < until
$$;
comment on function returned_data.count_said is 'What an institution has given back between two instants, and what became of it.';
revoke execute on function returned_data.count_said from public;
grant execute on function returned_data.count_said to jatidiri_app, jatidiri_system;
create index said_institution on returned_data.said (institution_id, received_at);
