-- The commission's lists come back: what each row says, how it stands beside the register, and who is not in it. Rows are kept until the
-- list is discarded; of a row in order nothing is kept but its number and whom it means.

create table voter.returned (
  id          uuid primary key,
  election_id uuid not null references voter.election (id),
  kind        text not null check (kind in ('DPS', 'DPSHP', 'DPT', 'DPTHP')),
  nth         smallint not null check (nth between 0 and 9),
  number      text not null,
  dated_on    date not null,
  file_name   text not null,
  file_sha256 text not null,
  state       text not null check (state in ('reading', 'checked', 'matching', 'done', 'failed', 'discarded')),
  failure     text,
  position    bigint not null default 1,
  read        bigint not null default 0,
  refused     bigint not null default 0,
  hidden      bigint not null default 0,
  entered_at  timestamptz not null,
  entered_by  uuid not null,
  matched_at  timestamptz,
  entry_id    uuid not null,
  matched_entry uuid,
  seed_size   bigint,
  seed_root   bytea,
  constraint returned_failed check ((failure is null) or state in ('failed', 'discarded')),
  constraint returned_matched check (state <> 'done' or (matched_at is not null and matched_entry is not null)),
  constraint returned_seeded check ((seed_root is null) = (seed_size is null) and (seed_root is null or matched_at is not null))
);
comment on table voter.returned is 'A list of voters as the commission sent it: numbers and states, nobody''s data.';
comment on column voter.returned.nth is 'DPTHP-2 is the second; 0 where the kind is not numbered';
comment on column voter.returned.position is 'The last row whose batch is committed; the header is row 1, so a restart counts nothing twice';
comment on column voter.returned.hidden is 'Rows whose number was hidden in part';
comment on column voter.returned.seed_root is 'The log''s root when the first sample was drawn, with the entry of the matching in it: nobody could choose it';
-- The same file counts once.
create unique index returned_file on voter.returned (file_sha256) where state not in ('failed', 'discarded');
create index returned_election on voter.returned (election_id, entered_at);

create table voter.returned_fault (
  list_id     uuid not null references voter.returned (id),
  row_number  bigint not null,
  column_name text not null,
  code        text not null
);
comment on table voter.returned_fault is 'What was wrong in which row; what stood there is not kept.';
create index returned_fault_of on voter.returned_fault (list_id, row_number);

create table voter.returned_given (
  list_id    uuid not null,
  row_number bigint not null,
  shown      bigint not null,
  hidden     smallint not null,
  name       text not null,
  name_key   bigint not null,
  born       date,
  place      text,
  village    bigint
);
comment on table voter.returned_given is 'Rows that were read and are not matched yet. COPY goes here; emptied when the list is matched or discarded.';
comment on column voter.returned_given.shown is 'The digits of the number that are shown; the last ones may be hidden';
create index returned_given_of on voter.returned_given (list_id, row_number);

create table voter.returned_row (
  list_id    uuid not null references voter.returned (id),
  row_number bigint not null,
  verdict    smallint not null,
  nik        bigint,
  regency    text not null,
  lives      bigint,
  first_row  bigint,
  shown      bigint,
  hidden     smallint,
  name       text,
  born       date,
  village    bigint,
  constraint returned_row_pkey primary key (list_id, row_number)
);
comment on table voter.returned_row is 'Each row under one verdict.';
comment on column voter.returned_row.verdict is 'By its place in VERDICTS, from 0';
comment on column voter.returned_row.nik is 'Whom of the register the row means, where that is known';
comment on column voter.returned_row.regency is 'Four digits: where the list has the row, else where the person votes; empty where nobody knows';
comment on column voter.returned_row.lives is 'The village in which the register has him vote';
comment on column voter.returned_row.first_row is 'Of a row that is in the list twice: the first one';
create index returned_row_verdict on voter.returned_row (list_id, verdict, row_number);

create table voter.returned_absent (
  list_id uuid not null,
  nik     bigint not null,
  reason  smallint not null,
  village bigint not null,
  constraint returned_absent_pkey primary key (list_id, nik)
);
comment on table voter.returned_absent is 'Who votes by the register and is not in the list.';
comment on column voter.returned_absent.reason is 'By its place in ABSENCES, from 0';
create index returned_absent_reason on voter.returned_absent (list_id, reason, nik);

create table voter.returned_count (
  list_id uuid not null references voter.returned (id),
  side    text not null check (side in ('listed', 'absent')),
  reason  text not null,
  regency text not null,
  n       bigint not null,
  constraint returned_count_pkey primary key (list_id, side, reason, regency)
);
comment on table voter.returned_count is 'Sums by reason and regency; they stay when the rows are discarded.';

create table voter.returned_sample (
  list_id  uuid not null references voter.returned (id),
  side     text not null check (side in ('listed', 'absent')),
  reason   text not null,
  n        int not null check (n between 1 and 1000),
  drawn_at timestamptz not null,
  drawn_by uuid not null,
  entry_id uuid not null,
  constraint returned_sample_pkey primary key (list_id, side, reason)
);
comment on table voter.returned_sample is 'How many rows of a reason are checked by hand; which ones the root decides, and a larger sample holds the smaller.';

create table voter.returned_finding (
  list_id  uuid not null references voter.returned (id),
  side     text not null,
  reason   text not null,
  place    int not null check (place > 0),
  finding  text not null check (finding in ('right', 'wrong', 'unclear')),
  note     text not null,
  found_at timestamptz not null,
  found_by uuid not null,
  entry_id uuid not null,
  constraint returned_finding_pkey primary key (list_id, side, reason, place)
);
comment on table voter.returned_finding is 'What somebody found out about a row of a sample.';
comment on column voter.returned_finding.place is 'The row''s place in the order in which the root draws';

do $$
declare
  t text;
begin
  foreach t in array array['returned', 'returned_fault', 'returned_row', 'returned_absent', 'returned_count', 'returned_sample', 'returned_finding'] loop
    execute format('alter table voter.%I enable row level security', t);
    execute format('alter table voter.%I force row level security', t);
    execute format('create policy %I on voter.%I to jatidiri_system, jatidiri_owner using (true) with check (true)', t || '_system', t);
    execute format('grant select, insert, update, delete on voter.%I to jatidiri_system', t);
  end loop;
end $$;
grant select, insert, delete on voter.returned_given to jatidiri_system;
-- Numbers are for whoever may read of elections; rows are shown to the centre alone, by what checks it first.
create policy returned_app on voter.returned for select to jatidiri_app using (true);
create policy returned_count_app on voter.returned_count for select to jatidiri_app using (true);
grant select on voter.returned, voter.returned_count to jatidiri_app;
