-- Files that institutions have compared are charged as packages: what the largest price would be is set aside before the file runs, and
-- what it really costs is charged when its result is given.

create or replace view matching_read.package with (security_invoker) as
  select m.id as matching_id, m.institution_id, m.grant_id, m.reference, m.finished_at as at, m.rows, m.incomplete = 0 as complete, m.entry_id as entry,
         m.unit, m.purpose
    from matching.matching m
   where m.state in ('done', 'deleted') and m.rows > 0;
comment on column matching_read.package.unit is 'The unit that asked, in the institution''s own words';
comment on column matching_read.package.purpose is 'For which of the law''s five purposes';

create view matching_read.package_used with (security_invoker) as
  select m.grant_id, m.institution_id,
         sum(case when m.state in ('done', 'deleted', 'held') then m.rows + m.refused else m.expected_rows end)::bigint as rows
    from matching.matching m
   where m.covered and m.state in ('approval', 'running', 'held', 'done', 'deleted') group by 1, 2;
comment on view matching_read.package_used is 'How many rows of each grant''s package its files have taken.';
comment on column matching_read.package_used.grant_id is 'The grant';
comment on column matching_read.package_used.institution_id is 'Whose it is';
comment on column matching_read.package_used.rows is 'Rows of its files that the package covers; of those that still run, as many as were named';
grant select on matching_read.package_used to jatidiri_app, jatidiri_system;

create table metering.hold (
  matching_id    uuid primary key,
  institution_id uuid not null,
  amount         bigint not null check (amount > 0),
  tariff_on      date not null,
  held_at        timestamptz not null,
  released_at    timestamptz
);
comment on table metering.hold is 'What was taken out of a balance for a file before it runs: its largest price by the tariff of that day. It ends with the file, which costs it or less.';
create index hold_open on metering.hold (institution_id) where released_at is null;

create table metering.package (
  matching_id    uuid primary key,
  institution_id uuid not null,
  at             timestamptz not null,
  day            date not null,
  reference      text not null,
  unit           text not null,
  purpose        text not null,
  rows           int not null check (rows > 0),
  complete       boolean not null,
  amount         bigint not null check (amount >= 0),
  entry          uuid not null
);
comment on table metering.package is 'Append-only: a file that was compared and whose result was given, charged once. day: of WIB. amount 0: of who pays nothing.';
create index package_institution on metering.package (institution_id, day);
create index package_day on metering.package (day);

alter table metering.statement add column files int not null default 0;
comment on column metering.statement.files is 'Files that were charged as packages; none of them is among calls and questions.';

create or replace view metering_read.statement with (security_invoker) as
  select s.id as statement_id, s.institution_id, s.month, s.opening, s.paid, s.reversed, s.charged, s.closing, s.questions, s.lines, s.root, s.files
    from metering.statement s;
comment on column metering_read.statement.files is 'Files that were charged as packages';

create view metering_read.package with (security_invoker) as
  select p.matching_id, p.institution_id, p.at, p.day, p.reference, p.rows, p.complete, p.amount, p.entry from metering.package p;
comment on view metering_read.package is 'Files of institutions that were compared, each with what it cost; nothing of whom they were about.';
comment on column metering_read.package.matching_id is 'The file';
comment on column metering_read.package.institution_id is 'Whose it is';
comment on column metering_read.package.at is 'When its result was given, by the house''s clock';
comment on column metering_read.package.day is 'That day, in WIB';
comment on column metering_read.package.reference is 'The institution''s own number of it';
comment on column metering_read.package.rows is 'Rows that were compared';
comment on column metering_read.package.complete is 'Every compared row had every element that the file has a column for';
comment on column metering_read.package.amount is 'Whole rupiah; 0 for who pays nothing';
comment on column metering_read.package.entry is 'The ledger entry of the comparison';

create view metering_read.hold with (security_invoker) as
  select h.matching_id, h.institution_id, h.amount, h.held_at from metering.hold h where h.released_at is null;
comment on view metering_read.hold is 'What is set aside for files that have not ended.';
comment on column metering_read.hold.matching_id is 'The file';
comment on column metering_read.hold.institution_id is 'Whose it is';
comment on column metering_read.hold.amount is 'Whole rupiah that it may cost at most';
comment on column metering_read.hold.held_at is 'Since when';

do $$
declare
  t text;
begin
  foreach t in array array['hold', 'package'] loop
    execute format('alter table metering.%I enable row level security', t);
    execute format('alter table metering.%I force row level security', t);
    execute format('create policy %I on metering.%I to jatidiri_system, jatidiri_owner using (true) with check (true)', t || '_system', t);
    execute format('create policy %I on metering.%I for select to jatidiri_app using (exists (select from partner_read.institution i where i.institution_id = %I.institution_id))', t || '_app', t, t);
    execute format('grant select on metering.%I to jatidiri_app', t);
  end loop;
end $$;
grant select, insert, update (released_at) on metering.hold to jatidiri_system;
grant select, insert on metering.package to jatidiri_system;
grant select on metering_read.package, metering_read.hold to jatidiri_app, jatidiri_system;
