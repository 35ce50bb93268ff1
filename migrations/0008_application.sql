-- Applications (permohonan): what somebody asks of an office, its documents, and its way to a decision.

create schema application;
create schema application_read;
grant usage on schema application, application_read to jatidiri_app, jatidiri_system;

create table application.application (
  id                   uuid primary key,
  number               text not null,
  kind                 text not null,
  state                text not null check (state in ('draft', 'submitted', 'incomplete', 'assigned', 'accepted', 'refused', 'withdrawn')),
  office_id            uuid not null,
  village_code         bigint not null,
  subject_nik          bigint,
  applicant_nik        bigint,
  applicant_name       text not null,
  applicant_birth_date date not null,
  contact              text,
  details              json not null,
  created_by           uuid not null,
  created_at           timestamptz not null,
  submitted_at         timestamptz,
  due_on               date,
  assigned_to          uuid,
  decided_by           uuid,
  decided_at           timestamptz,
  reason               text,
  outcome_id           uuid,
  version              int not null default 1,
  constraint application_number unique (number)
);
comment on table application.application is 'One workflow for every service. details are the kind''s own fields as its schema has them; outcome_id is the event or document it led to.';
-- The work list of a region; what was decided piles up for ever.
create index application_open on application.application (village_code, state) where state in ('draft', 'submitted', 'incomplete', 'assigned');
create index application_village on application.application (village_code, state);
create index application_subject on application.application (subject_nik);

create table application.counter (
  prefix text primary key,
  last   int not null
);
comment on table application.counter is 'The last number given for an office and day.';

create table application.requirement (
  application_id uuid not null references application.application (id),
  code           text not null,
  needed         boolean not null,
  file_id        uuid,
  file_name      text,
  uploaded_at    timestamptz,
  verdict        text check (verdict in ('met', 'not_met')),
  checked_by     uuid,
  checked_at     timestamptz,
  note           text,
  primary key (application_id, code)
);
comment on table application.requirement is 'A document that the service asks for, what was handed in and what the checker said.';

create table application.step (
  application_id uuid not null references application.application (id),
  version        int not null,
  state          text not null,
  at             timestamptz not null,
  officer_id     uuid,
  reason         text,
  primary key (application_id, version)
);
comment on table application.step is 'Append-only: every state an application has been in.';

do $$
declare
  t text;
begin
  foreach t in array array['application', 'requirement', 'step'] loop
    execute format('alter table application.%I enable row level security', t);
    execute format('alter table application.%I force row level security', t);
    execute format('create policy %I on application.%I to jatidiri_system, jatidiri_owner using (true) with check (true)', t || '_system', t);
  end loop;
end $$;
create policy application_app on application.application to jatidiri_app
  using (village_code >= (select current_setting('jatidiri.low')::bigint) and village_code <= (select current_setting('jatidiri.high')::bigint))
  with check (village_code >= (select current_setting('jatidiri.low')::bigint) and village_code <= (select current_setting('jatidiri.high')::bigint));
create policy requirement_app on application.requirement to jatidiri_app
  using (exists (select from application.application a where a.id = requirement.application_id)) with check (true);
create policy step_app on application.step to jatidiri_app
  using (exists (select from application.application a where a.id = step.application_id)) with check (true);

grant select, insert, update on application.application, application.requirement, application.counter to jatidiri_app, jatidiri_system;
grant select, insert on application.step to jatidiri_app, jatidiri_system;

-- The public follows an application by its number and the applicant's birth date; owner's rights, few columns.
create view application_read.followed as
  select number, applicant_birth_date, kind, state, office_id, submitted_at, due_on, decided_at, reason from application.application;
comment on view application_read.followed is 'What the applicant may see without signing in; always asked by number and birth date together.';
grant select on all tables in schema application_read to jatidiri_app, jatidiri_system;
