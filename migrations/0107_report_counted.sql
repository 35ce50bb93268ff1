-- What a semester report was filed with, the state of disputes for whoever counts them, and the paper of an appeal.

create or replace view citizen_read.unanswered with (security_barrier) as
  select d.institution_id, d.opened_at, d.due_at, d.answered_at, d.state from citizen.dispute d;
comment on column citizen_read.unanswered.state is 'Where the case stands now; UPHELD: the ministry found against the institution';

create table portal.report_counted (
  report_id      uuid primary key,
  institution_id uuid not null,
  counted        jsonb not null,
  counted_at     timestamptz not null
);
comment on table portal.report_counted is 'Append-only: what was counted of a semester when its report came in, so that it does not change with what comes later. Numbers, nobody''s data.';
alter table portal.report_counted enable row level security;
alter table portal.report_counted force row level security;
create policy report_counted_system on portal.report_counted to jatidiri_system, jatidiri_owner using (true) with check (true);
create policy report_counted_app on portal.report_counted for select to jatidiri_app
  using (institution_id = (select partner.own()) or (select partner.wide()));
grant select on portal.report_counted to jatidiri_app;
grant select, insert on portal.report_counted to jatidiri_system;

alter table partner.appeal add column document_id uuid references partner.document (id);
comment on column partner.appeal.document_id is 'The institution''s own letter, where it filed one.';
