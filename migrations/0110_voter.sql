-- Elections, and what is known of voters that the register itself has not: who serves, whom a court took the vote, who votes abroad.

create schema voter;
grant usage on schema voter to jatidiri_app, jatidiri_system;

create table voter.election (
  id          uuid primary key,
  name_id     text not null,
  name_en     text not null,
  kind        text not null check (kind in ('pemilu', 'pilkada')),
  voting_day  date not null,
  cutoff      date not null,
  area        text[] not null,
  state       text not null check (state in ('PLANNED', 'OPEN', 'FROZEN', 'HELD')),
  planned_at  timestamptz not null,
  planned_by  uuid not null,
  opened_at   timestamptz,
  opened_by   uuid,
  frozen_at   timestamptz,
  frozen_by   uuid,
  held_at     timestamptz,
  held_by     uuid,
  entry_id    uuid not null,
  constraint election_cutoff check (cutoff <= voting_day),
  constraint election_opened check ((state = 'PLANNED') = (opened_at is null)),
  constraint election_two check (opened_by <> planned_by)
);
comment on table voter.election is 'An election for which voters are counted: planned by one officer, opened by another.';
comment on column voter.election.area is 'Codes of provinces or regencies on the map of the voting day; none: the nation.';
comment on column voter.election.cutoff is 'Who lived where at the end of this day votes there.';
create unique index election_once on voter.election (kind, voting_day, area);

create table voter.document (
  id         uuid primary key,
  kind       text not null check (kind in ('service', 'deprivation', 'mission')),
  issuer     text not null,
  number     text not null,
  dated_on   date not null,
  entered_at timestamptz not null,
  entered_by uuid not null
);
comment on table voter.document is 'The letters with which lists of sources came.';
create unique index document_once on voter.document (kind, issuer, number, dated_on);

create table voter.source (
  nik           bigint not null,
  id            uuid not null,
  kind          smallint not null check (kind between 1 and 4),
  body          text not null,
  number        text,
  decided_on    date,
  since         date not null,
  until         date,
  document_id   uuid not null references voter.document (id),
  known_at      timestamptz not null,
  entry_id      uuid not null,
  withdrawn_at  timestamptz,
  withdrawn_by  uuid,
  withdrawn_why text,
  constraint source_pkey primary key (nik, id),
  constraint source_order check (until is null or until >= since),
  constraint source_withdrawn check ((withdrawn_at is null) = (withdrawn_why is null))
);
comment on table voter.source is 'Append-only but for the withdrawal: what was said of somebody from a day to a day.';
comment on column voter.source.kind is '1 military, 2 police, 3 deprived of the vote by a court, 4 registered with a mission abroad';
comment on column voter.source.body is 'The service, the court or the mission';
comment on column voter.source.until is 'The last day on which it holds; null: until something else is said';
comment on column voter.source.withdrawn_by is 'Null where a newer list says it otherwise';
create index source_document on voter.source (document_id);

create table voter.import (
  id          uuid primary key,
  file_name   text not null,
  file_sha256 text not null,
  dry_run     boolean not null,
  state       text not null check (state in ('running', 'done', 'failed')),
  started_by  uuid not null,
  started_at  timestamptz not null,
  finished_at timestamptz,
  position    bigint not null default 0,
  read        bigint not null default 0,
  created     bigint not null default 0,
  unchanged   bigint not null default 0,
  refused     bigint not null default 0
);
comment on table voter.import is 'A list on its way in: position is the last row whose batch is committed, so a restart counts nothing twice.';
create unique index import_of_file on voter.import (file_sha256) where not dry_run;

create table voter.import_fault (
  import_id   uuid not null,
  row_number  bigint not null,
  column_name text not null,
  code        text not null,
  given       text
);
comment on table voter.import_fault is 'What was wrong in which row of a list; given is never personal.';
create index import_fault_of on voter.import_fault (import_id, row_number);

-- Rows of one batch on their way in; emptied when the next begins. Unlogged: the file is there to read again.
create unlogged table voter.staging (
  row_number bigint not null,
  nik        bigint not null,
  id         uuid not null,
  kind       smallint not null,
  body       text not null,
  number     text,
  decided_on date,
  since      date not null,
  until      date,
  verdict    text
);
comment on column voter.staging.verdict is 'null: new; same: it is here already; else the code why it is refused.';

do $$
declare
  t text;
begin
  foreach t in array array['election', 'document', 'source'] loop
    execute format('alter table voter.%I enable row level security', t);
    execute format('alter table voter.%I force row level security', t);
    execute format('create policy %I on voter.%I to jatidiri_system, jatidiri_owner using (true) with check (true)', t || '_system', t);
  end loop;
end $$;
create policy election_app on voter.election for select to jatidiri_app using (true);
create policy document_app on voter.document for select to jatidiri_app using (true);
-- Seen with the person.
create policy source_app on voter.source for select to jatidiri_app
  using (exists (select from resident_read.resident r where r.nik = source.nik));

grant select on voter.election, voter.document, voter.source to jatidiri_app;
grant select, insert, update on voter.election to jatidiri_system;
grant select, insert on voter.document to jatidiri_system;
grant select, insert, update (withdrawn_at, withdrawn_by, withdrawn_why) on voter.source to jatidiri_system;
grant select, insert, update on voter.import to jatidiri_system;
grant select on voter.import to jatidiri_app;
grant select, insert, delete on voter.import_fault to jatidiri_system;
grant select on voter.import_fault to jatidiri_app;
grant select, insert, update, truncate on voter.staging to jatidiri_system;
