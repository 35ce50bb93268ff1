-- Made from the catalog after all migrations by "node dev/schema.ts"; npm run check compares. Do not edit.

-- Extensions and schemas

create extension btree_gist;
create extension pg_trgm;
create schema application;
create schema application_read;
create schema civil_event;
create schema civil_event_read;
create schema family;
create schema family_read;
create schema job;
create schema migration;
create schema resident;
create schema resident_read;

-- Tables

create table application.application (
  id uuid not null,
  number text not null,
  kind text not null,
  state text not null,
  office_id uuid not null,
  village_code bigint not null,
  subject_nik bigint,
  applicant_nik bigint,
  applicant_name text not null,
  applicant_birth_date date not null,
  contact text,
  details json not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  submitted_at timestamp with time zone,
  due_on date,
  assigned_to uuid,
  decided_by uuid,
  decided_at timestamp with time zone,
  reason text,
  outcome_id uuid,
  version integer default 1 not null,
  constraint application_number UNIQUE (number),
  constraint application_pkey PRIMARY KEY (id),
  constraint application_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'incomplete'::text, 'assigned'::text, 'accepted'::text, 'refused'::text, 'withdrawn'::text])))
);
alter table application.application enable row level security;
alter table application.application force row level security;
CREATE INDEX application_subject ON application.application USING btree (subject_nik);
CREATE INDEX application_work ON application.application USING btree (office_id, state, due_on);
create policy application_app for all to jatidiri_app using (((village_code >= ( SELECT (current_setting('jatidiri.low'::text))::bigint AS current_setting)) AND (village_code <= ( SELECT (current_setting('jatidiri.high'::text))::bigint AS current_setting)))) with check (((village_code >= ( SELECT (current_setting('jatidiri.low'::text))::bigint AS current_setting)) AND (village_code <= ( SELECT (current_setting('jatidiri.high'::text))::bigint AS current_setting))));
create policy application_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table application.counter (
  prefix text not null,
  last integer not null,
  constraint counter_pkey PRIMARY KEY (prefix)
);

create table application.requirement (
  application_id uuid not null,
  code text not null,
  needed boolean not null,
  file_id uuid,
  file_name text,
  uploaded_at timestamp with time zone,
  verdict text,
  checked_by uuid,
  checked_at timestamp with time zone,
  note text,
  constraint requirement_application_id_fkey FOREIGN KEY (application_id) REFERENCES application.application(id),
  constraint requirement_pkey PRIMARY KEY (application_id, code),
  constraint requirement_verdict_check CHECK ((verdict = ANY (ARRAY['met'::text, 'not_met'::text])))
);
alter table application.requirement enable row level security;
alter table application.requirement force row level security;
create policy requirement_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM application.application a
  WHERE (a.id = requirement.application_id)))) with check (true);
create policy requirement_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table application.step (
  application_id uuid not null,
  version integer not null,
  state text not null,
  at timestamp with time zone not null,
  officer_id uuid,
  reason text,
  constraint step_application_id_fkey FOREIGN KEY (application_id) REFERENCES application.application(id),
  constraint step_pkey PRIMARY KEY (application_id, version)
);
alter table application.step enable row level security;
alter table application.step force row level security;
create policy step_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM application.application a
  WHERE (a.id = step.application_id)))) with check (true);
create policy step_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table civil_event.certificate_counter (
  prefix text not null,
  last integer not null,
  constraint certificate_counter_pkey PRIMARY KEY (prefix)
);

create table civil_event.event (
  id uuid not null,
  kind text not null,
  state text default 'recorded'::text not null,
  occurred_on date not null,
  reported_on date not null,
  recorded_at timestamp with time zone not null,
  village_code bigint not null,
  office_id uuid,
  officer_id uuid not null,
  application_id uuid,
  days_late integer default 0 not null,
  legal_basis text,
  certificate_number text,
  document_id uuid,
  details json not null,
  act_id uuid,
  undone_by uuid,
  undoes uuid,
  constraint event_pkey PRIMARY KEY (id),
  constraint event_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'recorded'::text, 'undone'::text])))
);
alter table civil_event.event enable row level security;
alter table civil_event.event force row level security;
CREATE UNIQUE INDEX event_certificate ON civil_event.event USING btree (certificate_number) WHERE (certificate_number IS NOT NULL);
CREATE INDEX event_place ON civil_event.event USING btree (village_code, occurred_on);
CREATE INDEX event_recorded ON civil_event.event USING btree (recorded_at);
create policy event_app for all to jatidiri_app using ((((village_code >= ( SELECT (current_setting('jatidiri.low'::text))::bigint AS current_setting)) AND (village_code <= ( SELECT (current_setting('jatidiri.high'::text))::bigint AS current_setting))) OR (EXISTS ( SELECT
   FROM civil_event.move m
  WHERE ((m.event_id = event.id) AND (m.to_village >= ( SELECT (current_setting('jatidiri.low'::text))::bigint AS current_setting)) AND (m.to_village <= ( SELECT (current_setting('jatidiri.high'::text))::bigint AS current_setting))))))) with check (true);
create policy event_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table civil_event.move (
  event_id uuid not null,
  letter_number text not null,
  from_village bigint not null,
  to_village bigint not null,
  from_office uuid,
  to_office uuid,
  from_card bigint not null,
  to_card bigint,
  departed_on date not null,
  arrived_on date,
  arrival_event uuid,
  state text not null,
  constraint move_event_id_fkey FOREIGN KEY (event_id) REFERENCES civil_event.event(id),
  constraint move_letter UNIQUE (letter_number),
  constraint move_pkey PRIMARY KEY (event_id),
  constraint move_state_check CHECK ((state = ANY (ARRAY['underway'::text, 'arrived'::text, 'cancelled'::text])))
);
alter table civil_event.move enable row level security;
alter table civil_event.move force row level security;
CREATE INDEX move_to ON civil_event.move USING btree (to_village) WHERE (state = 'underway'::text);
create policy move_app for all to jatidiri_app using ((((from_village >= ( SELECT (current_setting('jatidiri.low'::text))::bigint AS current_setting)) AND (from_village <= ( SELECT (current_setting('jatidiri.high'::text))::bigint AS current_setting))) OR ((to_village >= ( SELECT (current_setting('jatidiri.low'::text))::bigint AS current_setting)) AND (to_village <= ( SELECT (current_setting('jatidiri.high'::text))::bigint AS current_setting))))) with check (true);
create policy move_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table civil_event.participant (
  event_id uuid not null,
  nik bigint not null,
  role text not null,
  constraint participant_event_id_fkey FOREIGN KEY (event_id) REFERENCES civil_event.event(id),
  constraint participant_pkey PRIMARY KEY (event_id, nik, role)
);
alter table civil_event.participant enable row level security;
alter table civil_event.participant force row level security;
CREATE INDEX participant_nik ON civil_event.participant USING btree (nik);
create policy participant_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM civil_event.event e
  WHERE (e.id = participant.event_id)))) with check (true);
create policy participant_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table family.card (
  number bigint not null,
  head_nik bigint,
  village_code bigint not null,
  replaced_by bigint,
  issued_on date not null,
  state_since date not null,
  version integer default 1 not null,
  rt smallint,
  rw smallint,
  state smallint default 1 not null,
  address text not null,
  hamlet text,
  postal_code text,
  constraint card_pkey PRIMARY KEY (number),
  constraint card_state CHECK (((state >= 1) AND (state <= 3)))
);
alter table family.card enable row level security;
alter table family.card force row level security;
CREATE INDEX card_village ON family.card USING btree (village_code);
create policy card_app for all to jatidiri_app using (((village_code >= ( SELECT (current_setting('jatidiri.low'::text))::bigint AS current_setting)) AND (village_code <= ( SELECT (current_setting('jatidiri.high'::text))::bigint AS current_setting)))) with check (((village_code >= ( SELECT (current_setting('jatidiri.low'::text))::bigint AS current_setting)) AND (village_code <= ( SELECT (current_setting('jatidiri.high'::text))::bigint AS current_setting))));
create policy card_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table family.card_counter (
  prefix bigint not null,
  last smallint not null,
  constraint card_counter_pkey PRIMARY KEY (prefix),
  constraint card_counter_room CHECK (((last >= 1) AND (last <= 9999)))
);

create table family.card_history (
  number bigint not null,
  version integer not null,
  act_id uuid not null,
  kind text not null,
  occurred_on date not null,
  recorded_at timestamp with time zone not null,
  officer_id uuid not null,
  delta json not null,
  constraint card_history_pkey PRIMARY KEY (number, version)
);
alter table family.card_history enable row level security;
alter table family.card_history force row level security;
create policy card_history_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM family.card c
  WHERE (c.number = card_history.number)))) with check (true);
create policy card_history_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table family.membership_by_card (
  family_card bigint not null,
  nik bigint not null,
  valid_from date not null,
  valid_to date,
  relation smallint not null,
  constraint membership_by_card_pkey PRIMARY KEY (family_card, nik, valid_from)
);
alter table family.membership_by_card enable row level security;
alter table family.membership_by_card force row level security;
create policy membership_by_card_app for all to jatidiri_app using (((EXISTS ( SELECT
   FROM family.card c
  WHERE (c.number = membership_by_card.family_card))) OR (EXISTS ( SELECT
   FROM resident_read.resident r
  WHERE (r.nik = membership_by_card.nik))))) with check (true);
create policy membership_by_card_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table family.membership_by_nik (
  nik bigint not null,
  family_card bigint not null,
  valid_from date not null,
  valid_to date,
  relation smallint not null,
  constraint membership_by_nik_pkey PRIMARY KEY (nik, valid_from, family_card)
);
alter table family.membership_by_nik enable row level security;
alter table family.membership_by_nik force row level security;
CREATE UNIQUE INDEX membership_one_card ON family.membership_by_nik USING btree (nik) WHERE (valid_to IS NULL);
create policy membership_by_nik_app for all to jatidiri_app using (((EXISTS ( SELECT
   FROM resident_read.resident r
  WHERE (r.nik = membership_by_nik.nik))) OR (EXISTS ( SELECT
   FROM family.card c
  WHERE (c.number = membership_by_nik.family_card))))) with check (true);
create policy membership_by_nik_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table migration.applied (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone default now() not null,
  constraint applied_pkey PRIMARY KEY (name)
);

create table resident.act (
  id uuid not null,
  kind text not null,
  occurred_on date not null,
  recorded_at timestamp with time zone not null,
  officer_id uuid not null,
  office_id uuid,
  legal_basis text,
  reason text,
  entry_id uuid not null,
  undoes uuid,
  people integer not null,
  constraint act_pkey PRIMARY KEY (id)
);
alter table resident.act enable row level security;
alter table resident.act force row level security;
CREATE INDEX act_recorded ON resident.act USING btree (recorded_at);
create policy act_app for all to jatidiri_app using (true) with check (true);
create policy act_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table resident.deactivation (
  id uuid not null,
  nik bigint not null,
  reason text not null,
  legal_basis text not null,
  noticed_on date not null,
  effective_on date not null,
  effective_act uuid,
  appealed_on date,
  appeal text,
  appeal_state text,
  appeal_reason text,
  ended_on date,
  ended_act uuid,
  ended_reason text,
  constraint deactivation_appeal_state_check CHECK ((appeal_state = ANY (ARRAY['open'::text, 'granted'::text, 'refused'::text]))),
  constraint deactivation_pkey PRIMARY KEY (id)
);
alter table resident.deactivation enable row level security;
alter table resident.deactivation force row level security;
CREATE INDEX deactivation_nik ON resident.deactivation USING btree (nik);
create policy deactivation_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM resident.resident r
  WHERE (r.nik = deactivation.nik)))) with check (true);
create policy deactivation_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table resident.history (
  nik bigint not null,
  act_id uuid not null,
  version integer not null,
  delta json not null,
  sealed_before bytea,
  constraint history_pkey PRIMARY KEY (nik, version)
);
alter table resident.history enable row level security;
alter table resident.history force row level security;
CREATE INDEX history_act ON resident.history USING btree (act_id);
create policy history_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM resident.resident r
  WHERE (r.nik = history.nik)))) with check (true);
create policy history_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table resident.identity_case (
  id uuid not null,
  kind text not null,
  nik bigint not null,
  other_nik bigint,
  village_code bigint not null,
  claim bytea,
  source text not null,
  opened_at timestamp with time zone not null,
  state text default 'open'::text not null,
  decision text,
  decided_by uuid,
  decided_at timestamp with time zone,
  constraint identity_case_kind_check CHECK ((kind = ANY (ARRAY['nik_of_two'::text, 'likely_duplicate'::text]))),
  constraint identity_case_pkey PRIMARY KEY (id),
  constraint identity_case_state_check CHECK ((state = ANY (ARRAY['open'::text, 'decided'::text])))
);
alter table resident.identity_case enable row level security;
alter table resident.identity_case force row level security;
CREATE UNIQUE INDEX identity_case_once ON resident.identity_case USING btree (kind, nik, source) WHERE (state = 'open'::text);
CREATE INDEX identity_case_open ON resident.identity_case USING btree (village_code) WHERE (state = 'open'::text);
create policy identity_case_app for all to jatidiri_app using (((village_code >= ( SELECT (current_setting('jatidiri.low'::text))::bigint AS current_setting)) AND (village_code <= ( SELECT (current_setting('jatidiri.high'::text))::bigint AS current_setting)))) with check (true);
create policy identity_case_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table resident.import (
  id uuid not null,
  file_name text not null,
  file_sha256 text not null,
  dry_run boolean not null,
  state text not null,
  mapping json not null,
  officer_id uuid not null,
  office_id uuid,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  rows_read bigint default 0 not null,
  rows_total bigint,
  created bigint default 0 not null,
  updated bigint default 0 not null,
  unchanged bigint default 0 not null,
  refused bigint default 0 not null,
  cases bigint default 0 not null,
  "position" bigint default 0 not null,
  failure text,
  constraint import_pkey PRIMARY KEY (id),
  constraint import_state_check CHECK ((state = ANY (ARRAY['reading'::text, 'checked'::text, 'applying'::text, 'done'::text, 'failed'::text])))
);
CREATE UNIQUE INDEX import_once ON resident.import USING btree (file_sha256) WHERE ((NOT dry_run) AND (state <> 'failed'::text));

create table resident.import_fault (
  import_id uuid not null,
  row_number bigint not null,
  column_name text not null,
  code text not null,
  given text
);
CREATE INDEX import_fault_import ON resident.import_fault USING btree (import_id, row_number);

create table resident.merge (
  id uuid not null,
  survivor_nik bigint not null,
  absorbed_nik bigint not null,
  act_id uuid not null,
  merged_at timestamp with time zone not null,
  undone_act uuid,
  undone_at timestamp with time zone,
  constraint merge_pkey PRIMARY KEY (id)
);
alter table resident.merge enable row level security;
alter table resident.merge force row level security;
CREATE UNIQUE INDEX merge_once ON resident.merge USING btree (absorbed_nik) WHERE (undone_at IS NULL);
CREATE INDEX merge_survivor ON resident.merge USING btree (survivor_nik);
create policy merge_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM resident.resident r
  WHERE ((r.nik = merge.survivor_nik) OR (r.nik = merge.absorbed_nik))))) with check (true);
create policy merge_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table resident.nik_counter (
  prefix bigint not null,
  last smallint not null,
  constraint nik_counter_pkey PRIMARY KEY (prefix),
  constraint nik_counter_room CHECK (((last >= 1) AND (last <= 9999)))
);

create table resident.protected (
  nik bigint not null,
  mother_key bigint,
  sealed bytea not null,
  constraint protected_pkey PRIMARY KEY (nik)
);
alter table resident.protected enable row level security;
alter table resident.protected force row level security;
create policy protected_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM resident.resident r
  WHERE (r.nik = protected.nik)))) with check (true);
create policy protected_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table resident.resident (
  nik bigint not null,
  village_code bigint not null,
  name_key bigint not null,
  mother_nik bigint,
  father_nik bigint,
  birth_date date not null,
  registered_on date not null,
  state_since date not null,
  marriage_date date,
  divorce_date date,
  permit_until date,
  version integer default 1 not null,
  state smallint default 1 not null,
  sex smallint not null,
  religion smallint not null,
  marital_status smallint not null,
  blood_group smallint default 13 not null,
  education smallint not null,
  occupation smallint not null,
  rt smallint,
  rw smallint,
  permit smallint,
  marital_registered boolean,
  nationality text default 'IDN'::text not null,
  name text not null,
  birth_place text not null,
  address text not null,
  hamlet text,
  previous_address text,
  birth_certificate text,
  marriage_certificate text,
  divorce_certificate text,
  passport text,
  permit_number text,
  constraint resident_permit CHECK ((permit = ANY (ARRAY[1, 2]))),
  constraint resident_pkey PRIMARY KEY (nik),
  constraint resident_sex CHECK ((sex = ANY (ARRAY[1, 2]))),
  constraint resident_state CHECK (((state >= 1) AND (state <= 6)))
);
alter table resident.resident enable row level security;
alter table resident.resident force row level security;
CREATE INDEX resident_birth_name ON resident.resident USING btree (birth_date, name_key);
CREATE INDEX resident_name_key ON resident.resident USING btree (name_key);
CREATE INDEX resident_village ON resident.resident USING btree (village_code);
create policy resident_app for all to jatidiri_app using (((village_code >= ( SELECT (current_setting('jatidiri.low'::text))::bigint AS current_setting)) AND (village_code <= ( SELECT (current_setting('jatidiri.high'::text))::bigint AS current_setting)))) with check (((village_code >= ( SELECT (current_setting('jatidiri.low'::text))::bigint AS current_setting)) AND (village_code <= ( SELECT (current_setting('jatidiri.high'::text))::bigint AS current_setting))));
create policy resident_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table resident.staging (
  import_id uuid not null,
  row_number bigint not null,
  nik bigint not null,
  family_card bigint,
  village_code bigint not null,
  name_key bigint not null,
  mother_nik bigint,
  father_nik bigint,
  mother_key bigint,
  birth_date date not null,
  marriage_date date,
  divorce_date date,
  relation smallint,
  sex smallint not null,
  religion smallint not null,
  marital_status smallint not null,
  blood_group smallint not null,
  education smallint not null,
  occupation smallint not null,
  rt smallint,
  rw smallint,
  permit smallint,
  nationality text not null,
  name text not null,
  birth_place text not null,
  address text not null,
  hamlet text,
  birth_certificate text,
  marriage_certificate text,
  divorce_certificate text,
  sealed bytea not null,
  delta text not null,
  salt bytea not null,
  verdict text
);


-- Views

create view application_read.followed as
 SELECT number,
    applicant_birth_date,
    kind,
    state,
    office_id,
    submitted_at,
    due_on,
    decided_at,
    reason
   FROM application.application;

create view civil_event_read.event with (security_invoker=true) as
 SELECT e.id,
    e.kind,
    e.state,
    e.occurred_on,
    e.recorded_at,
    e.village_code,
    e.office_id,
    e.certificate_number,
    e.document_id,
    p.nik,
    p.role
   FROM (civil_event.event e
     JOIN civil_event.participant p ON ((p.event_id = e.id)));

create view family_read.card with (security_invoker=true) as
 SELECT number,
    head_nik,
    village_code,
    address,
    rt,
    rw,
    hamlet,
    postal_code,
    issued_on,
    state,
    state_since,
    replaced_by,
    version
   FROM family.card;

create view family_read.membership with (security_invoker=true) as
 SELECT nik,
    family_card,
    relation,
    valid_from,
    valid_to
   FROM family.membership_by_nik;

create view resident_read.act with (security_invoker=true) as
 SELECT a.id,
    a.kind,
    a.occurred_on,
    a.recorded_at,
    a.officer_id,
    a.office_id,
    a.legal_basis,
    a.reason,
    a.entry_id,
    h.nik,
    h.version,
    h.delta
   FROM (resident.act a
     JOIN resident.history h ON ((h.act_id = a.id)));

create view resident_read.masked as
 SELECT nik,
    village_code,
    name_key,
    birth_date,
    regexp_replace(name, '(\w)\w*'::text, '\1***'::text, 'g'::text) AS masked_name,
    sex,
    state
   FROM resident.resident;

create view resident_read.resident with (security_invoker=true) as
 SELECT nik,
    village_code,
    name,
    name_key,
    birth_place,
    birth_date,
    sex,
    religion,
    marital_status,
    marital_registered,
    blood_group,
    education,
    occupation,
    nationality,
    permit,
    permit_number,
    permit_until,
    passport,
    mother_nik,
    father_nik,
    address,
    rt,
    rw,
    hamlet,
    state,
    state_since,
    registered_on,
    birth_certificate,
    marriage_certificate,
    marriage_date,
    divorce_certificate,
    divorce_date,
    version
   FROM resident.resident;


-- Functions

CREATE OR REPLACE FUNCTION family.issue_numbers(prefixes bigint[], first_serial integer)
 RETURNS bigint[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  wanted record;
  issued bigint[] := array[]::bigint[];
  top int;
begin
  for wanted in
    select p.prefix, count(*)::int as n from unnest(prefixes) as p(prefix) group by p.prefix order by p.prefix
  loop
    perform pg_advisory_xact_lock(hashtextextended('family.number', wanted.prefix));
    select c.last into top from family.card_counter c where c.prefix = wanted.prefix;
    if top is null then
      select (max(r.number) % 10000)::int into top from family.card r
       where r.number between wanted.prefix * 10000 and wanted.prefix * 10000 + 9999;
    end if;
    top := greatest(coalesce(top, 0), first_serial - 1);
    if top + wanted.n > 9999 then
      raise exception using errcode = 'JD002', message = 'no serial left', detail = wanted.prefix::text;
    end if;
    insert into family.card_counter as c (prefix, last) values (wanted.prefix, (top + wanted.n)::smallint)
      on conflict (prefix) do update set last = excluded.last;
    issued := issued || array(select wanted.prefix * 10000 + top + g from generate_series(1, wanted.n) as g);
  end loop;
  return issued;
end $function$
;

CREATE OR REPLACE FUNCTION job.add(jobs jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  perform graphile_worker.add_jobs(array(
    select row(j->>'name', (j->'payload')::json, j->>'queue', (j->>'runAt')::timestamptz, (j->>'maxAttempts')::int,
               j->>'key', (j->>'priority')::int, null)::graphile_worker.job_spec
    from jsonb_array_elements(jobs) with ordinality as t(j, place) order by place));
end $function$
;

CREATE OR REPLACE FUNCTION resident.advance_counters(import_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  update resident.nik_counter c set last = greatest(c.last, s.top)
    from (select nik / 10000 as prefix, max(nik % 10000)::smallint as top from resident.staging
           where staging.import_id = advance_counters.import_id and verdict = 'create' group by 1) s
   where s.prefix = c.prefix and s.top > c.last;
end $function$
;

CREATE OR REPLACE FUNCTION resident.issue_niks(prefixes bigint[], first_serial integer)
 RETURNS bigint[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  wanted record;
  issued bigint[] := array[]::bigint[];
  top int;
begin
  for wanted in
    select p.prefix, count(*)::int as n from unnest(prefixes) as p(prefix) group by p.prefix order by p.prefix
  loop
    perform pg_advisory_xact_lock(hashtextextended('resident.nik', wanted.prefix));
    select c.last into top from resident.nik_counter c where c.prefix = wanted.prefix;
    if top is null then
      select (max(r.nik) % 10000)::int into top from resident.resident r
       where r.nik between wanted.prefix * 10000 and wanted.prefix * 10000 + 9999;
    end if;
    top := greatest(coalesce(top, 0), first_serial - 1);
    if top + wanted.n > 9999 then
      raise exception using errcode = 'JD001', message = 'no serial left', detail = wanted.prefix::text;
    end if;
    insert into resident.nik_counter as c (prefix, last) values (wanted.prefix, (top + wanted.n)::smallint)
      on conflict (prefix) do update set last = excluded.last;
    issued := issued || array(select wanted.prefix * 10000 + top + g from generate_series(1, wanted.n) as g);
  end loop;
  return issued;
end $function$
;


-- Grants

grant delete, insert, select, update on  resident.staging to jatidiri_app;
grant delete, insert, select, update on  resident.staging to jatidiri_system;
grant execute on function family.issue_numbers(bigint[],integer) to jatidiri_app;
grant execute on function family.issue_numbers(bigint[],integer) to jatidiri_system;
grant execute on function job.add(jsonb) to jatidiri_app;
grant execute on function job.add(jsonb) to jatidiri_system;
grant execute on function resident.advance_counters(uuid) to jatidiri_app;
grant execute on function resident.advance_counters(uuid) to jatidiri_system;
grant execute on function resident.issue_niks(bigint[],integer) to jatidiri_app;
grant execute on function resident.issue_niks(bigint[],integer) to jatidiri_system;
grant insert, select on  application.step to jatidiri_app;
grant insert, select on  application.step to jatidiri_system;
grant insert, select on  civil_event.participant to jatidiri_app;
grant insert, select on  civil_event.participant to jatidiri_system;
grant insert, select on  family.card_history to jatidiri_app;
grant insert, select on  family.card_history to jatidiri_system;
grant insert, select on  resident.act to jatidiri_app;
grant insert, select on  resident.act to jatidiri_system;
grant insert, select on  resident.history to jatidiri_app;
grant insert, select on  resident.history to jatidiri_system;
grant insert, select on  resident.import_fault to jatidiri_app;
grant insert, select on  resident.import_fault to jatidiri_system;
grant insert, select, update on  application.application to jatidiri_app;
grant insert, select, update on  application.application to jatidiri_system;
grant insert, select, update on  application.counter to jatidiri_app;
grant insert, select, update on  application.counter to jatidiri_system;
grant insert, select, update on  application.requirement to jatidiri_app;
grant insert, select, update on  application.requirement to jatidiri_system;
grant insert, select, update on  civil_event.certificate_counter to jatidiri_app;
grant insert, select, update on  civil_event.certificate_counter to jatidiri_system;
grant insert, select, update on  civil_event.event to jatidiri_app;
grant insert, select, update on  civil_event.event to jatidiri_system;
grant insert, select, update on  civil_event.move to jatidiri_app;
grant insert, select, update on  civil_event.move to jatidiri_system;
grant insert, select, update on  family.card to jatidiri_app;
grant insert, select, update on  family.card to jatidiri_system;
grant insert, select, update on  family.membership_by_card to jatidiri_app;
grant insert, select, update on  family.membership_by_card to jatidiri_system;
grant insert, select, update on  family.membership_by_nik to jatidiri_app;
grant insert, select, update on  family.membership_by_nik to jatidiri_system;
grant insert, select, update on  resident.deactivation to jatidiri_app;
grant insert, select, update on  resident.deactivation to jatidiri_system;
grant insert, select, update on  resident.identity_case to jatidiri_app;
grant insert, select, update on  resident.identity_case to jatidiri_system;
grant insert, select, update on  resident.import to jatidiri_app;
grant insert, select, update on  resident.import to jatidiri_system;
grant insert, select, update on  resident.merge to jatidiri_app;
grant insert, select, update on  resident.merge to jatidiri_system;
grant insert, select, update on  resident.protected to jatidiri_app;
grant insert, select, update on  resident.protected to jatidiri_system;
grant insert, select, update on  resident.resident to jatidiri_app;
grant insert, select, update on  resident.resident to jatidiri_system;
grant select on  application_read.followed to jatidiri_app;
grant select on  application_read.followed to jatidiri_system;
grant select on  civil_event_read.event to jatidiri_app;
grant select on  civil_event_read.event to jatidiri_system;
grant select on  family_read.card to jatidiri_app;
grant select on  family_read.card to jatidiri_system;
grant select on  family_read.membership to jatidiri_app;
grant select on  family_read.membership to jatidiri_system;
grant select on  migration.applied to jatidiri;
grant select on  migration.applied to jatidiri_app;
grant select on  migration.applied to jatidiri_system;
grant select on  resident_read.act to jatidiri_app;
grant select on  resident_read.act to jatidiri_system;
grant select on  resident_read.masked to jatidiri_app;
grant select on  resident_read.masked to jatidiri_system;
grant select on  resident_read.resident to jatidiri_app;
grant select on  resident_read.resident to jatidiri_system;
grant usage on schema application to jatidiri_app;
grant usage on schema application to jatidiri_system;
grant usage on schema application_read to jatidiri_app;
grant usage on schema application_read to jatidiri_system;
grant usage on schema civil_event to jatidiri_app;
grant usage on schema civil_event to jatidiri_system;
grant usage on schema civil_event_read to jatidiri_app;
grant usage on schema civil_event_read to jatidiri_system;
grant usage on schema family to jatidiri_app;
grant usage on schema family to jatidiri_system;
grant usage on schema family_read to jatidiri_app;
grant usage on schema family_read to jatidiri_system;
grant usage on schema job to jatidiri_app;
grant usage on schema job to jatidiri_system;
grant usage on schema migration to jatidiri;
grant usage on schema migration to jatidiri_app;
grant usage on schema migration to jatidiri_system;
grant usage on schema resident to jatidiri_app;
grant usage on schema resident to jatidiri_system;
grant usage on schema resident_read to jatidiri_answer;
grant usage on schema resident_read to jatidiri_app;
grant usage on schema resident_read to jatidiri_system;

-- Comments

comment on application.application is 'One workflow for every service. details are the kind''s own fields as its schema has them; outcome_id is the event or document it led to.';
comment on application.counter is 'The last number given for an office and day.';
comment on application.requirement is 'A document that the service asks for, what was handed in and what the checker said.';
comment on application.step is 'Append-only: every state an application has been in.';
comment on application_read.followed is 'What the applicant may see without signing in; always asked by number and birth date together.';
comment on civil_event.certificate_counter is 'The last certificate number of an office, kind and year.';
comment on civil_event.event is 'Events with their own details by kind; an event is undone by another event, never deleted. pending is a move between two offices.';
comment on civil_event.move is 'A move between regencies: one case in two offices. While underway the people are counted once, at the place they left.';
comment on civil_event.participant is 'Whom an event is about: child, mother, father, deceased, husband, wife, mover, ...';
comment on civil_event_read.event is 'Events person by person.';
comment on column resident.resident.name_key is 'Indonesian phonetic key of the whole name; searches start from equality on it (only leakproof operators use indexes under policies)';
comment on column resident.resident.permit is '1 ITAS (limited stay), 2 ITAP (permanent stay); null for citizens';
comment on column resident.resident.state is '1 HIDUP, 2 MENINGGAL, 3 PINDAH_LUAR_NEGERI, 4 LEPAS_WNI, 5 GANDA, 6 NONAKTIF';
comment on family.card is 'KK: belongs to its head. state 1 berlaku, 2 diganti, 3 ditutup. head_nik is null while a family has no head, which is shown.';
comment on family.card_counter is 'The last serial for district (6) and day of registration (6).';
comment on family.card_history is 'Append-only: what happened to a KK (issued, changed, replaced, joined, left, closed).';
comment on family.membership_by_card is 'The same memberships, placed by family card.';
comment on family.membership_by_nik is 'Which KK a resident belonged to from when to when (valid_to is the first day outside). relation is SHDK 1-11.';
comment on family_read.card is 'Family cards, as far as the asker may see.';
comment on family_read.membership is 'Who belongs or belonged to which card.';
comment on function job.add(jsonb) is 'Adds jobs [{name, payload, queue, runAt, maxAttempts, key, priority}] to the queue.';
comment on migration.applied is 'Migrations that have run, with the SHA-256 of what ran.';
comment on resident.act is 'Acts on residents: who, when it happened, when it was recorded, on which legal basis, and its ledger entry.';
comment on resident.deactivation is 'NONAKTIF is announced first, has a reason and a legal basis, can be appealed, and is reversible.';
comment on resident.history is 'Append-only: what each act changed. delta is an array (all elements, in the order of rules.ts, for the first act) or an object (element: new value). sealed_before keeps what a change of protected elements replaced.';
comment on resident.identity_case is 'Cases of identity; claim is what the other side says, sealed under the class key.';
comment on resident.import is 'A file on its way into the register: position is the last row whose batch is committed, so a restart counts nothing twice.';
comment on resident.import_fault is 'Report per cell: row and column of the file, the code of what is wrong, and what stood there (masked where it is personal).';
comment on resident.merge is 'Two records of one person: the absorbed one is GANDA and points to the survivor; undone by a new act.';
comment on resident.nik_counter is 'The last serial issued for a prefix of 12 digits; a prefix appears when its first NIK is issued here, starting after what imports brought.';
comment on resident.protected is 'Protected elements, AES-256-GCM under the class key resident.protected; mother_key is a keyed phonetic index.';
comment on resident.resident is 'Who lives here, or did: death and departure are states, a row is never deleted.';
comment on resident_read.act is 'Acts person by person, for figures that are made again as they were known then.';
comment on resident_read.masked is 'Everybody, masked: initials, birth date, region and state only.';
comment on resident_read.resident is 'Residents without protected elements, as far as the asker may see.';
