-- Matching of files (pemadanan): what a partner sent, how it was compared, and what became of the result. The bytes lie sealed outside.

create schema matching;
create schema matching_read;
grant usage on schema matching, matching_read to jatidiri_app, jatidiri_answer, jatidiri_system;

create table matching.matching (
  id              uuid primary key,
  institution_id  uuid not null,
  grant_id        uuid not null,
  purpose         text not null,
  basis           text not null,
  unit            text not null,
  end_user        text not null,
  reference       text not null,
  language        text not null check (language in ('id', 'en')),
  expected_rows   int not null check (expected_rows between 1 and 10000000),
  given_columns   jsonb not null,
  asked_from      inet not null,
  created_at      timestamptz not null,
  state           text not null check (state in ('uploading', 'approval', 'running', 'held', 'done', 'deleted', 'cancelled', 'stopped', 'failed')),
  since           timestamptz not null,
  byte_count      bigint not null default 0,
  columns         jsonb,
  why             text,
  last_row        int not null default 1,
  rows            int not null default 0,
  refused         int not null default 0,
  incomplete      int not null default 0,
  matched         int not null default 0,
  partial         int not null default 0,
  mismatched      int not null default 0,
  in_sequence     int not null default 0,
  most_of_one     int not null default 0,
  faults          jsonb not null default '{}',
  signals         text[] not null default '{}',
  covered         boolean,
  decision        text check (decision in ('approve', 'stop')),
  decided_at      timestamptz,
  decided_by      uuid,
  decision_reason text,
  entry_id        uuid,
  compared_at     timestamptz,
  finished_at     timestamptz,
  delete_at       timestamptz,
  constraint matching_decided check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null)
    and (decision is null) = (decision_reason is null)),
  constraint matching_mapped check (columns is not null or state in ('uploading', 'cancelled', 'failed')),
  -- No result without its entry.
  constraint matching_entered check (entry_id is not null or state not in ('held', 'done', 'deleted')),
  constraint matching_deletes check ((delete_at is not null) or state not in ('done'))
);
comment on table matching.matching is 'A file that a partner has us compare with the register. rows and what follows count rows that were compared; no value of a row stands here.';
comment on column matching.matching.given_columns is 'Field to header, as the partner named them; what it left out is found by synonyms';
comment on column matching.matching.columns is 'Field to header, as the file was read';
comment on column matching.matching.last_row is 'The last row whose batch is committed; the header is row 1';
comment on column matching.matching.incomplete is 'Compared rows in which a column was empty';
comment on column matching.matching.in_sequence is 'Mismatches of a place and birthday of which another mismatch stood in the file';
comment on column matching.matching.most_of_one is 'The most mismatches about one number';
comment on column matching.matching.covered is 'Whether the grant''s package covers its rows; decided when it was handed in';
create unique index matching_reference on matching.matching (institution_id, reference);
create index matching_grant on matching.matching (grant_id);
create index matching_waits on matching.matching (state, since) where state in ('uploading', 'approval', 'running', 'held', 'done');

create table matching.part (
  matching_id uuid not null references matching.matching (id),
  at_byte     bigint not null check (at_byte >= 0),
  byte_count  int not null check (byte_count > 0),
  sha256      bytea not null check (length(sha256) = 32),
  primary key (matching_id, at_byte)
);
comment on table matching.part is 'The parts in which a file came, one behind the other.';

create table matching.batch (
  matching_id  uuid not null references matching.matching (id),
  n            int not null,
  last_row     int not null,
  result_bytes int not null,
  report_bytes int not null,
  primary key (matching_id, n)
);
comment on table matching.batch is 'Rows that were compared and written together: their part of the result and of the report.';

create table matching.asked (
  matching_id uuid not null references matching.matching (id),
  n           int not null,
  niks        bigint[] not null,
  primary key (matching_id, n)
);
alter table matching.asked alter column niks set storage external;
comment on table matching.asked is 'Whom a batch asks about, in its order; forgotten when the entry about all of them is written.';

do $$
declare
  t text;
begin
  foreach t in array array['matching', 'part', 'batch', 'asked'] loop
    execute format('alter table matching.%I enable row level security', t);
    execute format('alter table matching.%I force row level security', t);
    execute format('create policy %I on matching.%I to jatidiri_system, jatidiri_owner using (true) with check (true)', t || '_system', t);
  end loop;
end $$;
-- A partner's own, or an officer's: a partner's calls run under its id, which is no officer's.
create policy matching_app on matching.matching to jatidiri_app
  using (institution_id = nullif(current_setting('jatidiri.officer'), '')::uuid
    or exists (select from officer_read.officer o where o.id = nullif(current_setting('jatidiri.officer'), '')::uuid)) with check (true);
create policy part_app on matching.part to jatidiri_app
  using (exists (select from matching.matching m where m.id = matching_id)) with check (true);
create policy batch_app on matching.batch to jatidiri_app
  using (exists (select from matching.matching m where m.id = matching_id)) with check (true);
create policy asked_answer on matching.asked for select to jatidiri_answer using (true);

grant select, insert, update on matching.matching to jatidiri_app, jatidiri_system;
grant select, insert on matching.part to jatidiri_app;
grant select, delete on matching.part to jatidiri_system;
grant select on matching.batch to jatidiri_app;
grant select, insert, delete on matching.batch to jatidiri_system;
grant select, insert, delete on matching.asked to jatidiri_system;
grant select on matching.asked to jatidiri_answer;

create view matching_read.package with (security_invoker) as
  select m.id as matching_id, m.institution_id, m.grant_id, m.reference, m.finished_at as at, m.rows, m.incomplete = 0 as complete, m.entry_id as entry
    from matching.matching m
   where m.state in ('done', 'deleted') and m.rows > 0;
comment on view matching_read.package is 'Files that were compared and whose result was given: what a package is billed by (PP 10/2023).';
comment on column matching_read.package.matching_id is 'The file';
comment on column matching_read.package.institution_id is 'Whose it is';
comment on column matching_read.package.grant_id is 'Under which grant it was compared';
comment on column matching_read.package.reference is 'The partner''s own number of it';
comment on column matching_read.package.at is 'When its result was given, by the house''s clock';
comment on column matching_read.package.rows is 'Rows that were compared; those that were refused are not counted';
comment on column matching_read.package.complete is 'Every compared row had every element that the file has a column for';
comment on column matching_read.package.entry is 'The ledger entry of the comparison';
grant select on matching_read.package to jatidiri_app, jatidiri_system;
