-- Made from the catalog after all migrations by "node dev/schema.ts"; npm run check compares. Do not edit.

-- Extensions and schemas

create extension btree_gist;
create extension pg_trgm;
create schema application;
create schema application_read;
create schema approval;
create schema blank;
create schema blank_read;
create schema card;
create schema card_read;
create schema citizen;
create schema citizen_read;
create schema civil_event;
create schema civil_event_read;
create schema dashboard;
create schema disposal;
create schema disposal_read;
create schema document;
create schema document_read;
create schema dukcapil_ws;
create schema enrolment;
create schema enrolment_read;
create schema family;
create schema family_read;
create schema file;
create schema idempotency;
create schema job;
create schema kept_count;
create schema ledger;
create schema matching;
create schema matching_read;
create schema metering;
create schema metering_read;
create schema migration;
create schema office;
create schema office_read;
create schema officer;
create schema officer_read;
create schema partner;
create schema partner_read;
create schema portal;
create schema region;
create schema region_read;
create schema resident;
create schema resident_read;
create schema returned_data;
create schema returned_data_read;
create schema statement;
create schema uniqueness;
create schema uniqueness_read;
create schema verification;
create schema verification_read;
create schema voter;
create schema warehouse;
create schema webhook;

-- Types and sequences

create domain blank.state as smallint CHECK (((VALUE >= 1) AND (VALUE <= 7)));
create sequence blank.batch_seq_seq;
create sequence blank.uid_run_id_seq;
create sequence uniqueness.gallery_change_seq_seq;

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
  details json,
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
  sealed bytea,
  constraint application_details CHECK (((details IS NULL) <> (sealed IS NULL))),
  constraint application_number UNIQUE (number),
  constraint application_pkey PRIMARY KEY (id),
  constraint application_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'incomplete'::text, 'assigned'::text, 'accepted'::text, 'refused'::text, 'withdrawn'::text])))
);
alter table application.application enable row level security;
alter table application.application force row level security;
CREATE INDEX application_clear ON application.application USING btree (id) WHERE (details IS NOT NULL);
CREATE INDEX application_open ON application.application USING btree (village_code, state) WHERE (state = ANY (ARRAY['draft'::text, 'submitted'::text, 'incomplete'::text, 'assigned'::text]));
CREATE INDEX application_subject ON application.application USING btree (subject_nik);
CREATE INDEX application_village ON application.application USING btree (village_code, state);
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

create table approval.proposal (
  id uuid not null,
  act text not null,
  input bytea not null,
  hash bytea not null,
  fingerprint text not null,
  region_code text not null,
  summary_key text not null,
  summary_values jsonb not null,
  state text default 'waiting'::text not null,
  proposed_by uuid not null,
  proposed_by_pseudonym text not null,
  office_id uuid,
  office_region text,
  proposed_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  reason text,
  constraint proposal_decided CHECK (((state = 'waiting'::text) = ((decided_by IS NULL) AND (decided_at IS NULL)))),
  constraint proposal_decided_by_another CHECK (((state <> 'approved'::text) OR (decided_by <> proposed_by))),
  constraint proposal_hash_check CHECK ((length(hash) = 32)),
  constraint proposal_pkey PRIMARY KEY (id),
  constraint proposal_region_code_check CHECK ((region_code ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{10})?$'::text)),
  constraint proposal_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'approved'::text, 'rejected'::text, 'withdrawn'::text])))
);
alter table approval.proposal enable row level security;
alter table approval.proposal force row level security;
CREATE INDEX proposal_by ON approval.proposal USING btree (proposed_by, proposed_at);
CREATE INDEX proposal_waiting ON approval.proposal USING btree (expires_at) WHERE (state = 'waiting'::text);
create policy all_of_it for all to jatidiri_system using (true) with check (true);
create policy decided for update to jatidiri_app using (true);
create policy owned for all to jatidiri_owner using (true) with check (true);
create policy proposed for insert to jatidiri_app with check (((proposed_by)::text = ( SELECT current_setting('jatidiri.officer'::text) AS current_setting)));
create policy seen for select to jatidiri_app using ((((proposed_by)::text = ( SELECT current_setting('jatidiri.officer'::text) AS current_setting)) OR ((( SELECT (current_setting('jatidiri.low'::text))::bigint AS current_setting) <= (rpad("left"(region_code, GREATEST((length(region_code) - 2), 0)), 10, '9'::text))::bigint) AND (( SELECT (current_setting('jatidiri.high'::text))::bigint AS current_setting) >= (rpad("left"(region_code, GREATEST((length(region_code) - 2), 0)), 10, '0'::text))::bigint))));

create table blank.batch (
  id uuid not null,
  seq integer identity not null,
  number text not null,
  supplier text not null,
  contract_no text not null,
  delivered_on date not null,
  n bigint not null,
  uids bigint default 0 not null,
  manifest bytea,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  entry_id uuid not null,
  uid_run integer,
  constraint batch_manifest CHECK (((manifest IS NULL) = (uids = 0))),
  constraint batch_n_check CHECK ((n > 0)),
  constraint batch_number UNIQUE (number),
  constraint batch_pkey PRIMARY KEY (id),
  constraint batch_seq_key UNIQUE (seq),
  constraint batch_uid_run_fkey FOREIGN KEY (uid_run) REFERENCES blank.uid_run(id)
);
alter table blank.batch enable row level security;
alter table blank.batch force row level security;
CREATE INDEX batch_uid_run ON blank.batch USING btree (uid_run);
create policy batch_app for all to jatidiri_app using (true) with check (true);
create policy batch_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table blank.batch_range (
  batch_id uuid not null,
  serials int8range not null,
  constraint batch_range_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES blank.batch(id),
  constraint batch_range_once EXCLUDE USING gist (serials WITH &&),
  constraint batch_range_pkey PRIMARY KEY (batch_id, serials)
);
alter table blank.batch_range enable row level security;
alter table blank.batch_range force row level security;
create policy batch_range_app for all to jatidiri_app using (true) with check (true);
create policy batch_range_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table blank.box (
  code text not null,
  batch_id uuid not null,
  serials int8range not null,
  constraint box_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES blank.batch(id),
  constraint box_capitals CHECK ((code = upper(code))),
  constraint box_once EXCLUDE USING gist (serials WITH &&),
  constraint box_pkey PRIMARY KEY (code)
);
alter table blank.box enable row level security;
alter table blank.box force row level security;
create policy box_app for all to jatidiri_app using (true) with check (true);
create policy box_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table blank.closing (
  day date not null,
  store_id uuid not null,
  region_code text not null,
  received bigint not null,
  handed_on bigint not null,
  in_stock bigint not null,
  in_transit bigint not null,
  personalised bigint not null,
  spoiled bigint not null,
  missing bigint not null,
  destroyed bigint not null,
  difference bigint not null,
  disputed bigint not null,
  salt bytea not null,
  constraint closing_day_fkey FOREIGN KEY (day) REFERENCES blank.closing_day(day),
  constraint closing_disputed_check CHECK ((disputed >= 0)),
  constraint closing_pkey PRIMARY KEY (day, store_id),
  constraint closing_salt_check CHECK ((length(salt) = 16)),
  constraint closing_store_id_fkey FOREIGN KEY (store_id) REFERENCES blank.store(id)
);
alter table blank.closing enable row level security;
alter table blank.closing force row level security;
create policy closing_app for all to jatidiri_app using (blank.mine(store_id));
create policy closing_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table blank.closing_day (
  day date not null,
  at timestamp with time zone not null,
  closed_at timestamp with time zone not null,
  stores integer not null,
  root bytea not null,
  entry_id uuid not null,
  constraint closing_day_pkey PRIMARY KEY (day),
  constraint closing_day_root_check CHECK ((length(root) = 32)),
  constraint closing_day_stores_check CHECK ((stores >= 0))
);
alter table blank.closing_day enable row level security;
alter table blank.closing_day force row level security;
create policy closing_day_app for all to jatidiri_app using (true);
create policy closing_day_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table blank.discrepancy (
  id uuid not null,
  store_id uuid not null,
  shipment_id uuid,
  tally_id uuid not null,
  expected bigint not null,
  counted bigint not null,
  opened_at timestamp with time zone not null,
  due_on date not null,
  state text default 'open'::text not null,
  explanation text,
  closed_at timestamp with time zone,
  closed_by uuid,
  entry_id uuid not null,
  movement_id uuid,
  found_at timestamp with time zone,
  constraint discrepancy_closed CHECK (((state = 'open'::text) = (closed_at IS NULL))),
  constraint discrepancy_differs CHECK ((expected <> counted)),
  constraint discrepancy_found CHECK (((state = 'found'::text) = (found_at IS NOT NULL))),
  constraint discrepancy_lost CHECK (((movement_id IS NULL) OR (state = ANY (ARRAY['missing'::text, 'found'::text])))),
  constraint discrepancy_movement_id_fkey FOREIGN KEY (movement_id) REFERENCES blank.movement(id),
  constraint discrepancy_pkey PRIMARY KEY (id),
  constraint discrepancy_shipment_id_fkey FOREIGN KEY (shipment_id) REFERENCES blank.shipment(id),
  constraint discrepancy_state_check CHECK ((state = ANY (ARRAY['open'::text, 'explained'::text, 'missing'::text, 'found'::text]))),
  constraint discrepancy_store_id_fkey FOREIGN KEY (store_id) REFERENCES blank.store(id),
  constraint discrepancy_tally_id_fkey FOREIGN KEY (tally_id) REFERENCES blank.tally(id)
);
alter table blank.discrepancy enable row level security;
alter table blank.discrepancy force row level security;
CREATE INDEX discrepancy_open ON blank.discrepancy USING btree (due_on) WHERE (state = 'open'::text);
CREATE INDEX discrepancy_store ON blank.discrepancy USING btree (store_id);
create policy discrepancy_app for all to jatidiri_app using (blank.mine(store_id)) with check (true);
create policy discrepancy_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table blank.find (
  id uuid not null,
  number text not null,
  store_id uuid not null,
  serials int8multirange not null,
  found_on date not null,
  place text not null,
  words bytea not null,
  photo_id uuid,
  reported_at timestamp with time zone not null,
  reported_by uuid not null,
  state text not null,
  answer text,
  decided_at timestamp with time zone,
  decided_by uuid,
  movement_id uuid,
  entry_id uuid not null,
  constraint find_confirmed CHECK (((state = 'confirmed'::text) = (movement_id IS NOT NULL))),
  constraint find_decided CHECK ((((state = 'reported'::text) = (decided_at IS NULL)) AND ((decided_at IS NULL) = (decided_by IS NULL)) AND ((decided_at IS NULL) = (answer IS NULL)))),
  constraint find_movement_id_fkey FOREIGN KEY (movement_id) REFERENCES blank.movement(id),
  constraint find_number UNIQUE (number),
  constraint find_pkey PRIMARY KEY (id),
  constraint find_some CHECK ((NOT isempty(serials))),
  constraint find_state_check CHECK ((state = ANY (ARRAY['reported'::text, 'confirmed'::text, 'refused'::text]))),
  constraint find_store_id_fkey FOREIGN KEY (store_id) REFERENCES blank.store(id),
  constraint find_two CHECK ((decided_by <> reported_by)),
  constraint find_waits_once EXCLUDE USING gist (serials WITH &&) WHERE ((state = 'reported'::text))
);
alter table blank.find enable row level security;
alter table blank.find force row level security;
CREATE INDEX find_store ON blank.find USING btree (store_id, reported_at);
CREATE INDEX find_waits ON blank.find USING btree (reported_at) WHERE (state = 'reported'::text);
create policy find_app for all to jatidiri_app using (blank.mine(store_id)) with check (true);
create policy find_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table blank.holding (
  store_id uuid not null,
  state blank.state not null,
  n bigint not null,
  constraint holding_n_check CHECK ((n >= 0)),
  constraint holding_pkey PRIMARY KEY (store_id, state),
  constraint holding_store_id_fkey FOREIGN KEY (store_id) REFERENCES blank.store(id)
);
alter table blank.holding enable row level security;
alter table blank.holding force row level security;
create policy holding_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table blank.incident (
  id uuid not null,
  number text not null,
  tracking text not null,
  kind text not null,
  origin text not null,
  state text not null,
  region_code text not null,
  place text not null,
  seen_on date not null,
  words bytea not null,
  serials int8multirange not null,
  unknown text[] not null,
  photo_id uuid,
  opened_at timestamp with time zone not null,
  opened_on date not null,
  opened_by uuid,
  police_number text,
  police_office text,
  outcome text,
  closed_at timestamp with time zone,
  closed_on date,
  closed_by uuid,
  entry_id uuid not null,
  constraint incident_by CHECK (((origin = 'public'::text) = (opened_by IS NULL))),
  constraint incident_closed CHECK ((((state = 'closed'::text) = (closed_at IS NOT NULL)) AND ((closed_at IS NULL) = (outcome IS NULL)))),
  constraint incident_kind_check CHECK ((kind = ANY (ARRAY['for_sale'::text, 'found'::text, 'stolen'::text]))),
  constraint incident_number UNIQUE (number),
  constraint incident_origin_check CHECK ((origin = ANY (ARRAY['officer'::text, 'public'::text]))),
  constraint incident_outcome_check CHECK ((outcome = ANY (ARRAY['recovered'::text, 'theft'::text, 'loss'::text, 'forgery'::text, 'mistaken'::text]))),
  constraint incident_pkey PRIMARY KEY (id),
  constraint incident_police CHECK (((police_number IS NULL) = (police_office IS NULL))),
  constraint incident_state_check CHECK ((state = ANY (ARRAY['reported'::text, 'open'::text, 'closed'::text]))),
  constraint incident_tracking UNIQUE (tracking)
);
alter table blank.incident enable row level security;
alter table blank.incident force row level security;
CREATE INDEX incident_open ON blank.incident USING btree (opened_at) WHERE (state <> 'closed'::text);
create policy incident_app for all to jatidiri_app using (
CASE
    WHEN (region_code = ''::text) THEN ((( SELECT (current_setting('jatidiri.low'::text))::bigint AS current_setting) = 0) AND (( SELECT (current_setting('jatidiri.high'::text))::bigint AS current_setting) = '9999999999'::bigint))
    ELSE (((rpad(region_code, 10, '0'::text))::bigint >= ( SELECT (current_setting('jatidiri.low'::text))::bigint AS current_setting)) AND ((rpad(region_code, 10, '0'::text))::bigint <= ( SELECT (current_setting('jatidiri.high'::text))::bigint AS current_setting)))
END) with check (true);
create policy incident_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table blank.incident_event (
  id uuid not null,
  incident_id uuid not null,
  kind text not null,
  at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  by_id uuid,
  asked_by uuid,
  serials int8multirange,
  words bytea,
  entry_id uuid not null,
  constraint incident_event_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES blank.incident(id),
  constraint incident_event_kind_check CHECK ((kind = ANY (ARRAY['opened'::text, 'taken_up'::text, 'noted'::text, 'identified'::text, 'police'::text, 'frozen'::text, 'lifted'::text, 'closed'::text]))),
  constraint incident_event_pkey PRIMARY KEY (id),
  constraint incident_event_serials CHECK (((serials IS NOT NULL) = (kind = ANY (ARRAY['identified'::text, 'frozen'::text, 'lifted'::text]))))
);
alter table blank.incident_event enable row level security;
alter table blank.incident_event force row level security;
CREATE INDEX incident_event_incident ON blank.incident_event USING btree (incident_id, recorded_at);
create policy incident_event_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM blank.incident i
  WHERE (i.id = incident_event.incident_id)))) with check (true);
create policy incident_event_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table blank.keeping (
  store_id uuid not null,
  keeper_id uuid not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone,
  count_id uuid,
  entry_id uuid not null,
  number text,
  decided_by uuid,
  constraint keeping_decided CHECK (((number IS NULL) = (decided_by IS NULL))),
  constraint keeping_number UNIQUE (number),
  constraint keeping_pkey PRIMARY KEY (store_id, from_at, keeper_id),
  constraint keeping_span CHECK ((until_at >= from_at)),
  constraint keeping_store_id_fkey FOREIGN KEY (store_id) REFERENCES blank.store(id)
);
alter table blank.keeping enable row level security;
alter table blank.keeping force row level security;
CREATE INDEX keeping_keeper ON blank.keeping USING btree (keeper_id) WHERE (until_at IS NULL);
CREATE UNIQUE INDEX keeping_now ON blank.keeping USING btree (store_id) WHERE (until_at IS NULL);
create policy keeping_app for all to jatidiri_app using (blank.mine(store_id)) with check (true);
create policy keeping_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table blank.lot (
  serials int8range not null,
  store_id uuid not null,
  state blank.state not null,
  batch_id uuid not null,
  shipment_id uuid,
  incident_id uuid,
  constraint lot_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES blank.batch(id),
  constraint lot_incident_known FOREIGN KEY (incident_id) REFERENCES blank.incident(id),
  constraint lot_once EXCLUDE USING gist (serials WITH &&),
  constraint lot_shipment_id_fkey FOREIGN KEY (shipment_id) REFERENCES blank.shipment(id),
  constraint lot_some CHECK ((NOT isempty(serials))),
  constraint lot_store_id_fkey FOREIGN KEY (store_id) REFERENCES blank.store(id),
  constraint lot_transit CHECK ((((state)::smallint = 3) = (shipment_id IS NOT NULL)))
);
alter table blank.lot enable row level security;
alter table blank.lot force row level security;
CREATE INDEX lot_incident ON blank.lot USING btree (incident_id) WHERE (incident_id IS NOT NULL);
CREATE INDEX lot_received ON blank.lot USING btree (batch_id) WHERE ((state)::smallint = 1);
CREATE INDEX lot_shipment ON blank.lot USING btree (shipment_id) WHERE (shipment_id IS NOT NULL);
CREATE INDEX lot_store ON blank.lot USING btree (store_id, state);
create policy lot_app for all to jatidiri_app using (blank.mine(store_id)) with check (true);
create policy lot_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table blank.manifest_line (
  batch_id uuid not null,
  line bigint not null,
  serial bigint not null,
  uid bigint not null
);

create table blank.movement (
  id uuid not null,
  kind smallint not null,
  occurred_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  from_store uuid,
  from_state blank.state,
  to_store uuid not null,
  to_state blank.state not null,
  n bigint not null,
  shipment_id uuid,
  reverses uuid,
  reason text,
  officer_id uuid not null,
  entry_id uuid not null,
  constraint movement_from CHECK (((from_store IS NULL) = (from_state IS NULL))),
  constraint movement_from_store_fkey FOREIGN KEY (from_store) REFERENCES blank.store(id),
  constraint movement_n_check CHECK ((n > 0)),
  constraint movement_once_reversed UNIQUE (reverses),
  constraint movement_pkey PRIMARY KEY (id),
  constraint movement_reverses_fkey FOREIGN KEY (reverses) REFERENCES blank.movement(id),
  constraint movement_shipment_id_fkey FOREIGN KEY (shipment_id) REFERENCES blank.shipment(id),
  constraint movement_to_store_fkey FOREIGN KEY (to_store) REFERENCES blank.store(id)
);
alter table blank.movement enable row level security;
alter table blank.movement force row level security;
CREATE INDEX movement_from_store ON blank.movement USING btree (from_store, recorded_at) WHERE (from_store IS NOT NULL);
CREATE INDEX movement_occurred ON blank.movement USING brin (occurred_at) WITH (autosummarize='on');
CREATE INDEX movement_recorded ON blank.movement USING brin (recorded_at) WITH (autosummarize='on');
CREATE INDEX movement_shipment ON blank.movement USING btree (shipment_id) WHERE (shipment_id IS NOT NULL);
CREATE INDEX movement_to_store ON blank.movement USING btree (to_store, recorded_at);
create policy movement_app for all to jatidiri_app using ((blank.mine(from_store) OR blank.mine(to_store))) with check (true);
create policy movement_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table blank.movement_serials (
  movement_id uuid not null,
  serials int8range not null,
  constraint movement_serials_movement_id_fkey FOREIGN KEY (movement_id) REFERENCES blank.movement(id)
);
alter table blank.movement_serials enable row level security;
alter table blank.movement_serials force row level security;
CREATE INDEX movement_serials_movement ON blank.movement_serials USING btree (movement_id);
CREATE INDEX movement_serials_serials ON blank.movement_serials USING gist (serials);
create policy movement_serials_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM blank.movement m
  WHERE (m.id = movement_serials.movement_id)))) with check (true);
create policy movement_serials_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table blank.numbering (
  series text not null,
  n bigint not null,
  constraint numbering_pkey PRIMARY KEY (series)
);

create table blank.passage (
  to_store uuid not null,
  from_store uuid,
  n bigint not null,
  constraint passage_from_store_fkey FOREIGN KEY (from_store) REFERENCES blank.store(id),
  constraint passage_n_check CHECK ((n > 0)),
  constraint passage_once UNIQUE NULLS NOT DISTINCT (to_store, from_store),
  constraint passage_to_store_fkey FOREIGN KEY (to_store) REFERENCES blank.store(id)
);
alter table blank.passage enable row level security;
alter table blank.passage force row level security;
CREATE INDEX passage_from ON blank.passage USING btree (from_store);
create policy passage_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table blank.request (
  id uuid not null,
  number text not null,
  store_id uuid not null,
  region_code text not null,
  needs jsonb not null,
  n bigint not null,
  rank smallint not null,
  reason text not null,
  asked_at timestamp with time zone not null,
  asked_by uuid not null,
  state text default 'open'::text not null,
  answer text,
  shipment_id uuid,
  ended_at timestamp with time zone,
  ended_by uuid,
  entry_id uuid not null,
  constraint request_ended CHECK (((state = 'open'::text) = (ended_at IS NULL))),
  constraint request_met CHECK (((state = 'met'::text) = (shipment_id IS NOT NULL))),
  constraint request_n_check CHECK ((n > 0)),
  constraint request_number UNIQUE (number),
  constraint request_pkey PRIMARY KEY (id),
  constraint request_shipment_id_fkey FOREIGN KEY (shipment_id) REFERENCES blank.shipment(id),
  constraint request_state_check CHECK ((state = ANY (ARRAY['open'::text, 'met'::text, 'declined'::text, 'withdrawn'::text]))),
  constraint request_store_id_fkey FOREIGN KEY (store_id) REFERENCES blank.store(id)
);
alter table blank.request enable row level security;
alter table blank.request force row level security;
CREATE INDEX request_open ON blank.request USING btree (rank, asked_at) WHERE (state = 'open'::text);
CREATE INDEX request_store ON blank.request USING btree (store_id, asked_at);
create policy request_app for all to jatidiri_app using (blank.mine(store_id)) with check (true);
create policy request_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table blank.security_hold (
  id uuid not null,
  region_code text not null,
  from_on date not null,
  until_on date not null,
  reason text not null,
  asked_by uuid not null,
  approved_at timestamp with time zone not null,
  approved_by uuid not null,
  entry_id uuid not null,
  constraint security_hold_pkey PRIMARY KEY (id),
  constraint security_hold_span CHECK ((until_on >= from_on)),
  constraint security_hold_two CHECK ((asked_by <> approved_by))
);
alter table blank.security_hold enable row level security;
alter table blank.security_hold force row level security;
create policy security_hold_app for all to jatidiri_app using (true) with check (true);
create policy security_hold_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table blank.shipment (
  id uuid not null,
  number text not null,
  kind text not null,
  from_store uuid not null,
  to_store uuid not null,
  state text not null,
  carried blank.state default 2 not null,
  n bigint not null,
  seals text[] not null,
  carrier text not null,
  expected_on date not null,
  sent_at timestamp with time zone not null,
  sent_by uuid not null,
  ended_at timestamp with time zone,
  entry_id uuid not null,
  constraint shipment_ended CHECK (((ended_at IS NULL) = (state = ANY (ARRAY['sent'::text, 'difference'::text])))),
  constraint shipment_from_store_fkey FOREIGN KEY (from_store) REFERENCES blank.store(id),
  constraint shipment_kind_check CHECK ((kind = ANY (ARRAY['distribution'::text, 'rebalancing'::text, 'return'::text]))),
  constraint shipment_n_check CHECK ((n > 0)),
  constraint shipment_number UNIQUE (number),
  constraint shipment_pkey PRIMARY KEY (id),
  constraint shipment_state_check CHECK ((state = ANY (ARRAY['sent'::text, 'difference'::text, 'accepted'::text, 'returned'::text]))),
  constraint shipment_to_store_fkey FOREIGN KEY (to_store) REFERENCES blank.store(id),
  constraint shipment_two CHECK ((from_store <> to_store))
);
alter table blank.shipment enable row level security;
alter table blank.shipment force row level security;
CREATE INDEX shipment_from ON blank.shipment USING btree (from_store, ended_at);
CREATE INDEX shipment_open ON blank.shipment USING btree (expected_on) WHERE (ended_at IS NULL);
CREATE INDEX shipment_to ON blank.shipment USING btree (to_store, ended_at);
create policy shipment_app for all to jatidiri_app using ((blank.mine(from_store) OR blank.mine(to_store))) with check (true);
create policy shipment_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table blank.store (
  id uuid not null,
  office_id uuid not null,
  name text not null,
  kind text not null,
  region_code text not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint store_kind_check CHECK ((kind = ANY (ARRAY['centre'::text, 'province'::text, 'regency'::text, 'district'::text, 'printer'::text]))),
  constraint store_name UNIQUE (office_id, name),
  constraint store_pkey PRIMARY KEY (id)
);
alter table blank.store enable row level security;
alter table blank.store force row level security;
CREATE INDEX store_region ON blank.store USING btree (region_code);
create policy store_app for all to jatidiri_app using (true) with check (true);
create policy store_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table blank.tally (
  id uuid not null,
  what text not null,
  store_id uuid not null,
  shipment_id uuid,
  batch_id uuid,
  round smallint not null,
  counted bigint not null,
  expected bigint not null,
  seals_whole boolean,
  serials int8multirange,
  counted_at timestamp with time zone not null,
  counted_by uuid not null,
  note text,
  entry_id uuid not null,
  constraint tally_batch CHECK (((what = 'delivery'::text) = (batch_id IS NOT NULL))),
  constraint tally_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES blank.batch(id),
  constraint tally_counted_check CHECK ((counted >= 0)),
  constraint tally_pkey PRIMARY KEY (id),
  constraint tally_shipment CHECK (((what = 'shipment'::text) = (shipment_id IS NOT NULL))),
  constraint tally_shipment_id_fkey FOREIGN KEY (shipment_id) REFERENCES blank.shipment(id),
  constraint tally_store_id_fkey FOREIGN KEY (store_id) REFERENCES blank.store(id),
  constraint tally_what_check CHECK ((what = ANY (ARRAY['delivery'::text, 'shipment'::text, 'stock'::text, 'handover'::text])))
);
alter table blank.tally enable row level security;
alter table blank.tally force row level security;
CREATE INDEX tally_batch_of ON blank.tally USING btree (batch_id) WHERE (batch_id IS NOT NULL);
CREATE INDEX tally_shipment_of ON blank.tally USING btree (shipment_id) WHERE (shipment_id IS NOT NULL);
CREATE INDEX tally_store ON blank.tally USING btree (store_id, counted_at);
create policy tally_app for all to jatidiri_app using (blank.mine(store_id)) with check (true);
create policy tally_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table blank.uid_page (
  run integer not null,
  first_uid bigint not null,
  entries bytea not null,
  page integer not null,
  constraint uid_page_pkey PRIMARY KEY (run, first_uid),
  constraint uid_page_run_fkey FOREIGN KEY (run) REFERENCES blank.uid_run(id)
);
CREATE UNIQUE INDEX uid_page_number ON blank.uid_page USING btree (run, page);

create table blank.uid_place (
  run integer not null,
  block integer not null,
  pages bytea not null,
  constraint uid_place_pkey PRIMARY KEY (run, block),
  constraint uid_place_run_fkey FOREIGN KEY (run) REFERENCES blank.uid_run(id)
);

create table blank.uid_run (
  id integer identity not null,
  low bigint not null,
  n bigint not null,
  constraint uid_run_n_check CHECK ((n > 0)),
  constraint uid_run_pkey PRIMARY KEY (id)
);

create table card.ask (
  id uuid not null,
  about bytea not null,
  source bytea not null,
  asked_at timestamp with time zone not null,
  sealed bytea not null,
  nik bigint,
  code bytea,
  tries smallint default 0 not null,
  opened_at timestamp with time zone,
  visit bytea,
  visit_until timestamp with time zone,
  constraint ask_code CHECK (((nik IS NULL) = (code IS NULL))),
  constraint ask_pkey PRIMARY KEY (id),
  constraint ask_visit CHECK ((((opened_at IS NULL) = (visit IS NULL)) AND ((visit IS NULL) = (visit_until IS NULL))))
);
CREATE INDEX ask_about ON card.ask USING btree (about, asked_at);
CREATE INDEX ask_age ON card.ask USING btree (asked_at);
CREATE INDEX ask_source ON card.ask USING btree (source, asked_at);

create table card.card (
  nik bigint not null,
  id uuid not null,
  serial bigint,
  uid bigint,
  kind text not null,
  state smallint not null,
  since timestamp with time zone not null,
  village_code bigint not null,
  office_id uuid,
  printed_on date not null,
  printed_version integer,
  valid_until date,
  replace_since date,
  replace_elements text[],
  entry_id uuid not null,
  request_id uuid,
  bound_for uuid,
  stranded boolean default false not null,
  constraint card_kind_check CHECK ((kind = ANY (ARRAY['first'::text, 'change'::text, 'damage'::text, 'loss'::text]))),
  constraint card_pkey PRIMARY KEY (nik, id),
  constraint card_replace CHECK (((replace_since IS NULL) = (replace_elements IS NULL))),
  constraint card_state_check CHECK (((state >= 1) AND (state <= 11)))
);
alter table card.card enable row level security;
alter table card.card force row level security;
CREATE INDEX card_bound ON card.card USING btree (bound_for) WHERE (bound_for IS NOT NULL);
CREATE INDEX card_id ON card.card USING btree (id);
CREATE INDEX card_office ON card.card USING btree (office_id, state) WHERE (state = ANY (ARRAY[1, 2, 3, 4]));
CREATE INDEX card_serial ON card.card USING btree (serial) WHERE (serial IS NOT NULL);
CREATE INDEX card_state ON card.card USING btree (village_code, state);
CREATE INDEX card_stranded ON card.card USING btree (COALESCE(bound_for, office_id)) WHERE (stranded AND (state = 8));
CREATE INDEX card_uid ON card.card USING btree (uid) WHERE (uid IS NOT NULL);
create policy card_app for all to jatidiri_app using ((((village_code >= ( SELECT (current_setting('jatidiri.low'::text))::bigint AS current_setting)) AND (village_code <= ( SELECT (current_setting('jatidiri.high'::text))::bigint AS current_setting))) OR ((office_id)::text = ( SELECT current_setting('jatidiri.office'::text) AS current_setting)) OR ((bound_for)::text = ( SELECT current_setting('jatidiri.office'::text) AS current_setting)))) with check (true);
create policy card_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table card.contact (
  nik bigint not null,
  sealed bytea not null,
  kept_at timestamp with time zone not null,
  officer_id uuid,
  entry_id uuid not null,
  constraint contact_pkey PRIMARY KEY (nik)
);
alter table card.contact enable row level security;
alter table card.contact force row level security;
create policy contact_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table card.figure_change (
  known_at timestamp with time zone not null,
  day date not null,
  printed integer not null,
  outstanding integer not null,
  taken_in integer not null,
  destroyed integer not null,
  folded boolean default false not null
);
CREATE INDEX figure_change_known ON card.figure_change USING btree (known_at);
CREATE INDEX figure_change_open ON card.figure_change USING btree (known_at) WHERE (NOT folded);

create table card.figure_day (
  known_on date not null,
  day date not null,
  printed bigint not null,
  outstanding bigint not null,
  taken_in bigint not null,
  destroyed bigint not null,
  constraint figure_day_pkey PRIMARY KEY (known_on, day)
);

create table card.guess (
  about bytea not null,
  misses integer not null,
  last_at timestamp with time zone not null,
  constraint guess_pkey PRIMARY KEY (about)
);

create table card.handover (
  nik bigint not null,
  card_id uuid not null,
  at timestamp with time zone not null,
  officer_id uuid not null,
  office_id uuid not null,
  how text not null,
  strength text,
  verification_id uuid,
  release_id uuid,
  proxy bytea,
  letter_file uuid,
  old_card uuid,
  old_taken boolean,
  entry_id uuid not null,
  constraint handover_how_check CHECK ((how = ANY (ARRAY['finger'::text, 'face'::text, 'released'::text]))),
  constraint handover_pkey PRIMARY KEY (nik, card_id),
  constraint handover_proxy CHECK ((((proxy IS NULL) = (letter_file IS NULL)) AND ((proxy IS NULL) OR (how = 'released'::text)))),
  constraint handover_shown CHECK ((((how = 'released'::text) = (release_id IS NOT NULL)) AND ((how = 'released'::text) = (verification_id IS NULL))))
);
alter table card.handover enable row level security;
alter table card.handover force row level security;
create policy handover_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM card.card c
  WHERE ((c.nik = handover.nik) AND (c.id = handover.card_id))))) with check (true);
create policy handover_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table card.import (
  id uuid not null,
  file_name text not null,
  file_sha256 text not null,
  dry_run boolean not null,
  state text not null,
  started_by uuid not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  "position" bigint default 0 not null,
  read bigint default 0 not null,
  created bigint default 0 not null,
  unchanged bigint default 0 not null,
  refused bigint default 0 not null,
  constraint import_pkey PRIMARY KEY (id),
  constraint import_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'failed'::text])))
);
CREATE UNIQUE INDEX import_of_file ON card.import USING btree (file_sha256) WHERE (NOT dry_run);

create table card.import_fault (
  import_id uuid not null,
  row_number bigint not null,
  column_name text not null,
  code text not null,
  given text
);
CREATE INDEX import_fault_of ON card.import_fault USING btree (import_id, row_number);

create table card.inspection (
  nik bigint not null,
  card_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  officer_id uuid not null,
  how text not null,
  uid_read bigint,
  face_same boolean,
  good boolean not null,
  reason text,
  entry_id uuid not null,
  constraint inspection_how_check CHECK ((how = ANY (ARRAY['present'::text, 'remote'::text, 'sample'::text, 'unseen'::text]))),
  constraint inspection_pkey PRIMARY KEY (nik, card_id, id),
  constraint inspection_seen CHECK (((how = 'unseen'::text) OR (face_same IS NOT NULL)))
);
alter table card.inspection enable row level security;
alter table card.inspection force row level security;
CREATE INDEX inspection_faulty ON card.inspection USING btree (at) WHERE (NOT good);
create policy inspection_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM card.card c
  WHERE ((c.nik = inspection.nik) AND (c.id = inspection.card_id))))) with check (true);
create policy inspection_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table card.letter (
  nik bigint not null,
  id uuid not null,
  number text not null,
  status smallint not null,
  issued_on date not null,
  valid_until date not null,
  office_id uuid not null,
  officer_id uuid not null,
  document_id uuid not null,
  entry_id uuid not null,
  constraint letter_pkey PRIMARY KEY (nik, id)
);
alter table card.letter enable row level security;
alter table card.letter force row level security;
create policy letter_app for all to jatidiri_app using (((office_id)::text = ( SELECT current_setting('jatidiri.office'::text) AS current_setting))) with check (true);
create policy letter_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table card.loss (
  nik bigint not null,
  card_id uuid not null,
  id uuid not null,
  reported_at timestamp with time zone not null,
  officer_id uuid,
  lift_until timestamp with time zone,
  lifted_at timestamp with time zone,
  final_at timestamp with time zone,
  police_letter text,
  entry_id uuid not null,
  closed_at timestamp with time zone,
  constraint loss_final CHECK (((final_at IS NULL) = (police_letter IS NULL))),
  constraint loss_one_end CHECK (((lifted_at IS NULL) OR (final_at IS NULL))),
  constraint loss_pkey PRIMARY KEY (nik, card_id, id)
);
alter table card.loss enable row level security;
alter table card.loss force row level security;
CREATE INDEX loss_running ON card.loss USING btree (lift_until) WHERE ((lift_until IS NOT NULL) AND (lifted_at IS NULL) AND (final_at IS NULL) AND (closed_at IS NULL));
create policy loss_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM card.card c
  WHERE ((c.nik = loss.nik) AND (c.id = loss.card_id))))) with check (true);
create policy loss_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table card.release (
  nik bigint not null,
  card_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  officer_id uuid not null,
  reason text not null,
  entry_id uuid not null,
  constraint release_pkey PRIMARY KEY (nik, card_id, id)
);
alter table card.release enable row level security;
alter table card.release force row level security;
create policy release_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM card.card c
  WHERE ((c.nik = release.nik) AND (c.id = release.card_id))))) with check (true);
create policy release_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table card.request (
  nik bigint not null,
  id uuid not null,
  kind text not null,
  priority smallint not null,
  state text not null,
  village_code bigint not null,
  office_id uuid not null,
  packet_id uuid not null,
  replaces uuid,
  card_id uuid,
  attempts smallint default 0 not null,
  requested_at timestamp with time zone not null,
  requested_by uuid not null,
  application_id uuid,
  police_letter text,
  note text,
  ended_at timestamp with time zone,
  ended_why text,
  entry_id uuid not null,
  number text,
  constraint request_ended CHECK (((ended_at IS NULL) = (state = ANY (ARRAY['waiting'::text, 'made'::text])))),
  constraint request_kind_check CHECK ((kind = ANY (ARRAY['first'::text, 'change'::text, 'damage'::text, 'loss'::text]))),
  constraint request_made CHECK (((state = ANY (ARRAY['made'::text, 'done'::text])) = (card_id IS NOT NULL))),
  constraint request_pkey PRIMARY KEY (nik, id),
  constraint request_police CHECK (((kind <> 'loss'::text) OR (police_letter IS NOT NULL))),
  constraint request_priority_check CHECK (((priority >= 1) AND (priority <= 4))),
  constraint request_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'made'::text, 'done'::text, 'ended'::text])))
);
alter table card.request enable row level security;
alter table card.request force row level security;
CREATE INDEX request_id ON card.request USING btree (id);
CREATE INDEX request_number ON card.request USING btree (number) WHERE (number IS NOT NULL);
CREATE UNIQUE INDEX request_open ON card.request USING btree (nik) WHERE (state = ANY (ARRAY['waiting'::text, 'made'::text]));
CREATE INDEX request_queue ON card.request USING btree (office_id, priority, requested_at) WHERE (state = 'waiting'::text);
create policy request_app for all to jatidiri_app using ((((village_code >= ( SELECT (current_setting('jatidiri.low'::text))::bigint AS current_setting)) AND (village_code <= ( SELECT (current_setting('jatidiri.high'::text))::bigint AS current_setting))) OR ((office_id)::text = ( SELECT current_setting('jatidiri.office'::text) AS current_setting)))) with check (true);
create policy request_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table card.request_counter (
  prefix text not null,
  last integer not null,
  constraint request_counter_pkey PRIMARY KEY (prefix)
);

create table card.staging (
  row_number bigint not null,
  nik bigint not null,
  card_id uuid not null,
  step_id uuid not null,
  serial bigint,
  uid bigint,
  state smallint not null,
  cause text,
  printed_on date not null,
  office text,
  office_id uuid,
  village_code bigint,
  verdict text
);

create table card.step (
  nik bigint not null,
  card_id uuid not null,
  id uuid not null,
  state smallint not null,
  at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  officer_id uuid,
  office_id uuid,
  cause text,
  reason text,
  entry_id uuid not null,
  constraint step_pkey PRIMARY KEY (nik, card_id, id)
);
alter table card.step enable row level security;
alter table card.step force row level security;
CREATE INDEX step_ahead ON card.step USING btree (at) WHERE (at > recorded_at);
CREATE INDEX step_recorded ON card.step USING brin (recorded_at) WITH (autosummarize='on');
create policy step_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM card.card c
  WHERE ((c.nik = step.nik) AND (c.id = step.card_id))))) with check (true);
create policy step_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table card.verification (
  nik bigint not null,
  card_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  officer_id uuid not null,
  modality text not null,
  strength text not null,
  matches boolean not null,
  entry_id uuid not null,
  constraint verification_modality_check CHECK ((modality = ANY (ARRAY['finger'::text, 'face'::text]))),
  constraint verification_pkey PRIMARY KEY (nik, card_id, id),
  constraint verification_strength_check CHECK ((strength = ANY (ARRAY['strong'::text, 'good'::text, 'weak'::text, 'against'::text])))
);
alter table card.verification enable row level security;
alter table card.verification force row level security;
create policy verification_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM card.card c
  WHERE ((c.nik = verification.nik) AND (c.id = verification.card_id))))) with check (true);
create policy verification_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table citizen.account (
  nik bigint not null,
  way text,
  password text,
  opened_at timestamp with time zone not null,
  chosen_at timestamp with time zone,
  entry_id uuid not null,
  constraint account_chosen CHECK (((way IS NULL) = (chosen_at IS NULL))),
  constraint account_password CHECK (((way IS DISTINCT FROM 'password'::text) OR (password IS NOT NULL))),
  constraint account_pkey PRIMARY KEY (nik),
  constraint account_way_check CHECK ((way = ANY (ARRAY['password'::text, 'message'::text])))
);

create table citizen.ask (
  id uuid not null,
  about bytea not null,
  source bytea not null,
  asked_at timestamp with time zone not null,
  sealed bytea not null,
  nik bigint,
  code bytea,
  tries smallint default 0 not null,
  used_at timestamp with time zone,
  constraint ask_code CHECK (((nik IS NULL) = (code IS NULL))),
  constraint ask_pkey PRIMARY KEY (id)
);
CREATE INDEX ask_about ON citizen.ask USING btree (about, asked_at);
CREATE INDEX ask_age ON citizen.ask USING btree (asked_at);
CREATE INDEX ask_source ON citizen.ask USING btree (source, asked_at);

create table citizen.assistance (
  id uuid not null,
  nik bigint not null,
  officer_id uuid not null,
  office_id uuid,
  known_by text not null,
  reason text not null,
  sealed bytea not null,
  opened_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  entry_id uuid not null,
  constraint assistance_known_by_check CHECK ((known_by = ANY (ARRAY['card'::text, 'other'::text]))),
  constraint assistance_pkey PRIMARY KEY (id),
  constraint assistance_reason_check CHECK ((reason = ANY (ARRAY['blind'::text, 'illiterate'::text, 'no_telephone'::text, 'unwell'::text, 'other'::text])))
);
CREATE INDEX assistance_nik ON citizen.assistance USING btree (nik, opened_at);

create table citizen.authority (
  id uuid not null,
  nik bigint not null,
  representative bigint not null,
  kind text not null,
  paper text not null,
  issuer text not null,
  number text not null,
  decided_on date not null,
  until date,
  file_id uuid not null,
  proposed_at timestamp with time zone not null,
  proposed_by uuid not null,
  office_id uuid,
  proposal_id uuid,
  begun_at timestamp with time zone,
  confirmed_by uuid,
  entry_id uuid,
  ended_at timestamp with time zone,
  ended_by uuid,
  end_ground text,
  end_words bytea,
  end_entry uuid,
  constraint authority_begun CHECK ((((begun_at IS NULL) = (confirmed_by IS NULL)) AND ((begun_at IS NULL) = (entry_id IS NULL)))),
  constraint authority_end_ground_check CHECK ((end_ground = ANY (ARRAY['court_decision'::text, 'protection_order'::text, 'paper_wrong'::text, 'asked'::text, 'replaced'::text]))),
  constraint authority_ended CHECK ((((ended_at IS NULL) = (end_ground IS NULL)) AND ((ended_at IS NULL) = (end_entry IS NULL)))),
  constraint authority_kind_check CHECK ((kind = ANY (ARRAY['parent'::text, 'guardian'::text, 'curator'::text]))),
  constraint authority_of_another CHECK ((nik <> representative)),
  constraint authority_paper_check CHECK ((paper = ANY (ARRAY['birth_certificate'::text, 'court_decision'::text]))),
  constraint authority_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX authority_one ON citizen.authority USING btree (nik, representative) WHERE ((begun_at IS NOT NULL) AND (ended_at IS NULL));
CREATE INDEX authority_representative ON citizen.authority USING btree (representative);

create table citizen.dispute (
  id uuid not null,
  number text not null,
  nik bigint not null,
  look uuid not null,
  institution_id uuid not null,
  unit text,
  reference text,
  looked_at timestamp with time zone not null,
  state text not null,
  steps integer not null,
  opened_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  reminded_at timestamp with time zone,
  overdue_at timestamp with time zone,
  constraint dispute_number UNIQUE (number),
  constraint dispute_once UNIQUE (nik, look),
  constraint dispute_pkey PRIMARY KEY (id),
  constraint dispute_state_check CHECK ((state = ANY (ARRAY['OPEN'::text, 'ANSWERED'::text, 'ADMITTED'::text, 'OBJECTED'::text, 'ACCEPTED'::text, 'UPHELD'::text, 'REJECTED'::text, 'WITHDRAWN'::text]))),
  constraint dispute_steps_check CHECK ((steps > 0))
);
CREATE INDEX dispute_institution ON citizen.dispute USING btree (institution_id, opened_at);
CREATE INDEX dispute_open ON citizen.dispute USING btree (due_at) WHERE (state = 'OPEN'::text);

create table citizen.dispute_step (
  id uuid not null,
  dispute_id uuid not null,
  n integer not null,
  kind text not null,
  sealed bytea,
  basis text,
  at timestamp with time zone not null,
  by_id uuid,
  entry_id uuid not null,
  constraint dispute_step_dispute_id_fkey FOREIGN KEY (dispute_id) REFERENCES citizen.dispute(id),
  constraint dispute_step_n_check CHECK ((n > 0)),
  constraint dispute_step_order UNIQUE (dispute_id, n),
  constraint dispute_step_pkey PRIMARY KEY (id)
);

create table citizen.exclusion (
  id uuid not null,
  nik bigint not null,
  person bigint not null,
  ground text not null,
  issuer text not null,
  number text not null,
  decided_on date not null,
  at timestamp with time zone not null,
  by_id uuid not null,
  office_id uuid,
  entry_id uuid not null,
  ended_at timestamp with time zone,
  end_entry uuid,
  constraint exclusion_ended CHECK (((ended_at IS NULL) = (end_entry IS NULL))),
  constraint exclusion_ground_check CHECK ((ground = ANY (ARRAY['court_decision'::text, 'protection_order'::text]))),
  constraint exclusion_of_another CHECK ((nik <> person)),
  constraint exclusion_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX exclusion_one ON citizen.exclusion USING btree (nik, person) WHERE (ended_at IS NULL);
CREATE INDEX exclusion_person ON citizen.exclusion USING btree (person);

create table citizen.numbering (
  series text not null,
  n bigint not null,
  constraint numbering_pkey PRIMARY KEY (series)
);

create table citizen.office_code (
  id uuid not null,
  nik bigint not null,
  code bytea not null,
  given_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  given_by uuid not null,
  office_id uuid,
  used_at timestamp with time zone,
  ended_at timestamp with time zone,
  entry_id uuid not null,
  constraint office_code_code_check CHECK ((length(code) = 16)),
  constraint office_code_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX office_code_open ON citizen.office_code USING btree (nik) WHERE (ended_at IS NULL);

create table citizen.right_request (
  id uuid not null,
  number text not null,
  nik bigint not null,
  village_code bigint not null,
  kind text not null,
  assigned_to text not null,
  sealed bytea not null,
  opened_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  entry_id uuid not null,
  decision text,
  exception text,
  answer bytea,
  answered_at timestamp with time zone,
  answered_by uuid,
  office_id uuid,
  answer_entry uuid,
  constraint right_answered CHECK ((((answered_at IS NULL) = (decision IS NULL)) AND ((decision IS NULL) = (answer IS NULL)) AND ((answer IS NULL) = (answer_entry IS NULL)))),
  constraint right_number UNIQUE (number),
  constraint right_request_assigned_to_check CHECK ((assigned_to = ANY (ARRAY['office'::text, 'ministry'::text]))),
  constraint right_request_decision_check CHECK ((decision = ANY (ARRAY['granted'::text, 'partly'::text, 'refused'::text]))),
  constraint right_request_kind_check CHECK ((kind = ANY (ARRAY['access'::text, 'correction'::text, 'erasure'::text, 'restriction'::text, 'objection'::text, 'review'::text]))),
  constraint right_request_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX right_open ON citizen.right_request USING btree (nik, kind) WHERE (answered_at IS NULL);
CREATE INDEX right_work ON citizen.right_request USING btree (village_code) WHERE (answered_at IS NULL);

create table citizen.session (
  id uuid not null,
  token_hash bytea not null,
  nik bigint not null,
  way text not null,
  proof_id uuid,
  begun_at timestamp with time zone default now() not null,
  seen_at timestamp with time zone default now() not null,
  ends_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  acting_for bigint,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token UNIQUE (token_hash),
  constraint session_token_hash_check CHECK ((length(token_hash) = 32))
);
CREATE INDEX session_age ON citizen.session USING btree (ends_at);
CREATE INDEX session_nik ON citizen.session USING btree (nik, begun_at);

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
  details json not null,
  family json,
  act_id uuid,
  undone_by uuid,
  undoes uuid,
  constraint event_pkey PRIMARY KEY (id),
  constraint event_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'recorded'::text, 'undone'::text])))
);
alter table civil_event.event enable row level security;
alter table civil_event.event force row level security;
CREATE INDEX event_act ON civil_event.event USING btree (act_id) WHERE (act_id IS NOT NULL);
CREATE UNIQUE INDEX event_certificate ON civil_event.event USING btree (certificate_number) WHERE (certificate_number IS NOT NULL);
CREATE INDEX event_office ON civil_event.event USING btree (office_id, recorded_at);
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
  from_card bigint,
  to_card bigint,
  destination json not null,
  seats json not null,
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
CREATE INDEX move_arrival ON civil_event.move USING btree (arrival_event) WHERE (arrival_event IS NOT NULL);
CREATE INDEX move_from ON civil_event.move USING btree (from_village) WHERE (state = 'underway'::text);
CREATE INDEX move_to ON civil_event.move USING btree (to_village) WHERE (state = 'underway'::text);
create policy move_app for all to jatidiri_app using ((((from_village >= ( SELECT (current_setting('jatidiri.low'::text))::bigint AS current_setting)) AND (from_village <= ( SELECT (current_setting('jatidiri.high'::text))::bigint AS current_setting))) OR ((to_village >= ( SELECT (current_setting('jatidiri.low'::text))::bigint AS current_setting)) AND (to_village <= ( SELECT (current_setting('jatidiri.high'::text))::bigint AS current_setting))))) with check (true);
create policy move_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table civil_event.participant (
  event_id uuid not null,
  nik bigint not null,
  role text not null,
  "position" smallint not null,
  document_id uuid,
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

create table dashboard.count (
  region text not null,
  measure text not null,
  day date not null,
  part text not null,
  n bigint not null,
  withheld text,
  constraint count_pkey PRIMARY KEY (region, measure, day, part),
  constraint count_withheld_check CHECK ((withheld = ANY (ARRAY['few'::text, 'beside_few'::text])))
);
alter table dashboard.count enable row level security;
alter table dashboard.count force row level security;
create policy count_app for select to jatidiri_app using (true);
create policy count_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table dashboard.counting (
  day date not null,
  counted_at timestamp with time zone not null,
  took_ms integer not null,
  months boolean not null,
  constraint counting_pkey PRIMARY KEY (day)
);
alter table dashboard.counting enable row level security;
alter table dashboard.counting force row level security;
create policy counting_app for select to jatidiri_app using (true);
create policy counting_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table disposal.bag (
  id uuid not null,
  number text not null,
  office_id uuid not null,
  region_code text not null,
  state smallint not null,
  opened_at timestamp with time zone not null,
  opened_by uuid not null,
  seal text,
  n integer,
  root bytea,
  sealed_at timestamp with time zone,
  sealed_by uuid,
  counted_by uuid,
  counted_at timestamp with time zone,
  place text,
  plan_id uuid,
  entry_id uuid not null,
  constraint bag_counted CHECK (((state = ANY (ARRAY[1, 2, 3])) OR (counted_by IS NOT NULL))),
  constraint bag_number UNIQUE (number),
  constraint bag_pkey PRIMARY KEY (id),
  constraint bag_planned CHECK (((state <> ALL (ARRAY[7, 8])) OR (plan_id IS NOT NULL))),
  constraint bag_seal UNIQUE (seal),
  constraint bag_sealed CHECK (((state = 1) OR ((seal IS NOT NULL) AND (n > 0) AND (root IS NOT NULL) AND (sealed_by IS NOT NULL)))),
  constraint bag_state_check CHECK (((state >= 1) AND (state <= 8))),
  constraint bag_two CHECK ((counted_by <> sealed_by))
);
alter table disposal.bag enable row level security;
alter table disposal.bag force row level security;
CREATE INDEX bag_office ON disposal.bag USING btree (office_id, state);
CREATE INDEX bag_plan ON disposal.bag USING btree (plan_id) WHERE (plan_id IS NOT NULL);
CREATE INDEX bag_region ON disposal.bag USING btree (region_code, state);
create policy bag_app for all to jatidiri_app using (disposal.mine(office_id, region_code)) with check (true);
create policy bag_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table disposal.difference (
  id uuid not null,
  bag_id uuid not null,
  tally_id uuid,
  plan_id uuid,
  what text not null,
  expected integer not null,
  counted integer not null,
  found_by uuid not null,
  opened_at timestamp with time zone not null,
  due_on date not null,
  state text default 'open'::text not null,
  explanation text,
  closed_at timestamp with time zone,
  closed_by uuid,
  entry_id uuid not null,
  constraint difference_bag_id_fkey FOREIGN KEY (bag_id) REFERENCES disposal.bag(id),
  constraint difference_closed CHECK ((((state = 'open'::text) = (closed_at IS NULL)) AND ((closed_at IS NULL) = (closed_by IS NULL)))),
  constraint difference_pkey PRIMARY KEY (id),
  constraint difference_state_check CHECK ((state = ANY (ARRAY['open'::text, 'recount'::text, 'reopened'::text, 'missing'::text]))),
  constraint difference_tally_id_fkey FOREIGN KEY (tally_id) REFERENCES disposal.tally(id),
  constraint difference_two CHECK ((closed_by <> found_by)),
  constraint difference_what_check CHECK ((what = ANY (ARRAY['count'::text, 'seal'::text, 'list'::text])))
);
alter table disposal.difference enable row level security;
alter table disposal.difference force row level security;
CREATE UNIQUE INDEX difference_open ON disposal.difference USING btree (bag_id) WHERE (state = 'open'::text);
create policy difference_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM disposal.bag b
  WHERE (b.id = difference.bag_id)))) with check (true);
create policy difference_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table disposal.dispatch (
  id uuid not null,
  number text not null,
  bag_id uuid not null,
  from_office uuid not null,
  to_office uuid not null,
  sent_at timestamp with time zone not null,
  sent_by uuid not null,
  received_at timestamp with time zone,
  received_by uuid,
  entry_id uuid not null,
  tally_id uuid,
  constraint dispatch_bag UNIQUE (number, bag_id),
  constraint dispatch_bag_id_fkey FOREIGN KEY (bag_id) REFERENCES disposal.bag(id),
  constraint dispatch_pkey PRIMARY KEY (id),
  constraint dispatch_tally CHECK (((tally_id IS NULL) OR (received_at IS NOT NULL))),
  constraint dispatch_two CHECK ((received_by <> sent_by))
);
alter table disposal.dispatch enable row level security;
alter table disposal.dispatch force row level security;
CREATE INDEX dispatch_bag_last ON disposal.dispatch USING btree (bag_id, sent_at DESC);
CREATE INDEX dispatch_came ON disposal.dispatch USING btree (to_office, sent_at);
CREATE INDEX dispatch_from ON disposal.dispatch USING btree (from_office, sent_at);
CREATE UNIQUE INDEX dispatch_open ON disposal.dispatch USING btree (bag_id) WHERE (received_at IS NULL);
CREATE INDEX dispatch_to ON disposal.dispatch USING btree (to_office) WHERE (received_at IS NULL);
create policy dispatch_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM disposal.bag b
  WHERE (b.id = dispatch.bag_id)))) with check (true);
create policy dispatch_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table disposal.evidence (
  id uuid not null,
  plan_id uuid not null,
  kind text not null,
  file_id uuid not null,
  sha256 bytea not null,
  at timestamp with time zone not null,
  by uuid not null,
  entry_id uuid not null,
  constraint evidence_kind_check CHECK ((kind = ANY (ARRAY['photo'::text, 'signature'::text]))),
  constraint evidence_once UNIQUE (plan_id, sha256),
  constraint evidence_pkey PRIMARY KEY (id),
  constraint evidence_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES disposal.plan(id)
);
alter table disposal.evidence enable row level security;
alter table disposal.evidence force row level security;
create policy evidence_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM disposal.plan p
  WHERE (p.id = evidence.plan_id)))) with check (true);
create policy evidence_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table disposal.found (
  id uuid not null,
  number text not null,
  place text not null,
  region_code text not null,
  found_on date not null,
  finder text not null,
  police_report text,
  description text,
  office_id uuid not null,
  opened_at timestamp with time zone not null,
  opened_by uuid not null,
  reconciled integer,
  explanation text,
  explained_at timestamp with time zone,
  explained_by uuid,
  public_document uuid,
  police_document uuid,
  entry_id uuid not null,
  constraint found_explained CHECK ((((reconciled IS NULL) = (explanation IS NULL)) AND ((reconciled IS NULL) = (explained_by IS NULL)) AND ((reconciled IS NULL) = (explained_at IS NULL)))),
  constraint found_number UNIQUE (number),
  constraint found_pkey PRIMARY KEY (id),
  constraint found_reconciled_check CHECK ((reconciled >= 0))
);
alter table disposal.found enable row level security;
alter table disposal.found force row level security;
CREATE INDEX found_region ON disposal.found USING btree (region_code, found_on);
create policy found_app for all to jatidiri_app using (disposal.mine(office_id, region_code)) with check (true);
create policy found_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table disposal.found_card (
  found_id uuid not null,
  line integer not null,
  nik bigint,
  serial bigint,
  uid bigint,
  printed_year smallint,
  card_nik bigint,
  card_id uuid,
  card_state smallint,
  custodian text not null,
  custodian_office uuid,
  bag_number text,
  contradictions text[] not null,
  constraint found_card_found_id_fkey FOREIGN KEY (found_id) REFERENCES disposal.found(id),
  constraint found_card_pkey PRIMARY KEY (found_id, line)
);
alter table disposal.found_card enable row level security;
alter table disposal.found_card force row level security;
create policy found_card_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM disposal.found f
  WHERE (f.id = found_card.found_id)))) with check (true);
create policy found_card_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table disposal.found_count (
  id uuid not null,
  found_id uuid not null,
  counter text not null,
  institution text not null,
  counted_at timestamp with time zone not null,
  n integer not null,
  parts jsonb not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  entry_id uuid not null,
  constraint found_count_found_id_fkey FOREIGN KEY (found_id) REFERENCES disposal.found(id),
  constraint found_count_n_check CHECK ((n >= 0)),
  constraint found_count_once UNIQUE (found_id, counter),
  constraint found_count_pkey PRIMARY KEY (id)
);
alter table disposal.found_count enable row level security;
alter table disposal.found_count force row level security;
create policy found_count_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM disposal.found f
  WHERE (f.id = found_count.found_id)))) with check (true);
create policy found_count_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table disposal.found_custody (
  found_id uuid not null,
  place integer not null,
  holder text not null,
  institution text not null,
  taken_at timestamp with time zone not null,
  note text,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  entry_id uuid not null,
  constraint found_custody_found_id_fkey FOREIGN KEY (found_id) REFERENCES disposal.found(id),
  constraint found_custody_pkey PRIMARY KEY (found_id, place)
);
alter table disposal.found_custody enable row level security;
alter table disposal.found_custody force row level security;
create policy found_custody_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM disposal.found f
  WHERE (f.id = found_custody.found_id)))) with check (true);
create policy found_custody_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table disposal.hold (
  id uuid not null,
  bag_id uuid not null,
  ground text not null,
  reference text not null,
  until_on date not null,
  placed_at timestamp with time zone not null,
  placed_by uuid not null,
  lifted_at timestamp with time zone,
  lifted_by uuid,
  lift_asked_by uuid,
  lift_why text,
  entry_id uuid not null,
  constraint hold_bag_id_fkey FOREIGN KEY (bag_id) REFERENCES disposal.bag(id),
  constraint hold_lifted CHECK (((lifted_at IS NULL) = (lifted_by IS NULL))),
  constraint hold_pkey PRIMARY KEY (id),
  constraint hold_two CHECK ((lifted_by <> lift_asked_by))
);
alter table disposal.hold enable row level security;
alter table disposal.hold force row level security;
CREATE INDEX hold_bag ON disposal.hold USING btree (bag_id) WHERE (lifted_at IS NULL);
create policy hold_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM disposal.bag b
  WHERE (b.id = hold.bag_id)))) with check (true);
create policy hold_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table disposal.intake (
  id uuid not null,
  office_id uuid not null,
  region_code text not null,
  source text not null,
  n integer not null,
  kept integer not null,
  taken_in_at timestamp with time zone not null,
  taken_in_by uuid not null,
  entry_id uuid not null,
  constraint intake_pkey PRIMARY KEY (id)
);
alter table disposal.intake enable row level security;
alter table disposal.intake force row level security;
create policy intake_app for all to jatidiri_app using (disposal.mine(office_id, region_code)) with check (true);
create policy intake_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table disposal.numbering (
  series text not null,
  n bigint not null,
  constraint numbering_pkey PRIMARY KEY (series)
);
alter table disposal.numbering enable row level security;
alter table disposal.numbering force row level security;
create policy numbering_app for all to jatidiri_app using (true) with check (true);
create policy numbering_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table disposal.piece (
  id uuid not null,
  kind text not null,
  nik bigint,
  serial bigint,
  uid bigint,
  cause text not null,
  printed_year smallint,
  cut boolean not null,
  card_nik bigint,
  card_id uuid,
  contradiction text,
  released_by uuid,
  released_why text,
  intake_id uuid not null,
  office_id uuid not null,
  region_code text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  bag_id uuid,
  place_in_bag integer,
  missing_at timestamp with time zone,
  destroyed_at timestamp with time zone,
  constraint piece_bag CHECK (((bag_id IS NULL) = (place_in_bag IS NULL))),
  constraint piece_bag_id_fkey FOREIGN KEY (bag_id) REFERENCES disposal.bag(id),
  constraint piece_blank CHECK (((kind = 'card'::text) OR (serial IS NOT NULL))),
  constraint piece_card CHECK (((card_nik IS NULL) = (card_id IS NULL))),
  constraint piece_destroyed CHECK (((destroyed_at IS NULL) OR ((bag_id IS NOT NULL) AND (missing_at IS NULL)))),
  constraint piece_intake_id_fkey FOREIGN KEY (intake_id) REFERENCES disposal.intake(id),
  constraint piece_kind_check CHECK ((kind = ANY (ARRAY['card'::text, 'blank'::text]))),
  constraint piece_order UNIQUE (bag_id, place_in_bag),
  constraint piece_pkey PRIMARY KEY (id),
  constraint piece_released CHECK ((((released_by IS NULL) = (released_why IS NULL)) AND (released_by <> recorded_by)))
);
alter table disposal.piece enable row level security;
alter table disposal.piece force row level security;
CREATE UNIQUE INDEX piece_card_once ON disposal.piece USING btree (card_id) WHERE (card_id IS NOT NULL);
CREATE INDEX piece_intake ON disposal.piece USING btree (intake_id);
CREATE INDEX piece_loose ON disposal.piece USING btree (office_id, recorded_at) WHERE (bag_id IS NULL);
CREATE UNIQUE INDEX piece_serial_once ON disposal.piece USING btree (serial) WHERE ((serial IS NOT NULL) AND (contradiction IS NULL));
create policy piece_app for all to jatidiri_app using (disposal.mine(office_id, region_code)) with check (true);
create policy piece_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table disposal.plan (
  id uuid not null,
  number text not null,
  office_id uuid not null,
  region_code text not null,
  place text not null,
  planned_on date not null,
  method text not null,
  state text not null,
  n integer not null,
  bags integer not null,
  root bytea not null,
  proposed_at timestamp with time zone not null,
  proposed_by uuid not null,
  proposal_id uuid not null,
  approved_at timestamp with time zone,
  approved_by uuid,
  approved_office uuid,
  begun_at timestamp with time zone,
  begun_by uuid,
  confidence double precision,
  faulty integer,
  sample integer,
  seed bytea,
  ended_at timestamp with time zone,
  ended_by uuid,
  stop_reason text,
  issuing jsonb,
  document_id uuid,
  log_size bigint,
  log_root bytea,
  qr_text text,
  entry_id uuid not null,
  constraint plan_approved CHECK (((state = ANY (ARRAY['proposed'::text, 'cancelled'::text])) OR ((approved_by IS NOT NULL) AND (approved_office IS NOT NULL)))),
  constraint plan_bags_check CHECK ((bags > 0)),
  constraint plan_begun CHECK (((state <> ALL (ARRAY['begun'::text, 'stopped'::text, 'done'::text])) OR ((begun_by IS NOT NULL) AND (seed IS NOT NULL)))),
  constraint plan_done CHECK (((state <> 'done'::text) OR ((ended_by IS NOT NULL) AND (ended_by <> begun_by)))),
  constraint plan_method_check CHECK ((method = ANY (ARRAY['burn'::text, 'shred'::text, 'cut'::text]))),
  constraint plan_minutes CHECK (((document_id IS NULL) OR ((state = 'done'::text) AND (log_size IS NOT NULL) AND (log_root IS NOT NULL) AND (qr_text IS NOT NULL)))),
  constraint plan_n_check CHECK ((n > 0)),
  constraint plan_number UNIQUE (number),
  constraint plan_pkey PRIMARY KEY (id),
  constraint plan_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'begun'::text, 'stopped'::text, 'done'::text, 'cancelled'::text]))),
  constraint plan_two CHECK (((approved_by <> proposed_by) AND (approved_office <> office_id)))
);
alter table disposal.plan enable row level security;
alter table disposal.plan force row level security;
CREATE INDEX plan_office ON disposal.plan USING btree (office_id, planned_on);
CREATE INDEX plan_region ON disposal.plan USING btree (region_code, planned_on);
create policy plan_app for all to jatidiri_app using (disposal.mine(office_id, region_code)) with check (true);
create policy plan_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table disposal.plan_bag (
  plan_id uuid not null,
  bag_id uuid not null,
  place integer not null,
  seal_read text,
  seal_agrees boolean,
  checked_at timestamp with time zone,
  checked_by uuid,
  sampled boolean default false not null,
  counted integer,
  counted_at timestamp with time zone,
  counted_by uuid,
  constraint plan_bag_bag_id_fkey FOREIGN KEY (bag_id) REFERENCES disposal.bag(id),
  constraint plan_bag_checked CHECK (((checked_by IS NULL) = (seal_read IS NULL))),
  constraint plan_bag_counted CHECK ((((counted_by IS NULL) = (counted IS NULL)) AND ((counted IS NULL) OR sampled))),
  constraint plan_bag_order UNIQUE (plan_id, place),
  constraint plan_bag_pkey PRIMARY KEY (plan_id, bag_id),
  constraint plan_bag_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES disposal.plan(id),
  constraint plan_bag_two CHECK ((counted_by <> checked_by))
);
alter table disposal.plan_bag enable row level security;
alter table disposal.plan_bag force row level security;
create policy plan_bag_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM disposal.plan p
  WHERE (p.id = plan_bag.plan_id)))) with check (true);
create policy plan_bag_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table disposal.report (
  id uuid not null,
  plan_id uuid,
  office_id uuid not null,
  region_code text not null,
  pieces integer not null,
  reported_on date not null,
  recorded_at timestamp with time zone not null,
  reported_by uuid not null,
  note text,
  entry_id uuid not null,
  constraint report_nothing CHECK (((plan_id IS NULL) = (pieces = 0))),
  constraint report_pieces_check CHECK ((pieces >= 0)),
  constraint report_pkey PRIMARY KEY (id),
  constraint report_plan UNIQUE (plan_id),
  constraint report_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES disposal.plan(id)
);
alter table disposal.report enable row level security;
alter table disposal.report force row level security;
CREATE INDEX report_region ON disposal.report USING btree (region_code, reported_on);
create policy report_app for all to jatidiri_app using (disposal.mine(office_id, region_code)) with check (true);
create policy report_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table disposal.tally (
  id uuid not null,
  bag_id uuid not null,
  round smallint not null,
  seal text not null,
  counted integer not null,
  expected integer not null,
  seal_read text not null,
  seal_whole boolean not null,
  counted_at timestamp with time zone not null,
  counted_by uuid not null,
  note text,
  entry_id uuid not null,
  constraint tally_bag_id_fkey FOREIGN KEY (bag_id) REFERENCES disposal.bag(id),
  constraint tally_counted_check CHECK ((counted >= 0)),
  constraint tally_pkey PRIMARY KEY (id),
  constraint tally_round UNIQUE (bag_id, round)
);
alter table disposal.tally enable row level security;
alter table disposal.tally force row level security;
create policy tally_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM disposal.bag b
  WHERE (b.id = tally.bag_id)))) with check (true);
create policy tally_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table disposal.witness (
  plan_id uuid not null,
  place integer not null,
  name text not null,
  institution text not null,
  "position" text,
  outside boolean not null,
  signature_id uuid not null,
  signed_at timestamp with time zone not null,
  entered_by uuid not null,
  entry_id uuid not null,
  constraint witness_pkey PRIMARY KEY (plan_id, place),
  constraint witness_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES disposal.plan(id),
  constraint witness_signature UNIQUE (signature_id),
  constraint witness_signature_id_fkey FOREIGN KEY (signature_id) REFERENCES disposal.evidence(id)
);
alter table disposal.witness enable row level security;
alter table disposal.witness force row level security;
create policy witness_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM disposal.plan p
  WHERE (p.id = witness.plan_id)))) with check (true);
create policy witness_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table document.issued (
  nik bigint not null,
  village_code bigint not null,
  id uuid not null,
  file_id uuid not null,
  office_id uuid not null,
  officer_id uuid not null,
  replaced_by uuid,
  recorded_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  log_size bigint not null,
  issued_on date not null,
  state text default 'valid'::text not null,
  kind text not null,
  number text not null,
  office_name text not null,
  end_reason text,
  log_root bytea not null,
  content_hash bytea not null,
  salt bytea not null,
  sha256 bytea not null,
  constraint issued_ended CHECK (((state = 'valid'::text) = (ended_at IS NULL))),
  constraint issued_hashes CHECK (((length(log_root) = 32) AND (length(content_hash) = 16) AND (length(salt) = 16) AND (length(sha256) = 32))),
  constraint issued_pkey PRIMARY KEY (nik, id),
  constraint issued_reasoned CHECK (((state <> 'cancelled'::text) OR (end_reason IS NOT NULL))),
  constraint issued_replaced CHECK (((state = 'replaced'::text) = (replaced_by IS NOT NULL))),
  constraint issued_state CHECK ((state = ANY (ARRAY['valid'::text, 'replaced'::text, 'cancelled'::text])))
);
alter table document.issued enable row level security;
alter table document.issued force row level security;
CREATE INDEX issued_id ON document.issued USING btree (id);
CREATE INDEX issued_number ON document.issued USING btree (kind, number);
create policy issued_app for all to jatidiri_app using ((((village_code >= ( SELECT (current_setting('jatidiri.low'::text))::bigint AS current_setting)) AND (village_code <= ( SELECT (current_setting('jatidiri.high'::text))::bigint AS current_setting))) OR (office_id = ( SELECT (NULLIF(current_setting('jatidiri.office'::text), ''::text))::uuid AS "nullif")))) with check (true);
create policy issued_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table dukcapil_ws.credential (
  id uuid not null,
  institution_id uuid not null,
  grant_id uuid not null,
  purpose text not null,
  slot smallint not null,
  user_id text not null,
  password text not null,
  basis text not null,
  unit text not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  entry_id uuid not null,
  last_used_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by uuid,
  constraint credential_basis_check CHECK ((basis = ANY (ARRAY['contract'::text, 'legal_obligation'::text, 'vital_interest'::text, 'public_duty'::text, 'legitimate_interest'::text]))),
  constraint credential_password_check CHECK ((password ~~ '$argon2id$%'::text)),
  constraint credential_pkey PRIMARY KEY (id),
  constraint credential_slot_check CHECK ((slot = ANY (ARRAY[1, 2]))),
  constraint credential_user_id_check CHECK ((user_id ~ '^WS[0-9A-Z]{10}$'::text)),
  constraint dukcapil_credential_ended CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint dukcapil_credential_user UNIQUE (user_id)
);
CREATE INDEX dukcapil_credential_institution ON dukcapil_ws.credential USING btree (institution_id);
CREATE UNIQUE INDEX dukcapil_credential_slot ON dukcapil_ws.credential USING btree (grant_id, slot) WHERE (ended_at IS NULL);

create table enrolment.appointment (
  id uuid not null,
  nik bigint not null,
  office_id uuid not null,
  village_code bigint not null,
  day date not null,
  place text not null,
  number integer not null,
  state text default 'waiting'::text not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  application_id uuid,
  called_at timestamp with time zone,
  ended_at timestamp with time zone,
  why text,
  constraint appointment_pkey PRIMARY KEY (id),
  constraint appointment_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'called'::text, 'recorded'::text, 'missed'::text, 'cancelled'::text])))
);
alter table enrolment.appointment enable row level security;
alter table enrolment.appointment force row level security;
CREATE INDEX appointment_day ON enrolment.appointment USING btree (office_id, day);
CREATE UNIQUE INDEX appointment_number ON enrolment.appointment USING btree (office_id, day, place, number);
CREATE UNIQUE INDEX appointment_one ON enrolment.appointment USING btree (nik) WHERE (state = ANY (ARRAY['waiting'::text, 'called'::text]));
create policy appointment_app for all to jatidiri_app using ((((village_code >= ( SELECT (current_setting('jatidiri.low'::text))::bigint AS current_setting)) AND (village_code <= ( SELECT (current_setting('jatidiri.high'::text))::bigint AS current_setting))) OR ((office_id)::text = ( SELECT current_setting('jatidiri.office'::text) AS current_setting)))) with check (true);
create policy appointment_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table enrolment.import (
  id uuid not null,
  file_name text not null,
  file_sha256 text not null,
  dry_run boolean not null,
  state text not null,
  started_by uuid not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  "position" bigint default 0 not null,
  read bigint default 0 not null,
  created bigint default 0 not null,
  unchanged bigint default 0 not null,
  refused bigint default 0 not null,
  constraint import_pkey PRIMARY KEY (id),
  constraint import_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'failed'::text])))
);
CREATE UNIQUE INDEX import_of_file ON enrolment.import USING btree (file_sha256) WHERE (NOT dry_run);

create table enrolment.import_fault (
  import_id uuid not null,
  row_number bigint not null,
  column_name text not null,
  code text not null,
  given text
);
CREATE INDEX import_fault_of ON enrolment.import_fault USING btree (import_id, row_number);

create table enrolment.intake (
  id uuid not null,
  station_id uuid not null,
  office_id uuid not null,
  captured_at timestamp with time zone not null,
  size bigint not null,
  digest bytea not null,
  received bigint default 0 not null,
  clock_off_ms bigint not null,
  state text default 'receiving'::text not null,
  why text[] default '{}'::text[] not null,
  said json default '{}'::json not null,
  nik bigint,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  decided_by uuid,
  decision text,
  constraint intake_digest CHECK ((length(digest) = 32)),
  constraint intake_pkey PRIMARY KEY (id),
  constraint intake_received CHECK (((received >= 0) AND (received <= size))),
  constraint intake_size_check CHECK (((size >= 1) AND (size <= 67108864))),
  constraint intake_state_check CHECK ((state = ANY (ARRAY['receiving'::text, 'taken'::text, 'quarantined'::text, 'refused'::text]))),
  constraint intake_station_id_fkey FOREIGN KEY (station_id) REFERENCES enrolment.station(id)
);
CREATE INDEX intake_open ON enrolment.intake USING btree (office_id, opened_at) WHERE (state = ANY (ARRAY['receiving'::text, 'quarantined'::text]));
CREATE INDEX intake_station ON enrolment.intake USING btree (station_id, opened_at);

create table enrolment.item (
  nik bigint not null,
  packet_id uuid not null,
  modality smallint not null,
  "position" smallint not null,
  quality smallint,
  tries smallint default 1 not null,
  template bytea,
  format text,
  file_id uuid,
  exception text,
  approved_by uuid,
  approved_at timestamp with time zone,
  constraint item_approved CHECK (((approved_by IS NULL) = (approved_at IS NULL))),
  constraint item_pkey PRIMARY KEY (nik, packet_id, modality, "position"),
  constraint item_quality_check CHECK (((quality >= 0) AND (quality <= 100))),
  constraint item_something CHECK (((template IS NOT NULL) OR (file_id IS NOT NULL) OR (exception IS NOT NULL)))
);
alter table enrolment.item enable row level security;
alter table enrolment.item force row level security;
create policy item_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM enrolment.packet p
  WHERE ((p.nik = item.nik) AND (p.id = item.packet_id))))) with check (true);
create policy item_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table enrolment.packet (
  nik bigint not null,
  id uuid not null,
  status smallint not null,
  status_since timestamp with time zone not null,
  source text not null,
  station_id uuid,
  officer_id uuid,
  office_id uuid,
  village_code bigint not null,
  captured_at timestamp with time zone not null,
  recorded_on date not null,
  received_at timestamp with time zone not null,
  content bytea,
  version integer default 1 not null,
  constraint packet_pkey PRIMARY KEY (nik, id),
  constraint packet_source_check CHECK ((source = ANY (ARRAY['station'::text, 'import'::text])))
);
alter table enrolment.packet enable row level security;
alter table enrolment.packet force row level security;
CREATE INDEX packet_id ON enrolment.packet USING btree (id);
CREATE INDEX packet_status ON enrolment.packet USING btree (status, status_since, id) WHERE (status <> 14);
CREATE INDEX packet_where ON enrolment.packet USING btree (village_code, status);
create policy packet_app for all to jatidiri_app using ((((village_code >= ( SELECT (current_setting('jatidiri.low'::text))::bigint AS current_setting)) AND (village_code <= ( SELECT (current_setting('jatidiri.high'::text))::bigint AS current_setting))) OR ((office_id)::text = ( SELECT current_setting('jatidiri.office'::text) AS current_setting)))) with check (true);
create policy packet_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table enrolment.packet_step (
  nik bigint not null,
  packet_id uuid not null,
  version integer not null,
  status smallint not null,
  at timestamp with time zone not null,
  occurred_on date not null,
  recorded_at timestamp with time zone not null,
  officer_id uuid,
  why text,
  entry_id uuid not null,
  constraint packet_step_pkey PRIMARY KEY (nik, packet_id, version)
);
alter table enrolment.packet_step enable row level security;
alter table enrolment.packet_step force row level security;
CREATE INDEX packet_step_duplicate ON enrolment.packet_step USING btree (recorded_at) WHERE (status = 13);
CREATE INDEX packet_step_timed ON enrolment.packet_step USING btree (at) WHERE (status = ANY (ARRAY[6, 10, 11, 13]));
create policy packet_step_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM enrolment.packet p
  WHERE ((p.nik = packet_step.nik) AND (p.id = packet_step.packet_id))))) with check (true);
create policy packet_step_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table enrolment.piece (
  intake_id uuid not null,
  at bigint not null,
  size integer not null,
  address text not null,
  constraint piece_intake_id_fkey FOREIGN KEY (intake_id) REFERENCES enrolment.intake(id),
  constraint piece_pkey PRIMARY KEY (intake_id, at),
  constraint piece_size_check CHECK (((size >= 1) AND (size <= 1048576)))
);

create table enrolment.recording (
  nik bigint not null,
  packet_id uuid not null,
  version integer not null,
  recorded_on date not null,
  known_at timestamp with time zone not null,
  ended_on date,
  end_known_at timestamp with time zone,
  constraint recording_pkey PRIMARY KEY (nik, packet_id, version)
);
alter table enrolment.recording enable row level security;
alter table enrolment.recording force row level security;
CREATE INDEX recording_ahead ON enrolment.recording USING btree (recorded_on) WHERE (recorded_on > ((known_at AT TIME ZONE 'Asia/Jakarta'::text))::date);
CREATE INDEX recording_ended ON enrolment.recording USING btree (end_known_at, ended_on) WHERE (ended_on IS NOT NULL);
CREATE INDEX recording_known ON enrolment.recording USING btree (known_at);
create policy recording_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM resident_read.resident r
  WHERE (r.nik = recording.nik)))) with check (true);
create policy recording_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table enrolment.staging (
  row_number bigint not null,
  nik bigint not null,
  packet_id uuid not null,
  status smallint not null,
  recorded_on date not null,
  captured_at timestamp with time zone not null,
  filed boolean not null,
  village_code bigint,
  verdict text
);

create table enrolment.station (
  id uuid not null,
  office_id uuid not null,
  name text not null,
  kind text not null,
  public_key bytea not null,
  state text default 'active'::text not null,
  registered_at timestamp with time zone not null,
  registered_by uuid not null,
  revoked_at timestamp with time zone,
  revoked_by uuid,
  revoked_why text,
  constraint station_key UNIQUE (public_key),
  constraint station_key_ed25519 CHECK ((length(public_key) = 32)),
  constraint station_kind_check CHECK ((kind = ANY (ARRAY['fixed'::text, 'mobile'::text]))),
  constraint station_pkey PRIMARY KEY (id),
  constraint station_state_check CHECK ((state = ANY (ARRAY['active'::text, 'revoked'::text])))
);

create table enrolment.station_code (
  id uuid not null,
  secret_hash bytea not null,
  office_id uuid not null,
  name text not null,
  kind text not null,
  issued_by uuid not null,
  issued_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  station_id uuid,
  constraint station_code_kind_check CHECK ((kind = ANY (ARRAY['fixed'::text, 'mobile'::text]))),
  constraint station_code_pkey PRIMARY KEY (id),
  constraint station_code_secret_hash_key UNIQUE (secret_hash)
);

create table enrolment.team_visit (
  id uuid not null,
  office_id uuid not null,
  village_code bigint not null,
  day date not null,
  place text not null,
  state text default 'planned'::text not null,
  planned_by uuid not null,
  planned_at timestamp with time zone not null,
  unrecorded integer not null,
  why text,
  constraint team_visit_pkey PRIMARY KEY (id),
  constraint team_visit_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'done'::text, 'cancelled'::text])))
);
alter table enrolment.team_visit enable row level security;
alter table enrolment.team_visit force row level security;
CREATE UNIQUE INDEX team_visit_once ON enrolment.team_visit USING btree (village_code, day) WHERE (state <> 'cancelled'::text);
create policy team_visit_app for all to jatidiri_app using (((village_code >= ( SELECT (current_setting('jatidiri.low'::text))::bigint AS current_setting)) AND (village_code <= ( SELECT (current_setting('jatidiri.high'::text))::bigint AS current_setting)))) with check (((village_code >= ( SELECT (current_setting('jatidiri.low'::text))::bigint AS current_setting)) AND (village_code <= ( SELECT (current_setting('jatidiri.high'::text))::bigint AS current_setting))));
create policy team_visit_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

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
CREATE INDEX card_headless ON family.card USING btree (state_since, number) WHERE ((state = 1) AND (head_nik IS NULL));
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
  relation smallint not null
);
alter table family.membership_by_nik enable row level security;
alter table family.membership_by_nik force row level security;
CREATE UNIQUE INDEX membership_ended ON family.membership_by_nik USING btree (nik, valid_from, family_card) WHERE (valid_to IS NOT NULL);
CREATE UNIQUE INDEX membership_one_card ON family.membership_by_nik USING btree (nik) WHERE (valid_to IS NULL);
create policy membership_by_nik_app for all to jatidiri_app using (((EXISTS ( SELECT
   FROM resident_read.resident r
  WHERE (r.nik = membership_by_nik.nik))) OR (EXISTS ( SELECT
   FROM family.card c
  WHERE (c.number = membership_by_nik.family_card))))) with check (true);
create policy membership_by_nik_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table file.stored (
  nik bigint not null,
  village_code bigint not null,
  id uuid not null,
  office_id uuid,
  stored_at timestamp with time zone not null,
  byte_count integer not null,
  address bytea not null,
  media_type text not null,
  kind text not null,
  erased_at timestamp with time zone,
  constraint stored_address CHECK ((length(address) = 32)),
  constraint stored_pkey PRIMARY KEY (nik, id)
);
alter table file.stored enable row level security;
alter table file.stored force row level security;
CREATE INDEX stored_address ON file.stored USING btree (address);
CREATE INDEX stored_id ON file.stored USING btree (id);
create policy stored_app for all to jatidiri_app using ((((village_code >= ( SELECT (current_setting('jatidiri.low'::text))::bigint AS current_setting)) AND (village_code <= ( SELECT (current_setting('jatidiri.high'::text))::bigint AS current_setting))) OR (office_id = ( SELECT (NULLIF(current_setting('jatidiri.office'::text), ''::text))::uuid AS "nullif")))) with check (true);
create policy stored_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table idempotency.answer (
  actor_id text not null,
  key text not null,
  request_hash bytea not null,
  status smallint not null,
  sealed bytea not null,
  created_at timestamp with time zone default now() not null,
  constraint answer_key_check CHECK (((length(key) >= 8) AND (length(key) <= 200))),
  constraint answer_status_check CHECK (((status >= 200) AND (status <= 499))),
  constraint idempotency_in_use PRIMARY KEY (actor_id, key)
);
alter table idempotency.answer enable row level security;
alter table idempotency.answer force row level security;
CREATE INDEX answer_age ON idempotency.answer USING btree (created_at);
create policy all_of_it for all to jatidiri_system using (true) with check (true);
create policy own for all to jatidiri_app using ((actor_id = ( SELECT current_setting('jatidiri.officer'::text) AS current_setting))) with check ((actor_id = ( SELECT current_setting('jatidiri.officer'::text) AS current_setting)));
create policy owned for all to jatidiri_owner using (true) with check (true);

create table kept_count.count (
  what text not null,
  as_of date not null,
  known_at timestamp with time zone not null,
  content json not null,
  constraint count_pkey PRIMARY KEY (what)
);
alter table kept_count.count enable row level security;
alter table kept_count.count force row level security;
create policy count_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table ledger.access (
  nik bigint not null,
  at timestamp with time zone not null,
  entry uuid not null,
  detail text
) partition by RANGE (at);
alter table ledger.access enable row level security;
alter table ledger.access force row level security;
CREATE INDEX access_at ON ONLY ledger.access USING brin (at);
CREATE INDEX access_nik ON ONLY ledger.access USING btree (nik);
create policy access_read for select to jatidiri_owner, jatidiri_system using (true);
create policy access_write for insert to jatidiri_app, jatidiri_answer, jatidiri_system with check (true);

create table ledger.entry (
  seq bigint not null,
  id uuid not null,
  constraint entry_pkey PRIMARY KEY (id)
);

create table ledger.head (
  only_one boolean default true not null,
  size bigint default 0 not null,
  journals text[] default '{}'::text[] not null,
  constraint head_only_one_check CHECK (only_one),
  constraint head_pkey PRIMARY KEY (only_one)
);

create table ledger.pending (
  id uuid not null,
  body text not null,
  constraint pending_body_check CHECK ((octet_length(body) <= 65535))
) with (autovacuum_vacuum_threshold=20000, autovacuum_vacuum_scale_factor=0, autovacuum_vacuum_cost_delay=0);

create table matching.asked (
  matching_id uuid not null,
  n integer not null,
  niks bigint[] not null,
  constraint asked_matching_id_fkey FOREIGN KEY (matching_id) REFERENCES matching.matching(id),
  constraint asked_pkey PRIMARY KEY (matching_id, n)
);
alter table matching.asked enable row level security;
alter table matching.asked force row level security;
create policy asked_answer for select to jatidiri_answer using (true);
create policy asked_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table matching.batch (
  matching_id uuid not null,
  n integer not null,
  last_row integer not null,
  result_bytes integer not null,
  report_bytes integer not null,
  constraint batch_matching_id_fkey FOREIGN KEY (matching_id) REFERENCES matching.matching(id),
  constraint batch_pkey PRIMARY KEY (matching_id, n)
);
alter table matching.batch enable row level security;
alter table matching.batch force row level security;
create policy batch_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM matching.matching m
  WHERE (m.id = batch.matching_id)))) with check (true);
create policy batch_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table matching.matching (
  id uuid not null,
  institution_id uuid not null,
  grant_id uuid not null,
  purpose text not null,
  basis text not null,
  unit text not null,
  end_user text not null,
  reference text not null,
  language text not null,
  expected_rows integer not null,
  given_columns jsonb not null,
  asked_from inet not null,
  created_at timestamp with time zone not null,
  state text not null,
  since timestamp with time zone not null,
  byte_count bigint default 0 not null,
  columns jsonb,
  why text,
  last_row integer default 1 not null,
  rows integer default 0 not null,
  refused integer default 0 not null,
  incomplete integer default 0 not null,
  matched integer default 0 not null,
  partial integer default 0 not null,
  mismatched integer default 0 not null,
  in_sequence integer default 0 not null,
  most_of_one integer default 0 not null,
  faults jsonb default '{}'::jsonb not null,
  signals text[] default '{}'::text[] not null,
  covered boolean,
  decision text,
  decided_at timestamp with time zone,
  decided_by uuid,
  decision_reason text,
  entry_id uuid,
  compared_at timestamp with time zone,
  finished_at timestamp with time zone,
  delete_at timestamp with time zone,
  constraint matching_decided CHECK ((((decision IS NULL) = (decided_at IS NULL)) AND ((decision IS NULL) = (decided_by IS NULL)) AND ((decision IS NULL) = (decision_reason IS NULL)))),
  constraint matching_decision_check CHECK ((decision = ANY (ARRAY['approve'::text, 'stop'::text]))),
  constraint matching_deletes CHECK (((delete_at IS NOT NULL) OR (state <> 'done'::text))),
  constraint matching_entered CHECK (((entry_id IS NOT NULL) OR (state <> ALL (ARRAY['held'::text, 'done'::text, 'deleted'::text])))),
  constraint matching_expected_rows_check CHECK (((expected_rows >= 1) AND (expected_rows <= 10000000))),
  constraint matching_language_check CHECK ((language = ANY (ARRAY['id'::text, 'en'::text]))),
  constraint matching_mapped CHECK (((columns IS NOT NULL) OR (state = ANY (ARRAY['uploading'::text, 'cancelled'::text, 'failed'::text])))),
  constraint matching_pkey PRIMARY KEY (id),
  constraint matching_state_check CHECK ((state = ANY (ARRAY['uploading'::text, 'approval'::text, 'running'::text, 'held'::text, 'done'::text, 'deleted'::text, 'cancelled'::text, 'stopped'::text, 'failed'::text])))
);
alter table matching.matching enable row level security;
alter table matching.matching force row level security;
CREATE INDEX matching_grant ON matching.matching USING btree (grant_id);
CREATE UNIQUE INDEX matching_reference ON matching.matching USING btree (institution_id, reference);
CREATE INDEX matching_waits ON matching.matching USING btree (state, since) WHERE (state = ANY (ARRAY['uploading'::text, 'approval'::text, 'running'::text, 'held'::text, 'done'::text]));
create policy matching_app for all to jatidiri_app using (((institution_id = (NULLIF(current_setting('jatidiri.officer'::text), ''::text))::uuid) OR (EXISTS ( SELECT
   FROM officer_read.officer o
  WHERE (o.id = (NULLIF(current_setting('jatidiri.officer'::text), ''::text))::uuid))))) with check (true);
create policy matching_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table matching.part (
  matching_id uuid not null,
  at_byte bigint not null,
  byte_count integer not null,
  sha256 bytea not null,
  constraint part_at_byte_check CHECK ((at_byte >= 0)),
  constraint part_byte_count_check CHECK ((byte_count > 0)),
  constraint part_matching_id_fkey FOREIGN KEY (matching_id) REFERENCES matching.matching(id),
  constraint part_pkey PRIMARY KEY (matching_id, at_byte),
  constraint part_sha256_check CHECK ((length(sha256) = 32))
);
alter table matching.part enable row level security;
alter table matching.part force row level security;
create policy part_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM matching.matching m
  WHERE (m.id = part.matching_id)))) with check (true);
create policy part_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table metering.hold (
  matching_id uuid not null,
  institution_id uuid not null,
  amount bigint not null,
  tariff_on date not null,
  held_at timestamp with time zone not null,
  released_at timestamp with time zone,
  constraint hold_amount_check CHECK ((amount > 0)),
  constraint hold_pkey PRIMARY KEY (matching_id)
);
alter table metering.hold enable row level security;
alter table metering.hold force row level security;
CREATE INDEX hold_open ON metering.hold USING btree (institution_id) WHERE (released_at IS NULL);
create policy hold_app for select to jatidiri_app using ((EXISTS ( SELECT
   FROM partner_read.institution i
  WHERE (i.institution_id = hold.institution_id))));
create policy hold_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table metering.low_balance (
  id uuid not null,
  institution_id uuid not null,
  raised_at timestamp with time zone not null,
  balance bigint not null,
  spent bigint not null,
  ended_at timestamp with time zone,
  entry_id uuid not null,
  constraint low_balance_pkey PRIMARY KEY (id)
);
alter table metering.low_balance enable row level security;
alter table metering.low_balance force row level security;
CREATE UNIQUE INDEX low_balance_open ON metering.low_balance USING btree (institution_id) WHERE (ended_at IS NULL);
create policy low_balance_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM partner_read.institution i
  WHERE (i.institution_id = low_balance.institution_id)))) with check (true);
create policy low_balance_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table metering.package (
  matching_id uuid not null,
  institution_id uuid not null,
  at timestamp with time zone not null,
  day date not null,
  reference text not null,
  unit text not null,
  purpose text not null,
  rows integer not null,
  complete boolean not null,
  amount bigint not null,
  entry uuid not null,
  constraint package_amount_check CHECK ((amount >= 0)),
  constraint package_pkey PRIMARY KEY (matching_id),
  constraint package_rows_check CHECK ((rows > 0))
);
alter table metering.package enable row level security;
alter table metering.package force row level security;
CREATE INDEX package_day ON metering.package USING btree (day);
CREATE INDEX package_institution ON metering.package USING btree (institution_id, day);
create policy package_app for select to jatidiri_app using ((EXISTS ( SELECT
   FROM partner_read.institution i
  WHERE (i.institution_id = package.institution_id))));
create policy package_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table metering.payment (
  id uuid not null,
  purchase_id uuid not null,
  institution_id uuid not null,
  amount bigint not null,
  ntpn text not null,
  receipt_nth integer not null,
  purchase_nth integer not null,
  paid_on date not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  entry_id uuid not null,
  constraint payment_amount_check CHECK ((amount > 0)),
  constraint payment_ntpn_check CHECK ((ntpn ~ '^[0-9A-Z]{16}$'::text)),
  constraint payment_pkey PRIMARY KEY (id),
  constraint payment_purchase UNIQUE (purchase_id, purchase_nth),
  constraint payment_purchase_id_fkey FOREIGN KEY (purchase_id) REFERENCES metering.purchase(id),
  constraint payment_purchase_nth_check CHECK ((purchase_nth > 0)),
  constraint payment_receipt UNIQUE (ntpn, receipt_nth),
  constraint payment_receipt_nth_check CHECK ((receipt_nth > 0))
);
alter table metering.payment enable row level security;
alter table metering.payment force row level security;
CREATE INDEX payment_institution ON metering.payment USING btree (institution_id, entered_at);
create policy payment_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM partner_read.institution i
  WHERE (i.institution_id = payment.institution_id)))) with check (true);
create policy payment_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table metering.progress (
  one boolean default true not null,
  closed_until date,
  counted_at timestamp with time zone,
  month_closed text,
  constraint progress_month_closed_check CHECK ((month_closed ~ '^[0-9]{4}-[0-9]{2}$'::text)),
  constraint progress_one_check CHECK (one),
  constraint progress_pkey PRIMARY KEY (one)
);

create table metering.purchase (
  id uuid not null,
  institution_id uuid not null,
  billing_code text not null,
  amount bigint not null,
  ordered_on date not null,
  valid_until date not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  entry_id uuid not null,
  constraint purchase_amount_check CHECK ((amount > 0)),
  constraint purchase_code UNIQUE (billing_code),
  constraint purchase_code_form CHECK ((billing_code ~ '^[0-9]{15}$'::text)),
  constraint purchase_pkey PRIMARY KEY (id),
  constraint purchase_term CHECK ((valid_until >= ordered_on))
);
alter table metering.purchase enable row level security;
alter table metering.purchase force row level security;
CREATE INDEX purchase_institution ON metering.purchase USING btree (institution_id, entered_at);
create policy purchase_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM partner_read.institution i
  WHERE (i.institution_id = purchase.institution_id)))) with check (true);
create policy purchase_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table metering.reversal (
  payment_id uuid not null,
  reason text not null,
  reversed_at timestamp with time zone not null,
  asked_by uuid not null,
  decided_by uuid not null,
  entry_id uuid not null,
  constraint reversal_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES metering.payment(id),
  constraint reversal_pkey PRIMARY KEY (payment_id),
  constraint reversal_two CHECK ((asked_by <> decided_by))
);
alter table metering.reversal enable row level security;
alter table metering.reversal force row level security;
create policy reversal_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM metering.payment p
  WHERE (p.id = reversal.payment_id)))) with check (true);
create policy reversal_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table metering.statement (
  id uuid not null,
  institution_id uuid not null,
  month text not null,
  number text not null,
  opening bigint not null,
  paid bigint not null,
  reversed bigint not null,
  charged bigint not null,
  closing bigint not null,
  calls integer not null,
  questions bigint not null,
  lines integer not null,
  root bytea not null,
  closed_at timestamp with time zone not null,
  entry_id uuid not null,
  files integer default 0 not null,
  constraint statement_month UNIQUE (institution_id, month),
  constraint statement_month_check CHECK ((month ~ '^[0-9]{4}-[0-9]{2}$'::text)),
  constraint statement_number UNIQUE (number),
  constraint statement_pkey PRIMARY KEY (id),
  constraint statement_root_check CHECK ((length(root) = 32)),
  constraint statement_sum CHECK ((closing = (((opening + paid) - reversed) - charged)))
);
alter table metering.statement enable row level security;
alter table metering.statement force row level security;
create policy statement_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM partner_read.institution i
  WHERE (i.institution_id = statement.institution_id)))) with check (true);
create policy statement_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table metering.statement_part (
  statement_id uuid not null,
  part integer not null,
  first_line integer not null,
  lines integer not null,
  from_at timestamp with time zone not null,
  from_entry uuid not null,
  until_at timestamp with time zone not null,
  until_entry uuid not null,
  constraint statement_part_part_check CHECK ((part > 0)),
  constraint statement_part_pkey PRIMARY KEY (statement_id, part),
  constraint statement_part_statement_id_fkey FOREIGN KEY (statement_id) REFERENCES metering.statement(id)
);
alter table metering.statement_part enable row level security;
alter table metering.statement_part force row level security;
create policy statement_part_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM metering.statement s
  WHERE (s.id = statement_part.statement_id)))) with check (true);
create policy statement_part_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table metering.usage (
  institution_id uuid not null,
  day date not null,
  method text not null,
  price integer not null,
  calls integer not null,
  questions bigint not null,
  matched bigint not null,
  partial bigint not null,
  mismatched bigint not null,
  amount bigint generated always as ((questions * price)) stored not null,
  constraint usage_pkey PRIMARY KEY (institution_id, day, method, price)
);
alter table metering.usage enable row level security;
alter table metering.usage force row level security;
CREATE INDEX usage_day ON metering.usage USING btree (day);
create policy usage_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM partner_read.institution i
  WHERE (i.institution_id = usage.institution_id)))) with check (true);
create policy usage_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table migration.applied (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone default now() not null,
  constraint applied_pkey PRIMARY KEY (name)
);

create table office.history (
  id uuid not null,
  office_id uuid not null,
  act text not null,
  occurred_on date not null,
  recorded_at timestamp with time zone default now() not null,
  recorded_by text not null,
  legal_basis text,
  delta jsonb not null,
  constraint history_act_check CHECK ((act = ANY (ARRAY['opened'::text, 'changed'::text, 'closed'::text, 'reopened'::text]))),
  constraint history_office_id_fkey FOREIGN KEY (office_id) REFERENCES office.office(id),
  constraint history_pkey PRIMARY KEY (id)
);
alter table office.history enable row level security;
alter table office.history force row level security;
CREATE INDEX history_of_office ON office.history USING btree (office_id, recorded_at);
create policy all_of_it for all to jatidiri_system using (true) with check (true);
create policy owned for all to jatidiri_owner using (true) with check (true);
create policy seen for select to jatidiri_app using (true);
create policy written for insert to jatidiri_app with check (true);

create table office.office (
  id uuid not null,
  kind text not null,
  name text not null,
  region_code text,
  low bigint generated always as ((rpad(region_code, 10, '0'::text))::bigint) stored,
  high bigint generated always as ((rpad(region_code, 10, '9'::text))::bigint) stored,
  zone text not null,
  parent_id uuid,
  opened_on date not null,
  closed_on date,
  constraint office_closes_before_it_opens CHECK (((closed_on IS NULL) OR (closed_on >= opened_on))),
  constraint office_name_check CHECK (((length(name) >= 3) AND (length(name) <= 160))),
  constraint office_own_parent CHECK ((parent_id <> id)),
  constraint office_parent_unknown FOREIGN KEY (parent_id) REFERENCES office.office(id),
  constraint office_pkey PRIMARY KEY (id),
  constraint office_region_code_check CHECK ((region_code ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{10})?$'::text))
);
alter table office.office enable row level security;
alter table office.office force row level security;
CREATE UNIQUE INDEX office_name_taken ON office.office USING btree (lower(name)) WHERE (closed_on IS NULL);
CREATE INDEX office_parent ON office.office USING btree (parent_id);
CREATE INDEX office_region ON office.office USING btree (region_code text_pattern_ops);
create policy all_of_it for all to jatidiri_system using (true) with check (true);
create policy changed for update to jatidiri_app using (((( SELECT (current_setting('jatidiri.low'::text))::bigint AS current_setting) <= COALESCE(low, (0)::bigint)) AND (( SELECT (current_setting('jatidiri.high'::text))::bigint AS current_setting) >= COALESCE(high, '9999999999'::bigint))));
create policy opened for insert to jatidiri_app with check (((( SELECT (current_setting('jatidiri.low'::text))::bigint AS current_setting) <= COALESCE(low, (0)::bigint)) AND (( SELECT (current_setting('jatidiri.high'::text))::bigint AS current_setting) >= COALESCE(high, '9999999999'::bigint))));
create policy owned for all to jatidiri_owner using (true) with check (true);
create policy seen for select to jatidiri_app using (true);

create table officer.attempt (
  subject bytea not null,
  failures integer not null,
  failed_at timestamp with time zone not null,
  constraint attempt_pkey PRIMARY KEY (subject)
);

create table officer.challenge (
  id uuid not null,
  officer_id uuid,
  purpose text not null,
  challenge text not null,
  expires_at timestamp with time zone not null,
  constraint challenge_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer.officer(id),
  constraint challenge_pkey PRIMARY KEY (id),
  constraint challenge_purpose_check CHECK ((purpose = ANY (ARRAY['sign_in'::text, 'register'::text, 'approve'::text])))
);
CREATE INDEX challenge_ends ON officer.challenge USING btree (expires_at);

create table officer.code (
  id uuid not null,
  kind text not null,
  secret_hash bytea not null,
  officer_id uuid,
  created_at timestamp with time zone default now() not null,
  expires_at timestamp with time zone,
  used_at timestamp with time zone,
  constraint code_kind_check CHECK ((kind = ANY (ARRAY['first_run'::text, 'enrolment'::text, 'link'::text]))),
  constraint code_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer.officer(id),
  constraint code_pkey PRIMARY KEY (id),
  constraint code_secret_hash_key UNIQUE (secret_hash)
);
CREATE INDEX code_of ON officer.code USING btree (officer_id);

create table officer.delegation (
  id uuid not null,
  from_officer_id uuid not null,
  to_officer_id uuid not null,
  office_id uuid not null,
  role text not null,
  from_on date not null,
  until_on date not null,
  reason text not null,
  created_at timestamp with time zone default now() not null,
  revoked_at timestamp with time zone,
  constraint delegation_ends_before_it_begins CHECK ((until_on >= from_on)),
  constraint delegation_from_officer_id_fkey FOREIGN KEY (from_officer_id) REFERENCES officer.officer(id),
  constraint delegation_office_id_fkey FOREIGN KEY (office_id) REFERENCES office.office(id),
  constraint delegation_pkey PRIMARY KEY (id),
  constraint delegation_to_officer_id_fkey FOREIGN KEY (to_officer_id) REFERENCES officer.officer(id),
  constraint delegation_to_oneself CHECK ((from_officer_id <> to_officer_id))
);
CREATE INDEX delegation_from ON officer.delegation USING btree (from_officer_id) WHERE (revoked_at IS NULL);
CREATE INDEX delegation_to ON officer.delegation USING btree (to_officer_id) WHERE (revoked_at IS NULL);

create table officer.history (
  id uuid not null,
  officer_id uuid not null,
  act text not null,
  occurred_on date not null,
  recorded_at timestamp with time zone default now() not null,
  recorded_by text not null,
  delta jsonb not null,
  constraint history_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer.officer(id),
  constraint history_pkey PRIMARY KEY (id)
);
CREATE INDEX history_of_officer ON officer.history USING btree (officer_id, recorded_at);

create table officer.officer (
  id uuid not null,
  username text not null,
  pseudonym text not null,
  name text not null,
  employee_number text,
  language text default 'id'::text not null,
  state text not null,
  created_at timestamp with time zone default now() not null,
  constraint officer_language_check CHECK ((language = ANY (ARRAY['id'::text, 'en'::text]))),
  constraint officer_name_check CHECK (((length(name) >= 2) AND (length(name) <= 120))),
  constraint officer_pkey PRIMARY KEY (id),
  constraint officer_pseudonym_key UNIQUE (pseudonym),
  constraint officer_state_check CHECK ((state = ANY (ARRAY['invited'::text, 'active'::text, 'disabled'::text, 'retired'::text]))),
  constraint officer_username_shape CHECK ((username ~ '^[a-z][a-z0-9._-]{2,39}$'::text)),
  constraint officer_username_taken UNIQUE (username)
);

create table officer.passkey (
  id text not null,
  officer_id uuid not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  label text not null,
  created_at timestamp with time zone default now() not null,
  last_used_at timestamp with time zone,
  constraint passkey_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer.officer(id),
  constraint passkey_pkey PRIMARY KEY (id)
);
CREATE INDEX passkey_of ON officer.passkey USING btree (officer_id);

create table officer.password (
  officer_id uuid not null,
  hash text not null,
  changed_at timestamp with time zone default now() not null,
  constraint password_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer.officer(id),
  constraint password_pkey PRIMARY KEY (officer_id)
);

create table officer.post (
  id uuid not null,
  officer_id uuid not null,
  office_id uuid not null,
  role text not null,
  from_on date not null,
  until_on date,
  constraint post_ends_before_it_begins CHECK (((until_on IS NULL) OR (until_on >= from_on))),
  constraint post_held_already EXCLUDE USING gist (officer_id WITH =, office_id WITH =, role WITH =, daterange(from_on, until_on, '[]'::text) WITH &&),
  constraint post_office_unknown FOREIGN KEY (office_id) REFERENCES office.office(id),
  constraint post_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer.officer(id),
  constraint post_pkey PRIMARY KEY (id)
);
CREATE INDEX post_of_office ON officer.post USING btree (office_id);

create table officer.session (
  id uuid not null,
  token_hash bytea not null,
  officer_id uuid not null,
  office_id uuid not null,
  method text not null,
  created_at timestamp with time zone default now() not null,
  seen_at timestamp with time zone default now() not null,
  expires_at timestamp with time zone not null,
  ip text not null,
  user_agent text not null,
  ended_at timestamp with time zone,
  ended_by text,
  constraint session_method_check CHECK ((method = ANY (ARRAY['password'::text, 'passkey'::text, 'link'::text, 'code'::text]))),
  constraint session_office_id_fkey FOREIGN KEY (office_id) REFERENCES office.office(id),
  constraint session_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer.officer(id),
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token_hash_key UNIQUE (token_hash)
);
CREATE INDEX session_of ON officer.session USING btree (officer_id) WHERE (ended_at IS NULL);

create table partner.access_grant (
  id uuid not null,
  cooperation_id uuid not null,
  agreement_id uuid not null,
  purpose text not null,
  elements jsonb not null,
  threshold smallint,
  daily_quota integer not null,
  hours_from smallint,
  hours_until smallint,
  networks cidr[] not null,
  region_code text,
  dpop boolean not null,
  signed boolean not null,
  tells text[] not null,
  valid_from timestamp with time zone not null,
  valid_until timestamp with time zone not null,
  asked_by uuid not null,
  given_at timestamp with time zone not null,
  given_by uuid not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  end_why text,
  replaced_by uuid,
  entry_id uuid not null,
  package_rows integer,
  constraint access_grant_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES partner.document(id),
  constraint access_grant_cooperation_id_fkey FOREIGN KEY (cooperation_id) REFERENCES partner.cooperation(id),
  constraint access_grant_daily_quota_check CHECK ((daily_quota > 0)),
  constraint access_grant_ended CHECK ((((ended_at IS NULL) = (ended_by IS NULL)) AND ((ended_at IS NULL) = (end_why IS NULL)))),
  constraint access_grant_hours CHECK ((((hours_from IS NULL) = (hours_until IS NULL)) AND (hours_from <> hours_until))),
  constraint access_grant_hours_from_check CHECK (((hours_from >= 0) AND (hours_from <= 1439))),
  constraint access_grant_hours_until_check CHECK (((hours_until >= 0) AND (hours_until <= 1440))),
  constraint access_grant_package_rows_check CHECK (((package_rows >= 1) AND (package_rows <= 100000000))),
  constraint access_grant_pkey PRIMARY KEY (id),
  constraint access_grant_purpose_check CHECK ((purpose = ANY (ARRAY['public_service'::text, 'development_planning'::text, 'budget_allocation'::text, 'democracy'::text, 'law_enforcement'::text]))),
  constraint access_grant_replaced CHECK (((replaced_by IS NULL) OR (ended_at IS NOT NULL))),
  constraint access_grant_replaced_by_fkey FOREIGN KEY (replaced_by) REFERENCES partner.access_grant(id),
  constraint access_grant_tells_check CHECK ((tells <@ ARRAY['absent'::text, 'deceased'::text, 'duplicate'::text, 'inactive'::text])),
  constraint access_grant_term CHECK ((valid_until > valid_from)),
  constraint access_grant_threshold_check CHECK (((threshold >= 0) AND (threshold <= 100))),
  constraint access_grant_two CHECK ((asked_by <> given_by))
);
alter table partner.access_grant enable row level security;
alter table partner.access_grant force row level security;
CREATE INDEX access_grant_cooperation ON partner.access_grant USING btree (cooperation_id);
CREATE UNIQUE INDEX access_grant_purpose ON partner.access_grant USING btree (cooperation_id, purpose) WHERE (ended_at IS NULL);
create policy access_grant_app for all to jatidiri_app using ((( SELECT partner.wide() AS wide) OR (EXISTS ( SELECT
   FROM partner.cooperation c
  WHERE (c.id = access_grant.cooperation_id))))) with check (true);
create policy access_grant_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table partner.appeal (
  id uuid not null,
  suspension_id uuid not null,
  words text not null,
  received_on date not null,
  filed_at timestamp with time zone not null,
  filed_by uuid not null,
  outcome text,
  why text,
  decided_at timestamp with time zone,
  asked_by uuid,
  decided_by uuid,
  entry_id uuid not null,
  document_id uuid,
  constraint appeal_decided CHECK ((((outcome IS NULL) = (decided_at IS NULL)) AND ((outcome IS NULL) = (decided_by IS NULL)) AND ((outcome IS NULL) = (why IS NULL)))),
  constraint appeal_document_id_fkey FOREIGN KEY (document_id) REFERENCES partner.document(id),
  constraint appeal_outcome_check CHECK ((outcome = ANY (ARRAY['granted'::text, 'refused'::text]))),
  constraint appeal_pkey PRIMARY KEY (id),
  constraint appeal_suspension_id_fkey FOREIGN KEY (suspension_id) REFERENCES partner.suspension(id),
  constraint appeal_two CHECK ((asked_by <> decided_by))
);
alter table partner.appeal enable row level security;
alter table partner.appeal force row level security;
CREATE UNIQUE INDEX appeal_open ON partner.appeal USING btree (suspension_id) WHERE (outcome IS NULL);
create policy appeal_app for all to jatidiri_app using ((( SELECT partner.wide() AS wide) OR (EXISTS ( SELECT
   FROM partner.suspension s
  WHERE (s.id = appeal.suspension_id))))) with check (true);
create policy appeal_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table partner.cooperation (
  id uuid not null,
  number text not null,
  institution_id uuid not null,
  predecessor_id uuid,
  opened_at timestamp with time zone not null,
  opened_by uuid not null,
  stage text not null,
  since date not null,
  steps integer not null,
  entry_id uuid not null,
  constraint cooperation_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES partner.institution(id),
  constraint cooperation_number UNIQUE (number),
  constraint cooperation_pkey PRIMARY KEY (id),
  constraint cooperation_predecessor CHECK ((predecessor_id <> id)),
  constraint cooperation_predecessor_id_fkey FOREIGN KEY (predecessor_id) REFERENCES partner.cooperation(id),
  constraint cooperation_stage_check CHECK ((stage = ANY (ARRAY['REQUEST'::text, 'APPROVAL'::text, 'MOU'::text, 'AGREEMENT'::text, 'TECHNICAL_GUIDE'::text, 'ONBOARDING'::text, 'CONNECTED'::text, 'EVALUATION'::text, 'RENEWAL'::text, 'WITHDRAWN'::text, 'REFUSED'::text]))),
  constraint cooperation_steps_check CHECK ((steps > 0)),
  constraint cooperation_successor UNIQUE (predecessor_id)
);
alter table partner.cooperation enable row level security;
alter table partner.cooperation force row level security;
CREATE INDEX cooperation_board ON partner.cooperation USING btree (stage, since);
CREATE UNIQUE INDEX cooperation_climbing ON partner.cooperation USING btree (institution_id) WHERE (stage = ANY (ARRAY['REQUEST'::text, 'APPROVAL'::text, 'MOU'::text, 'AGREEMENT'::text, 'TECHNICAL_GUIDE'::text, 'ONBOARDING'::text]));
CREATE INDEX cooperation_institution ON partner.cooperation USING btree (institution_id);
CREATE UNIQUE INDEX cooperation_live ON partner.cooperation USING btree (institution_id) WHERE (stage = ANY (ARRAY['CONNECTED'::text, 'EVALUATION'::text]));
create policy cooperation_app for all to jatidiri_app using ((( SELECT partner.wide() AS wide) OR (EXISTS ( SELECT
   FROM partner.institution i
  WHERE (i.id = cooperation.institution_id))))) with check (true);
create policy cooperation_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table partner.document (
  id uuid not null,
  cooperation_id uuid not null,
  kind text not null,
  number text not null,
  version integer not null,
  sha256 bytea not null,
  file_id uuid,
  paper_id uuid,
  signed_on date not null,
  valid_from date,
  valid_until date,
  signatories jsonb not null,
  contents jsonb,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  entry_id uuid not null,
  constraint document_contents CHECK (((kind <> ALL (ARRAY['request'::text, 'pks'::text])) OR (contents IS NOT NULL))),
  constraint document_cooperation_id_fkey FOREIGN KEY (cooperation_id) REFERENCES partner.cooperation(id),
  constraint document_one_copy CHECK (((file_id IS NULL) OR (paper_id IS NULL))),
  constraint document_pkey PRIMARY KEY (id),
  constraint document_sha256_check CHECK ((length(sha256) = 32)),
  constraint document_term CHECK ((((valid_from IS NULL) = (valid_until IS NULL)) AND (valid_until >= valid_from))),
  constraint document_termed CHECK (((kind <> ALL (ARRAY['mou'::text, 'pks'::text])) OR (valid_until IS NOT NULL))),
  constraint document_version UNIQUE (cooperation_id, kind, number, version),
  constraint document_version_check CHECK ((version > 0))
);
alter table partner.document enable row level security;
alter table partner.document force row level security;
CREATE UNIQUE INDEX document_line ON partner.document USING btree (cooperation_id, kind, version) WHERE (kind = ANY (ARRAY['request'::text, 'reply'::text, 'recommendation'::text, 'mou'::text, 'pks'::text, 'juknis'::text, 'nda'::text, 'sptjm'::text, 'poc_report'::text]));
CREATE UNIQUE INDEX document_once ON partner.document USING btree (cooperation_id, kind, sha256);
create policy document_app for all to jatidiri_app using ((( SELECT partner.wide() AS wide) OR (EXISTS ( SELECT
   FROM partner.cooperation c
  WHERE (c.id = document.cooperation_id))))) with check (true);
create policy document_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table partner.institution (
  id uuid not null,
  name text not null,
  kind text not null,
  sector text not null,
  supervisor_id uuid,
  region_code text,
  mail text,
  state text default 'active'::text not null,
  registered_at timestamp with time zone not null,
  registered_by uuid not null,
  closed_at timestamp with time zone,
  closed_by uuid,
  closed_why text,
  entry_id uuid not null,
  constraint institution_closed CHECK ((((state = 'closed'::text) = (closed_at IS NOT NULL)) AND ((closed_at IS NULL) = (closed_by IS NULL)) AND ((closed_at IS NULL) = (closed_why IS NULL)))),
  constraint institution_pkey PRIMARY KEY (id),
  constraint institution_region CHECK ((region_code ~ '^([0-9]{2}|[0-9]{4})$'::text)),
  constraint institution_state_check CHECK ((state = ANY (ARRAY['active'::text, 'closed'::text]))),
  constraint institution_supervisor CHECK ((supervisor_id <> id)),
  constraint institution_supervisor_id_fkey FOREIGN KEY (supervisor_id) REFERENCES partner.institution(id)
);
alter table partner.institution enable row level security;
alter table partner.institution force row level security;
CREATE UNIQUE INDEX institution_name ON partner.institution USING btree (lower(name));
CREATE INDEX institution_supervises ON partner.institution USING btree (supervisor_id) WHERE (supervisor_id IS NOT NULL);
create policy institution_app for all to jatidiri_app using ((( SELECT partner.wide() AS wide) OR partner.mine(region_code))) with check (true);
create policy institution_own for select to jatidiri_app using ((id = ( SELECT partner.own() AS own)));
create policy institution_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table partner.numbering (
  series text not null,
  n bigint not null,
  constraint numbering_pkey PRIMARY KEY (series)
);
alter table partner.numbering enable row level security;
alter table partner.numbering force row level security;
create policy numbering_app for all to jatidiri_app using (true) with check (true);
create policy numbering_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table partner.report (
  id uuid not null,
  cooperation_id uuid not null,
  semester text not null,
  due_on date not null,
  opened_at timestamp with time zone not null,
  document_id uuid,
  filed_on date,
  filed_at timestamp with time zone,
  filed_by uuid,
  cut_due_at timestamp with time zone,
  spared_at timestamp with time zone,
  spared_by uuid,
  spared_why text,
  constraint report_cooperation_id_fkey FOREIGN KEY (cooperation_id) REFERENCES partner.cooperation(id),
  constraint report_document_id_fkey FOREIGN KEY (document_id) REFERENCES partner.document(id),
  constraint report_filed CHECK ((((document_id IS NULL) = (filed_on IS NULL)) AND ((filed_on IS NULL) = (filed_at IS NULL)) AND ((filed_at IS NULL) = (filed_by IS NULL)))),
  constraint report_once UNIQUE (cooperation_id, semester),
  constraint report_pkey PRIMARY KEY (id),
  constraint report_semester_check CHECK ((semester ~ '^[0-9]{4}-[12]$'::text)),
  constraint report_spared CHECK ((((spared_at IS NULL) = (spared_by IS NULL)) AND ((spared_at IS NULL) = (spared_why IS NULL))))
);
alter table partner.report enable row level security;
alter table partner.report force row level security;
CREATE INDEX report_owed ON partner.report USING btree (due_on) WHERE (filed_on IS NULL);
create policy report_app for all to jatidiri_app using ((( SELECT partner.wide() AS wide) OR (EXISTS ( SELECT
   FROM partner.cooperation c
  WHERE (c.id = report.cooperation_id))))) with check (true);
create policy report_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table partner.step (
  id uuid not null,
  cooperation_id uuid not null,
  n integer not null,
  stage text not null,
  occurred_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  reason text,
  words text,
  takes_back uuid,
  entry_id uuid not null,
  constraint step_cooperation_id_fkey FOREIGN KEY (cooperation_id) REFERENCES partner.cooperation(id),
  constraint step_n_check CHECK ((n > 0)),
  constraint step_order UNIQUE (cooperation_id, n),
  constraint step_pkey PRIMARY KEY (id),
  constraint step_reason CHECK (((stage <> ALL (ARRAY['WITHDRAWN'::text, 'REFUSED'::text])) OR (takes_back IS NOT NULL) OR ((reason IS NOT NULL) AND (words IS NOT NULL)))),
  constraint step_taken_back_once UNIQUE (takes_back),
  constraint step_takes_back_fkey FOREIGN KEY (takes_back) REFERENCES partner.step(id)
);
alter table partner.step enable row level security;
alter table partner.step force row level security;
create policy step_app for all to jatidiri_app using ((( SELECT partner.wide() AS wide) OR (EXISTS ( SELECT
   FROM partner.cooperation c
  WHERE (c.id = step.cooperation_id))))) with check (true);
create policy step_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table partner.suspension (
  id uuid not null,
  cooperation_id uuid not null,
  cause text not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone,
  reason text not null,
  substitute text,
  at_once boolean not null,
  asked_by uuid,
  decided_by uuid not null,
  lifted_at timestamp with time zone,
  lifted_how text,
  lift_why text,
  lift_asked_by uuid,
  lifted_by uuid,
  entry_id uuid not null,
  constraint suspension_at_once CHECK (((NOT at_once) OR ((cause = ANY (ARRAY['misuse'::text, 'security'::text])) AND (until_at <= (from_at + '72:00:00'::interval))))),
  constraint suspension_cause_check CHECK ((cause = ANY (ARRAY['report_missing'::text, 'agreement_expired'::text, 'misuse'::text, 'security'::text, 'quota_debt'::text, 'evaluation'::text, 'own_wish'::text]))),
  constraint suspension_cooperation_id_fkey FOREIGN KEY (cooperation_id) REFERENCES partner.cooperation(id),
  constraint suspension_lift_two CHECK (((lifted_how IS NULL) OR (lifted_how = ANY (ARRAY['confirmed'::text, 'ended'::text])) OR ((lift_asked_by IS NOT NULL) AND (lift_asked_by <> lifted_by) AND (lift_why IS NOT NULL)))),
  constraint suspension_lifted CHECK ((((lifted_at IS NULL) = (lifted_how IS NULL)) AND ((lifted_at IS NULL) = (lifted_by IS NULL)))),
  constraint suspension_lifted_how_check CHECK ((lifted_how = ANY (ARRAY['restored'::text, 'appeal'::text, 'confirmed'::text, 'ended'::text]))),
  constraint suspension_pkey PRIMARY KEY (id),
  constraint suspension_two CHECK ((at_once OR ((asked_by IS NOT NULL) AND (asked_by <> decided_by)))),
  constraint suspension_until CHECK ((until_at > from_at))
);
alter table partner.suspension enable row level security;
alter table partner.suspension force row level security;
CREATE INDEX suspension_cooperation ON partner.suspension USING btree (cooperation_id, from_at);
CREATE UNIQUE INDEX suspension_open ON partner.suspension USING btree (cooperation_id, cause) WHERE (lifted_at IS NULL);
create policy suspension_app for all to jatidiri_app using ((( SELECT partner.wide() AS wide) OR (EXISTS ( SELECT
   FROM partner.cooperation c
  WHERE (c.id = suspension.cooperation_id))))) with check (true);
create policy suspension_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table partner.unit (
  id uuid not null,
  institution_id uuid not null,
  name text not null,
  opened_at timestamp with time zone not null,
  opened_by uuid not null,
  closed_at timestamp with time zone,
  closed_by uuid,
  entry_id uuid not null,
  constraint unit_closed CHECK (((closed_at IS NULL) = (closed_by IS NULL))),
  constraint unit_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES partner.institution(id),
  constraint unit_pkey PRIMARY KEY (id)
);
alter table partner.unit enable row level security;
alter table partner.unit force row level security;
CREATE UNIQUE INDEX unit_name ON partner.unit USING btree (institution_id, lower(name)) WHERE (closed_at IS NULL);
create policy unit_app for all to jatidiri_app using ((( SELECT partner.wide() AS wide) OR (EXISTS ( SELECT
   FROM partner.institution i
  WHERE (i.id = unit.institution_id))))) with check (true);
create policy unit_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table partner.warning (
  id uuid not null,
  report_id uuid not null,
  level smallint not null,
  number text not null,
  made_on date not null,
  made_at timestamp with time zone not null,
  document_id uuid,
  entry_id uuid not null,
  constraint warning_document_id_fkey FOREIGN KEY (document_id) REFERENCES partner.document(id),
  constraint warning_level UNIQUE (report_id, level),
  constraint warning_level_check CHECK (((level >= 1) AND (level <= 3))),
  constraint warning_number UNIQUE (number),
  constraint warning_pkey PRIMARY KEY (id),
  constraint warning_report_id_fkey FOREIGN KEY (report_id) REFERENCES partner.report(id)
);
alter table partner.warning enable row level security;
alter table partner.warning force row level security;
create policy warning_app for all to jatidiri_app using ((( SELECT partner.wide() AS wide) OR (EXISTS ( SELECT
   FROM partner.report r
  WHERE (r.id = warning.report_id))))) with check (true);
create policy warning_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table portal.challenge (
  id uuid not null,
  person_id uuid not null,
  code_hash bytea,
  made_at timestamp with time zone default now() not null,
  tries smallint default 0 not null,
  used_at timestamp with time zone,
  constraint challenge_person_id_fkey FOREIGN KEY (person_id) REFERENCES portal.person(id),
  constraint challenge_pkey PRIMARY KEY (id)
);
alter table portal.challenge enable row level security;
alter table portal.challenge force row level security;
CREATE INDEX challenge_person ON portal.challenge USING btree (person_id, made_at);
create policy challenge_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table portal.code (
  id uuid not null,
  person_id uuid not null,
  secret_hash bytea not null,
  made_at timestamp with time zone default now() not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint code_person_id_fkey FOREIGN KEY (person_id) REFERENCES portal.person(id),
  constraint code_pkey PRIMARY KEY (id),
  constraint code_secret UNIQUE (secret_hash),
  constraint code_secret_hash_check CHECK ((length(secret_hash) = 32))
);
alter table portal.code enable row level security;
alter table portal.code force row level security;
CREATE INDEX code_person ON portal.code USING btree (person_id);
create policy code_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM portal.person p
  WHERE (p.id = code.person_id)))) with check ((EXISTS ( SELECT
   FROM portal.person p
  WHERE (p.id = code.person_id))));
create policy code_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table portal.maintenance (
  id uuid not null,
  words_id text not null,
  words_en text not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  said_at timestamp with time zone not null,
  said_by uuid not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  entry_id uuid not null,
  constraint maintenance_ended CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint maintenance_pkey PRIMARY KEY (id),
  constraint maintenance_term CHECK ((until_at > from_at))
);
CREATE INDEX maintenance_until ON portal.maintenance USING btree (until_at);

create table portal.person (
  id uuid not null,
  institution_id uuid not null,
  pseudonym text not null,
  name text not null,
  mail text not null,
  role text not null,
  state text not null,
  invited_at timestamp with time zone not null,
  invited_by uuid not null,
  password text,
  totp bytea,
  totp_pending bytea,
  totp_step bigint default 0 not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  entry_id uuid not null,
  constraint person_active CHECK (((state <> 'active'::text) OR (password IS NOT NULL))),
  constraint person_ended CHECK ((((state = 'ended'::text) = (ended_at IS NOT NULL)) AND ((ended_at IS NULL) = (ended_by IS NULL)))),
  constraint person_mail_check CHECK ((mail = lower(mail))),
  constraint person_pkey PRIMARY KEY (id),
  constraint person_pseudonym UNIQUE (pseudonym),
  constraint person_role_check CHECK ((role = ANY (ARRAY['administrator'::text, 'developer'::text, 'reporter'::text]))),
  constraint person_state_check CHECK ((state = ANY (ARRAY['invited'::text, 'active'::text, 'ended'::text])))
);
alter table portal.person enable row level security;
alter table portal.person force row level security;
CREATE UNIQUE INDEX person_mail ON portal.person USING btree (mail) WHERE (state = 'active'::text);
CREATE UNIQUE INDEX person_once ON portal.person USING btree (institution_id, mail) WHERE (state <> 'ended'::text);
create policy person_app for all to jatidiri_app using (((institution_id = ( SELECT partner.own() AS own)) OR ( SELECT partner.wide() AS wide))) with check (((institution_id = ( SELECT partner.own() AS own)) OR ( SELECT partner.wide() AS wide)));
create policy person_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table portal.report_counted (
  report_id uuid not null,
  institution_id uuid not null,
  counted jsonb not null,
  counted_at timestamp with time zone not null,
  constraint report_counted_pkey PRIMARY KEY (report_id)
);
alter table portal.report_counted enable row level security;
alter table portal.report_counted force row level security;
create policy report_counted_app for select to jatidiri_app using (((institution_id = ( SELECT partner.own() AS own)) OR ( SELECT partner.wide() AS wide)));
create policy report_counted_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table portal.session (
  id uuid not null,
  token_hash bytea not null,
  person_id uuid not null,
  institution_id uuid not null,
  ip text not null,
  made_at timestamp with time zone default now() not null,
  seen_at timestamp with time zone default now() not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  constraint session_ended CHECK (((ended_by IS NULL) OR (ended_at IS NOT NULL))),
  constraint session_person_id_fkey FOREIGN KEY (person_id) REFERENCES portal.person(id),
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token UNIQUE (token_hash),
  constraint session_token_hash_check CHECK ((length(token_hash) = 32))
);
alter table portal.session enable row level security;
alter table portal.session force row level security;
CREATE INDEX session_person ON portal.session USING btree (person_id) WHERE (ended_at IS NULL);
create policy session_app for all to jatidiri_app using (((institution_id = ( SELECT partner.own() AS own)) OR ( SELECT partner.wide() AS wide))) with check (((institution_id = ( SELECT partner.own() AS own)) OR ( SELECT partner.wide() AS wide)));
create policy session_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table region.boundary (
  code text not null,
  geometry jsonb not null,
  imported_at timestamp with time zone not null,
  outline text,
  constraint boundary_pkey PRIMARY KEY (code)
);

create table region.load (
  source text not null,
  digest text not null,
  loaded_at timestamp with time zone not null,
  constraint load_pkey PRIMARY KEY (source)
);

create table region.version (
  code text not null,
  valid_from date not null,
  valid_to date,
  level smallint generated always as (
CASE length(code)
    WHEN 2 THEN 1
    WHEN 4 THEN 2
    WHEN 6 THEN 3
    ELSE 4
END) stored not null,
  kind text not null,
  name text not null,
  predecessor text,
  successor text,
  derived boolean not null,
  search_name text not null,
  words tsvector generated always as (to_tsvector('simple'::regconfig, search_name)) stored not null,
  constraint version_check CHECK ((valid_to > valid_from)),
  constraint version_code_check CHECK (((code ~ '^[0-9]+$'::text) AND (length(code) = ANY (ARRAY[2, 4, 6, 10])))),
  constraint version_pkey PRIMARY KEY (code, valid_from)
);
CREATE INDEX version_words ON region.version USING gin (words) WITH (fastupdate=off);

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
CREATE INDEX act_occurred ON resident.act USING btree (occurred_on);
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
CREATE INDEX deactivation_announced ON resident.deactivation USING btree (nik) WHERE ((effective_act IS NULL) AND (ended_on IS NULL));
CREATE INDEX deactivation_appeal ON resident.deactivation USING btree (effective_on) WHERE ((appeal_state = 'open'::text) AND (ended_on IS NULL));
CREATE INDEX deactivation_nik ON resident.deactivation USING btree (nik);
create policy deactivation_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM resident.resident r
  WHERE (r.nik = deactivation.nik)))) with check (true);
create policy deactivation_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table resident.erasure (
  nik bigint not null,
  id uuid not null,
  act_id uuid not null,
  erased_at timestamp with time zone not null,
  key_destroyed_at timestamp with time zone,
  files integer not null,
  ground text not null,
  legal_basis text not null,
  constraint erasure_ground_check CHECK ((ground = ANY (ARRAY['court'::text, 'consent_withdrawn'::text, 'retention_ended'::text]))),
  constraint erasure_once PRIMARY KEY (nik)
);
alter table resident.erasure enable row level security;
alter table resident.erasure force row level security;
CREATE INDEX erasure_id ON resident.erasure USING btree (id);
create policy erasure_app for select to jatidiri_app using ((EXISTS ( SELECT
   FROM resident.resident r
  WHERE (r.nik = erasure.nik))));
create policy erasure_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

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
  other_village bigint,
  constraint identity_case_kind_check CHECK ((kind = ANY (ARRAY['nik_of_two'::text, 'likely_duplicate'::text]))),
  constraint identity_case_other CHECK (((other_nik IS NULL) = (other_village IS NULL))),
  constraint identity_case_pkey PRIMARY KEY (id),
  constraint identity_case_state_check CHECK ((state = ANY (ARRAY['open'::text, 'decided'::text])))
);
alter table resident.identity_case enable row level security;
alter table resident.identity_case force row level security;
CREATE UNIQUE INDEX identity_case_once ON resident.identity_case USING btree (kind, nik, source) WHERE (state = 'open'::text);
CREATE INDEX identity_case_open ON resident.identity_case USING btree (village_code) WHERE (state = 'open'::text);
CREATE INDEX identity_case_other_open ON resident.identity_case USING btree (other_village) WHERE ((state = 'open'::text) AND (other_village IS NOT NULL));
create policy identity_case_app for all to jatidiri_app using ((((village_code >= ( SELECT (current_setting('jatidiri.low'::text))::bigint AS current_setting)) AND (village_code <= ( SELECT (current_setting('jatidiri.high'::text))::bigint AS current_setting))) OR ((other_village >= ( SELECT (current_setting('jatidiri.low'::text))::bigint AS current_setting)) AND (other_village <= ( SELECT (current_setting('jatidiri.high'::text))::bigint AS current_setting))))) with check (true);
create policy identity_case_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table resident.import (
  id uuid not null,
  file_name text not null,
  file_sha256 text not null,
  dry_run boolean not null,
  state text not null,
  mapping json not null,
  headers text[] not null,
  officer_id uuid not null,
  office_id uuid,
  region text not null,
  started_on date not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  ran_from timestamp with time zone default now() not null,
  ran_until timestamp with time zone,
  rows_read bigint default 0 not null,
  created bigint default 0 not null,
  updated bigint default 0 not null,
  unchanged bigint default 0 not null,
  refused bigint default 0 not null,
  cases bigint default 0 not null,
  "position" bigint default 0 not null,
  share real,
  failure text,
  constraint import_pkey PRIMARY KEY (id),
  constraint import_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'checking'::text, 'checked'::text, 'applying'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
);
CREATE UNIQUE INDEX import_once ON resident.import USING btree (file_sha256) WHERE ((NOT dry_run) AND (state <> ALL (ARRAY['failed'::text, 'cancelled'::text])));
CREATE INDEX import_started ON resident.import USING btree (started_at);

create table resident.import_batch (
  import_id uuid not null,
  last_row bigint not null,
  act_id uuid not null,
  entry_id uuid not null,
  created integer not null,
  constraint import_batch_pkey PRIMARY KEY (import_id, last_row)
);

create table resident.import_fault (
  import_id uuid not null,
  row_number bigint not null,
  column_name text not null,
  letter text not null,
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

create table resident.reserved_number (
  hash bytea not null,
  constraint reserved_number_hash_check CHECK ((length(hash) = 16)),
  constraint reserved_number_pkey PRIMARY KEY (hash)
);

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
  constraint resident_state CHECK (((state >= 1) AND (state <= 7)))
);
alter table resident.resident enable row level security;
alter table resident.resident force row level security;
CREATE INDEX resident_birth_name ON resident.resident USING btree (birth_date, name_key);
CREATE INDEX resident_father ON resident.resident USING btree (father_nik) WHERE (father_nik IS NOT NULL);
CREATE INDEX resident_mother ON resident.resident USING btree (mother_nik) WHERE (mother_nik IS NOT NULL);
CREATE INDEX resident_name_key ON resident.resident USING btree (name_key);
CREATE INDEX resident_village ON resident.resident USING btree (village_code);
create policy resident_app for all to jatidiri_app using (((village_code >= ( SELECT (current_setting('jatidiri.low'::text))::bigint AS current_setting)) AND (village_code <= ( SELECT (current_setting('jatidiri.high'::text))::bigint AS current_setting)))) with check (((village_code >= ( SELECT (current_setting('jatidiri.low'::text))::bigint AS current_setting)) AND (village_code <= ( SELECT (current_setting('jatidiri.high'::text))::bigint AS current_setting))));
create policy resident_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table resident.staging (
  row_number bigint not null,
  nik bigint not null,
  family_card bigint not null,
  village_code bigint not null,
  name_key bigint not null,
  mother_nik bigint,
  father_nik bigint,
  mother_key bigint,
  birth_date date not null,
  marriage_date date,
  divorce_date date,
  relation smallint not null,
  sex smallint not null,
  religion smallint not null,
  marital_status smallint,
  blood_group smallint,
  education smallint,
  occupation smallint,
  rt smallint,
  rw smallint,
  permit smallint,
  nationality text,
  name text not null,
  birth_place text not null,
  address text not null,
  hamlet text,
  birth_certificate text,
  marriage_certificate text,
  divorce_certificate text,
  passport text,
  sealed bytea not null,
  delta json not null,
  verdict text
);

create table returned_data.batch (
  id uuid not null,
  institution_id uuid not null,
  agreement_id uuid not null,
  purpose text not null,
  basis text not null,
  unit text not null,
  region_code text not null,
  received_at timestamp with time zone not null,
  n integer not null,
  entry_id uuid not null,
  compared_at timestamp with time zone,
  constraint batch_n_check CHECK ((n > 0)),
  constraint batch_pkey PRIMARY KEY (id)
);
alter table returned_data.batch enable row level security;
alter table returned_data.batch force row level security;
CREATE INDEX batch_institution ON returned_data.batch USING btree (institution_id, received_at);
create policy batch_insert for insert to jatidiri_app with check (true);
create policy batch_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table returned_data.said (
  id uuid not null,
  nik bigint not null,
  batch_id uuid not null,
  institution_id uuid not null,
  village_code bigint,
  place integer not null,
  reference text not null,
  learned_on date not null,
  received_at timestamp with time zone not null,
  sealed bytea,
  differing text[] default '{}'::text[] not null,
  state text not null,
  decided_at timestamp with time zone,
  decided_by uuid,
  reason text,
  applications uuid[] default '{}'::uuid[] not null,
  entry_id uuid,
  constraint said_decided CHECK ((((state = ANY (ARRAY['accepted'::text, 'dismissed'::text])) = (decided_by IS NOT NULL)) AND ((decided_by IS NULL) = (reason IS NULL)))),
  constraint said_kept CHECK (((sealed IS NULL) OR (state = ANY (ARRAY['received'::text, 'open'::text])))),
  constraint said_open CHECK (((state <> 'open'::text) OR ((sealed IS NOT NULL) AND (village_code IS NOT NULL) AND (differing <> '{}'::text[])))),
  constraint said_pkey PRIMARY KEY (nik, id),
  constraint said_state_check CHECK ((state = ANY (ARRAY['received'::text, 'same'::text, 'unused'::text, 'open'::text, 'accepted'::text, 'dismissed'::text, 'forgotten'::text])))
);
alter table returned_data.said enable row level security;
alter table returned_data.said force row level security;
CREATE INDEX said_batch ON returned_data.said USING btree (batch_id, place);
CREATE INDEX said_institution ON returned_data.said USING btree (institution_id, received_at);
CREATE INDEX said_open ON returned_data.said USING btree (village_code, received_at) WHERE (state = 'open'::text);
create policy said_app for select to jatidiri_app using ((((village_code >= ( SELECT (current_setting('jatidiri.low'::text))::bigint AS current_setting)) AND (village_code <= ( SELECT (current_setting('jatidiri.high'::text))::bigint AS current_setting))) AND (EXISTS ( SELECT
   FROM officer_read.officer o
  WHERE (o.id = (NULLIF(current_setting('jatidiri.officer'::text), ''::text))::uuid)))));
create policy said_decide for update to jatidiri_app using ((((village_code >= ( SELECT (current_setting('jatidiri.low'::text))::bigint AS current_setting)) AND (village_code <= ( SELECT (current_setting('jatidiri.high'::text))::bigint AS current_setting))) AND (EXISTS ( SELECT
   FROM officer_read.officer o
  WHERE (o.id = (NULLIF(current_setting('jatidiri.officer'::text), ''::text))::uuid)))));
create policy said_insert for insert to jatidiri_app with check (true);
create policy said_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table statement.publication (
  id uuid not null,
  as_of date not null,
  known_at timestamp with time zone not null,
  published_at timestamp with time zone not null,
  officer_id uuid not null,
  figures json not null,
  log_size bigint not null,
  log_root text not null,
  constraint publication_pkey PRIMARY KEY (id)
);
CREATE INDEX publication_latest ON statement.publication USING btree (published_at);

create table statement.reading (
  what text not null,
  as_of date not null,
  read_at timestamp with time zone not null,
  took_ms integer not null,
  content json not null,
  constraint reading_pkey PRIMARY KEY (what, as_of),
  constraint reading_what_check CHECK ((what ~ '^(figures|provinces|past|regencies)( |$)'::text))
);

create table uniqueness.adjudication (
  id uuid not null,
  nik bigint not null,
  packet_id uuid not null,
  other_nik bigint,
  other_packet_id uuid,
  reason text not null,
  fused real,
  duplicate_at real not null,
  opened_at timestamp with time zone not null,
  round smallint default 1 not null,
  state text default 'open'::text not null,
  outcome text,
  way text,
  decided_at timestamp with time zone,
  entry_id uuid not null,
  kept text,
  constraint adjudication_decided CHECK (((state = 'decided'::text) = (outcome IS NOT NULL))),
  constraint adjudication_kept_check CHECK ((kept = ANY (ARRAY['later'::text, 'earlier'::text]))),
  constraint adjudication_other CHECK (((other_nik IS NULL) = (other_packet_id IS NULL))),
  constraint adjudication_outcome_check CHECK ((outcome = ANY (ARRAY['same_body'::text, 'two_bodies'::text, 'unclear'::text]))),
  constraint adjudication_pkey PRIMARY KEY (id),
  constraint adjudication_state_check CHECK ((state = ANY (ARRAY['open'::text, 'third'::text, 'decided'::text]))),
  constraint adjudication_way_check CHECK ((way = ANY (ARRAY['move'::text, 'correction'::text, 'merge'::text, 'again'::text, 'none'::text])))
);
alter table uniqueness.adjudication enable row level security;
alter table uniqueness.adjudication force row level security;
CREATE INDEX adjudication_nik ON uniqueness.adjudication USING btree (nik);
CREATE UNIQUE INDEX adjudication_once ON uniqueness.adjudication USING btree (LEAST(packet_id, other_packet_id), GREATEST(packet_id, other_packet_id));
CREATE INDEX adjudication_open ON uniqueness.adjudication USING btree (opened_at) WHERE (state <> 'decided'::text);
CREATE INDEX adjudication_other_nik ON uniqueness.adjudication USING btree (other_nik);
CREATE INDEX adjudication_other_packet ON uniqueness.adjudication USING btree (other_packet_id);
CREATE INDEX adjudication_packet ON uniqueness.adjudication USING btree (packet_id);
create policy adjudication_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM resident_read.resident r
  WHERE (r.nik = ANY (ARRAY[adjudication.nik, adjudication.other_nik]))))) with check (true);
create policy adjudication_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table uniqueness.candidate (
  nik bigint not null,
  packet_id uuid not null,
  other_nik bigint not null,
  other_packet_id uuid not null,
  fused real not null,
  scores json not null,
  constraint candidate_pkey PRIMARY KEY (nik, packet_id, other_packet_id)
);
alter table uniqueness.candidate enable row level security;
alter table uniqueness.candidate force row level security;
CREATE INDEX candidate_other ON uniqueness.candidate USING btree (other_nik);
create policy candidate_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM resident_read.resident r
  WHERE (r.nik = ANY (ARRAY[candidate.nik, candidate.other_nik]))))) with check (true);
create policy candidate_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table uniqueness.court_search (
  id uuid not null,
  court text not null,
  order_no text not null,
  ordered_on date not null,
  ends_on date not null,
  probe bytea,
  approved_at timestamp with time zone not null,
  approved_by uuid not null,
  searched_at timestamp with time zone,
  searched_on date,
  found integer,
  result bytea,
  gone_at timestamp with time zone,
  entry_id uuid not null,
  search_entry uuid,
  constraint court_search_end CHECK ((ends_on >= ordered_on)),
  constraint court_search_order UNIQUE (court, order_no),
  constraint court_search_pkey PRIMARY KEY (id)
);
alter table uniqueness.court_search enable row level security;
alter table uniqueness.court_search force row level security;
create policy court_search_app for all to jatidiri_app using (true) with check (true);
create policy court_search_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table uniqueness.followed (
  id uuid not null,
  adjudication_id uuid not null,
  round smallint not null,
  what text not null,
  ref text,
  detail text,
  at timestamp with time zone not null,
  entry_id uuid not null,
  constraint followed_adjudication_id_fkey FOREIGN KEY (adjudication_id) REFERENCES uniqueness.adjudication(id),
  constraint followed_pkey PRIMARY KEY (id),
  constraint followed_what_check CHECK ((what = ANY (ARRAY['decided'::text, 'packet'::text, 'way'::text, 'proposal'::text, 'merged'::text, 'letter'::text, 'reopened'::text, 'letter_withdrawn'::text, 'proposal_withdrawn'::text, 'unmerged'::text])))
);
alter table uniqueness.followed enable row level security;
alter table uniqueness.followed force row level security;
CREATE INDEX followed_of ON uniqueness.followed USING btree (adjudication_id, at);
create policy followed_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM uniqueness.adjudication a
  WHERE (a.id = followed.adjudication_id)))) with check (true);
create policy followed_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table uniqueness.gallery_change (
  seq bigint identity not null,
  xid xid8 default pg_current_xact_id() not null,
  nik bigint,
  packet_id uuid,
  constraint gallery_change_pkey PRIMARY KEY (seq)
);
alter table uniqueness.gallery_change enable row level security;
alter table uniqueness.gallery_change force row level security;
CREATE INDEX gallery_change_xid ON uniqueness.gallery_change USING btree (xid);
create policy gallery_change_app for insert to jatidiri_app with check (true);
create policy gallery_change_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table uniqueness.objection (
  id uuid not null,
  adjudication_id uuid not null,
  nik bigint not null,
  received_on date not null,
  words bytea not null,
  state text default 'open'::text not null,
  received_by uuid not null,
  received_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  answered_by uuid,
  answer text,
  entry_id uuid not null,
  constraint objection_adjudication_id_fkey FOREIGN KEY (adjudication_id) REFERENCES uniqueness.adjudication(id),
  constraint objection_pkey PRIMARY KEY (id),
  constraint objection_state_check CHECK ((state = ANY (ARRAY['open'::text, 'granted'::text, 'refused'::text])))
);
alter table uniqueness.objection enable row level security;
alter table uniqueness.objection force row level security;
CREATE UNIQUE INDEX objection_one ON uniqueness.objection USING btree (adjudication_id, nik) WHERE (state = 'open'::text);
create policy objection_app for all to jatidiri_app using (((EXISTS ( SELECT
   FROM resident_read.resident r
  WHERE (r.nik = objection.nik))) OR (EXISTS ( SELECT
   FROM uniqueness.adjudication a
  WHERE (a.id = objection.adjudication_id))))) with check (true);
create policy objection_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table uniqueness.opinion (
  adjudication_id uuid not null,
  round smallint not null,
  officer_id uuid not null,
  verdict text not null,
  reasons text[] not null,
  note text,
  given_at timestamp with time zone not null,
  entry_id uuid not null,
  constraint opinion_adjudication_id_fkey FOREIGN KEY (adjudication_id) REFERENCES uniqueness.adjudication(id),
  constraint opinion_pkey PRIMARY KEY (adjudication_id, round, officer_id),
  constraint opinion_verdict_check CHECK ((verdict = ANY (ARRAY['same_body'::text, 'two_bodies'::text, 'unclear'::text])))
);
alter table uniqueness.opinion enable row level security;
alter table uniqueness.opinion force row level security;
create policy opinion_app for all to jatidiri_app using (((officer_id)::text = ( SELECT current_setting('jatidiri.officer'::text) AS current_setting))) with check (((officer_id)::text = ( SELECT current_setting('jatidiri.officer'::text) AS current_setting)));
create policy opinion_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table uniqueness.search (
  nik bigint not null,
  packet_id uuid not null,
  asked_at timestamp with time zone not null,
  failures integer default 0 not null,
  fault text,
  retry_at timestamp with time zone,
  ended_at timestamp with time zone,
  gallery_size integer,
  engine text,
  threshold real,
  outcome text,
  reason text,
  entry_id uuid,
  constraint search_ended CHECK (((outcome IS NULL) = (ended_at IS NULL))),
  constraint search_outcome_check CHECK ((outcome = ANY (ARRAY['unique'::text, 'duplicate'::text, 'human'::text]))),
  constraint search_pkey PRIMARY KEY (nik, packet_id)
);
alter table uniqueness.search enable row level security;
alter table uniqueness.search force row level security;
CREATE INDEX search_open ON uniqueness.search USING btree (asked_at) WHERE (outcome IS NULL);
create policy search_app for all to jatidiri_app using ((EXISTS ( SELECT
   FROM resident_read.resident r
  WHERE (r.nik = search.nik)))) with check (true);
create policy search_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table verification.alarm (
  id uuid not null,
  kind text not null,
  institution_id uuid,
  nik bigint,
  at timestamp with time zone not null,
  n integer not null,
  entry_id uuid not null,
  owner_id uuid,
  constraint alarm_kind_check CHECK ((kind = ANY (ARRAY['misses_spent'::text, 'nik_misses'::text, 'canary_touched'::text, 'canary_own'::text]))),
  constraint alarm_owner CHECK (((kind ~~ 'canary%'::text) = (owner_id IS NOT NULL))),
  constraint alarm_pkey PRIMARY KEY (id)
);
alter table verification.alarm enable row level security;
alter table verification.alarm force row level security;
CREATE INDEX alarm_at ON verification.alarm USING btree (at);
CREATE INDEX alarm_owner ON verification.alarm USING btree (owner_id) WHERE (owner_id IS NOT NULL);
create policy alarm_app for select to jatidiri_app using (( SELECT partner.wide() AS wide));
create policy alarm_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table verification.alarm_step (
  id uuid not null,
  alarm_id uuid not null,
  kind text not null,
  at timestamp with time zone not null,
  by uuid not null,
  outcome text,
  reason text,
  entry_id uuid not null,
  constraint alarm_step_alarm_id_fkey FOREIGN KEY (alarm_id) REFERENCES verification.alarm(id),
  constraint alarm_step_closed CHECK ((((kind = 'closed'::text) = (outcome IS NOT NULL)) AND ((outcome IS NULL) = (reason IS NULL)))),
  constraint alarm_step_kind_check CHECK ((kind = ANY (ARRAY['taken'::text, 'closed'::text]))),
  constraint alarm_step_outcome_check CHECK ((outcome = ANY (ARRAY['explained'::text, 'corrected'::text, 'misused'::text, 'nothing'::text]))),
  constraint alarm_step_pkey PRIMARY KEY (id)
);
alter table verification.alarm_step enable row level security;
alter table verification.alarm_step force row level security;
CREATE UNIQUE INDEX alarm_closed_once ON verification.alarm_step USING btree (alarm_id) WHERE (kind = 'closed'::text);
CREATE INDEX alarm_step_alarm ON verification.alarm_step USING btree (alarm_id);
create policy alarm_step_app for all to jatidiri_app using (( SELECT partner.wide() AS wide)) with check (( SELECT partner.wide() AS wide));
create policy alarm_step_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table verification.allowance (
  institution_id uuid not null,
  left_over double precision not null,
  at timestamp with time zone not null,
  constraint allowance_pkey PRIMARY KEY (institution_id)
);

create table verification.asked_hour (
  institution_id uuid not null,
  hour timestamp with time zone not null,
  questions integer not null,
  matched integer not null,
  latency integer[] not null,
  constraint asked_hour_latency_check CHECK ((cardinality(latency) = 11)),
  constraint asked_hour_pkey PRIMARY KEY (institution_id, hour)
);
alter table verification.asked_hour enable row level security;
alter table verification.asked_hour force row level security;
create policy asked_hour_app for select to jatidiri_app using (((institution_id = ( SELECT partner.own() AS own)) OR ( SELECT partner.wide() AS wide)));
create policy asked_hour_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table verification.call (
  entry uuid not null,
  at timestamp with time zone not null,
  institution_id uuid not null,
  grant_id uuid not null,
  unit text not null,
  refs text[] not null,
  matched integer not null,
  partial integer not null,
  mismatched integer not null,
  method text default 'nik'::text not null,
  price integer default 0 not null,
  constraint call_method_check CHECK ((method = ANY (ARRAY['nik'::text, 'finger'::text, 'face'::text]))),
  constraint call_price_check CHECK ((price >= 0))
) partition by RANGE (at);
alter table verification.call enable row level security;
alter table verification.call force row level security;
CREATE INDEX call_at ON ONLY verification.call USING brin (at);
create policy call_answer for insert to jatidiri_answer with check (true);
create policy call_own for select to jatidiri_app using ((institution_id = ( SELECT partner.own() AS own)));
create policy call_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table verification.canary (
  id uuid not null,
  institution_id uuid not null,
  n integer not null,
  index bytea not null,
  sealed bytea not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  entry_id uuid not null,
  handed_out_at timestamp with time zone,
  handed_out_by uuid,
  retired_at timestamp with time zone,
  retired_by uuid,
  retired_how text,
  retired_why text,
  constraint canary_handed_out CHECK (((handed_out_at IS NULL) = (handed_out_by IS NULL))),
  constraint canary_index UNIQUE (index),
  constraint canary_index_check CHECK ((length(index) = 32)),
  constraint canary_n UNIQUE (institution_id, n),
  constraint canary_n_check CHECK ((n > 0)),
  constraint canary_pkey PRIMARY KEY (id),
  constraint canary_retired CHECK (((retired_at IS NULL) = (retired_how IS NULL))),
  constraint canary_retired_how_check CHECK ((retired_how = ANY (ARRAY['officer'::text, 'renewed'::text, 'person'::text])))
);
alter table verification.canary enable row level security;
alter table verification.canary force row level security;
create policy canary_app for all to jatidiri_app using (( SELECT partner.wide() AS wide)) with check (( SELECT partner.wide() AS wide));
create policy canary_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table verification.change (
  id uuid not null,
  version bigint default 1 not null,
  constraint change_pkey PRIMARY KEY (id)
);

create table verification.key (
  id uuid not null,
  institution_id uuid not null,
  slot smallint not null,
  kid text not null,
  thumbprint text not null,
  algorithm text not null,
  jwk jsonb not null,
  added_at timestamp with time zone not null,
  added_by uuid not null,
  entry_id uuid not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  constraint key_algorithm_check CHECK ((algorithm = ANY (ARRAY['EdDSA'::text, 'ES256'::text, 'PS256'::text]))),
  constraint key_ended CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint key_kid_check CHECK ((kid ~ '^[\x21-\x7e]{1,128}$'::text)),
  constraint key_known UNIQUE (thumbprint),
  constraint key_pkey PRIMARY KEY (id),
  constraint key_slot_check CHECK ((slot = ANY (ARRAY[1, 2]))),
  constraint key_thumbprint_check CHECK ((length(thumbprint) = 43))
);
CREATE UNIQUE INDEX key_name ON verification.key USING btree (institution_id, kid) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX key_slot ON verification.key USING btree (institution_id, slot) WHERE (ended_at IS NULL);

create table verification.key_set (
  institution_id uuid not null,
  url text not null,
  set_at timestamp with time zone not null,
  set_by uuid not null,
  entry_id uuid not null,
  asked_at timestamp with time zone,
  fetched_at timestamp with time zone,
  keys jsonb default '[]'::jsonb not null,
  fault text,
  constraint key_set_pkey PRIMARY KEY (institution_id),
  constraint key_set_url_check CHECK ((url ~~ 'https://%'::text))
);

create table verification.lock (
  nik bigint not null,
  kind smallint not null,
  until timestamp with time zone,
  set_at timestamp with time zone not null,
  entry_id uuid not null,
  constraint lock_kind_check CHECK ((kind = ANY (ARRAY[1, 2, 4, 8, 16]))),
  constraint lock_pkey PRIMARY KEY (nik, kind)
);

create table verification.miss (
  nik bigint not null,
  institution_id uuid not null,
  at timestamp with time zone not null
);
alter table verification.miss enable row level security;
alter table verification.miss force row level security;
CREATE INDEX miss_at ON verification.miss USING brin (at);
CREATE INDEX miss_nik ON verification.miss USING btree (nik, institution_id, at);
create policy miss_answer for all to jatidiri_answer using (true) with check (true);
create policy miss_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table verification.once (
  hash bytea not null,
  until timestamp with time zone not null,
  entry uuid,
  request bytea,
  constraint once_hash_check CHECK ((length(hash) = 32)),
  constraint once_pkey PRIMARY KEY (hash)
);
CREATE INDEX once_until ON verification.once USING btree (until);

create table verification.pace (
  institution_id uuid not null,
  left_over double precision not null,
  at timestamp with time zone not null,
  constraint pace_pkey PRIMARY KEY (institution_id)
);

create table verification.portion (
  institution_id uuid not null,
  day date not null,
  taken bigint not null,
  settled_at timestamp with time zone,
  constraint portion_pkey PRIMARY KEY (institution_id, day),
  constraint portion_taken_check CHECK ((taken >= 0))
);
CREATE INDEX portion_open ON verification.portion USING btree (day) WHERE (settled_at IS NULL);

create table verification.pulse (
  institution_id uuid not null,
  hour timestamp with time zone not null,
  questions integer not null,
  mismatched integer not null,
  in_sequence integer not null,
  regencies smallint[] not null,
  constraint pulse_pkey PRIMARY KEY (institution_id, hour)
);
CREATE INDEX pulse_hour ON verification.pulse USING btree (hour);

create table verification.purse (
  institution_id uuid not null,
  left_over bigint not null,
  constraint purse_left CHECK ((left_over >= 0)),
  constraint purse_pkey PRIMARY KEY (institution_id)
);

create table verification.quota (
  grant_id uuid not null,
  day date not null,
  taken integer not null,
  constraint quota_pkey PRIMARY KEY (grant_id, day),
  constraint quota_taken_check CHECK ((taken >= 0))
);

create table verification.refused_hour (
  institution_id uuid not null,
  hour timestamp with time zone not null,
  code text not null,
  n integer not null,
  constraint refused_hour_pkey PRIMARY KEY (institution_id, hour, code)
);
alter table verification.refused_hour enable row level security;
alter table verification.refused_hour force row level security;
create policy refused_hour_app for select to jatidiri_app using (((institution_id = ( SELECT partner.own() AS own)) OR ( SELECT partner.wide() AS wide)));
create policy refused_hour_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table verification.throttle (
  id uuid not null,
  institution_id uuid not null,
  signal text not null,
  began_at timestamp with time zone not null,
  until timestamp with time zone not null,
  entry_id uuid not null,
  figures jsonb,
  held_by uuid,
  reason text,
  lifted_at timestamp with time zone,
  lifted_by uuid,
  lift_reason text,
  lift_entry uuid,
  constraint throttle_held CHECK ((((signal = 'held'::text) = (held_by IS NOT NULL)) AND ((held_by IS NULL) = (reason IS NULL)))),
  constraint throttle_lifted CHECK ((((lifted_at IS NULL) = (lifted_by IS NULL)) AND ((lifted_at IS NULL) = (lift_reason IS NULL)) AND ((lifted_at IS NULL) = (lift_entry IS NULL)))),
  constraint throttle_pkey PRIMARY KEY (id),
  constraint throttle_signal_check CHECK ((signal = ANY (ARRAY['volume'::text, 'hour'::text, 'spread'::text, 'sequence'::text, 'mismatch'::text, 'held'::text]))),
  constraint throttle_time CHECK ((until > began_at))
);
CREATE INDEX throttle_institution ON verification.throttle USING btree (institution_id, until);

create table verification.touch (
  id uuid not null,
  sealed bytea not null,
  alarm_id uuid,
  constraint touch_alarm_id_fkey FOREIGN KEY (alarm_id) REFERENCES verification.alarm(id),
  constraint touch_pkey PRIMARY KEY (id)
);
alter table verification.touch enable row level security;
alter table verification.touch force row level security;
CREATE INDEX touch_alarm ON verification.touch USING btree (alarm_id);
CREATE INDEX touch_waiting ON verification.touch USING btree (id) WHERE (alarm_id IS NULL);
create policy touch_app for all to jatidiri_app using (( SELECT partner.wide() AS wide)) with check (( SELECT partner.wide() AS wide));
create policy touch_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table verification.trace (
  id uuid not null,
  at timestamp with time zone not null,
  by uuid not null,
  entry_id uuid not null,
  sha256 text not null,
  lines bigint not null,
  found jsonb not null,
  constraint trace_pkey PRIMARY KEY (id),
  constraint trace_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
alter table verification.trace enable row level security;
alter table verification.trace force row level security;
CREATE INDEX trace_at ON verification.trace USING btree (at);
create policy trace_app for all to jatidiri_app using (( SELECT partner.wide() AS wide)) with check (( SELECT partner.wide() AS wide));
create policy trace_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table verification.trial_day (
  institution_id uuid not null,
  day date not null,
  tokens integer not null,
  questions integer not null,
  constraint trial_day_pkey PRIMARY KEY (institution_id, day)
);
alter table verification.trial_day enable row level security;
alter table verification.trial_day force row level security;
create policy trial_day_app for select to jatidiri_app using (((institution_id = ( SELECT partner.own() AS own)) OR ( SELECT partner.wide() AS wide)));
create policy trial_day_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table voter."extract" (
  id uuid not null,
  election_id uuid not null,
  state text not null,
  ordered_at timestamp with time zone not null,
  ordered_by uuid not null,
  known_at timestamp with time zone,
  made_at timestamp with time zone,
  eligible integer,
  excluded jsonb,
  root text,
  manifest_sha256 text,
  files jsonb,
  bytes bigint,
  proposal_id uuid,
  key_id uuid,
  sealed_key bytea,
  released_at timestamp with time zone,
  released_by uuid,
  entry_id uuid,
  abandoned_at timestamp with time zone,
  constraint extract_abandoned CHECK (((state = 'ABANDONED'::text) = (abandoned_at IS NOT NULL))),
  constraint extract_election_id_fkey FOREIGN KEY (election_id) REFERENCES voter.election(id),
  constraint extract_key_id_fkey FOREIGN KEY (key_id) REFERENCES voter.commission_key(id),
  constraint extract_made CHECK ((((root IS NULL) = (made_at IS NULL)) AND ((state <> 'MADE'::text) OR (made_at IS NOT NULL)))),
  constraint extract_manifest_sha256_check CHECK ((manifest_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint extract_pkey PRIMARY KEY (id),
  constraint extract_released CHECK ((((released_at IS NULL) = (sealed_key IS NULL)) AND ((state = ANY (ARRAY['RELEASED'::text, 'ACCEPTED'::text])) = (released_at IS NOT NULL)))),
  constraint extract_root_check CHECK ((root ~ '^[0-9a-f]{64}$'::text)),
  constraint extract_state_check CHECK ((state = ANY (ARRAY['ORDERED'::text, 'MADE'::text, 'RELEASED'::text, 'ACCEPTED'::text, 'ABANDONED'::text])))
);
alter table voter."extract" enable row level security;
alter table voter."extract" force row level security;
CREATE UNIQUE INDEX extract_one_released ON voter."extract" USING btree (election_id) WHERE (released_at IS NOT NULL);
CREATE UNIQUE INDEX extract_one_waiting ON voter."extract" USING btree (election_id) WHERE (state = ANY (ARRAY['ORDERED'::text, 'MADE'::text]));
create policy extract_app for select to jatidiri_app using (true);
create policy extract_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table voter.acceptance (
  extract_id uuid not null,
  number text not null,
  dated_on date not null,
  signed_by text not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  entry_id uuid not null,
  constraint acceptance_extract_id_fkey FOREIGN KEY (extract_id) REFERENCES voter."extract"(id),
  constraint acceptance_pkey PRIMARY KEY (extract_id)
);
alter table voter.acceptance enable row level security;
alter table voter.acceptance force row level security;
create policy acceptance_app for select to jatidiri_app using (true);
create policy acceptance_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table voter.acceptance_count (
  extract_id uuid not null,
  path text not null,
  male integer not null,
  female integer not null,
  explanation text,
  constraint acceptance_count_extract_id_fkey FOREIGN KEY (extract_id) REFERENCES voter.acceptance(extract_id),
  constraint acceptance_count_pkey PRIMARY KEY (extract_id, path)
);
alter table voter.acceptance_count enable row level security;
alter table voter.acceptance_count force row level security;
create policy acceptance_count_app for select to jatidiri_app using (true);
create policy acceptance_count_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table voter.commission_key (
  id uuid not null,
  election_id uuid not null,
  public_key bytea not null,
  thumbprint text not null,
  issuer text not null,
  number text not null,
  dated_on date not null,
  registered_at timestamp with time zone not null,
  registered_by uuid not null,
  entry_id uuid not null,
  constraint commission_key_election_id_fkey FOREIGN KEY (election_id) REFERENCES voter.election(id),
  constraint commission_key_pkey PRIMARY KEY (id),
  constraint commission_key_public_key_check CHECK ((length(public_key) = 32)),
  constraint commission_key_thumbprint_check CHECK ((thumbprint ~ '^[0-9a-f]{64}$'::text))
);
alter table voter.commission_key enable row level security;
alter table voter.commission_key force row level security;
CREATE INDEX commission_key_of ON voter.commission_key USING btree (election_id, registered_at);
create policy commission_key_app for select to jatidiri_app using (true);
create policy commission_key_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table voter.countdown (
  election_id uuid not null,
  day date not null,
  regency text not null,
  eligible integer not null,
  unrecorded integer not null,
  recorded integer not null,
  waiting integer not null,
  printed integer not null,
  counted_at timestamp with time zone not null,
  constraint countdown_election_id_fkey FOREIGN KEY (election_id) REFERENCES voter.election(id),
  constraint countdown_pkey PRIMARY KEY (election_id, day, regency)
);
alter table voter.countdown enable row level security;
alter table voter.countdown force row level security;
create policy countdown_app for select to jatidiri_app using (true);
create policy countdown_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table voter.document (
  id uuid not null,
  kind text not null,
  issuer text not null,
  number text not null,
  dated_on date not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  constraint document_kind_check CHECK ((kind = ANY (ARRAY['service'::text, 'deprivation'::text, 'mission'::text]))),
  constraint document_pkey PRIMARY KEY (id)
);
alter table voter.document enable row level security;
alter table voter.document force row level security;
CREATE UNIQUE INDEX document_once ON voter.document USING btree (kind, issuer, number, dated_on);
create policy document_app for select to jatidiri_app using (true);
create policy document_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table voter.election (
  id uuid not null,
  name_id text not null,
  name_en text not null,
  kind text not null,
  voting_day date not null,
  cutoff date not null,
  area text[] not null,
  state text not null,
  planned_at timestamp with time zone not null,
  planned_by uuid not null,
  opened_at timestamp with time zone,
  opened_by uuid,
  frozen_at timestamp with time zone,
  frozen_by uuid,
  held_at timestamp with time zone,
  held_by uuid,
  entry_id uuid not null,
  constraint election_cutoff CHECK ((cutoff <= voting_day)),
  constraint election_kind_check CHECK ((kind = ANY (ARRAY['pemilu'::text, 'pilkada'::text]))),
  constraint election_opened CHECK (((state = 'PLANNED'::text) = (opened_at IS NULL))),
  constraint election_pkey PRIMARY KEY (id),
  constraint election_state_check CHECK ((state = ANY (ARRAY['PLANNED'::text, 'OPEN'::text, 'FROZEN'::text, 'HELD'::text]))),
  constraint election_two CHECK ((opened_by <> planned_by))
);
alter table voter.election enable row level security;
alter table voter.election force row level security;
CREATE UNIQUE INDEX election_once ON voter.election USING btree (kind, voting_day, area);
create policy election_app for select to jatidiri_app using (true);
create policy election_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table voter.extract_village (
  extract_id uuid not null,
  place text not null,
  "position" integer not null,
  n integer not null,
  male integer not null,
  female integer not null,
  niks bytea not null,
  leaves bytea not null,
  root bytea not null,
  constraint extract_village_extract_id_fkey FOREIGN KEY (extract_id) REFERENCES voter."extract"(id),
  constraint extract_village_n_check CHECK ((n > 0)),
  constraint extract_village_pkey PRIMARY KEY (extract_id, place),
  constraint extract_village_position UNIQUE (extract_id, "position"),
  constraint extract_village_root_check CHECK ((length(root) = 32)),
  constraint extract_village_whole CHECK (((length(niks) = (8 * n)) AND (length(leaves) = (32 * n)) AND ((male + female) = n)))
);
alter table voter.extract_village enable row level security;
alter table voter.extract_village force row level security;
create policy extract_village_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table voter.import (
  id uuid not null,
  file_name text not null,
  file_sha256 text not null,
  dry_run boolean not null,
  state text not null,
  started_by uuid not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  "position" bigint default 0 not null,
  read bigint default 0 not null,
  created bigint default 0 not null,
  unchanged bigint default 0 not null,
  refused bigint default 0 not null,
  constraint import_pkey PRIMARY KEY (id),
  constraint import_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'failed'::text])))
);
CREATE UNIQUE INDEX import_of_file ON voter.import USING btree (file_sha256) WHERE (NOT dry_run);

create table voter.import_fault (
  import_id uuid not null,
  row_number bigint not null,
  column_name text not null,
  code text not null,
  given text
);
CREATE INDEX import_fault_of ON voter.import_fault USING btree (import_id, row_number);

create table voter.polling_check (
  nik bigint not null,
  id uuid not null,
  election_id uuid not null,
  checked_at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  offline boolean not null,
  document text not null,
  outcome text not null,
  village_code bigint not null,
  office_id uuid,
  officer_id uuid not null,
  entry_id uuid not null,
  constraint polling_check_document_check CHECK ((document = ANY (ARRAY['card'::text, 'letter'::text]))),
  constraint polling_check_election_id_fkey FOREIGN KEY (election_id) REFERENCES voter.election(id),
  constraint polling_check_pkey PRIMARY KEY (nik, id)
);
alter table voter.polling_check enable row level security;
alter table voter.polling_check force row level security;
CREATE INDEX polling_check_of ON voter.polling_check USING btree (election_id, nik);
create policy polling_check_app for select to jatidiri_app using ((EXISTS ( SELECT
   FROM resident_read.resident r
  WHERE (r.nik = polling_check.nik))));
create policy polling_check_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table voter.returned (
  id uuid not null,
  election_id uuid not null,
  kind text not null,
  nth smallint not null,
  number text not null,
  dated_on date not null,
  file_name text not null,
  file_sha256 text not null,
  state text not null,
  failure text,
  "position" bigint default 1 not null,
  read bigint default 0 not null,
  refused bigint default 0 not null,
  hidden bigint default 0 not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  matched_at timestamp with time zone,
  entry_id uuid not null,
  matched_entry uuid,
  seed_size bigint,
  seed_root bytea,
  constraint returned_election_id_fkey FOREIGN KEY (election_id) REFERENCES voter.election(id),
  constraint returned_failed CHECK (((failure IS NULL) OR (state = ANY (ARRAY['failed'::text, 'discarded'::text])))),
  constraint returned_kind_check CHECK ((kind = ANY (ARRAY['DPS'::text, 'DPSHP'::text, 'DPT'::text, 'DPTHP'::text]))),
  constraint returned_matched CHECK (((state <> 'done'::text) OR ((matched_at IS NOT NULL) AND (matched_entry IS NOT NULL)))),
  constraint returned_nth_check CHECK (((nth >= 0) AND (nth <= 9))),
  constraint returned_pkey PRIMARY KEY (id),
  constraint returned_seeded CHECK ((((seed_root IS NULL) = (seed_size IS NULL)) AND ((seed_root IS NULL) OR (matched_at IS NOT NULL)))),
  constraint returned_state_check CHECK ((state = ANY (ARRAY['reading'::text, 'checked'::text, 'matching'::text, 'done'::text, 'failed'::text, 'discarded'::text])))
);
alter table voter.returned enable row level security;
alter table voter.returned force row level security;
CREATE INDEX returned_election ON voter.returned USING btree (election_id, entered_at);
CREATE UNIQUE INDEX returned_file ON voter.returned USING btree (file_sha256) WHERE (state <> ALL (ARRAY['failed'::text, 'discarded'::text]));
create policy returned_app for select to jatidiri_app using (true);
create policy returned_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table voter.returned_absent (
  list_id uuid not null,
  nik bigint not null,
  reason smallint not null,
  village bigint not null,
  constraint returned_absent_pkey PRIMARY KEY (list_id, nik)
);
alter table voter.returned_absent enable row level security;
alter table voter.returned_absent force row level security;
CREATE INDEX returned_absent_reason ON voter.returned_absent USING btree (list_id, reason, nik);
create policy returned_absent_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table voter.returned_count (
  list_id uuid not null,
  side text not null,
  reason text not null,
  regency text not null,
  n bigint not null,
  constraint returned_count_list_id_fkey FOREIGN KEY (list_id) REFERENCES voter.returned(id),
  constraint returned_count_pkey PRIMARY KEY (list_id, side, reason, regency),
  constraint returned_count_side_check CHECK ((side = ANY (ARRAY['listed'::text, 'absent'::text])))
);
alter table voter.returned_count enable row level security;
alter table voter.returned_count force row level security;
create policy returned_count_app for select to jatidiri_app using (true);
create policy returned_count_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table voter.returned_fault (
  list_id uuid not null,
  row_number bigint not null,
  column_name text not null,
  code text not null,
  constraint returned_fault_list_id_fkey FOREIGN KEY (list_id) REFERENCES voter.returned(id)
);
alter table voter.returned_fault enable row level security;
alter table voter.returned_fault force row level security;
CREATE INDEX returned_fault_of ON voter.returned_fault USING btree (list_id, row_number);
create policy returned_fault_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table voter.returned_finding (
  list_id uuid not null,
  side text not null,
  reason text not null,
  place integer not null,
  finding text not null,
  note text not null,
  found_at timestamp with time zone not null,
  found_by uuid not null,
  entry_id uuid not null,
  constraint returned_finding_finding_check CHECK ((finding = ANY (ARRAY['right'::text, 'wrong'::text, 'unclear'::text]))),
  constraint returned_finding_list_id_fkey FOREIGN KEY (list_id) REFERENCES voter.returned(id),
  constraint returned_finding_pkey PRIMARY KEY (list_id, side, reason, place),
  constraint returned_finding_place_check CHECK ((place > 0))
);
alter table voter.returned_finding enable row level security;
alter table voter.returned_finding force row level security;
create policy returned_finding_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table voter.returned_given (
  list_id uuid not null,
  row_number bigint not null,
  shown bigint not null,
  hidden smallint not null,
  name text not null,
  name_key bigint not null,
  born date,
  place text,
  village bigint
);
CREATE INDEX returned_given_of ON voter.returned_given USING btree (list_id, row_number);

create table voter.returned_row (
  list_id uuid not null,
  row_number bigint not null,
  verdict smallint not null,
  nik bigint,
  regency text not null,
  lives bigint,
  first_row bigint,
  shown bigint,
  hidden smallint,
  name text,
  born date,
  village bigint,
  constraint returned_row_list_id_fkey FOREIGN KEY (list_id) REFERENCES voter.returned(id),
  constraint returned_row_pkey PRIMARY KEY (list_id, row_number)
);
alter table voter.returned_row enable row level security;
alter table voter.returned_row force row level security;
CREATE INDEX returned_row_verdict ON voter.returned_row USING btree (list_id, verdict, row_number);
create policy returned_row_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table voter.returned_sample (
  list_id uuid not null,
  side text not null,
  reason text not null,
  n integer not null,
  drawn_at timestamp with time zone not null,
  drawn_by uuid not null,
  entry_id uuid not null,
  constraint returned_sample_list_id_fkey FOREIGN KEY (list_id) REFERENCES voter.returned(id),
  constraint returned_sample_n_check CHECK (((n >= 1) AND (n <= 1000))),
  constraint returned_sample_pkey PRIMARY KEY (list_id, side, reason),
  constraint returned_sample_side_check CHECK ((side = ANY (ARRAY['listed'::text, 'absent'::text])))
);
alter table voter.returned_sample enable row level security;
alter table voter.returned_sample force row level security;
create policy returned_sample_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table voter.source (
  nik bigint not null,
  id uuid not null,
  kind smallint not null,
  body text not null,
  number text,
  decided_on date,
  since date not null,
  until date,
  document_id uuid not null,
  known_at timestamp with time zone not null,
  entry_id uuid not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawn_why text,
  constraint source_document_id_fkey FOREIGN KEY (document_id) REFERENCES voter.document(id),
  constraint source_kind_check CHECK (((kind >= 1) AND (kind <= 4))),
  constraint source_order CHECK (((until IS NULL) OR (until >= since))),
  constraint source_pkey PRIMARY KEY (nik, id),
  constraint source_withdrawn CHECK (((withdrawn_at IS NULL) = (withdrawn_why IS NULL)))
);
alter table voter.source enable row level security;
alter table voter.source force row level security;
CREATE INDEX source_document ON voter.source USING btree (document_id);
create policy source_app for select to jatidiri_app using ((EXISTS ( SELECT
   FROM resident_read.resident r
  WHERE (r.nik = source.nik))));
create policy source_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table voter.staging (
  row_number bigint not null,
  nik bigint not null,
  id uuid not null,
  kind smallint not null,
  body text not null,
  number text,
  decided_on date,
  since date not null,
  until date,
  verdict text
);

create table warehouse.asked (
  owner_id uuid not null,
  day date not null,
  n integer not null,
  constraint asked_pkey PRIMARY KEY (owner_id, day)
);
alter table warehouse.asked enable row level security;
alter table warehouse.asked force row level security;
create policy asked_own for all to jatidiri_app using (((owner_id)::text = ANY (ARRAY[( SELECT current_setting('jatidiri.officer'::text) AS current_setting), ( SELECT current_setting('jatidiri.office'::text) AS current_setting)]))) with check (((owner_id)::text = ANY (ARRAY[( SELECT current_setting('jatidiri.officer'::text) AS current_setting), ( SELECT current_setting('jatidiri.office'::text) AS current_setting)])));
create policy asked_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table warehouse.release (
  as_of date not null,
  published_at timestamp with time zone not null,
  root text not null,
  tables json not null,
  entry_id uuid not null,
  constraint release_as_of_fkey FOREIGN KEY (as_of) REFERENCES warehouse.snapshot(as_of),
  constraint release_pkey PRIMARY KEY (as_of),
  constraint release_root_check CHECK ((root ~ '^[0-9a-f]{64}$'::text))
);

create table warehouse.saved (
  id uuid not null,
  owner_id uuid not null,
  name text not null,
  query json not null,
  saved_at timestamp with time zone not null,
  constraint saved_name UNIQUE (owner_id, name),
  constraint saved_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
  constraint saved_pkey PRIMARY KEY (id)
);
alter table warehouse.saved enable row level security;
alter table warehouse.saved force row level security;
create policy saved_own for all to jatidiri_app using (((owner_id)::text = ANY (ARRAY[( SELECT current_setting('jatidiri.officer'::text) AS current_setting), ( SELECT current_setting('jatidiri.office'::text) AS current_setting)]))) with check (((owner_id)::text = ANY (ARRAY[( SELECT current_setting('jatidiri.officer'::text) AS current_setting), ( SELECT current_setting('jatidiri.office'::text) AS current_setting)])));
create policy saved_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table warehouse.snapshot (
  as_of date not null,
  known_at timestamp with time zone not null,
  made_at timestamp with time zone not null,
  people bigint not null,
  bytes bigint not null,
  root text not null,
  manifest json not null,
  entry_id uuid not null,
  constraint snapshot_pkey PRIMARY KEY (as_of),
  constraint snapshot_root_check CHECK ((root ~ '^[0-9a-f]{64}$'::text))
);

create table webhook.attempt (
  event_id uuid not null,
  endpoint_id uuid not null,
  n integer not null,
  institution_id uuid not null,
  at timestamp with time zone not null,
  ms integer not null,
  status integer,
  outcome text not null,
  constraint attempt_event_id_endpoint_id_fkey FOREIGN KEY (event_id, endpoint_id) REFERENCES webhook.delivery(event_id, endpoint_id) ON DELETE CASCADE,
  constraint attempt_n_check CHECK ((n > 0)),
  constraint attempt_pkey PRIMARY KEY (event_id, endpoint_id, n)
);
alter table webhook.attempt enable row level security;
alter table webhook.attempt force row level security;
create policy attempt_own for all to jatidiri_app using ((institution_id = ( SELECT partner.own() AS own))) with check ((institution_id = ( SELECT partner.own() AS own)));
create policy attempt_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table webhook.delivery (
  event_id uuid not null,
  endpoint_id uuid not null,
  institution_id uuid not null,
  state text not null,
  tries integer default 0 not null,
  began integer default 0 not null,
  next_at timestamp with time zone,
  status integer,
  outcome text,
  tried_at timestamp with time zone,
  constraint delivery_endpoint_id_fkey FOREIGN KEY (endpoint_id) REFERENCES webhook.endpoint(id) ON DELETE CASCADE,
  constraint delivery_event_id_fkey FOREIGN KEY (event_id) REFERENCES webhook.event(id) ON DELETE CASCADE,
  constraint delivery_next CHECK (((state = 'WAITING'::text) = (next_at IS NOT NULL))),
  constraint delivery_pkey PRIMARY KEY (event_id, endpoint_id),
  constraint delivery_state_check CHECK ((state = ANY (ARRAY['WAITING'::text, 'DELIVERED'::text, 'FAILED'::text])))
);
alter table webhook.delivery enable row level security;
alter table webhook.delivery force row level security;
CREATE INDEX delivery_due ON webhook.delivery USING btree (endpoint_id, next_at) WHERE (state = 'WAITING'::text);
CREATE INDEX delivery_of ON webhook.delivery USING btree (institution_id, event_id DESC);
create policy delivery_own for all to jatidiri_app using ((institution_id = ( SELECT partner.own() AS own))) with check ((institution_id = ( SELECT partner.own() AS own)));
create policy delivery_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table webhook.endpoint (
  id uuid not null,
  institution_id uuid not null,
  url text not null,
  host text not null,
  events text[] not null,
  state text not null,
  why text,
  since timestamp with time zone not null,
  secret bytea not null,
  secret_at timestamp with time zone not null,
  form uuid not null,
  old_secret bytea,
  old_until timestamp with time zone,
  failures integer default 0 not null,
  delivered_at timestamp with time zone,
  busy_until timestamp with time zone default '-infinity'::timestamp with time zone not null,
  rest_until timestamp with time zone default '-infinity'::timestamp with time zone not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  entry_id uuid not null,
  constraint endpoint_events_check CHECK ((cardinality(events) > 0)),
  constraint endpoint_old CHECK (((old_secret IS NULL) = (old_until IS NULL))),
  constraint endpoint_pkey PRIMARY KEY (id),
  constraint endpoint_state_check CHECK ((state = ANY (ARRAY['ON'::text, 'OFF'::text, 'BROKEN'::text]))),
  constraint endpoint_url UNIQUE (institution_id, url),
  constraint endpoint_url_check CHECK (((url ~~ 'https://%'::text) AND (length(url) <= 500))),
  constraint endpoint_why CHECK (((state = 'ON'::text) = (why IS NULL))),
  constraint endpoint_why_check CHECK ((why = ANY (ARRAY['own'::text, 'gone'::text, 'failing'::text])))
);
alter table webhook.endpoint enable row level security;
alter table webhook.endpoint force row level security;
CREATE INDEX endpoint_host ON webhook.endpoint USING btree (host) WHERE (state = 'ON'::text);
create policy endpoint_own for all to jatidiri_app using ((institution_id = ( SELECT partner.own() AS own))) with check ((institution_id = ( SELECT partner.own() AS own)));
create policy endpoint_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);

create table webhook.event (
  id uuid not null,
  institution_id uuid not null,
  kind text not null,
  at timestamp with time zone not null,
  body text not null,
  once text,
  constraint event_once UNIQUE (institution_id, once),
  constraint event_pkey PRIMARY KEY (id)
);
alter table webhook.event enable row level security;
alter table webhook.event force row level security;
CREATE INDEX event_at ON webhook.event USING btree (at);
create policy event_own for all to jatidiri_app using ((institution_id = ( SELECT partner.own() AS own))) with check ((institution_id = ( SELECT partner.own() AS own)));
create policy event_system for all to jatidiri_system, jatidiri_owner using (true) with check (true);


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

create view application_read.of_person with (security_invoker=true) as
 SELECT number,
    kind,
    state,
    office_id,
    COALESCE(subject_nik, applicant_nik) AS nik,
    submitted_at,
    due_on
   FROM application.application;

create view blank_read.incident with (security_invoker=true) as
 SELECT id,
    opened_at,
    opened_on,
    closed_at,
    closed_on,
    police_number
   FROM blank.incident;

create view blank_read.lot with (security_invoker=true) as
 SELECT serials,
    store_id,
    state,
    batch_id,
    shipment_id,
    incident_id
   FROM blank.lot;

create view blank_read.movement with (security_invoker=true) as
 SELECT m.id,
    m.kind,
    m.occurred_at,
    m.recorded_at,
    m.from_state,
    m.to_state,
    m.n,
    s.region_code
   FROM (blank.movement m
     JOIN blank.store s ON ((s.id = m.to_store)));

create view blank_read.store with (security_invoker=true) as
 SELECT id,
    office_id,
    name,
    kind,
    region_code,
    opened_at,
    closed_at
   FROM blank.store;

create view card_read.card with (security_invoker=true) as
 SELECT nik,
    id,
    serial,
    uid,
    kind,
    state,
    since,
    village_code,
    office_id,
    printed_on,
    valid_until,
    replace_since,
    stranded
   FROM card.card;

create view card_read.letter with (security_invoker=true) as
 SELECT nik,
    id,
    number,
    issued_on,
    valid_until
   FROM card.letter;

create view card_read.request with (security_invoker=true) as
 SELECT nik,
    id,
    kind,
    priority,
    state,
    village_code,
    office_id,
    requested_at,
    ended_at
   FROM card.request;

create view card_read.step with (security_invoker=true) as
 SELECT nik,
    card_id,
    state,
    at,
    recorded_at,
    cause,
    id
   FROM card.step;

create view citizen_read.unanswered with (security_barrier=true) as
 SELECT institution_id,
    opened_at,
    due_at,
    answered_at,
    state
   FROM citizen.dispute d;

create view civil_event_read.event with (security_invoker=true) as
 SELECT e.id,
    e.kind,
    e.state,
    e.occurred_on,
    e.reported_on,
    e.recorded_at,
    e.days_late,
    e.village_code,
    e.office_id,
    e.certificate_number,
    p.document_id,
    p.nik,
    p.role
   FROM (civil_event.event e
     JOIN civil_event.participant p ON ((p.event_id = e.id)));

create view civil_event_read.happening with (security_invoker=true) as
 SELECT id,
    kind,
    occurred_on,
    recorded_at,
    village_code,
    ( SELECT u.recorded_at
           FROM civil_event.event u
          WHERE (u.id = e.undone_by)) AS undone_at
   FROM civil_event.event e
  WHERE ((state <> 'pending'::text) AND (undoes IS NULL));

create view civil_event_read.underway with (security_invoker=true) as
 SELECT m.event_id,
    p.nik,
    m.from_village,
    m.to_village,
    m.departed_on,
    m.letter_number
   FROM (civil_event.move m
     JOIN civil_event.participant p ON (((p.event_id = m.event_id) AND (p.role = 'mover'::text))))
  WHERE (m.state = 'underway'::text);

create view disposal_read.bag with (security_invoker=true) as
 SELECT id,
    number,
    office_id,
    region_code,
    state,
    n,
    sealed_by,
    counted_by,
    plan_id
   FROM disposal.bag;

create view disposal_read.found with (security_invoker=true) as
 SELECT id,
    number,
    place,
    region_code,
    found_on,
    opened_at,
    reconciled,
    explained_at,
    police_report
   FROM disposal.found;

create view disposal_read.found_count with (security_invoker=true) as
 SELECT id,
    found_id,
    counter,
    counted_at,
    n,
    recorded_at
   FROM disposal.found_count;

create view disposal_read.found_year with (security_invoker=true) as
 SELECT found_id,
    printed_year,
    (count(*))::integer AS n
   FROM disposal.found_card
  GROUP BY found_id, printed_year;

create view disposal_read.piece with (security_invoker=true) as
 SELECT p.id,
    p.card_nik,
    p.card_id,
    p.serial,
    p.cause,
    p.printed_year,
    p.office_id,
    p.region_code,
    p.recorded_at,
    p.destroyed_at,
    b.number AS bag_number,
    b.state AS bag_state
   FROM (disposal.piece p
     LEFT JOIN disposal.bag b ON ((b.id = p.bag_id)));

create view disposal_read.plan with (security_invoker=true) as
 SELECT id,
    number,
    office_id,
    region_code,
    planned_on,
    state,
    n,
    bags,
    sample,
    proposed_by,
    approved_by,
    approved_office,
    begun_by,
    ended_by,
    ended_at,
    document_id,
    ( SELECT count(*) AS count
           FROM disposal.witness w
          WHERE (w.plan_id = p.id)) AS witnesses,
    ( SELECT count(*) AS count
           FROM disposal.witness w
          WHERE ((w.plan_id = p.id) AND w.outside)) AS outside_witnesses,
    ( SELECT count(*) AS count
           FROM disposal.evidence e
          WHERE ((e.plan_id = p.id) AND (e.kind = 'photo'::text))) AS photos,
    ( SELECT count(*) AS count
           FROM disposal.plan_bag b
          WHERE ((b.plan_id = p.id) AND b.seal_agrees)) AS seals,
    ( SELECT count(*) AS count
           FROM (disposal.plan_bag b
             JOIN disposal.bag g ON ((g.id = b.bag_id)))
          WHERE ((b.plan_id = p.id) AND b.sampled AND (b.counted = g.n))) AS recounted
   FROM disposal.plan p;

create view disposal_read.report with (security_invoker=true) as
 SELECT id,
    plan_id,
    office_id,
    region_code,
    pieces,
    reported_on,
    recorded_at
   FROM disposal.report;

create view document_read.issued with (security_invoker=true) as
 SELECT id,
    nik,
    kind,
    number,
    issued_on,
    recorded_at,
    state,
    replaced_by,
    ended_at,
    office_id,
    office_name,
    village_code
   FROM document.issued;

create view enrolment_read.comparable as
 SELECT i.nik,
    i.packet_id,
    i.modality,
    i."position",
    i.template,
    max(r.known_at) AS recorded_at
   FROM (enrolment.item i
     JOIN enrolment.recording r ON (((r.nik = i.nik) AND (r.packet_id = i.packet_id) AND (r.ended_on IS NULL))))
  WHERE ((i.template IS NOT NULL) AND (i.modality = ANY (ARRAY[1, 2])))
  GROUP BY i.nik, i.packet_id, i.modality, i."position";

create view enrolment_read.intake with (security_invoker=true) as
 SELECT id,
    station_id,
    office_id,
    state,
    captured_at,
    opened_at,
    why,
    nik
   FROM enrolment.intake;

create view enrolment_read.packet with (security_invoker=true) as
 SELECT nik,
    id,
    status,
    status_since,
    source,
    office_id,
    village_code,
    captured_at,
    recorded_on,
    received_at
   FROM enrolment.packet;

create view enrolment_read.packet_step with (security_invoker=true) as
 SELECT nik,
    packet_id,
    version,
    status,
    occurred_on,
    recorded_at
   FROM enrolment.packet_step;

create view enrolment_read.recording with (security_invoker=true) as
 SELECT nik,
    packet_id,
    recorded_on,
    known_at,
    ended_on,
    end_known_at
   FROM enrolment.recording;

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
 SELECT membership_by_nik.nik,
    membership_by_nik.family_card,
    membership_by_nik.relation,
    membership_by_nik.valid_from,
    membership_by_nik.valid_to
   FROM family.membership_by_nik
  WHERE (membership_by_nik.valid_to IS NULL)
UNION ALL
 SELECT membership_by_nik.nik,
    membership_by_nik.family_card,
    membership_by_nik.relation,
    membership_by_nik.valid_from,
    membership_by_nik.valid_to
   FROM family.membership_by_nik
  WHERE (membership_by_nik.valid_to IS NOT NULL);

create view family_read.present as
 SELECT nik,
    family_card
   FROM family.membership_by_nik
  WHERE (valid_to IS NULL);

create view matching_read.package with (security_invoker=true) as
 SELECT id AS matching_id,
    institution_id,
    grant_id,
    reference,
    finished_at AS at,
    rows,
    (incomplete = 0) AS complete,
    entry_id AS entry,
    unit,
    purpose
   FROM matching.matching m
  WHERE ((state = ANY (ARRAY['done'::text, 'deleted'::text])) AND (rows > 0));

create view matching_read.package_used with (security_invoker=true) as
 SELECT grant_id,
    institution_id,
    sum(
        CASE
            WHEN (state = ANY (ARRAY['done'::text, 'deleted'::text, 'held'::text])) THEN (rows + refused)
            ELSE expected_rows
        END) AS rows
   FROM matching.matching m
  WHERE (covered AND (state = ANY (ARRAY['approval'::text, 'running'::text, 'held'::text, 'done'::text, 'deleted'::text])))
  GROUP BY grant_id, institution_id;

create view metering_read.hold with (security_invoker=true) as
 SELECT matching_id,
    institution_id,
    amount,
    held_at
   FROM metering.hold h
  WHERE (released_at IS NULL);

create view metering_read.package with (security_invoker=true) as
 SELECT matching_id,
    institution_id,
    at,
    day,
    reference,
    rows,
    complete,
    amount,
    entry
   FROM metering.package p;

create view metering_read.payment with (security_invoker=true) as
 SELECT p.id AS payment_id,
    p.institution_id,
    p.amount,
    p.paid_on,
    p.entered_at,
    r.reversed_at
   FROM (metering.payment p
     LEFT JOIN metering.reversal r ON ((r.payment_id = p.id)));

create view metering_read.progress with (security_invoker=true) as
 SELECT closed_until,
    counted_at,
    month_closed
   FROM metering.progress p;

create view metering_read.statement with (security_invoker=true) as
 SELECT id AS statement_id,
    institution_id,
    month,
    opening,
    paid,
    reversed,
    charged,
    closing,
    questions,
    lines,
    root,
    files
   FROM metering.statement s;

create view metering_read.usage with (security_invoker=true) as
 SELECT institution_id,
    day,
    method,
    price,
    calls,
    questions,
    matched,
    partial,
    mismatched,
    amount
   FROM metering.usage u;

create view office_read.office with (security_barrier=true) as
 SELECT id,
    kind,
    name,
    region_code,
    low,
    high,
    zone,
    parent_id,
    opened_on,
    closed_on
   FROM office.office;

create view officer_read.officer with (security_barrier=true) as
 SELECT id,
    pseudonym,
    name,
    username,
    state
   FROM officer.officer;

create view officer_read.post with (security_barrier=true) as
 SELECT id,
    officer_id,
    office_id,
    role,
    from_on,
    until_on
   FROM officer.post;

create view partner_read.access_grant with (security_invoker=true) as
 SELECT g.id AS grant_id,
    c.institution_id,
    g.purpose,
    g.daily_quota,
    g.valid_from,
    g.valid_until,
    g.ended_at
   FROM (partner.access_grant g
     JOIN partner.cooperation c ON ((c.id = g.cooperation_id)));

create view partner_read.institution with (security_invoker=true) as
 SELECT id AS institution_id,
    name,
    kind,
    sector,
    region_code,
    mail,
    state
   FROM partner.institution i;

create view partner_read.package with (security_invoker=true) as
 SELECT id AS grant_id,
    package_rows
   FROM partner.access_grant g;

create view partner_read.report with (security_invoker=true) as
 SELECT id AS report_id,
    cooperation_id,
    semester,
    due_on,
    filed_on,
    cut_due_at,
    spared_at,
    ( SELECT (count(*))::integer AS count
           FROM partner.warning w
          WHERE (w.report_id = r.id)) AS warnings
   FROM partner.report r;

create view partner_read.returned with (security_invoker=true) as
 SELECT DISTINCT ON (c.id) c.institution_id,
    c.id AS cooperation_id,
    d.id AS agreement_id,
    COALESCE((d.contents -> 'returned'::text), '[]'::jsonb) AS elements
   FROM (partner.cooperation c
     JOIN partner.document d ON (((d.cooperation_id = c.id) AND (d.kind = 'pks'::text))))
  WHERE (c.stage = ANY (ARRAY['CONNECTED'::text, 'EVALUATION'::text]))
  ORDER BY c.id, d.version DESC;

create view partner_read.standing with (security_invoker=true) as
 SELECT i.id AS institution_id,
    i.name AS institution,
    i.kind,
    i.sector,
    i.region_code AS institution_region,
    c.id AS cooperation_id,
    c.number,
    c.stage,
    ( SELECT min(s.occurred_on) AS min
           FROM partner.step s
          WHERE ((s.cooperation_id = c.id) AND (s.stage = 'CONNECTED'::text) AND (s.takes_back IS NULL) AND (NOT (EXISTS ( SELECT
                   FROM partner.step b
                  WHERE (b.takes_back = s.id)))))) AS connected_on,
    COALESCE(( SELECT jsonb_agg(jsonb_build_object('documentId', t.id, 'from', t.starts, 'until', t.ends) ORDER BY t.version) AS jsonb_agg
           FROM ( SELECT d.id,
                    d.version,
                    ((d.valid_from)::timestamp without time zone AT TIME ZONE 'Asia/Jakarta'::text) AS starts,
                    ((LEAST((d.valid_until + 1), min(d.valid_from) OVER (ORDER BY d.version ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING)))::timestamp without time zone AT TIME ZONE 'Asia/Jakarta'::text) AS ends
                   FROM partner.document d
                  WHERE ((d.cooperation_id = c.id) AND (d.kind = 'pks'::text))) t
          WHERE (t.ends > t.starts)), '[]'::jsonb) AS terms,
    (EXISTS ( SELECT
           FROM partner.suspension s
          WHERE ((s.cooperation_id = c.id) AND (s.lifted_at IS NULL)))) AS suspended,
    COALESCE(( SELECT jsonb_agg(jsonb_build_object('id', s.id, 'cause', s.cause, 'from', s.from_at, 'until', s.until_at, 'liftedAt', s.lifted_at) ORDER BY s.from_at, s.id) AS jsonb_agg
           FROM partner.suspension s
          WHERE ((s.cooperation_id = c.id) AND (s.lifted_at IS NULL))), '[]'::jsonb) AS suspensions,
    COALESCE(( SELECT jsonb_agg(jsonb_build_object('id', g.id, 'agreementId', g.agreement_id, 'purpose', g.purpose, 'elements', g.elements, 'threshold', g.threshold, 'dailyQuota', g.daily_quota, 'hoursFrom', g.hours_from, 'hoursUntil', g.hours_until, 'networks', to_jsonb((g.networks)::text[]), 'region', g.region_code, 'dpop', g.dpop, 'signed', g.signed, 'tells', to_jsonb(g.tells), 'from', g.valid_from, 'until', g.valid_until, 'endedAt', g.ended_at) ORDER BY g.given_at, g.id) AS jsonb_agg
           FROM partner.access_grant g
          WHERE (g.cooperation_id = c.id)), '[]'::jsonb) AS grants
   FROM (partner.cooperation c
     JOIN partner.institution i ON ((i.id = c.institution_id)))
  WHERE (c.stage <> ALL (ARRAY['RENEWAL'::text, 'WITHDRAWN'::text, 'REFUSED'::text]));

create view partner_read.step with (security_invoker=true) as
 SELECT s.id AS step_id,
    s.cooperation_id,
    s.n,
    s.stage,
    s.occurred_on,
    s.recorded_at,
    s.takes_back,
    c.stage AS present_stage,
    c.since AS present_since
   FROM (partner.step s
     JOIN partner.cooperation c ON ((c.id = s.cooperation_id)));

create view region_read.boundary as
 SELECT code,
    geometry,
    outline
   FROM region.boundary;

create view region_read.regency_province as
 WITH place AS (
         SELECT version.code,
            version.code AS called
           FROM region.version
          WHERE (version.level = 2)
        UNION
         SELECT version.code,
            version.predecessor
           FROM region.version
          WHERE ((version.level = 2) AND (version.predecessor IS NOT NULL))
        UNION
         SELECT version.code,
            version.successor
           FROM region.version
          WHERE ((version.level = 2) AND (version.successor IS NOT NULL))
        )
 SELECT place.code AS regency_code,
    v.valid_from,
    v.valid_to,
    "left"(v.code, 2) AS province_code
   FROM (place
     JOIN region.version v ON ((v.code = place.called)))
UNION ALL
 SELECT v.code AS regency_code,
    p.valid_from,
    v.valid_from AS valid_to,
    p.code AS province_code
   FROM ((region.version v
     JOIN region.version now ON (((now.code = "left"(v.code, 2)) AND (now.valid_to IS NULL))))
     JOIN region.version p ON ((p.code = now.predecessor)))
  WHERE ((v.level = 2) AND (v.predecessor IS NULL) AND (v.valid_from > p.valid_from));

create view region_read.version as
 SELECT code,
    valid_from,
    valid_to,
    level,
    kind,
    name,
    predecessor,
    successor,
    derived
   FROM region.version;

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
    h.delta,
    (h.sealed_before IS NOT NULL) AS protected_changed
   FROM (resident.act a
     JOIN resident.history h ON ((h.act_id = a.id)));

create view resident_read.answerable as
 SELECT nik,
    village_code,
    name,
    birth_place,
    birth_date,
    sex,
    blood_group,
    religion,
    marital_status,
    education,
    occupation,
    address,
    rt,
    rw,
        CASE
            WHEN (EXISTS ( SELECT
               FROM resident.erasure e
              WHERE (e.nik = r.nik))) THEN (0)::smallint
            ELSE state
        END AS state,
    ( SELECT p.sealed
           FROM resident.protected p
          WHERE (p.nik = r.nik)) AS sealed
   FROM resident.resident r;

create view resident_read.import_row as
 SELECT row_number,
    nik,
    family_card,
    relation,
    village_code,
    address,
    rt,
    rw,
    hamlet,
    verdict
   FROM resident.staging;

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

create view uniqueness_read.adjudication with (security_invoker=true) as
 SELECT id,
    nik,
    packet_id,
    other_nik,
    other_packet_id,
    reason,
    opened_at,
    round,
    state,
    outcome,
    way,
    decided_at
   FROM uniqueness.adjudication;

create view uniqueness_read.court_search with (security_invoker=true) as
 SELECT id AS search_id,
    ends_on
   FROM uniqueness.court_search c;

create view uniqueness_read.search with (security_invoker=true) as
 SELECT nik,
    packet_id,
    asked_at,
    ended_at,
    outcome
   FROM uniqueness.search;

create view verification.body with (security_barrier=true) as
 SELECT c.nik,
    c.packet_id,
    c.modality,
    c."position",
    c.template,
    c.recorded_at
   FROM (enrolment_read.comparable c
     JOIN resident_read.answerable r ON ((r.nik = c.nik)))
  WHERE ((r.village_code >= ( SELECT (current_setting('jatidiri.low'::text))::bigint AS current_setting)) AND (r.village_code <= ( SELECT (current_setting('jatidiri.high'::text))::bigint AS current_setting)));

create view verification.subject with (security_barrier=true) as
 SELECT nik,
    village_code,
    name,
    birth_place,
    birth_date,
    sex,
    blood_group,
    religion,
    marital_status,
    education,
    occupation,
    address,
    rt,
    rw,
    state,
    ( SELECT f.family_card
           FROM family_read.present f
          WHERE (f.nik = r.nik)) AS family_card,
    sealed
   FROM resident_read.answerable r
  WHERE ((village_code >= ( SELECT (current_setting('jatidiri.low'::text))::bigint AS current_setting)) AND (village_code <= ( SELECT (current_setting('jatidiri.high'::text))::bigint AS current_setting)));

create view verification_read.call with (security_invoker=true) as
 SELECT entry,
    at,
    institution_id,
    grant_id,
    unit,
    refs,
    ((matched + partial) + mismatched) AS questions,
    matched,
    partial,
    mismatched,
    method,
    price
   FROM verification.call c;

create view verification_read.living_key with (security_invoker=true) as
 SELECT id AS key_id,
    institution_id,
    kid,
    added_at
   FROM verification.key k
  WHERE (ended_at IS NULL);

create view verification_read.lock with (security_invoker=true) as
 SELECT nik,
    kind,
    until
   FROM verification.lock l;

create view verification_read.purse with (security_invoker=true) as
 SELECT institution_id,
    left_over,
    (COALESCE(( SELECT sum(p.taken) AS sum
           FROM verification.portion p
          WHERE ((p.institution_id = w.institution_id) AND (p.settled_at IS NULL))), (0)::numeric))::bigint AS taken
   FROM verification.purse w;

create view verification_read.quota_day with (security_invoker=true) as
 SELECT grant_id,
    day,
    taken
   FROM verification.quota q;

create view verification_read.refused_hour with (security_invoker=true) as
 SELECT institution_id,
    hour,
    code,
    n
   FROM verification.refused_hour r;

create view verification_read.subject with (security_barrier=true) as
 SELECT nik,
    village_code,
    name,
    birth_place,
    birth_date,
    sex,
    blood_group,
    religion,
    marital_status,
    education,
    occupation,
    address,
    rt,
    rw,
    state,
    family_card,
    sealed
   FROM verification.subject;


-- Functions

CREATE OR REPLACE FUNCTION blank.mine(store uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from blank.store s where s.id = store
    and (s.office_id::text = (select current_setting('jatidiri.office'))
         or rpad(s.region_code, 10, '0')::bigint between (select current_setting('jatidiri.low')::bigint) and (select current_setting('jatidiri.high')::bigint)
         or (s.region_code = '' and (select current_setting('jatidiri.low')::bigint) = 0)))
$function$
;

CREATE OR REPLACE FUNCTION card.count_steps(niks bigint[], cards uuid[], steps uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
-- plpgsql keeps the plan: to plan it takes longer than to run it for a card.
begin
  with invalid as (select array['superseded', 'died', 'moved_abroad', 'citizenship_lost', 'duplicate', 'decision'] as causes),
       fresh as materialized (
         select s.nik, s.card_id, s.id, s.state, coalesce(s.cause, '') as cause, s.recorded_at, (s.at at time zone 'Asia/Jakarta')::date as day,
                exists (select from card.step p where p.nik = s.nik and p.card_id = s.card_id and (p.recorded_at, p.id) < (s.recorded_at, s.id)) as follows
           from unnest(niks, cards, steps) as g(nik, card_id, id) join card.step s on s.nik = g.nik and s.card_id = g.card_id and s.id = g.id),
       changes as (
         select f.recorded_at, f.day, (f.state <> 9)::int as printed, (f.state = 8)::int as outstanding,
                (f.state = 10 and f.cause = any(i.causes))::int as taken_in, (f.state = 11)::int as destroyed
           from fresh f, invalid i where not f.follows
         union all
         select f.recorded_at, c.day, c.printed, c.outstanding, c.taken_in, c.destroyed
           from fresh f cross join invalid i cross join lateral (
             with prior as materialized (
                    select p.state, p.cause, (p.at at time zone 'Asia/Jakarta')::date as day, row_number() over (order by p.recorded_at, p.id) as place
                      from card.step p where p.nik = f.nik and p.card_id = f.card_id and (p.recorded_at, p.id) < (f.recorded_at, f.id)),
                  days as (select f.day union select p.day from prior p where p.day > f.day),
                  -- What the card counts for with the step, less what it counted for without it, on each of the days.
                  gain as (
                    select d.day, (not b.spoiled and f.state <> 9)::int - (b.there and not b.spoiled)::int as printed,
                           (f.state = 8)::int - (b.there and b.state = 8)::int as outstanding,
                           (f.state = 10 and f.cause = any(i.causes))::int - (b.there and b.state = 10 and b.cause = any(i.causes))::int as taken_in,
                           (f.state = 11)::int - (b.there and b.state = 11)::int as destroyed
                      from days d cross join lateral (
                        select count(*) > 0 as there, coalesce(bool_or(p.state = 9), false) as spoiled,
                               (array_agg(p.state order by p.place desc))[1] as state, coalesce((array_agg(p.cause order by p.place desc))[1], '') as cause
                          from prior p where p.day <= d.day) b)
             select g.day, g.printed - lag(g.printed, 1, 0) over w as printed, g.outstanding - lag(g.outstanding, 1, 0) over w as outstanding,
                    g.taken_in - lag(g.taken_in, 1, 0) over w as taken_in, g.destroyed - lag(g.destroyed, 1, 0) over w as destroyed
               from gain g window w as (order by g.day)) c
          where f.follows)
  insert into card.figure_change (known_at, day, printed, outstanding, taken_in, destroyed)
  select recorded_at, day, sum(printed), sum(outstanding), sum(taken_in), sum(destroyed)
    from changes where (printed, outstanding, taken_in, destroyed) is distinct from (0, 0, 0, 0) group by recorded_at, day;
end $function$
;

CREATE OR REPLACE FUNCTION disposal.mine(office uuid, region text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select office::text = (select current_setting('jatidiri.office'))
      or (region <> '' and rpad(region, 10, '0')::bigint between (select current_setting('jatidiri.low')::bigint) and (select current_setting('jatidiri.high')::bigint))
      or (region = '' and (select current_setting('jatidiri.low')::bigint) = 0 and (select current_setting('jatidiri.high')::bigint) = 9999999999)
$function$
;

CREATE OR REPLACE FUNCTION document.follow(moved json)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  update document.issued i set village_code = m."villageCode"
  from json_to_recordset(moved) as m(nik bigint, "villageCode" bigint)
  where i.nik = m.nik and i.village_code <> m."villageCode"
$function$
;

CREATE OR REPLACE FUNCTION document_read.check_paper(wanted uuid)
 RETURNS TABLE(id uuid, kind text, number text, issued_on date, state text, replaced_by uuid, ended_on date, office_name text, content_hash bytea, log_size bigint, log_root bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select i.id, i.kind, i.number, i.issued_on, i.state, i.replaced_by, (i.ended_at at time zone 'Asia/Jakarta')::date, i.office_name, i.content_hash, i.log_size, i.log_root
  from document.issued i where i.id = wanted
$function$
;

CREATE OR REPLACE FUNCTION enrolment.follow(moved json)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  update enrolment.packet p set village_code = m."villageCode"
    from json_to_recordset(moved) as m(nik bigint, "villageCode" bigint) where p.nik = m.nik;
$function$
;

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
      raise exception using errcode = 'check_violation', constraint = 'card_serials_used', message = 'no serial left';
    end if;
    insert into family.card_counter as c (prefix, last) values (wanted.prefix, (top + wanted.n)::smallint)
      on conflict (prefix) do update set last = excluded.last;
    issued := issued || array(select wanted.prefix * 10000 + top + g from generate_series(1, wanted.n) as g);
  end loop;
  return issued;
end $function$
;

CREATE OR REPLACE FUNCTION file.follow(moved json)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  update file.stored s set village_code = m."villageCode"
  from json_to_recordset(moved) as m(nik bigint, "villageCode" bigint)
  where s.nik = m.nik and s.village_code <> m."villageCode"
$function$
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

CREATE OR REPLACE FUNCTION ledger.detail_of(of_nik bigint, of_entry uuid)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select a.detail from ledger.access a where a.nik = of_nik and a.entry = of_entry
$function$
;

CREATE OR REPLACE FUNCTION ledger.looks(of_nik bigint, before timestamp with time zone, before_entry uuid, wanted text, unwanted text, most integer)
 RETURNS TABLE(at timestamp with time zone, entry uuid, detail text, seq bigint, body text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  -- What waits for its number is looked through only for entries that have none: it has no index, and is long where much was just written.
  select a.at, a.entry, a.detail, e.seq, (select p.body from ledger.pending p where e.id is null and p.id = a.entry)
  from (select * from ledger.access c
         where c.nik = of_nik and (c.at, c.entry) < (before, before_entry)
           and (wanted is null or c.detail ~ wanted) and (unwanted is null or c.detail is null or c.detail !~ unwanted)
         order by c.at desc, c.entry desc limit most) a
  left join ledger.entry e on e.id = a.entry
  order by a.at desc, a.entry desc
$function$
;

CREATE OR REPLACE FUNCTION ledger.make_months(first timestamp with time zone, months integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  low  timestamp;
  name text;
begin
  for i in 0 .. months - 1 loop
    low := date_trunc('month', first at time zone 'UTC') + make_interval(months => i);
    name := 'access_' || to_char(low, 'YYYY_MM');
    if to_regclass('ledger.' || name) is null then
      execute format('create table ledger.%I partition of ledger.access for values from (%L) to (%L)',
        name, low at time zone 'UTC', (low + interval '1 month') at time zone 'UTC');
    end if;
  end loop;
end $function$
;

CREATE OR REPLACE FUNCTION ledger.subjects_of(of_entry uuid, of_at timestamp with time zone, most integer)
 RETURNS TABLE(nik bigint, detail text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select a.nik, a.detail from ledger.access a where a.at = of_at and a.entry = of_entry limit most
$function$
;

CREATE OR REPLACE FUNCTION ledger.who_looked(of_nik bigint, before timestamp with time zone, most integer)
 RETURNS TABLE(at timestamp with time zone, entry uuid, detail text, seq bigint, body text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select a.at, a.entry, a.detail, e.seq, p.body
  from (select * from ledger.access where nik = of_nik and access.at < before order by access.at desc limit most) a
  left join ledger.entry e on e.id = a.entry
  left join ledger.pending p on e.id is null and p.id = a.entry
  order by a.at desc
$function$
;

CREATE OR REPLACE FUNCTION partner.mine(region text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select region is not null
     and rpad(region, 10, '0')::bigint between current_setting('jatidiri.low')::bigint and current_setting('jatidiri.high')::bigint
$function$
;

CREATE OR REPLACE FUNCTION partner.own()
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$
  select nullif(current_setting('jatidiri.office', true), '')::uuid
$function$
;

CREATE OR REPLACE FUNCTION partner.wide()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select current_setting('jatidiri.low')::bigint = 0 and current_setting('jatidiri.high')::bigint = 9999999999
$function$
;

CREATE OR REPLACE FUNCTION resident.advance_counters()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  update resident.nik_counter c set last = greatest(c.last, s.top)
    from (select nik / 10000 as prefix, max(nik % 10000)::smallint as top from resident.staging where verdict is null group by 1) s
   where s.prefix = c.prefix and s.top > c.last;
end $function$
;

CREATE OR REPLACE FUNCTION resident.forget_sealed(erased bigint)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  update resident.history h set sealed_before = null
   where h.nik = erased and h.sealed_before is not null
     and exists (select from resident.erasure e where e.nik = erased)
$function$
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
      raise exception using errcode = 'check_violation', constraint = 'nik_serials_used', message = 'no serial left';
    end if;
    insert into resident.nik_counter as c (prefix, last) values (wanted.prefix, (top + wanted.n)::smallint)
      on conflict (prefix) do update set last = excluded.last;
    issued := issued || array(select wanted.prefix * 10000 + top + g from generate_series(1, wanted.n) as g);
  end loop;
  return issued;
end $function$
;

CREATE OR REPLACE FUNCTION resident.last_serials(prefixes bigint[], first_serial integer)
 RETURNS integer[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  wanted bigint;
  top int;
  used int;
  tops int[] := array[]::int[];
begin
  foreach wanted in array prefixes loop
    perform pg_advisory_xact_lock(hashtextextended('resident.nik', wanted));
    select c.last into top from resident.nik_counter c where c.prefix = wanted;
    select (max(r.nik) % 10000)::int into used from resident.resident r where r.nik between wanted * 10000 and wanted * 10000 + 9999;
    tops := tops || greatest(coalesce(top, 0), coalesce(used, 0), first_serial - 1);
  end loop;
  return tops;
end $function$
;

CREATE OR REPLACE FUNCTION returned_data.count_said(institution uuid, since timestamp with time zone, until timestamp with time zone)
 RETURNS TABLE(said bigint, differing bigint, accepted bigint, dismissed bigint, waiting bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select count(*), count(*) filter (where state in ('open', 'accepted', 'dismissed', 'forgotten')), count(*) filter (where state = 'accepted'),
         count(*) filter (where state = 'dismissed'), count(*) filter (where state = 'open')
    from returned_data.said s where s.institution_id = institution and s.received_at >= since and s.received_at < until
$function$
;

CREATE OR REPLACE FUNCTION verification.count_answers(until timestamp with time zone)
 RETURNS TABLE(calls bigint, answers bigint, refs bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select count(*), coalesce(sum(matched + partial + mismatched), 0)::bigint, coalesce(sum(cardinality(refs)), 0)::bigint
    from verification.call where at <= until
$function$
;

CREATE OR REPLACE FUNCTION verification.count_askers(institutions uuid[], since timestamp with time zone, until timestamp with time zone)
 RETURNS TABLE(asked bigint, askers bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select (select count(*) from unnest(institutions) as i (id)
           where exists (select from verification.call c where c.institution_id = i.id and c.at > since and c.at <= until)),
         (select count(distinct c.institution_id) from verification.call c
           where c.institution_id = any(institutions) and c.at > since and c.at <= until)
$function$
;

CREATE OR REPLACE FUNCTION verification.give_prepaid_back(institutions uuid[], days date[], amounts bigint[])
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  unused record;
begin
  for unused in
    select * from unnest(institutions, days, amounts) as a (id, day, n) order by a.id, a.day
  loop
    perform from verification.purse w where w.institution_id = unused.id for update;
    update verification.portion p set taken = p.taken - unused.n
     where p.institution_id = unused.id and p.day = unused.day and p.settled_at is null;
    -- What was settled has been given back already.
    if found then
      update verification.purse w set left_over = w.left_over + unused.n where w.institution_id = unused.id;
    end if;
  end loop;
end $function$
;

CREATE OR REPLACE FUNCTION verification.make_months(first timestamp with time zone, months integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  low  timestamp;
  name text;
begin
  for i in 0 .. months - 1 loop
    low := date_trunc('month', first at time zone 'UTC') + make_interval(months => i);
    name := 'call_' || to_char(low, 'YYYY_MM');
    if to_regclass('verification.' || name) is null and not exists (
         select from verification.call_other c
          where c.at >= low at time zone 'UTC' and c.at < (low + interval '1 month') at time zone 'UTC') then
      execute format('create table verification.%I partition of verification.call for values from (%L) to (%L)',
        name, low at time zone 'UTC', (low + interval '1 month') at time zone 'UTC');
    end if;
  end loop;
end $function$
;

CREATE OR REPLACE FUNCTION verification.note_touch(id uuid, sealed bytea)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  insert into verification.touch (id, sealed) values (note_touch.id, note_touch.sealed);
  select job.add('[{"name": "verification.raise_touched", "payload": {}, "maxAttempts": 25, "key": "verification.raise_touched"}]'::jsonb);
$function$
;

CREATE OR REPLACE FUNCTION verification.retire_taken(of_index bytea, at timestamp with time zone)
 RETURNS SETOF uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  update verification.canary c set retired_at = coalesce(c.retired_at, at), retired_how = 'person'
   where c.index = of_index and c.retired_how is distinct from 'person' returning c.institution_id
$function$
;

CREATE OR REPLACE FUNCTION verification.settle_prepaid(until date, institutions uuid[], days date[], charges bigint[], at timestamp with time zone)
 RETURNS bigint
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  lost bigint;
begin
  perform from verification.purse w
    where w.institution_id in (select p.institution_id from verification.portion p where p.day <= until and p.settled_at is null)
    order by w.institution_id for update;
  with charged as (
    select a.id, a.day, a.n from unnest(institutions, days, charges) as a (id, day, n)
  ), settled as (
    update verification.portion p set taken = coalesce(c.n, 0), settled_at = at
      from verification.portion o left join charged c on c.id = o.institution_id and c.day = o.day
     where o.institution_id = p.institution_id and o.day = p.day and p.day <= until and p.settled_at is null
    returning p.institution_id, o.taken - p.taken as unused
  ), due as (
    select s.institution_id, sum(s.unused)::bigint as unused from settled s group by 1
  ), given as (
    update verification.purse w set left_over = w.left_over + d.unused from due d where w.institution_id = d.institution_id and d.unused <> 0
  )
  select coalesce(sum(d.unused), 0)::bigint into lost from due d;
  return lost;
end $function$
;

CREATE OR REPLACE FUNCTION verification.take_allowance(institutions uuid[], wants integer[], backs double precision[], most integer, per_minute double precision)
 RETURNS TABLE(institution_id uuid, got integer)
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION verification.take_pace(institution uuid, need integer, want integer, back integer, most integer, per_second double precision)
 RETURNS TABLE(got integer, remaining double precision)
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  free double precision;
begin
  insert into verification.pace as p (institution_id, left_over, at) values (institution, most, clock_timestamp()) on conflict do nothing;
  select least(most, p.left_over + back + per_second * extract(epoch from clock_timestamp() - p.at)) into free
    from verification.pace p where p.institution_id = institution for update;
  got := case when free >= need then least(want, floor(free)::int) else 0 end;
  remaining := free - got;
  update verification.pace p set left_over = remaining, at = clock_timestamp() where p.institution_id = institution;
  return next;
end $function$
;

CREATE OR REPLACE FUNCTION verification.take_prepaid(institutions uuid[], days date[], needs bigint[], wants bigint[])
 RETURNS TABLE(institution_id uuid, got bigint)
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  asked record;
  free  bigint;
begin
  for asked in
    select * from unnest(institutions, days, needs, wants) as a (id, day, need, want) order by a.id, a.day
  loop
    select w.left_over into free from verification.purse w where w.institution_id = asked.id for update;
    institution_id := asked.id;
    got := least(coalesce(free, 0), greatest(asked.need, least(asked.want, coalesce(free, 0) / 8)));
    if got > 0 then
      insert into verification.portion as p (institution_id, day, taken) values (asked.id, asked.day, got)
          on conflict on constraint portion_pkey do update set taken = p.taken + excluded.taken where p.settled_at is null;
      -- A day that was settled is over.
      if not found then got := 0; end if;
    end if;
    update verification.purse w set left_over = w.left_over - got where w.institution_id = asked.id and got > 0;
    return next;
  end loop;
end $function$
;

CREATE OR REPLACE FUNCTION verification.take_quota(grants uuid[], days date[], needs integer[], wants integer[], quotas integer[])
 RETURNS TABLE(grant_id uuid, got integer, remaining integer)
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
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
end $function$
;


-- Grants

grant delete, insert, maintain, select on  ledger.pending to jatidiri_system;
grant delete, insert, maintain, select, update on  region.version to jatidiri_system;
grant delete, insert, select on  blank.manifest_line to jatidiri_app;
grant delete, insert, select on  blank.manifest_line to jatidiri_system;
grant delete, insert, select on  blank.uid_page to jatidiri_system;
grant delete, insert, select on  blank.uid_place to jatidiri_system;
grant delete, insert, select on  blank.uid_run to jatidiri_system;
grant delete, insert, select on  card.import_fault to jatidiri_app;
grant delete, insert, select on  card.import_fault to jatidiri_system;
grant delete, insert, select on  enrolment.import_fault to jatidiri_app;
grant delete, insert, select on  enrolment.import_fault to jatidiri_system;
grant delete, insert, select on  enrolment.piece to jatidiri_app;
grant delete, insert, select on  enrolment.piece to jatidiri_system;
grant delete, insert, select on  file.stored to jatidiri_app;
grant delete, insert, select on  file.stored to jatidiri_system;
grant delete, insert, select on  idempotency.answer to jatidiri_system;
grant delete, insert, select on  matching.asked to jatidiri_system;
grant delete, insert, select on  matching.batch to jatidiri_system;
grant delete, insert, select on  resident.import_fault to jatidiri_app;
grant delete, insert, select on  resident.import_fault to jatidiri_system;
grant delete, insert, select on  resident.reserved_number to jatidiri_app;
grant delete, insert, select on  resident.reserved_number to jatidiri_system;
grant delete, insert, select on  verification.once to jatidiri_answer;
grant delete, insert, select on  voter.countdown to jatidiri_system;
grant delete, insert, select on  voter.extract_village to jatidiri_system;
grant delete, insert, select on  voter.import_fault to jatidiri_system;
grant delete, insert, select on  voter.returned_given to jatidiri_system;
grant delete, insert, select on  webhook.endpoint to jatidiri_app;
grant delete, insert, select, update on  blank.lot to jatidiri_app;
grant delete, insert, select, update on  blank.lot to jatidiri_system;
grant delete, insert, select, update on  card.ask to jatidiri_system;
grant delete, insert, select, update on  card.guess to jatidiri_app;
grant delete, insert, select, update on  card.guess to jatidiri_system;
grant delete, insert, select, update on  citizen.ask to jatidiri_system;
grant delete, insert, select, update on  citizen.session to jatidiri_system;
grant delete, insert, select, update on  dashboard.count to jatidiri_system;
grant delete, insert, select, update on  dashboard.counting to jatidiri_system;
grant delete, insert, select, update on  metering.usage to jatidiri_system;
grant delete, insert, select, update on  officer.attempt to jatidiri_app;
grant delete, insert, select, update on  officer.attempt to jatidiri_system;
grant delete, insert, select, update on  officer.challenge to jatidiri_app;
grant delete, insert, select, update on  officer.challenge to jatidiri_system;
grant delete, insert, select, update on  officer.passkey to jatidiri_app;
grant delete, insert, select, update on  officer.passkey to jatidiri_system;
grant delete, insert, select, update on  officer.session to jatidiri_system;
grant delete, insert, select, update on  portal.challenge to jatidiri_system;
grant delete, insert, select, update on  region.boundary to jatidiri_system;
grant delete, insert, select, update on  region.load to jatidiri_system;
grant delete, insert, select, update on  statement.reading to jatidiri_app;
grant delete, insert, select, update on  statement.reading to jatidiri_system;
grant delete, insert, select, update on  verification.allowance to jatidiri_system;
grant delete, insert, select, update on  verification.asked_hour to jatidiri_system;
grant delete, insert, select, update on  verification.key_set to jatidiri_app;
grant delete, insert, select, update on  verification.lock to jatidiri_system;
grant delete, insert, select, update on  verification.portion to jatidiri_system;
grant delete, insert, select, update on  verification.pulse to jatidiri_system;
grant delete, insert, select, update on  verification.quota to jatidiri_system;
grant delete, insert, select, update on  verification.refused_hour to jatidiri_system;
grant delete, insert, select, update on  voter.returned to jatidiri_system;
grant delete, insert, select, update on  voter.returned_absent to jatidiri_system;
grant delete, insert, select, update on  voter.returned_count to jatidiri_system;
grant delete, insert, select, update on  voter.returned_fault to jatidiri_system;
grant delete, insert, select, update on  voter.returned_finding to jatidiri_system;
grant delete, insert, select, update on  voter.returned_row to jatidiri_system;
grant delete, insert, select, update on  voter.returned_sample to jatidiri_system;
grant delete, insert, select, update on  warehouse.asked to jatidiri_app;
grant delete, insert, select, update on  warehouse.asked to jatidiri_system;
grant delete, insert, select, update on  warehouse.saved to jatidiri_app;
grant delete, insert, select, update on  warehouse.saved to jatidiri_system;
grant delete, insert, select, update on  webhook.attempt to jatidiri_system;
grant delete, insert, select, update on  webhook.delivery to jatidiri_system;
grant delete, insert, select, update on  webhook.endpoint to jatidiri_system;
grant delete, insert, select, update on  webhook.event to jatidiri_system;
grant delete, select on  matching.part to jatidiri_system;
grant delete, select on  verification.miss to jatidiri_system;
grant delete, select on  verification.once to jatidiri_system;
grant execute on function card.count_steps(bigint[],uuid[],uuid[]) to jatidiri_app;
grant execute on function card.count_steps(bigint[],uuid[],uuid[]) to jatidiri_system;
grant execute on function document.follow(json) to jatidiri_app;
grant execute on function document.follow(json) to jatidiri_system;
grant execute on function document_read.check_paper(uuid) to jatidiri_app;
grant execute on function document_read.check_paper(uuid) to jatidiri_system;
grant execute on function enrolment.follow(json) to jatidiri_app;
grant execute on function enrolment.follow(json) to jatidiri_system;
grant execute on function family.issue_numbers(bigint[],integer) to jatidiri_app;
grant execute on function family.issue_numbers(bigint[],integer) to jatidiri_system;
grant execute on function file.follow(json) to jatidiri_app;
grant execute on function file.follow(json) to jatidiri_system;
grant execute on function job.add(jsonb) to jatidiri_app;
grant execute on function job.add(jsonb) to jatidiri_system;
grant execute on function ledger.detail_of(bigint,uuid) to jatidiri_answer;
grant execute on function ledger.detail_of(bigint,uuid) to jatidiri_system;
grant execute on function ledger.looks(bigint,timestamp with time zone,uuid,text,text,integer) to jatidiri_app;
grant execute on function ledger.looks(bigint,timestamp with time zone,uuid,text,text,integer) to jatidiri_system;
grant execute on function ledger.make_months(timestamp with time zone,integer) to jatidiri_system;
grant execute on function ledger.subjects_of(uuid,timestamp with time zone,integer) to jatidiri_system;
grant execute on function ledger.who_looked(bigint,timestamp with time zone,integer) to jatidiri_app;
grant execute on function ledger.who_looked(bigint,timestamp with time zone,integer) to jatidiri_system;
grant execute on function resident.advance_counters() to jatidiri_system;
grant execute on function resident.forget_sealed(bigint) to jatidiri_system;
grant execute on function resident.issue_niks(bigint[],integer) to jatidiri_app;
grant execute on function resident.issue_niks(bigint[],integer) to jatidiri_system;
grant execute on function resident.last_serials(bigint[],integer) to jatidiri_app;
grant execute on function resident.last_serials(bigint[],integer) to jatidiri_system;
grant execute on function returned_data.count_said(uuid,timestamp with time zone,timestamp with time zone) to jatidiri_app;
grant execute on function returned_data.count_said(uuid,timestamp with time zone,timestamp with time zone) to jatidiri_system;
grant execute on function verification.count_answers(timestamp with time zone) to jatidiri_app;
grant execute on function verification.count_answers(timestamp with time zone) to jatidiri_system;
grant execute on function verification.count_askers(uuid[],timestamp with time zone,timestamp with time zone) to jatidiri_app;
grant execute on function verification.count_askers(uuid[],timestamp with time zone,timestamp with time zone) to jatidiri_system;
grant execute on function verification.give_prepaid_back(uuid[],date[],bigint[]) to jatidiri_system;
grant execute on function verification.make_months(timestamp with time zone,integer) to jatidiri_system;
grant execute on function verification.note_touch(uuid,bytea) to jatidiri_answer;
grant execute on function verification.note_touch(uuid,bytea) to jatidiri_system;
grant execute on function verification.retire_taken(bytea,timestamp with time zone) to jatidiri_app;
grant execute on function verification.retire_taken(bytea,timestamp with time zone) to jatidiri_system;
grant execute on function verification.settle_prepaid(date,uuid[],date[],bigint[],timestamp with time zone) to jatidiri_system;
grant execute on function verification.take_allowance(uuid[],integer[],double precision[],integer,double precision) to jatidiri_system;
grant execute on function verification.take_pace(uuid,integer,integer,integer,integer,double precision) to jatidiri_system;
grant execute on function verification.take_prepaid(uuid[],date[],bigint[],bigint[]) to jatidiri_system;
grant execute on function verification.take_quota(uuid[],date[],integer[],integer[],integer[]) to jatidiri_system;
grant insert on  ledger.access to jatidiri_answer;
grant insert on  ledger.access to jatidiri_app;
grant insert on  returned_data.batch to jatidiri_app;
grant insert on  uniqueness.gallery_change to jatidiri_app;
grant insert on  verification.call to jatidiri_answer;
grant insert, maintain, select on  enrolment.packet_step to jatidiri_system;
grant insert, maintain, select, update on  enrolment.item to jatidiri_system;
grant insert, maintain, select, update on  enrolment.packet to jatidiri_system;
grant insert, maintain, select, update on  enrolment.recording to jatidiri_system;
grant insert, select on  application.step to jatidiri_app;
grant insert, select on  application.step to jatidiri_system;
grant insert, select on  blank.batch_range to jatidiri_app;
grant insert, select on  blank.batch_range to jatidiri_system;
grant insert, select on  blank.box to jatidiri_app;
grant insert, select on  blank.box to jatidiri_system;
grant insert, select on  blank.closing to jatidiri_system;
grant insert, select on  blank.closing_day to jatidiri_system;
grant insert, select on  blank.find to jatidiri_app;
grant insert, select on  blank.find to jatidiri_system;
grant insert, select on  blank.incident to jatidiri_app;
grant insert, select on  blank.incident to jatidiri_system;
grant insert, select on  blank.incident_event to jatidiri_app;
grant insert, select on  blank.incident_event to jatidiri_system;
grant insert, select on  blank.movement to jatidiri_app;
grant insert, select on  blank.movement to jatidiri_system;
grant insert, select on  blank.movement_serials to jatidiri_app;
grant insert, select on  blank.movement_serials to jatidiri_system;
grant insert, select on  blank.request to jatidiri_app;
grant insert, select on  blank.request to jatidiri_system;
grant insert, select on  blank.security_hold to jatidiri_app;
grant insert, select on  blank.security_hold to jatidiri_system;
grant insert, select on  blank.tally to jatidiri_app;
grant insert, select on  blank.tally to jatidiri_system;
grant insert, select on  card.handover to jatidiri_app;
grant insert, select on  card.handover to jatidiri_system;
grant insert, select on  card.inspection to jatidiri_app;
grant insert, select on  card.inspection to jatidiri_system;
grant insert, select on  card.letter to jatidiri_app;
grant insert, select on  card.letter to jatidiri_system;
grant insert, select on  card.release to jatidiri_app;
grant insert, select on  card.release to jatidiri_system;
grant insert, select on  card.step to jatidiri_app;
grant insert, select on  card.step to jatidiri_system;
grant insert, select on  card.verification to jatidiri_app;
grant insert, select on  card.verification to jatidiri_system;
grant insert, select on  citizen.dispute_step to jatidiri_system;
grant insert, select on  civil_event.participant to jatidiri_app;
grant insert, select on  civil_event.participant to jatidiri_system;
grant insert, select on  disposal.evidence to jatidiri_app;
grant insert, select on  disposal.evidence to jatidiri_system;
grant insert, select on  disposal.found_card to jatidiri_app;
grant insert, select on  disposal.found_card to jatidiri_system;
grant insert, select on  disposal.found_count to jatidiri_app;
grant insert, select on  disposal.found_count to jatidiri_system;
grant insert, select on  disposal.found_custody to jatidiri_app;
grant insert, select on  disposal.found_custody to jatidiri_system;
grant insert, select on  disposal.intake to jatidiri_app;
grant insert, select on  disposal.intake to jatidiri_system;
grant insert, select on  disposal.report to jatidiri_app;
grant insert, select on  disposal.report to jatidiri_system;
grant insert, select on  disposal.tally to jatidiri_app;
grant insert, select on  disposal.tally to jatidiri_system;
grant insert, select on  disposal.witness to jatidiri_app;
grant insert, select on  disposal.witness to jatidiri_system;
grant insert, select on  document.issued to jatidiri_app;
grant insert, select on  document.issued to jatidiri_system;
grant insert, select on  dukcapil_ws.credential to jatidiri_app;
grant insert, select on  enrolment.packet_step to jatidiri_app;
grant insert, select on  family.card_history to jatidiri_app;
grant insert, select on  family.card_history to jatidiri_system;
grant insert, select on  ledger.access to jatidiri_system;
grant insert, select on  ledger.entry to jatidiri_system;
grant insert, select on  ledger.pending to jatidiri_answer;
grant insert, select on  ledger.pending to jatidiri_app;
grant insert, select on  matching.part to jatidiri_app;
grant insert, select on  metering.hold to jatidiri_system;
grant insert, select on  metering.low_balance to jatidiri_system;
grant insert, select on  metering.package to jatidiri_system;
grant insert, select on  metering.payment to jatidiri_app;
grant insert, select on  metering.payment to jatidiri_system;
grant insert, select on  metering.purchase to jatidiri_app;
grant insert, select on  metering.purchase to jatidiri_system;
grant insert, select on  metering.reversal to jatidiri_app;
grant insert, select on  metering.reversal to jatidiri_system;
grant insert, select on  metering.statement to jatidiri_system;
grant insert, select on  metering.statement_part to jatidiri_system;
grant insert, select on  office.history to jatidiri_app;
grant insert, select on  office.history to jatidiri_system;
grant insert, select on  officer.history to jatidiri_app;
grant insert, select on  officer.history to jatidiri_system;
grant insert, select on  partner.access_grant to jatidiri_app;
grant insert, select on  partner.access_grant to jatidiri_system;
grant insert, select on  partner.appeal to jatidiri_app;
grant insert, select on  partner.appeal to jatidiri_system;
grant insert, select on  partner.cooperation to jatidiri_app;
grant insert, select on  partner.cooperation to jatidiri_system;
grant insert, select on  partner.document to jatidiri_app;
grant insert, select on  partner.document to jatidiri_system;
grant insert, select on  partner.report to jatidiri_app;
grant insert, select on  partner.report to jatidiri_system;
grant insert, select on  partner.step to jatidiri_app;
grant insert, select on  partner.step to jatidiri_system;
grant insert, select on  partner.suspension to jatidiri_app;
grant insert, select on  partner.suspension to jatidiri_system;
grant insert, select on  partner.warning to jatidiri_app;
grant insert, select on  partner.warning to jatidiri_system;
grant insert, select on  portal.maintenance to jatidiri_app;
grant insert, select on  portal.maintenance to jatidiri_system;
grant insert, select on  portal.report_counted to jatidiri_system;
grant insert, select on  resident.act to jatidiri_app;
grant insert, select on  resident.act to jatidiri_system;
grant insert, select on  resident.erasure to jatidiri_system;
grant insert, select on  resident.history to jatidiri_app;
grant insert, select on  resident.history to jatidiri_system;
grant insert, select on  resident.import_batch to jatidiri_system;
grant insert, select on  statement.publication to jatidiri_app;
grant insert, select on  statement.publication to jatidiri_system;
grant insert, select on  uniqueness.candidate to jatidiri_app;
grant insert, select on  uniqueness.candidate to jatidiri_system;
grant insert, select on  uniqueness.followed to jatidiri_app;
grant insert, select on  uniqueness.followed to jatidiri_system;
grant insert, select on  uniqueness.gallery_change to jatidiri_system;
grant insert, select on  uniqueness.opinion to jatidiri_app;
grant insert, select on  uniqueness.opinion to jatidiri_system;
grant insert, select on  verification.alarm to jatidiri_system;
grant insert, select on  verification.alarm_step to jatidiri_app;
grant insert, select on  verification.alarm_step to jatidiri_system;
grant insert, select on  verification.canary to jatidiri_app;
grant insert, select on  verification.key to jatidiri_app;
grant insert, select on  verification.miss to jatidiri_answer;
grant insert, select on  verification.once to jatidiri_app;
grant insert, select on  verification.throttle to jatidiri_app;
grant insert, select on  verification.throttle to jatidiri_system;
grant insert, select on  verification.trace to jatidiri_app;
grant insert, select on  voter.acceptance to jatidiri_system;
grant insert, select on  voter.acceptance_count to jatidiri_system;
grant insert, select on  voter.commission_key to jatidiri_system;
grant insert, select on  voter.document to jatidiri_system;
grant insert, select on  voter.polling_check to jatidiri_system;
grant insert, select on  voter.source to jatidiri_system;
grant insert, select on  warehouse.release to jatidiri_system;
grant insert, select on  warehouse.snapshot to jatidiri_system;
grant insert, select, truncate, update on  card.staging to jatidiri_system;
grant insert, select, truncate, update on  enrolment.staging to jatidiri_system;
grant insert, select, truncate, update on  resident.staging to jatidiri_system;
grant insert, select, truncate, update on  voter.staging to jatidiri_system;
grant insert, select, update on  application.application to jatidiri_app;
grant insert, select, update on  application.application to jatidiri_system;
grant insert, select, update on  application.counter to jatidiri_app;
grant insert, select, update on  application.counter to jatidiri_system;
grant insert, select, update on  application.requirement to jatidiri_app;
grant insert, select, update on  application.requirement to jatidiri_system;
grant insert, select, update on  approval.proposal to jatidiri_app;
grant insert, select, update on  approval.proposal to jatidiri_system;
grant insert, select, update on  blank.batch to jatidiri_app;
grant insert, select, update on  blank.batch to jatidiri_system;
grant insert, select, update on  blank.discrepancy to jatidiri_app;
grant insert, select, update on  blank.discrepancy to jatidiri_system;
grant insert, select, update on  blank.holding to jatidiri_system;
grant insert, select, update on  blank.keeping to jatidiri_app;
grant insert, select, update on  blank.keeping to jatidiri_system;
grant insert, select, update on  blank.numbering to jatidiri_app;
grant insert, select, update on  blank.numbering to jatidiri_system;
grant insert, select, update on  blank.passage to jatidiri_system;
grant insert, select, update on  blank.shipment to jatidiri_app;
grant insert, select, update on  blank.shipment to jatidiri_system;
grant insert, select, update on  blank.store to jatidiri_app;
grant insert, select, update on  blank.store to jatidiri_system;
grant insert, select, update on  card.card to jatidiri_app;
grant insert, select, update on  card.card to jatidiri_system;
grant insert, select, update on  card.contact to jatidiri_system;
grant insert, select, update on  card.figure_day to jatidiri_system;
grant insert, select, update on  card.import to jatidiri_app;
grant insert, select, update on  card.import to jatidiri_system;
grant insert, select, update on  card.loss to jatidiri_app;
grant insert, select, update on  card.loss to jatidiri_system;
grant insert, select, update on  card.request to jatidiri_app;
grant insert, select, update on  card.request to jatidiri_system;
grant insert, select, update on  card.request_counter to jatidiri_app;
grant insert, select, update on  card.request_counter to jatidiri_system;
grant insert, select, update on  citizen.account to jatidiri_system;
grant insert, select, update on  citizen.assistance to jatidiri_system;
grant insert, select, update on  citizen.authority to jatidiri_system;
grant insert, select, update on  citizen.dispute to jatidiri_system;
grant insert, select, update on  citizen.exclusion to jatidiri_system;
grant insert, select, update on  citizen.numbering to jatidiri_system;
grant insert, select, update on  citizen.office_code to jatidiri_system;
grant insert, select, update on  citizen.right_request to jatidiri_system;
grant insert, select, update on  civil_event.certificate_counter to jatidiri_app;
grant insert, select, update on  civil_event.certificate_counter to jatidiri_system;
grant insert, select, update on  civil_event.event to jatidiri_app;
grant insert, select, update on  civil_event.event to jatidiri_system;
grant insert, select, update on  civil_event.move to jatidiri_app;
grant insert, select, update on  civil_event.move to jatidiri_system;
grant insert, select, update on  disposal.bag to jatidiri_app;
grant insert, select, update on  disposal.bag to jatidiri_system;
grant insert, select, update on  disposal.difference to jatidiri_app;
grant insert, select, update on  disposal.difference to jatidiri_system;
grant insert, select, update on  disposal.dispatch to jatidiri_app;
grant insert, select, update on  disposal.dispatch to jatidiri_system;
grant insert, select, update on  disposal.found to jatidiri_app;
grant insert, select, update on  disposal.found to jatidiri_system;
grant insert, select, update on  disposal.hold to jatidiri_app;
grant insert, select, update on  disposal.hold to jatidiri_system;
grant insert, select, update on  disposal.numbering to jatidiri_app;
grant insert, select, update on  disposal.numbering to jatidiri_system;
grant insert, select, update on  disposal.piece to jatidiri_app;
grant insert, select, update on  disposal.piece to jatidiri_system;
grant insert, select, update on  disposal.plan to jatidiri_app;
grant insert, select, update on  disposal.plan to jatidiri_system;
grant insert, select, update on  disposal.plan_bag to jatidiri_app;
grant insert, select, update on  disposal.plan_bag to jatidiri_system;
grant insert, select, update on  enrolment.appointment to jatidiri_app;
grant insert, select, update on  enrolment.appointment to jatidiri_system;
grant insert, select, update on  enrolment.import to jatidiri_app;
grant insert, select, update on  enrolment.import to jatidiri_system;
grant insert, select, update on  enrolment.intake to jatidiri_app;
grant insert, select, update on  enrolment.intake to jatidiri_system;
grant insert, select, update on  enrolment.item to jatidiri_app;
grant insert, select, update on  enrolment.packet to jatidiri_app;
grant insert, select, update on  enrolment.recording to jatidiri_app;
grant insert, select, update on  enrolment.station to jatidiri_app;
grant insert, select, update on  enrolment.station to jatidiri_system;
grant insert, select, update on  enrolment.station_code to jatidiri_app;
grant insert, select, update on  enrolment.station_code to jatidiri_system;
grant insert, select, update on  enrolment.team_visit to jatidiri_app;
grant insert, select, update on  enrolment.team_visit to jatidiri_system;
grant insert, select, update on  family.card to jatidiri_app;
grant insert, select, update on  family.card to jatidiri_system;
grant insert, select, update on  family.membership_by_card to jatidiri_app;
grant insert, select, update on  family.membership_by_card to jatidiri_system;
grant insert, select, update on  family.membership_by_nik to jatidiri_app;
grant insert, select, update on  family.membership_by_nik to jatidiri_system;
grant insert, select, update on  idempotency.answer to jatidiri_app;
grant insert, select, update on  kept_count.count to jatidiri_system;
grant insert, select, update on  matching.matching to jatidiri_app;
grant insert, select, update on  matching.matching to jatidiri_system;
grant insert, select, update on  office.office to jatidiri_app;
grant insert, select, update on  office.office to jatidiri_system;
grant insert, select, update on  officer.code to jatidiri_app;
grant insert, select, update on  officer.code to jatidiri_system;
grant insert, select, update on  officer.delegation to jatidiri_app;
grant insert, select, update on  officer.delegation to jatidiri_system;
grant insert, select, update on  officer.officer to jatidiri_app;
grant insert, select, update on  officer.officer to jatidiri_system;
grant insert, select, update on  officer.password to jatidiri_app;
grant insert, select, update on  officer.password to jatidiri_system;
grant insert, select, update on  officer.post to jatidiri_app;
grant insert, select, update on  officer.post to jatidiri_system;
grant insert, select, update on  officer.session to jatidiri_app;
grant insert, select, update on  partner.institution to jatidiri_app;
grant insert, select, update on  partner.institution to jatidiri_system;
grant insert, select, update on  partner.numbering to jatidiri_app;
grant insert, select, update on  partner.numbering to jatidiri_system;
grant insert, select, update on  partner.unit to jatidiri_app;
grant insert, select, update on  partner.unit to jatidiri_system;
grant insert, select, update on  portal.code to jatidiri_app;
grant insert, select, update on  portal.code to jatidiri_system;
grant insert, select, update on  portal.person to jatidiri_app;
grant insert, select, update on  portal.person to jatidiri_system;
grant insert, select, update on  portal.session to jatidiri_app;
grant insert, select, update on  portal.session to jatidiri_system;
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
grant insert, select, update on  returned_data.said to jatidiri_app;
grant insert, select, update on  uniqueness.adjudication to jatidiri_app;
grant insert, select, update on  uniqueness.adjudication to jatidiri_system;
grant insert, select, update on  uniqueness.court_search to jatidiri_app;
grant insert, select, update on  uniqueness.court_search to jatidiri_system;
grant insert, select, update on  uniqueness.objection to jatidiri_app;
grant insert, select, update on  uniqueness.objection to jatidiri_system;
grant insert, select, update on  uniqueness.search to jatidiri_app;
grant insert, select, update on  uniqueness.search to jatidiri_system;
grant insert, select, update on  verification.change to jatidiri_app;
grant insert, select, update on  verification.change to jatidiri_system;
grant insert, select, update on  verification.pace to jatidiri_system;
grant insert, select, update on  verification.purse to jatidiri_system;
grant insert, select, update on  verification.trial_day to jatidiri_system;
grant insert, select, update on  voter."extract" to jatidiri_system;
grant insert, select, update on  voter.election to jatidiri_system;
grant insert, select, update on  voter.import to jatidiri_system;
grant select on  application_read.followed to jatidiri_app;
grant select on  application_read.followed to jatidiri_system;
grant select on  application_read.of_person to jatidiri_system;
grant select on  blank.closing to jatidiri_app;
grant select on  blank.closing_day to jatidiri_app;
grant select on  blank.uid_page to jatidiri_app;
grant select on  blank.uid_place to jatidiri_app;
grant select on  blank.uid_run to jatidiri_app;
grant select on  blank_read.incident to jatidiri_app;
grant select on  blank_read.incident to jatidiri_system;
grant select on  blank_read.lot to jatidiri_app;
grant select on  blank_read.lot to jatidiri_system;
grant select on  blank_read.movement to jatidiri_system;
grant select on  blank_read.store to jatidiri_app;
grant select on  blank_read.store to jatidiri_system;
grant select on  card.figure_change to jatidiri_app;
grant select on  card.figure_day to jatidiri_app;
grant select on  card_read.card to jatidiri_app;
grant select on  card_read.card to jatidiri_system;
grant select on  card_read.letter to jatidiri_app;
grant select on  card_read.letter to jatidiri_system;
grant select on  card_read.request to jatidiri_app;
grant select on  card_read.request to jatidiri_system;
grant select on  card_read.step to jatidiri_app;
grant select on  card_read.step to jatidiri_system;
grant select on  citizen_read.unanswered to jatidiri_app;
grant select on  citizen_read.unanswered to jatidiri_system;
grant select on  civil_event_read.event to jatidiri_app;
grant select on  civil_event_read.event to jatidiri_system;
grant select on  civil_event_read.happening to jatidiri_system;
grant select on  civil_event_read.underway to jatidiri_app;
grant select on  civil_event_read.underway to jatidiri_system;
grant select on  dashboard.count to jatidiri_app;
grant select on  dashboard.counting to jatidiri_app;
grant select on  disposal_read.bag to jatidiri_app;
grant select on  disposal_read.bag to jatidiri_system;
grant select on  disposal_read.found to jatidiri_app;
grant select on  disposal_read.found to jatidiri_system;
grant select on  disposal_read.found_count to jatidiri_app;
grant select on  disposal_read.found_count to jatidiri_system;
grant select on  disposal_read.found_year to jatidiri_app;
grant select on  disposal_read.found_year to jatidiri_system;
grant select on  disposal_read.piece to jatidiri_app;
grant select on  disposal_read.piece to jatidiri_system;
grant select on  disposal_read.plan to jatidiri_app;
grant select on  disposal_read.plan to jatidiri_system;
grant select on  disposal_read.report to jatidiri_app;
grant select on  disposal_read.report to jatidiri_system;
grant select on  document_read.issued to jatidiri_app;
grant select on  document_read.issued to jatidiri_system;
grant select on  dukcapil_ws.credential to jatidiri_system;
grant select on  enrolment_read.intake to jatidiri_app;
grant select on  enrolment_read.intake to jatidiri_system;
grant select on  enrolment_read.packet to jatidiri_app;
grant select on  enrolment_read.packet to jatidiri_system;
grant select on  enrolment_read.packet_step to jatidiri_app;
grant select on  enrolment_read.packet_step to jatidiri_system;
grant select on  enrolment_read.recording to jatidiri_app;
grant select on  enrolment_read.recording to jatidiri_system;
grant select on  family_read.card to jatidiri_app;
grant select on  family_read.card to jatidiri_system;
grant select on  family_read.membership to jatidiri_app;
grant select on  family_read.membership to jatidiri_system;
grant select on  ledger.entry to jatidiri_answer;
grant select on  ledger.entry to jatidiri_app;
grant select on  ledger.head to jatidiri_answer;
grant select on  ledger.head to jatidiri_app;
grant select on  matching.asked to jatidiri_answer;
grant select on  matching.batch to jatidiri_app;
grant select on  matching_read.package to jatidiri_app;
grant select on  matching_read.package to jatidiri_system;
grant select on  matching_read.package_used to jatidiri_app;
grant select on  matching_read.package_used to jatidiri_system;
grant select on  metering.hold to jatidiri_app;
grant select on  metering.low_balance to jatidiri_app;
grant select on  metering.package to jatidiri_app;
grant select on  metering.progress to jatidiri_app;
grant select on  metering.statement to jatidiri_app;
grant select on  metering.statement_part to jatidiri_app;
grant select on  metering.usage to jatidiri_app;
grant select on  metering_read.hold to jatidiri_app;
grant select on  metering_read.hold to jatidiri_system;
grant select on  metering_read.package to jatidiri_app;
grant select on  metering_read.package to jatidiri_system;
grant select on  metering_read.payment to jatidiri_app;
grant select on  metering_read.payment to jatidiri_system;
grant select on  metering_read.progress to jatidiri_app;
grant select on  metering_read.progress to jatidiri_system;
grant select on  metering_read.statement to jatidiri_app;
grant select on  metering_read.statement to jatidiri_system;
grant select on  metering_read.usage to jatidiri_app;
grant select on  metering_read.usage to jatidiri_system;
grant select on  migration.applied to jatidiri;
grant select on  migration.applied to jatidiri_app;
grant select on  migration.applied to jatidiri_system;
grant select on  office_read.office to jatidiri_app;
grant select on  office_read.office to jatidiri_system;
grant select on  officer_read.officer to jatidiri_app;
grant select on  officer_read.officer to jatidiri_system;
grant select on  officer_read.post to jatidiri_app;
grant select on  officer_read.post to jatidiri_system;
grant select on  partner_read.access_grant to jatidiri_app;
grant select on  partner_read.access_grant to jatidiri_system;
grant select on  partner_read.institution to jatidiri_app;
grant select on  partner_read.institution to jatidiri_system;
grant select on  partner_read.package to jatidiri_app;
grant select on  partner_read.package to jatidiri_system;
grant select on  partner_read.report to jatidiri_app;
grant select on  partner_read.report to jatidiri_system;
grant select on  partner_read.returned to jatidiri_app;
grant select on  partner_read.returned to jatidiri_system;
grant select on  partner_read.standing to jatidiri_app;
grant select on  partner_read.standing to jatidiri_system;
grant select on  partner_read.step to jatidiri_app;
grant select on  partner_read.step to jatidiri_system;
grant select on  portal.report_counted to jatidiri_app;
grant select on  region.boundary to jatidiri_app;
grant select on  region.load to jatidiri_app;
grant select on  region.version to jatidiri_app;
grant select on  region_read.boundary to jatidiri_answer;
grant select on  region_read.boundary to jatidiri_app;
grant select on  region_read.boundary to jatidiri_system;
grant select on  region_read.regency_province to jatidiri_answer;
grant select on  region_read.regency_province to jatidiri_app;
grant select on  region_read.regency_province to jatidiri_system;
grant select on  region_read.version to jatidiri_answer;
grant select on  region_read.version to jatidiri_app;
grant select on  region_read.version to jatidiri_system;
grant select on  resident.erasure to jatidiri_app;
grant select on  resident.import_batch to jatidiri_app;
grant select on  resident_read.act to jatidiri_app;
grant select on  resident_read.act to jatidiri_system;
grant select on  resident_read.import_row to jatidiri_system;
grant select on  resident_read.masked to jatidiri_app;
grant select on  resident_read.masked to jatidiri_system;
grant select on  resident_read.resident to jatidiri_app;
grant select on  resident_read.resident to jatidiri_system;
grant select on  returned_data.batch to jatidiri_system;
grant select on  uniqueness_read.adjudication to jatidiri_app;
grant select on  uniqueness_read.adjudication to jatidiri_system;
grant select on  uniqueness_read.court_search to jatidiri_system;
grant select on  uniqueness_read.search to jatidiri_app;
grant select on  uniqueness_read.search to jatidiri_system;
grant select on  verification.alarm to jatidiri_app;
grant select on  verification.asked_hour to jatidiri_app;
grant select on  verification.call to jatidiri_app;
grant select on  verification.call to jatidiri_system;
grant select on  verification.canary to jatidiri_system;
grant select on  verification.key to jatidiri_system;
grant select on  verification.key_set to jatidiri_system;
grant select on  verification.lock to jatidiri_answer;
grant select on  verification.refused_hour to jatidiri_app;
grant select on  verification.touch to jatidiri_app;
grant select on  verification.touch to jatidiri_system;
grant select on  verification.trial_day to jatidiri_app;
grant select on  verification_read.call to jatidiri_system;
grant select on  verification_read.living_key to jatidiri_system;
grant select on  verification_read.lock to jatidiri_answer;
grant select on  verification_read.purse to jatidiri_system;
grant select on  verification_read.quota_day to jatidiri_system;
grant select on  verification_read.refused_hour to jatidiri_system;
grant select on  verification_read.subject to jatidiri_answer;
grant select on  voter.acceptance to jatidiri_app;
grant select on  voter.acceptance_count to jatidiri_app;
grant select on  voter.commission_key to jatidiri_app;
grant select on  voter.countdown to jatidiri_app;
grant select on  voter.document to jatidiri_app;
grant select on  voter.election to jatidiri_app;
grant select on  voter.import to jatidiri_app;
grant select on  voter.import_fault to jatidiri_app;
grant select on  voter.polling_check to jatidiri_app;
grant select on  voter.returned to jatidiri_app;
grant select on  voter.returned_count to jatidiri_app;
grant select on  voter.source to jatidiri_app;
grant select on  warehouse.release to jatidiri_app;
grant select on  warehouse.snapshot to jatidiri_app;
grant select on  webhook.attempt to jatidiri_app;
grant select on  webhook.delivery to jatidiri_app;
grant select on  webhook.event to jatidiri_app;
grant select on column verification.body (modality) to jatidiri_answer;
grant select on column verification.body (nik) to jatidiri_answer;
grant select on column verification.body (packet_id) to jatidiri_answer;
grant select on column verification.body (position) to jatidiri_answer;
grant select on column verification.body (recorded_at) to jatidiri_answer;
grant select on column verification.body (template) to jatidiri_answer;
grant select on column verification.subject (address) to jatidiri_answer;
grant select on column verification.subject (birth_date) to jatidiri_answer;
grant select on column verification.subject (birth_place) to jatidiri_answer;
grant select on column verification.subject (blood_group) to jatidiri_answer;
grant select on column verification.subject (education) to jatidiri_answer;
grant select on column verification.subject (family_card) to jatidiri_answer;
grant select on column verification.subject (marital_status) to jatidiri_answer;
grant select on column verification.subject (name) to jatidiri_answer;
grant select on column verification.subject (nik) to jatidiri_answer;
grant select on column verification.subject (occupation) to jatidiri_answer;
grant select on column verification.subject (religion) to jatidiri_answer;
grant select on column verification.subject (rt) to jatidiri_answer;
grant select on column verification.subject (rw) to jatidiri_answer;
grant select on column verification.subject (sealed) to jatidiri_answer;
grant select on column verification.subject (sex) to jatidiri_answer;
grant select on column verification.subject (state) to jatidiri_answer;
grant select on column verification.subject (village_code) to jatidiri_answer;
grant select on column voter."extract" (abandoned_at) to jatidiri_app;
grant select on column voter."extract" (bytes) to jatidiri_app;
grant select on column voter."extract" (election_id) to jatidiri_app;
grant select on column voter."extract" (eligible) to jatidiri_app;
grant select on column voter."extract" (entry_id) to jatidiri_app;
grant select on column voter."extract" (excluded) to jatidiri_app;
grant select on column voter."extract" (files) to jatidiri_app;
grant select on column voter."extract" (id) to jatidiri_app;
grant select on column voter."extract" (key_id) to jatidiri_app;
grant select on column voter."extract" (known_at) to jatidiri_app;
grant select on column voter."extract" (made_at) to jatidiri_app;
grant select on column voter."extract" (manifest_sha256) to jatidiri_app;
grant select on column voter."extract" (ordered_at) to jatidiri_app;
grant select on column voter."extract" (ordered_by) to jatidiri_app;
grant select on column voter."extract" (proposal_id) to jatidiri_app;
grant select on column voter."extract" (released_at) to jatidiri_app;
grant select on column voter."extract" (released_by) to jatidiri_app;
grant select on column voter."extract" (root) to jatidiri_app;
grant select on column voter."extract" (state) to jatidiri_app;
grant select, update on  card.figure_change to jatidiri_system;
grant select, update on  ledger.head to jatidiri_system;
grant select, update on  metering.progress to jatidiri_system;
grant select, update on  returned_data.said to jatidiri_system;
grant update on column blank.find (answer) to jatidiri_app;
grant update on column blank.find (answer) to jatidiri_system;
grant update on column blank.find (decided_at) to jatidiri_app;
grant update on column blank.find (decided_at) to jatidiri_system;
grant update on column blank.find (decided_by) to jatidiri_app;
grant update on column blank.find (decided_by) to jatidiri_system;
grant update on column blank.find (movement_id) to jatidiri_app;
grant update on column blank.find (movement_id) to jatidiri_system;
grant update on column blank.find (photo_id) to jatidiri_app;
grant update on column blank.find (photo_id) to jatidiri_system;
grant update on column blank.find (state) to jatidiri_app;
grant update on column blank.find (state) to jatidiri_system;
grant update on column blank.incident (closed_at) to jatidiri_app;
grant update on column blank.incident (closed_at) to jatidiri_system;
grant update on column blank.incident (closed_by) to jatidiri_app;
grant update on column blank.incident (closed_by) to jatidiri_system;
grant update on column blank.incident (closed_on) to jatidiri_app;
grant update on column blank.incident (closed_on) to jatidiri_system;
grant update on column blank.incident (outcome) to jatidiri_app;
grant update on column blank.incident (outcome) to jatidiri_system;
grant update on column blank.incident (police_number) to jatidiri_app;
grant update on column blank.incident (police_number) to jatidiri_system;
grant update on column blank.incident (police_office) to jatidiri_app;
grant update on column blank.incident (police_office) to jatidiri_system;
grant update on column blank.incident (region_code) to jatidiri_app;
grant update on column blank.incident (region_code) to jatidiri_system;
grant update on column blank.incident (serials) to jatidiri_app;
grant update on column blank.incident (serials) to jatidiri_system;
grant update on column blank.incident (state) to jatidiri_app;
grant update on column blank.incident (state) to jatidiri_system;
grant update on column blank.incident (unknown) to jatidiri_app;
grant update on column blank.incident (unknown) to jatidiri_system;
grant update on column blank.request (answer) to jatidiri_app;
grant update on column blank.request (answer) to jatidiri_system;
grant update on column blank.request (ended_at) to jatidiri_app;
grant update on column blank.request (ended_at) to jatidiri_system;
grant update on column blank.request (ended_by) to jatidiri_app;
grant update on column blank.request (ended_by) to jatidiri_system;
grant update on column blank.request (shipment_id) to jatidiri_app;
grant update on column blank.request (shipment_id) to jatidiri_system;
grant update on column blank.request (state) to jatidiri_app;
grant update on column blank.request (state) to jatidiri_system;
grant update on column civil_event.participant (document_id) to jatidiri_app;
grant update on column civil_event.participant (document_id) to jatidiri_system;
grant update on column document.issued (end_reason) to jatidiri_app;
grant update on column document.issued (end_reason) to jatidiri_system;
grant update on column document.issued (ended_at) to jatidiri_app;
grant update on column document.issued (ended_at) to jatidiri_system;
grant update on column document.issued (replaced_by) to jatidiri_app;
grant update on column document.issued (replaced_by) to jatidiri_system;
grant update on column document.issued (state) to jatidiri_app;
grant update on column document.issued (state) to jatidiri_system;
grant update on column dukcapil_ws.credential (ended_at) to jatidiri_app;
grant update on column dukcapil_ws.credential (ended_by) to jatidiri_app;
grant update on column dukcapil_ws.credential (last_used_at) to jatidiri_system;
grant update on column file.stored (erased_at) to jatidiri_system;
grant update on column metering.hold (released_at) to jatidiri_system;
grant update on column metering.low_balance (ended_at) to jatidiri_system;
grant update on column partner.access_grant (end_why) to jatidiri_app;
grant update on column partner.access_grant (end_why) to jatidiri_system;
grant update on column partner.access_grant (ended_at) to jatidiri_app;
grant update on column partner.access_grant (ended_at) to jatidiri_system;
grant update on column partner.access_grant (ended_by) to jatidiri_app;
grant update on column partner.access_grant (ended_by) to jatidiri_system;
grant update on column partner.access_grant (replaced_by) to jatidiri_app;
grant update on column partner.access_grant (replaced_by) to jatidiri_system;
grant update on column partner.appeal (asked_by) to jatidiri_app;
grant update on column partner.appeal (asked_by) to jatidiri_system;
grant update on column partner.appeal (decided_at) to jatidiri_app;
grant update on column partner.appeal (decided_at) to jatidiri_system;
grant update on column partner.appeal (decided_by) to jatidiri_app;
grant update on column partner.appeal (decided_by) to jatidiri_system;
grant update on column partner.appeal (outcome) to jatidiri_app;
grant update on column partner.appeal (outcome) to jatidiri_system;
grant update on column partner.appeal (why) to jatidiri_app;
grant update on column partner.appeal (why) to jatidiri_system;
grant update on column partner.cooperation (since) to jatidiri_app;
grant update on column partner.cooperation (since) to jatidiri_system;
grant update on column partner.cooperation (stage) to jatidiri_app;
grant update on column partner.cooperation (stage) to jatidiri_system;
grant update on column partner.cooperation (steps) to jatidiri_app;
grant update on column partner.cooperation (steps) to jatidiri_system;
grant update on column partner.report (cut_due_at) to jatidiri_app;
grant update on column partner.report (cut_due_at) to jatidiri_system;
grant update on column partner.report (document_id) to jatidiri_app;
grant update on column partner.report (document_id) to jatidiri_system;
grant update on column partner.report (filed_at) to jatidiri_app;
grant update on column partner.report (filed_at) to jatidiri_system;
grant update on column partner.report (filed_by) to jatidiri_app;
grant update on column partner.report (filed_by) to jatidiri_system;
grant update on column partner.report (filed_on) to jatidiri_app;
grant update on column partner.report (filed_on) to jatidiri_system;
grant update on column partner.report (spared_at) to jatidiri_app;
grant update on column partner.report (spared_at) to jatidiri_system;
grant update on column partner.report (spared_by) to jatidiri_app;
grant update on column partner.report (spared_by) to jatidiri_system;
grant update on column partner.report (spared_why) to jatidiri_app;
grant update on column partner.report (spared_why) to jatidiri_system;
grant update on column partner.suspension (lift_asked_by) to jatidiri_app;
grant update on column partner.suspension (lift_asked_by) to jatidiri_system;
grant update on column partner.suspension (lift_why) to jatidiri_app;
grant update on column partner.suspension (lift_why) to jatidiri_system;
grant update on column partner.suspension (lifted_at) to jatidiri_app;
grant update on column partner.suspension (lifted_at) to jatidiri_system;
grant update on column partner.suspension (lifted_by) to jatidiri_app;
grant update on column partner.suspension (lifted_by) to jatidiri_system;
grant update on column partner.suspension (lifted_how) to jatidiri_app;
grant update on column partner.suspension (lifted_how) to jatidiri_system;
grant update on column partner.warning (document_id) to jatidiri_app;
grant update on column partner.warning (document_id) to jatidiri_system;
grant update on column portal.maintenance (ended_at) to jatidiri_app;
grant update on column portal.maintenance (ended_at) to jatidiri_system;
grant update on column portal.maintenance (ended_by) to jatidiri_app;
grant update on column portal.maintenance (ended_by) to jatidiri_system;
grant update on column resident.erasure (key_destroyed_at) to jatidiri_system;
grant update on column returned_data.batch (compared_at) to jatidiri_system;
grant update on column verification.canary (handed_out_at) to jatidiri_app;
grant update on column verification.canary (handed_out_by) to jatidiri_app;
grant update on column verification.canary (retired_at) to jatidiri_app;
grant update on column verification.canary (retired_by) to jatidiri_app;
grant update on column verification.canary (retired_how) to jatidiri_app;
grant update on column verification.canary (retired_why) to jatidiri_app;
grant update on column verification.key (ended_at) to jatidiri_app;
grant update on column verification.key (ended_by) to jatidiri_app;
grant update on column verification.key_set (asked_at) to jatidiri_system;
grant update on column verification.key_set (fault) to jatidiri_system;
grant update on column verification.key_set (fetched_at) to jatidiri_system;
grant update on column verification.key_set (keys) to jatidiri_system;
grant update on column verification.throttle (lift_entry) to jatidiri_app;
grant update on column verification.throttle (lift_reason) to jatidiri_app;
grant update on column verification.throttle (lifted_at) to jatidiri_app;
grant update on column verification.throttle (lifted_by) to jatidiri_app;
grant update on column verification.touch (alarm_id) to jatidiri_system;
grant update on column voter.source (withdrawn_at) to jatidiri_system;
grant update on column voter.source (withdrawn_by) to jatidiri_system;
grant update on column voter.source (withdrawn_why) to jatidiri_system;
grant update on column webhook.delivery (began) to jatidiri_app;
grant update on column webhook.delivery (next_at) to jatidiri_app;
grant update on column webhook.delivery (outcome) to jatidiri_app;
grant update on column webhook.delivery (state) to jatidiri_app;
grant update on column webhook.delivery (status) to jatidiri_app;
grant update on column webhook.endpoint (events) to jatidiri_app;
grant update on column webhook.endpoint (failures) to jatidiri_app;
grant update on column webhook.endpoint (form) to jatidiri_app;
grant update on column webhook.endpoint (old_secret) to jatidiri_app;
grant update on column webhook.endpoint (old_until) to jatidiri_app;
grant update on column webhook.endpoint (rest_until) to jatidiri_app;
grant update on column webhook.endpoint (secret) to jatidiri_app;
grant update on column webhook.endpoint (secret_at) to jatidiri_app;
grant update on column webhook.endpoint (since) to jatidiri_app;
grant update on column webhook.endpoint (state) to jatidiri_app;
grant update on column webhook.endpoint (why) to jatidiri_app;
grant usage on schema application to jatidiri_app;
grant usage on schema application to jatidiri_system;
grant usage on schema application_read to jatidiri_app;
grant usage on schema application_read to jatidiri_system;
grant usage on schema approval to jatidiri_app;
grant usage on schema approval to jatidiri_system;
grant usage on schema blank to jatidiri_app;
grant usage on schema blank to jatidiri_system;
grant usage on schema blank_read to jatidiri_app;
grant usage on schema blank_read to jatidiri_system;
grant usage on schema card to jatidiri_app;
grant usage on schema card to jatidiri_system;
grant usage on schema card_read to jatidiri_app;
grant usage on schema card_read to jatidiri_system;
grant usage on schema citizen to jatidiri_app;
grant usage on schema citizen to jatidiri_system;
grant usage on schema citizen_read to jatidiri_app;
grant usage on schema citizen_read to jatidiri_system;
grant usage on schema civil_event to jatidiri_app;
grant usage on schema civil_event to jatidiri_system;
grant usage on schema civil_event_read to jatidiri_app;
grant usage on schema civil_event_read to jatidiri_system;
grant usage on schema dashboard to jatidiri_app;
grant usage on schema dashboard to jatidiri_system;
grant usage on schema disposal to jatidiri_app;
grant usage on schema disposal to jatidiri_system;
grant usage on schema disposal_read to jatidiri_app;
grant usage on schema disposal_read to jatidiri_system;
grant usage on schema document to jatidiri_app;
grant usage on schema document to jatidiri_system;
grant usage on schema document_read to jatidiri_app;
grant usage on schema document_read to jatidiri_system;
grant usage on schema dukcapil_ws to jatidiri_app;
grant usage on schema dukcapil_ws to jatidiri_system;
grant usage on schema enrolment to jatidiri_app;
grant usage on schema enrolment to jatidiri_system;
grant usage on schema enrolment_read to jatidiri_app;
grant usage on schema enrolment_read to jatidiri_system;
grant usage on schema family to jatidiri_app;
grant usage on schema family to jatidiri_system;
grant usage on schema family_read to jatidiri_app;
grant usage on schema family_read to jatidiri_system;
grant usage on schema file to jatidiri_app;
grant usage on schema file to jatidiri_system;
grant usage on schema idempotency to jatidiri_app;
grant usage on schema idempotency to jatidiri_system;
grant usage on schema job to jatidiri_app;
grant usage on schema job to jatidiri_system;
grant usage on schema kept_count to jatidiri_app;
grant usage on schema kept_count to jatidiri_system;
grant usage on schema ledger to jatidiri_answer;
grant usage on schema ledger to jatidiri_app;
grant usage on schema ledger to jatidiri_system;
grant usage on schema matching to jatidiri_answer;
grant usage on schema matching to jatidiri_app;
grant usage on schema matching to jatidiri_system;
grant usage on schema matching_read to jatidiri_answer;
grant usage on schema matching_read to jatidiri_app;
grant usage on schema matching_read to jatidiri_system;
grant usage on schema metering to jatidiri_app;
grant usage on schema metering to jatidiri_system;
grant usage on schema metering_read to jatidiri_app;
grant usage on schema metering_read to jatidiri_system;
grant usage on schema migration to jatidiri;
grant usage on schema migration to jatidiri_app;
grant usage on schema migration to jatidiri_system;
grant usage on schema office to jatidiri_app;
grant usage on schema office to jatidiri_system;
grant usage on schema office_read to jatidiri_app;
grant usage on schema office_read to jatidiri_system;
grant usage on schema officer to jatidiri_app;
grant usage on schema officer to jatidiri_system;
grant usage on schema officer_read to jatidiri_app;
grant usage on schema officer_read to jatidiri_system;
grant usage on schema partner to jatidiri_app;
grant usage on schema partner to jatidiri_system;
grant usage on schema partner_read to jatidiri_app;
grant usage on schema partner_read to jatidiri_system;
grant usage on schema portal to jatidiri_app;
grant usage on schema portal to jatidiri_system;
grant usage on schema region to jatidiri_app;
grant usage on schema region to jatidiri_system;
grant usage on schema region_read to jatidiri_answer;
grant usage on schema region_read to jatidiri_app;
grant usage on schema region_read to jatidiri_system;
grant usage on schema resident to jatidiri_app;
grant usage on schema resident to jatidiri_system;
grant usage on schema resident_read to jatidiri_answer;
grant usage on schema resident_read to jatidiri_app;
grant usage on schema resident_read to jatidiri_system;
grant usage on schema returned_data to jatidiri_answer;
grant usage on schema returned_data to jatidiri_app;
grant usage on schema returned_data to jatidiri_system;
grant usage on schema returned_data_read to jatidiri_answer;
grant usage on schema returned_data_read to jatidiri_app;
grant usage on schema returned_data_read to jatidiri_system;
grant usage on schema statement to jatidiri_app;
grant usage on schema statement to jatidiri_system;
grant usage on schema uniqueness to jatidiri_app;
grant usage on schema uniqueness to jatidiri_system;
grant usage on schema uniqueness_read to jatidiri_app;
grant usage on schema uniqueness_read to jatidiri_system;
grant usage on schema verification to jatidiri_answer;
grant usage on schema verification to jatidiri_app;
grant usage on schema verification to jatidiri_system;
grant usage on schema verification_read to jatidiri_answer;
grant usage on schema verification_read to jatidiri_app;
grant usage on schema verification_read to jatidiri_system;
grant usage on schema voter to jatidiri_app;
grant usage on schema voter to jatidiri_system;
grant usage on schema warehouse to jatidiri_app;
grant usage on schema warehouse to jatidiri_system;
grant usage on schema webhook to jatidiri_app;
grant usage on schema webhook to jatidiri_system;

-- Comments

comment on application.application is 'One workflow for every service. outcome_id is the event, act or document it led to.';
comment on application.counter is 'The last number given for an office and day.';
comment on application.requirement is 'A document that the service asks for, what was handed in and what the checker said.';
comment on application.step is 'Append-only: every state an application has been in.';
comment on application_read.followed is 'What the applicant may see without signing in; always asked by number and birth date together.';
comment on application_read.of_person is 'For whom an application is and how far it is, without what it says.';
comment on approval.proposal is 'Great acts waiting for, or decided by, a second person';
comment on blank.batch is 'A delivery by the supplier; manifest is the SHA-256 of its list of chip UIDs, uids how many that list has.';
comment on blank.batch_range is 'The serials of a batch: none is delivered twice.';
comment on blank.box is 'A box as it was packed by the supplier: its barcode and the serials that it held then.';
comment on blank.closing is 'Append-only: one store''s balance at the end of a day. disputed lies in open differences; the salt keeps a withheld row from being guessed from its hash.';
comment on blank.closing_day is 'A closed day in WIB: balances as they were known at its end (at), and the Merkle root of its rows, which the entry holds.';
comment on blank.discrepancy is 'A count that was not what it should be: a case with a deadline, ended by an explanation or by blanks declared missing.';
comment on blank.find is 'Missing blanks that a keeper has in hand again. They stay missing in the books until somebody else has decided; words are sealed, as they name who found them.';
comment on blank.holding is 'How many blanks the movements have left in an account; never less than none.';
comment on blank.incident is 'A blank where it should not be. region_code is one level above the store that held it last, so that nobody decides on his own store; words are sealed, as a stranger may have named somebody.';
comment on blank.incident_event is 'Append-only: what was done about an incident, by whom and when; asked_by is who proposed what another has approved.';
comment on blank.keeping is 'Who answered for a store, from when until when; he leaves by a joint blind count only.';
comment on blank.lot is 'Where each serial is now: one serial cannot be in two custodies. incident_id freezes it.';
comment on blank.manifest_line is 'Staging: lines of a list of chip UIDs until they are checked and packed into pages.';
comment on blank.movement is 'Append-only double entry: n blanks left one account (store and state) and entered another. A mistake is taken back by a movement that reverses it.';
comment on blank.movement_serials is 'Which serials a movement moved.';
comment on blank.numbering is 'The last number of each series of papers, given without a gap.';
comment on blank.passage is 'How many blanks ever went from one custodian to another; from none: from the supplier.';
comment on blank.request is 'A store asks for blanks: how many for which need (src/cards/blank/supply/rules.ts). In a shortage the rank of the most urgent need goes first.';
comment on blank.security_hold is 'For so long the stock of a region is not published; that it is held back, and until when, is.';
comment on blank.shipment is 'Blanks on their way, sealed and counted by the sender, in his custody until the receiver, who does not see his count, has counted the same.';
comment on blank.store is 'Where blanks lie: a locked place of an office, answered for by one keeper at a time.';
comment on blank.tally is 'A blind count: whoever counted was not told expected, which the system knew at that moment.';
comment on blank.uid_page is 'Which serial has a chip UID: 11 bytes an entry, 7 of the UID (big-endian), 4 of the serial less the lowest of the run; sorted by UID.';
comment on blank.uid_place is 'On which page of its run each serial stands: 3 bytes a serial in the order of serials, 660 to a block.';
comment on blank.uid_run is 'Deliveries whose lists of chip UIDs are sorted together: the lowest of their serials, and how many.';
comment on blank_read.incident is 'Incidents with blanks, and the number under which the police was told of each.';
comment on blank_read.lot is 'Where each serial is now and in which state.';
comment on blank_read.movement is 'Movements of blanks by where they went: counts, no serials.';
comment on blank_read.store is 'Places where blanks lie.';
comment on card.ask is 'Somebody asked for a code: the same row whether the number exists or not. code and visit are keyed hashes; a day later the row is gone.';
comment on card.card is 'One card: whose, from which blank, in which state since when; replace_since: it must be replaced as these elements have changed.';
comment on card.contact is 'Where messages about somebody''s card go: taken down at a counter or with his application; the newest word counts.';
comment on card.figure_change is 'Append-only: by how much the figures of all days from this one on (WIB) changed by what became known at an instant; folded: it is in figure_day too.';
comment on card.figure_day is 'The changes of each day of knowledge (WIB), summed up: what a job has folded.';
comment on card.guess is 'Wrong second attributes at the public check, by a keyed hash of the card''s number or the asker''s address: each makes the next wait longer.';
comment on card.handover is 'A card came into its holder''s hands, or those of whom he sent with a letter.';
comment on card.import is 'A file of existing cards on its way in: position is the last row whose batch is committed, so a restart counts nothing twice.';
comment on card.import_fault is 'What was wrong in which row of a file; given is never personal.';
comment on card.inspection is 'A print was looked at by another officer than its printer; unseen: it passed with the sample that was looked at.';
comment on card.letter is 'Temporary letters (surat keterangan) to who was recorded and has no card yet; status is that of the recording then.';
comment on card.loss is 'A card reported lost: from afar suspended at once and to be lifted by its holder until lift_until, final at the counter.';
comment on card.release is 'A supervisor lets a card be handed over by another officer without finger or face, and says why.';
comment on card.request is 'Somebody waits for a card: made once it is printed, waiting again when that failed, done when it was handed over.';
comment on card.request_counter is 'The last number given for a regency and day.';
comment on card.step is 'Append-only: every state of a card, who brought it there and why. cause: damaged, superseded, died, ... (rules.ts).';
comment on card.verification is 'Whoever came for a card was compared one to one with its holder''s recording; the figure itself is not kept, only its strength in words.';
comment on card_read.card is 'Cards with their holder, blank and state.';
comment on card_read.letter is 'Temporary letters (surat keterangan): to whom, by number, from when until when.';
comment on card_read.request is 'Who waits for a card, for forecasts of blanks and for figures.';
comment on card_read.step is 'Every state that a card has had.';
comment on citizen.account is 'Who has used a code of the office, and how he signs in since: a password (argon2id), or codes to the contact that the cards room keeps.';
comment on citizen.ask is 'Somebody asked for a code by message: the same row whether the number exists or not; a day later it is gone.';
comment on citizen.assistance is 'One presence at one counter, for one officer and a quarter of an hour; what was done in it stands in the log.';
comment on citizen.authority is 'By papers: one officer enters them, another confirms (begun_at). Whether it is in force follows from it and from both people (src/sharing/citizen/representation/rules.ts); the term, the 17th birthday, a marriage and a death need no act.';
comment on citizen.dispute is 'state and steps are what its steps give. answered_at: when nobody had to wait for the institution any more.';
comment on citizen.dispute_step is 'Append-only: who did what, when. kind: src/sharing/citizen/dispute/rules.ts.';
comment on citizen.exclusion is 'Who may not act for whom, whatever the register says; a later court decision, entered as an authority, ends it.';
comment on citizen.numbering is 'The last number of each series, given without a gap.';
comment on citizen.office_code is 'Codes that officers gave to people at the counter; code is a keyed hash, good once, the newest alone.';
comment on citizen.right_request is 'Answered once: the answer columns are filled by one act and never change. kind, clocks and exceptions: src/sharing/citizen/right/rules.ts.';
comment on citizen.session is 'True time: who stays signed in, for how long, and by what proof he came.';
comment on citizen_read.unanswered is 'One row a dispute. At an instant T a dispute is unanswered if due_at <= T and it was not answered by T.';
comment on civil_event.certificate_counter is 'The last number given under a prefix: regency, kind of deed and day of recording (3175-LU-11122018).';
comment on civil_event.event is 'Events with their own details by kind; an event is undone by another event, never deleted. pending is a move between two offices.';
comment on civil_event.move is 'A move between regencies: one case in two offices. While underway the people are counted once, at the place they left.';
comment on civil_event.participant is 'Whom an event is about: child, mother, father, deceased, husband, wife, mover, ...; position 1 is the person it is filed under.';
comment on civil_event_read.event is 'Events person by person.';
comment on civil_event_read.happening is 'Events that took effect, each once; undone_at says when one was taken back.';
comment on civil_event_read.underway is 'People between two regencies; they are counted where they left.';
comment on column application.application.details is 'In clear, from before they were sealed; the room seals them at the next write or by a job at night, whichever is first. SQL cannot: the database holds no key.';
comment on column application.application.sealed is 'The kind''s own fields as its schema has them, sealed under the class key application.details; the vault''s place is this table, the id and this column.';
comment on column blank.batch.uid_run is 'Where its list of chip UIDs stands, once it is here.';
comment on column blank.discrepancy.movement_id is 'By which its blanks were declared missing.';
comment on column blank.incident.unknown is 'Serials and UIDs that were told and that no delivery holds: misread, or forged.';
comment on column blank.keeping.number is 'Of the minutes (Berita Acara Serah Terima) with which the store came to this keeper; none for the first one.';
comment on column card.card.bound_for is 'The office to which it is on its way.';
comment on column card.card.serial is 'The blank; unknown for some cards of the years before, which came in by table.';
comment on column card.card.stranded is 'It ended at an office or on its way to one: nobody ever got it, and the office that has it takes it in.';
comment on column card.loss.closed_at is 'Its hours were over: lifted at a counter alone from then on, with the card shown. Final is a loss only at the counter (final_at).';
comment on column card.request.number is 'What the person is told at the counter; of an application its own number. Requests before it have none.';
comment on column card.staging.verdict is 'null: a new card; same: it is here already; else the code why it is refused.';
comment on column citizen.session.acting_for is 'Whose data the person looks at now; whether he may is asked at every request. Null: his own.';
comment on column citizen_read.unanswered.answered_at is 'When it came, or nobody waited any more; null while somebody waits';
comment on column citizen_read.unanswered.due_at is 'Until when the answer must be there: 3 x 24 hours';
comment on column citizen_read.unanswered.institution_id is 'Who must answer';
comment on column citizen_read.unanswered.opened_at is 'When the person said that it was not his doing';
comment on column citizen_read.unanswered.state is 'Where the case stands now; UPHELD: the ministry found against the institution';
comment on column civil_event.event.act_id is 'The act on residents that the event led to; null where it changed no resident.';
comment on column civil_event.event.days_late is 'Days after the deadline of the law; a late report is noted, never refused.';
comment on column civil_event.event.family is 'Seats in family cards before and after, and addresses that cards had before: what undoing restores.';
comment on column civil_event.move.destination is 'The address that the movers gave when they left; the office of arrival may put it right.';
comment on column civil_event.move.seats is 'The relation of each mover in the card of arrival.';
comment on column civil_event.participant.document_id is 'The excerpt or letter printed for this participant; the last one, where it was printed again.';
comment on column dashboard.count.part is 'Empty: the whole; else a part of it: a year, a stage, a wait';
comment on column dashboard.count.region is 'By the map of that day: two or four digits, empty for the nation';
comment on column dashboard.count.withheld is 'Why nobody outside the region''s own offices sees it: so few people, or the one beside which they could be reckoned';
comment on column dashboard.counting.months is 'Whether the ends of the months before were counted again with it';
comment on column disposal.dispatch.tally_id is 'The count that ended this way; empty again when a bag that differed is to be counted once more.';
comment on column disposal.piece.contradiction is 'Why it cannot be what it says: the records hold its card as destroyed, or taken in before. It is kept and in no bag until somebody else has released it.';
comment on column disposal_read.bag.n is 'Pieces that were sealed in; null while it is open';
comment on column disposal_read.bag.state is '1 open 2 sealed 3 differs 4 confirmed 5 stored 6 sent 7 planned 8 destroyed';
comment on column disposal_read.plan.recounted is 'Drawn bags whose count agreed';
comment on column disposal_read.plan.seals is 'Bags whose seal was read and agreed';
comment on column disposal_read.plan.state is 'proposed, approved, begun, stopped, done or cancelled';
comment on column document.issued.content_hash is 'First 16 bytes of the salted hash of what stands on the paper; also in its QR code.';
comment on column document.issued.log_size is 'Size and root (log_root) of the ledger printed in the QR code: the paper is a witness.';
comment on column document.issued.number is 'As printed: family card number, deed number, letter number.';
comment on column document.issued.sha256 is 'Of the PDF.';
comment on column document_read.issued.nik is 'Whose paper: the subject, for a family card the head of family.';
comment on column document_read.issued.state is 'valid, replaced or cancelled';
comment on column dukcapil_ws.credential.last_used_at is 'To the minute, written by the answering processes now and then.';
comment on column enrolment.intake.clock_off_ms is 'The station''s clock against ours at its worst announcement of this packet.';
comment on column enrolment.intake.nik is 'Of a quarantined packet: who was recorded, as the sealed part says.';
comment on column enrolment.intake.office_id is 'The station''s office when the packet was announced.';
comment on column enrolment.intake.said is 'What the sentence of a refusal names: which item, which limit.';
comment on column enrolment.packet.content is 'SHA-256 over the checksums of all that was recorded: the same capture under another packet''s name is a replay.';
comment on column enrolment.packet.office_id is 'The office that recorded: out-of-domicile recording is allowed.';
comment on column enrolment.recording.version is 'The packet''s step by which he came to count.';
comment on column enrolment.staging.verdict is 'null: a new recording; same: it is here already; else the code why it is refused.';
comment on column file.stored.address is 'SHA-256 of the sealed bytes, their name in the file store.';
comment on column file.stored.byte_count is 'Of the plain content.';
comment on column file.stored.erased_at is 'The person was erased: from now on the file is refused, also before its key is destroyed.';
comment on column file.stored.village_code is 'Where the person lives now; follows moves, so that the office of arrival sees the files.';
comment on column ledger.access.detail is 'What exactly was looked at, where the entry concerns several people differently.';
comment on column ledger.pending.body is 'Canonical JSON; no personal data.';
comment on column matching.matching.columns is 'Field to header, as the file was read';
comment on column matching.matching.covered is 'Whether the grant''s package covers its rows; decided when it was handed in';
comment on column matching.matching.given_columns is 'Field to header, as the partner named them; what it left out is found by synonyms';
comment on column matching.matching.in_sequence is 'Mismatches of a place and birthday of which another mismatch stood in the file';
comment on column matching.matching.incomplete is 'Compared rows in which a column was empty';
comment on column matching.matching.last_row is 'The last row whose batch is committed; the header is row 1';
comment on column matching.matching.most_of_one is 'The most mismatches about one number';
comment on column matching_read.package.at is 'When its result was given, by the house''s clock';
comment on column matching_read.package.complete is 'Every compared row had every element that the file has a column for';
comment on column matching_read.package.entry is 'The ledger entry of the comparison';
comment on column matching_read.package.grant_id is 'Under which grant it was compared';
comment on column matching_read.package.institution_id is 'Whose it is';
comment on column matching_read.package.matching_id is 'The file';
comment on column matching_read.package.purpose is 'For which of the law''s five purposes';
comment on column matching_read.package.reference is 'The partner''s own number of it';
comment on column matching_read.package.rows is 'Rows that were compared; those that were refused are not counted';
comment on column matching_read.package.unit is 'The unit that asked, in the institution''s own words';
comment on column matching_read.package_used.grant_id is 'The grant';
comment on column matching_read.package_used.institution_id is 'Whose it is';
comment on column matching_read.package_used.rows is 'Rows of its files that the package covers; of those that still run, as many as were named';
comment on column metering.statement.files is 'Files that were charged as packages; none of them is among calls and questions.';
comment on column metering_read.hold.amount is 'Whole rupiah that it may cost at most';
comment on column metering_read.hold.held_at is 'Since when';
comment on column metering_read.hold.institution_id is 'Whose it is';
comment on column metering_read.hold.matching_id is 'The file';
comment on column metering_read.package.amount is 'Whole rupiah; 0 for who pays nothing';
comment on column metering_read.package.at is 'When its result was given, by the house''s clock';
comment on column metering_read.package.complete is 'Every compared row had every element that the file has a column for';
comment on column metering_read.package.day is 'That day, in WIB';
comment on column metering_read.package.entry is 'The ledger entry of the comparison';
comment on column metering_read.package.institution_id is 'Whose it is';
comment on column metering_read.package.matching_id is 'The file';
comment on column metering_read.package.reference is 'The institution''s own number of it';
comment on column metering_read.package.rows is 'Rows that were compared';
comment on column metering_read.payment.amount is 'Whole rupiah';
comment on column metering_read.payment.entered_at is 'The instant from which it counts';
comment on column metering_read.payment.institution_id is 'Who paid';
comment on column metering_read.payment.paid_on is 'The day on the treasury''s receipt';
comment on column metering_read.payment.payment_id is 'The payment';
comment on column metering_read.payment.reversed_at is 'The instant from which it no longer counts; null where it does';
comment on column metering_read.progress.closed_until is 'Days up to this one are final';
comment on column metering_read.progress.counted_at is 'When the days after it were counted last';
comment on column metering_read.progress.month_closed is 'Statements up to this month are written';
comment on column metering_read.statement.charged is 'Charged within it';
comment on column metering_read.statement.closing is 'What is left after it';
comment on column metering_read.statement.files is 'Files that were charged as packages';
comment on column metering_read.statement.institution_id is 'Whose';
comment on column metering_read.statement.lines is 'Lines behind it';
comment on column metering_read.statement.month is 'The month, 2018-11';
comment on column metering_read.statement.opening is 'What was left before it, in whole rupiah';
comment on column metering_read.statement.paid is 'Paid within it';
comment on column metering_read.statement.questions is 'Questions that were charged';
comment on column metering_read.statement.reversed is 'Of what was paid then or before, taken back within it';
comment on column metering_read.statement.root is 'The root of the tree over its lines (RFC 9162)';
comment on column metering_read.statement.statement_id is 'The statement';
comment on column metering_read.usage.amount is 'What they cost together';
comment on column metering_read.usage.calls is 'Answered calls, each one ledger entry';
comment on column metering_read.usage.day is 'A day of WIB; the present one is counted until it is over';
comment on column metering_read.usage.institution_id is 'The institution';
comment on column metering_read.usage.matched is 'Of these, matched in every field';
comment on column metering_read.usage.method is 'nik, finger or face';
comment on column metering_read.usage.mismatched is 'Matched in none';
comment on column metering_read.usage.partial is 'Matched in some';
comment on column metering_read.usage.price is 'Whole rupiah a question; 0 for who pays nothing';
comment on column metering_read.usage.questions is 'Questions answered in them';
comment on column office_read.office.closed_on is 'Last day, null while open';
comment on column office_read.office.high is 'Last village code of the region';
comment on column office_read.office.id is 'Identifier';
comment on column office_read.office.kind is 'Kind of office (ditjen, provincial, regency, ...)';
comment on column office_read.office.low is 'First village code of the region';
comment on column office_read.office.name is 'Name';
comment on column office_read.office.opened_on is 'First day';
comment on column office_read.office.parent_id is 'Office above it';
comment on column office_read.office.region_code is 'Region it answers for: empty is the nation, null is abroad';
comment on column office_read.office.zone is 'IANA zone in which its day begins and ends';
comment on column officer_read.officer.id is 'Identifier';
comment on column officer_read.officer.name is 'Name';
comment on column officer_read.officer.pseudonym is 'What the ledger calls the officer';
comment on column officer_read.officer.state is 'invited, active, disabled or retired';
comment on column officer_read.officer.username is 'Name at sign-in';
comment on column officer_read.post.from_on is 'First day';
comment on column officer_read.post.id is 'Identifier';
comment on column officer_read.post.office_id is 'Office';
comment on column officer_read.post.officer_id is 'Officer';
comment on column officer_read.post.role is 'Role';
comment on column officer_read.post.until_on is 'Last day, null while it lasts';
comment on column partner.access_grant.elements is 'A list of {element, method}.';
comment on column partner.access_grant.package_rows is 'How many rows of files may be matched under this grant without another decision, all files together; null: none.';
comment on column partner.access_grant.region_code is 'Whose people it may ask about: null is the nation, else the residents of this region.';
comment on column partner.access_grant.tells is 'What an answer may tell apart; all else looks like a mismatch.';
comment on column partner.appeal.document_id is 'The institution''s own letter, where it filed one.';
comment on column partner.document.contents is 'Of a request and a PKS: purposes, elements with methods, the way of asking, data to give back, term.';
comment on column partner.document.file_id is 'The stored file; null with paper_id null where only the hash was entered and the paper lies in an archive.';
comment on column partner.document.paper_id is 'A paper that this system printed itself.';
comment on column partner.institution.mail is 'Where its letters go; an address of the institution, not of a person.';
comment on column partner.institution.region_code is 'Null: central. A regional one asks about the people of its region only.';
comment on column partner.institution.supervisor_id is 'The body whose MoU and recommendation carry it, where it has no MoU of its own.';
comment on column partner.step.occurred_on is 'The day on which it came about; it never goes back within a cooperation.';
comment on column partner.suspension.at_once is 'Stopped by one officer alone, for a time; what two decide afterwards takes its place.';
comment on column partner.suspension.substitute is 'Who serves instead, where the institution is of health, disaster relief or elections.';
comment on column partner_read.access_grant.daily_quota is 'How many questions a day';
comment on column partner_read.access_grant.ended_at is 'Ended before its time';
comment on column partner_read.access_grant.grant_id is 'The grant';
comment on column partner_read.access_grant.institution_id is 'To whom';
comment on column partner_read.access_grant.purpose is 'For which of the law''s five purposes';
comment on column partner_read.access_grant.valid_from is 'The first instant';
comment on column partner_read.access_grant.valid_until is 'The first instant after it';
comment on column partner_read.institution.institution_id is 'The institution';
comment on column partner_read.institution.kind is 'Its kind, which says whether it pays (src/sharing/partner/rules.ts)';
comment on column partner_read.institution.mail is 'Where its letters go';
comment on column partner_read.institution.name is 'Its name';
comment on column partner_read.institution.region_code is 'Null: central; else the region whose people alone it may ask about';
comment on column partner_read.institution.sector is 'What its service is about';
comment on column partner_read.institution.state is 'active or closed';
comment on column partner_read.package.grant_id is 'The grant';
comment on column partner_read.package.package_rows is 'Rows of all its files together; null: each file needs a decision';
comment on column partner_read.report.cooperation_id is 'Who owes it';
comment on column partner_read.report.cut_due_at is 'From then on the clock proposes to cut off whoever owes it';
comment on column partner_read.report.due_on is 'The last day on which it is in time';
comment on column partner_read.report.filed_on is 'The day on which it came; null while it is owed';
comment on column partner_read.report.report_id is 'The report';
comment on column partner_read.report.semester is 'The semester, 2018-1 or 2018-2';
comment on column partner_read.report.spared_at is 'An officer has taken that proposal back';
comment on column partner_read.report.warnings is 'Written warnings so far';
comment on column partner_read.returned.agreement_id is 'The PKS in its latest version';
comment on column partner_read.returned.cooperation_id is 'Its pass through the ladder';
comment on column partner_read.returned.elements is 'Names of elements; none where nothing comes back person by person';
comment on column partner_read.returned.institution_id is 'The institution';
comment on column partner_read.standing.connected_on is 'The day on which it was connected first; null until then';
comment on column partner_read.standing.cooperation_id is 'The pass through the ladder';
comment on column partner_read.standing.grants is 'All that was ever granted to it, ended or not: id, agreementId, purpose, elements, threshold, dailyQuota, hoursFrom, hoursUntil (minutes of the day in WIB), networks, region, dpop, signed, tells, from, until, endedAt';
comment on column partner_read.standing.institution is 'Its name';
comment on column partner_read.standing.institution_id is 'The institution';
comment on column partner_read.standing.institution_region is 'Null: central; else the region whose people alone it may ask about';
comment on column partner_read.standing.kind is 'Its kind, which says whether it pays (src/sharing/partner/rules.ts)';
comment on column partner_read.standing.number is 'Its number';
comment on column partner_read.standing.sector is 'What its service is about';
comment on column partner_read.standing.stage is 'What it has reached';
comment on column partner_read.standing.suspended is 'A suspension was decided and has not been lifted; its own end may have passed';
comment on column partner_read.standing.suspensions is 'Suspensions that were not lifted: id, cause, from, until, liftedAt, the earliest first';
comment on column partner_read.standing.terms is 'Spans that the versions of the PKS cover: documentId, from, until (the first instant after it)';
comment on column partner_read.step.cooperation_id is 'The pass through the ladder';
comment on column partner_read.step.n is 'Its place among the steps of the pass, from 1';
comment on column partner_read.step.occurred_on is 'The day on which it came about';
comment on column partner_read.step.present_since is 'The day on which it reached that';
comment on column partner_read.step.present_stage is 'What the pass has reached now';
comment on column partner_read.step.recorded_at is 'The instant at which it was entered';
comment on column partner_read.step.stage is 'What was reached, or come back to';
comment on column partner_read.step.step_id is 'The step';
comment on column partner_read.step.takes_back is 'The step that this one takes back; neither of the two counts';
comment on column portal.person.totp is 'The secret of his code application (RFC 6238), sealed; null: codes come by message. totp_pending: shown, not yet confirmed.';
comment on column portal.person.totp_step is 'The last step whose code was used: none comes twice.';
comment on column region.boundary.outline is 'SVG path in hundredths of a degree, east of 94 degrees and south of 7 degrees north; none for a map imported before there were any.';
comment on column region.version.code is 'Kemendagri code without dots: 2 digits province, 4 regency or city, 6 district, 10 village.';
comment on column region.version.derived is 'The code is concluded from the present one; no list of its time was read.';
comment on column region.version.level is '1 province, 2 regency or city, 3 district, 4 village.';
comment on column region.version.predecessor is 'Code of the same place before (the same code after a change of name).';
comment on column region.version.search_name is 'Bare name in capitals, then other words by which it is found.';
comment on column region.version.valid_from is '0001-01-01 where no list says since when.';
comment on column region.version.valid_to is 'The first day on which it was no more; null while it is.';
comment on column region_read.regency_province.regency_code is 'The first four digits of a village code, of today or of former days.';
comment on column region_read.version.level is '1 province, 2 regency or city, 3 district, 4 village.';
comment on column resident.erasure.files is 'How many files the key opened.';
comment on column resident.identity_case.other_nik is 'Of a likely duplicate: the record that an import brought; nik is the one that was there before.';
comment on column resident.identity_case.other_village is 'Where other_nik lived when the case was opened.';
comment on column resident.import.ran_from is 'When the present run over the file (a check, or its application) began, in true time.';
comment on column resident.import.ran_until is 'When the present run ended, in true time.';
comment on column resident.import.region is 'The region in whose villages the officer may import; empty for the nation.';
comment on column resident.import.share is 'How much of the file is read, 0 to 1, where its length is known.';
comment on column resident.import.started_on is 'The day of registration of everybody whom the file brings, also when it is resumed later.';
comment on column resident.resident.name_key is 'Indonesian phonetic key of the whole name; searches start from equality on it (only leakproof operators use indexes under policies)';
comment on column resident.resident.permit is '1 ITAS (limited stay), 2 ITAP (permanent stay); null for citizens';
comment on column resident.resident.state is '1 HIDUP, 2 MENINGGAL, 3 PINDAH_LUAR_NEGERI, 4 LEPAS_WNI, 5 GANDA, 6 NONAKTIF, 7 BATAL (its birth was undone)';
comment on column resident.staging.verdict is 'null: a new resident; twin: the NIK came before in the file with another person; same, update, moved, case, refuse: the register has the NIK.';
comment on column returned_data.said.differing is 'The elements that the register says otherwise';
comment on column statement.reading.took_ms is 'What the reading cost; decides for how long it is shown.';
comment on column statement.reading.what is 'figures, provinces; past INSTANT: figures as known then; regencies CODE [INSTANT]: one indicator by regency';
comment on column uniqueness.adjudication.kept is 'Whose record stays, while the two are merged. Where the later one stays, its recording stays and the earlier one is the duplicate.';
comment on column uniqueness.court_search.gone_at is 'The order had ended before it could be searched.';
comment on column uniqueness.search.fault is 'Why the engine failed the last time; it is tried again, not before retry_at (true time).';
comment on column uniqueness_read.court_search.ends_on is 'The last day of the order';
comment on column uniqueness_read.court_search.search_id is 'The search';
comment on column verification.alarm.owner_id is 'Whose invented person was asked about.';
comment on column verification.call.method is 'By which the questions were answered, for the tariff; one a call.';
comment on column verification.call.price is 'What each question of the call costs in whole rupiah, as it was taken from the balance when it was asked; 0 for who pays nothing.';
comment on column verification.lock.until is 'Null: until the person lifts it.';
comment on column verification.throttle.figures is 'The hour that was unusual beside what is usual: {now, usual}. Null where a person holds the pace.';
comment on column verification.throttle.held_by is 'The officer who holds the pace longer than its signal would.';
comment on column verification_read.call.at is 'When, by the house''s clock';
comment on column verification_read.call.entry is 'The ledger entry that answers it';
comment on column verification_read.call.grant_id is 'Under which grant';
comment on column verification_read.call.institution_id is 'Who asked';
comment on column verification_read.call.matched is 'Of these, matched in every field';
comment on column verification_read.call.method is 'nik, finger or face';
comment on column verification_read.call.mismatched is 'Matched in none';
comment on column verification_read.call.partial is 'Matched in some';
comment on column verification_read.call.price is 'What each question costs in whole rupiah';
comment on column verification_read.call.questions is 'How many questions were answered';
comment on column verification_read.call.refs is 'The institution''s own numbers of the questions that were answered, one a question';
comment on column verification_read.call.unit is 'The unit that asked, in the institution''s own words';
comment on column verification_read.living_key.added_at is 'When it was handed in';
comment on column verification_read.living_key.institution_id is 'Whose';
comment on column verification_read.living_key.key_id is 'The key';
comment on column verification_read.living_key.kid is 'Its name';
comment on column verification_read.lock.kind is 'A bit (src/sharing/verification/lock/rules.ts)';
comment on column verification_read.lock.nik is 'The person';
comment on column verification_read.lock.until is 'Null: until the person lifts it';
comment on column verification_read.purse.institution_id is 'The institution';
comment on column verification_read.purse.left_over is 'What no process has taken';
comment on column verification_read.purse.taken is 'What processes have taken for days that are not settled, used or not';
comment on column verification_read.quota_day.day is 'A day of WIB';
comment on column verification_read.quota_day.grant_id is 'The grant';
comment on column verification_read.quota_day.taken is 'Questions; a process may hold a few that it will give back';
comment on column verification_read.refused_hour.code is 'The code of the refusal';
comment on column verification_read.refused_hour.hour is 'The hour, by the house''s clock';
comment on column verification_read.refused_hour.institution_id is 'Who asked';
comment on column verification_read.refused_hour.n is 'How often';
comment on column verification_read.subject.address is 'Address';
comment on column verification_read.subject.birth_date is 'Day of birth';
comment on column verification_read.subject.birth_place is 'Place of birth';
comment on column verification_read.subject.blood_group is 'Code of the blood group';
comment on column verification_read.subject.education is 'Code of the education';
comment on column verification_read.subject.family_card is 'KK';
comment on column verification_read.subject.marital_status is 'Code of the marital status';
comment on column verification_read.subject.name is 'Name';
comment on column verification_read.subject.nik is 'NIK';
comment on column verification_read.subject.occupation is 'Code of the occupation';
comment on column verification_read.subject.religion is 'Code of the religion';
comment on column verification_read.subject.rt is 'RT';
comment on column verification_read.subject.rw is 'RW';
comment on column verification_read.subject.sealed is 'Protected elements as they are sealed';
comment on column verification_read.subject.sex is 'Code of the sex';
comment on column verification_read.subject.state is 'State of the record; 0: erased';
comment on column verification_read.subject.village_code is 'Where he lives';
comment on column voter."extract".entry_id is 'The entry with which it was released, with its root';
comment on column voter."extract".excluded is 'How many do not vote, by reason; several may hold of one person';
comment on column voter."extract".files is 'What the manifest says of each file: path, kind, rows, bytes, hashes';
comment on column voter."extract".known_at is 'What the register knew then is in it, nothing later';
comment on column voter."extract".sealed_key is 'The key of the files, sealed to the commission (HPKE): nobody else opens it';
comment on column voter.acceptance.signed_by is 'The office that signed; not a person''s name';
comment on column voter.commission_key.thumbprint is 'SHA-256 of the 32 bytes, for people to compare';
comment on column voter.countdown.printed is 'Cards that offices of the regency printed in the thirty days before';
comment on column voter.countdown.recorded is 'Recorded, and no card of theirs is printed';
comment on column voter.countdown.regency is 'As in the records; voters at missions stand under none';
comment on column voter.countdown.unrecorded is 'Eligible and not recorded';
comment on column voter.countdown.waiting is 'A card lies ready for them or is on its way';
comment on column voter.election.area is 'Codes of provinces or regencies on the map of the voting day; none: the nation.';
comment on column voter.election.cutoff is 'Who lived where at the end of this day votes there.';
comment on column voter.extract_village.leaves is 'Thirty-two bytes each, in the order of niks';
comment on column voter.extract_village.niks is 'Eight bytes each, big-endian, ascending';
comment on column voter.extract_village.place is 'Code of the village at the cut-off, ten digits; or the mission at which they vote';
comment on column voter.extract_village.position is 'Its place among the villages, from 0: the leaf that it is of the root';
comment on column voter.polling_check.checked_at is 'As the device said where it was without a network';
comment on column voter.polling_check.village_code is 'Where the officer was asked from';
comment on column voter.returned.hidden is 'Rows whose number was hidden in part';
comment on column voter.returned.nth is 'DPTHP-2 is the second; 0 where the kind is not numbered';
comment on column voter.returned.position is 'The last row whose batch is committed; the header is row 1, so a restart counts nothing twice';
comment on column voter.returned.seed_root is 'The log''s root when the first sample was drawn, with the entry of the matching in it: nobody could choose it';
comment on column voter.returned_absent.reason is 'By its place in ABSENCES, from 0';
comment on column voter.returned_finding.place is 'The row''s place in the order in which the root draws';
comment on column voter.returned_given.shown is 'The digits of the number that are shown; the last ones may be hidden';
comment on column voter.returned_row.first_row is 'Of a row that is in the list twice: the first one';
comment on column voter.returned_row.lives is 'The village in which the register has him vote';
comment on column voter.returned_row.nik is 'Whom of the register the row means, where that is known';
comment on column voter.returned_row.regency is 'Four digits: where the list has the row, else where the person votes; empty where nobody knows';
comment on column voter.returned_row.verdict is 'By its place in VERDICTS, from 0';
comment on column voter.source.body is 'The service, the court or the mission';
comment on column voter.source.kind is '1 military, 2 police, 3 deprived of the vote by a court, 4 registered with a mission abroad';
comment on column voter.source.until is 'The last day on which it holds; null: until something else is said';
comment on column voter.source.withdrawn_by is 'Null where a newer list says it otherwise';
comment on column voter.staging.verdict is 'null: new; same: it is here already; else the code why it is refused.';
comment on column webhook.endpoint.failures is 'Calls that failed since the last that did not: of those that have some only a few are called at once.';
comment on column webhook.endpoint.form is 'The form by which the newest secret was made: sent once more within ten minutes it shows the same secret and makes none.';
comment on dashboard.count is 'Numbers, nobody''s data. What is not here is nought. A day that is counted again is what it was counted last.';
comment on dashboard.counting is 'When each day was counted; the last is what dashboards show.';
comment on disposal.bag is 'A sealed bag: root is the Merkle root over its pieces in order; office_id has it in custody.';
comment on disposal.difference is 'A bag that was not what its label says: a case with a deadline, decided by somebody who neither sealed nor counted it.';
comment on disposal.dispatch is 'A bag on its way to another office, in the sender''s custody until the receiver has counted it.';
comment on disposal.evidence is 'Photos and signatures of the day, by their hash; the files are kept in the store of files.';
comment on disposal.found is 'Cards found outside any custody; reconciled is the number on which all counts were brought, with the explanation of each difference.';
comment on disposal.found_card is 'One card of the list as it lay there, and what the records said of it when the list came in.';
comment on disposal.found_count is 'One counter''s count with its parts ([{kind, n}], which add up to n). Counts stand beside one another; none is corrected by another.';
comment on disposal.found_custody is 'The chain of custody of what was found: from each to the next, with its instant.';
comment on disposal.hold is 'Held as evidence (barang bukti): while one is not lifted, its bag is not destroyed. until_on is when the ground is to be looked at again.';
comment on disposal.intake is 'One taking in, of one piece or of a list.';
comment on disposal.numbering is 'The last number of each series of bags and papers, given without a gap.';
comment on disposal.piece is 'A damaged or invalid card, or a spoiled blank, that an office has taken in; card_id where the card is known.';
comment on disposal.plan is 'A destruction: proposed by one, approved from another unit, carried out by two and witnesses. root is the Merkle root over its bags in order.';
comment on disposal.plan_bag is 'A bag of a plan: its seal as it was read on the day, and its count where the draw fell on it.';
comment on disposal.report is 'What an office has told the ministry: a destruction with its minutes, or that there was nothing to destroy.';
comment on disposal.tally is 'A blind count of a bag: whoever counted was told neither its number of pieces nor its seal; seal is the one that it bore then.';
comment on disposal.witness is 'Who saw it: outside is somebody who is not of the office.';
comment on disposal_read.bag is 'Bags, with who sealed and who recounted each.';
comment on disposal_read.found is 'Finds of cards.';
comment on disposal_read.found_count is 'Counts of what was found, each by its counter.';
comment on disposal_read.found_year is 'Listed cards of each find by the year in which they were printed.';
comment on disposal_read.piece is 'Pieces taken in, with the bag that holds them.';
comment on disposal_read.plan is 'Destructions: who proposed, approved, began and ended each, and what was checked on the day.';
comment on disposal_read.report is 'What offices have reported to the ministry about destructions.';
comment on document.issued is 'Papers issued: family cards (by the head of family), excerpts of deeds, letters. A paper is never deleted; it is replaced or cancelled.';
comment on document_read.issued is 'Papers issued, without their proofs; under the reader''s own policies.';
comment on dukcapil_ws.credential is 'A user id and password under one grant, for a client that was written for the web service of before: at most two at once, so that one follows the other. It ends with its grant, whatever stands here.';
comment on enrolment.appointment is 'A day and a number in a queue, at an office or where a mobile team stops.';
comment on enrolment.import is 'A file of existing recordings on its way in: position is the last row whose batch is committed, so a restart counts nothing twice.';
comment on enrolment.import_fault is 'What was wrong in which row of a file; given is masked where it is personal.';
comment on enrolment.intake is 'Packets as they arrive, in resumable pieces. Quarantined ones wait for a person''s decision; a refused one says why, in codes of refusals or reasons.';
comment on enrolment.item is 'One face, finger, iris or signature of a packet: template, picture, or the reason why there is none, which a supervisor approves. modality 1 face, 2 finger (position 1..10 of ISO/IEC 19794-2), 3 iris (1 right, 2 left), 4 signature; position 0 for what one has once.';
comment on enrolment.packet is 'One recording of one person. status is a number of status.ts (domain 4.1); village_code is where the person lives, captured_at what the station said, received_at what we saw.';
comment on enrolment.packet_step is 'Append-only: every status a packet has had. at is when it happened (of a capture: as the station said), occurred_on its day at the place, recorded_at when we heard of it: all by the house''s clock, so that figures can be made again by either. True time stands in the entry.';
comment on enrolment.piece is 'Where the pieces of a packet lie until it is taken or refused: sealed to the centre, as they came. Gone with the decision.';
comment on enrolment.recording is 'Who counts as recorded, from which day and known since when: the numerator of coverage, which can be made again for any day. A recording that comes back (an objection was granted) is a row of its own; whoever has any that has not ended is recorded.';
comment on enrolment.station is 'Recording stations: a browser or device whose Ed25519 key signs its packets. A revoked one stays known, so that what it captured before can be judged.';
comment on enrolment.station_code is 'Codes with which a station enrols itself, once; only their SHA-256 is kept.';
comment on enrolment.team_visit is 'A mobile team''s stop, and how many unrecorded people the village had when it was planned.';
comment on enrolment_read.comparable is 'Faces (1) and fingers (2) of those who count as recorded, sealed under their own keys.';
comment on enrolment_read.intake is 'Packets as stations announced them: on the way, taken, in quarantine or refused.';
comment on enrolment_read.packet is 'Recordings and where they are on their way; without any biometric data.';
comment on enrolment_read.packet_step is 'Every status a recording has had, when it was so and when it was heard of, for figures.';
comment on enrolment_read.recording is 'Who is recorded since when, for cards and figures.';
comment on family.card is 'KK: belongs to its head. state 1 berlaku, 2 diganti, 3 ditutup. head_nik is null while a family has no head, which is shown.';
comment on family.card_counter is 'The last serial for district (6) and day of registration (6).';
comment on family.card_history is 'Append-only: what happened to a KK (issued, changed, replaced, joined, left, closed).';
comment on family.membership_by_card is 'The same memberships, placed by family card.';
comment on family.membership_by_nik is 'Which KK a resident belonged to from when to when (valid_to is the first day outside). relation is SHDK 1-11.';
comment on family_read.card is 'Family cards, as far as the asker may see.';
comment on family_read.membership is 'Who belongs or belonged to which card.';
comment on family_read.present is 'The KK to which each resident belongs now.';
comment on file.stored is 'Files of persons: what they are and where their sealed bytes lie. Without a row, a file in the store is an orphan and is swept.';
comment on function document.follow(json) is 'Papers go with residents who move: [{nik, villageCode}].';
comment on function document_read.check_paper(uuid) is 'What may be said about a paper to anybody who holds its id; number and content_hash are for comparing and never leave.';
comment on function file.follow(json) is 'Files go with residents who move: [{nik, villageCode}].';
comment on function job.add(jsonb) is 'Adds jobs [{name, payload, queue, runAt, maxAttempts, key, priority}] to the queue.';
comment on function ledger.detail_of(bigint,uuid) is 'What the access rows of one person under one entry say.';
comment on function ledger.looks(bigint,timestamp with time zone,uuid,text,text,integer) is 'Who was concerned with this person, newest first, page by page; `body` only while the entry is not yet numbered.';
comment on function ledger.subjects_of(uuid,timestamp with time zone,integer) is 'Whom one entry concerns: its commitments are made of these.';
comment on function ledger.who_looked(bigint,timestamp with time zone,integer) is 'Who was concerned with this person; `body` only while the entry is not yet numbered.';
comment on function partner.mine(text) is 'Central institutions are the nation''s to see, regional ones also their own region''s.';
comment on function partner.own() is 'The institution for which somebody acts on the portal. Of an officer it is an office, which is no institution.';
comment on function partner.wide() is 'Whether the reader acts for the nation. Asked once a statement in the policies, so that the nation pays nothing a row.';
comment on function resident.forget_sealed(bigint) is 'Empties the earlier versions of an erased person''s protected elements.';
comment on function resident.last_serials(bigint[],integer) is 'The last serial in use for each prefix of twelve digits, which must be given in ascending order.';
comment on function returned_data.count_said(uuid,timestamp with time zone,timestamp with time zone) is 'What an institution has given back between two instants, and what became of it.';
comment on function verification.count_answers(timestamp with time zone) is 'Answered calls, and questions answered in them, counted in two ways, up to an instant.';
comment on function verification.count_askers(uuid[],timestamp with time zone,timestamp with time zone) is 'How many of the institutions had a question answered between two instants, counted in two ways.';
comment on function verification.give_prepaid_back(uuid[],date[],bigint[]) is 'Gives back what a process took and did not use.';
comment on function verification.note_touch(uuid,bytea) is 'A question met an invented person; what is sealed says which, and who asked.';
comment on function verification.retire_taken(bytea,timestamp with time zone) is 'Gives the institution whose invented person had this number.';
comment on function verification.settle_prepaid(date,uuid[],date[],bigint[],timestamp with time zone) is 'Gives how much of what was taken came back. Every charge lies within what was taken for its day: a purse that would fall below nothing is a fault, and refused.';
comment on function verification.take_allowance(uuid[],integer[],double precision[],integer,double precision) is 'How often a process may find each partner wrong before it must ask again.';
comment on function verification.take_pace(uuid,integer,integer,integer,integer,double precision) is 'What a process may answer a partner that is slowed down before it must ask again.';
comment on function verification.take_prepaid(uuid[],date[],bigint[],bigint[]) is 'What a process may answer for each institution on a day, in rupiah, before it must ask again.';
comment on function verification.take_quota(uuid[],date[],integer[],integer[],integer[]) is 'What a process may answer under each grant and day before it must ask again.';
comment on idempotency.answer is 'What a write answered, sealed, for 24 hours; written in the transaction of the act';
comment on kept_count.count is 'Numbers, nobody''s data; made again each night, and never needed: without it everybody is counted.';
comment on ledger.access is 'Who was concerned by which entry; each row is committed to in its entry.';
comment on ledger.entry is 'Where each entry stands in the log.';
comment on ledger.head is 'How many entries are numbered, and the journals whose entries may not yet be in durable tiles.';
comment on ledger.pending is 'Entries that were written in their act''s transaction and are not yet numbered.';
comment on matching.asked is 'Whom a batch asks about, in its order; forgotten when the entry about all of them is written.';
comment on matching.batch is 'Rows that were compared and written together: their part of the result and of the report.';
comment on matching.matching is 'A file that a partner has us compare with the register. rows and what follows count rows that were compared; no value of a row stands here.';
comment on matching.part is 'The parts in which a file came, one behind the other.';
comment on matching_read.package is 'Files that were compared and whose result was given: what a package is billed by (PP 10/2023).';
comment on matching_read.package_used is 'How many rows of each grant''s package its files have taken.';
comment on metering.hold is 'What was taken out of a balance for a file before it runs: its largest price by the tariff of that day. It ends with the file, which costs it or less.';
comment on metering.low_balance is 'A balance that would last less than a week at its pace: said once, until it lasts longer again. spent: within the days of the pace.';
comment on metering.package is 'Append-only: a file that was compared and whose result was given, charged once. day: of WIB. amount 0: of who pays nothing.';
comment on metering.payment is 'Append-only: what the treasury received, by its receipt number (NTPN). receipt_nth and purchase_nth: how often the receipt and the order were entered, one more than was reversed.';
comment on metering.progress is 'How far the counting has come: days up to closed_until are final, statements up to month_closed are written.';
comment on metering.purchase is 'Append-only: an order of a balance, with the billing code under which it is paid (kode billing).';
comment on metering.reversal is 'Append-only: a payment that was entered by mistake does not count from here on.';
comment on metering.statement is 'Append-only: a month of an institution that pays. root: over its lines (RFC 9162), which are read from verification_read.call. What is entered later stands in the next one.';
comment on metering.statement_part is 'Where the file of a long statement is cut, between two calls: from the first call of the part to the last, both included.';
comment on metering.usage is 'Answered questions by days of WIB, counted from verification_read.call; the present day is counted anew until it is over.';
comment on metering_read.hold is 'What is set aside for files that have not ended.';
comment on metering_read.package is 'Files of institutions that were compared, each with what it cost; nothing of whom they were about.';
comment on metering_read.payment is 'Payments of institutions, those that were reversed too.';
comment on metering_read.progress is 'How far the counting has come: one row.';
comment on metering_read.statement is 'Closed months of institutions that pay.';
comment on metering_read.usage is 'Answered questions of institutions by days; nothing of whom they were about.';
comment on migration.applied is 'Migrations that have run, with the SHA-256 of what ran.';
comment on office.history is 'What happened to an office, append-only; recorded_by is a pseudonym';
comment on office.office is 'Where officers serve: the Ditjen, Dinas, UPT, missions, counters; current state, closed ones kept';
comment on office_read.office is 'Offices, open and closed';
comment on officer.attempt is 'Failed sign-ins per account and per address (SHA-256 of either), for growing delays';
comment on officer.challenge is 'WebAuthn challenges waiting for their one answer';
comment on officer.code is 'Codes and links that work once; only their SHA-256 is kept';
comment on officer.delegation is 'A role lent during absence: to a named officer, for given days, revocable';
comment on officer.history is 'What happened to an officer, append-only; recorded_by is a pseudonym';
comment on officer.officer is 'Officers; the ledger knows them by pseudonym only';
comment on officer.passkey is 'WebAuthn credentials; id as the browser writes it (base64url)';
comment on officer.password is 'argon2id, with its parameters, in PHC form';
comment on officer.post is 'Who serves where, in which role, from when until when (both days included)';
comment on officer.session is 'Signed-in devices; the cookie holds the token, this table its SHA-256';
comment on officer_read.officer is 'Officers by name, for lists of who did what';
comment on officer_read.post is 'Who serves where';
comment on partner.access_grant is 'A right to ask (hak akses). It is never changed: a new one replaces it. valid_until is the first instant at which it is no more.';
comment on partner.appeal is 'An objection to a suspension, decided by two officers who had no part in it.';
comment on partner.cooperation is 'One pass through the ladder: stage, since and steps are what its steps give. A renewal is a new one that names its predecessor.';
comment on partner.document is 'Append-only: a paper of a cooperation, by its hash. It is never edited; a new version follows, and governs from its valid_from on.';
comment on partner.institution is 'Who asks about people, or speaks for those who do. kind and sector: src/sharing/partner/rules.ts.';
comment on partner.numbering is 'The last number of each series of cooperations and letters, given without a gap.';
comment on partner.report is 'A semester report that a connected institution owes. cut_due_at: from then on the clock proposes to cut it; two officers decide, or one spares it with his reason.';
comment on partner.step is 'Append-only: every change of stage. takes_back names a step that was entered by mistake; neither of the two counts from then on.';
comment on partner.suspension is 'A partner may not ask from an instant on. It never counts from before it was decided.';
comment on partner.unit is 'A part of an institution that asks in its name: the answer and the citizen''s page say which.';
comment on partner.warning is 'A written warning, made by the clock; document_id once its letter is printed.';
comment on partner_read.access_grant is 'All that was ever granted, also to institutions whose cooperation has ended.';
comment on partner_read.institution is 'Institutions, also those whose cooperation has ended.';
comment on partner_read.package is 'How many rows of files each grant covers.';
comment on partner_read.report is 'Semester reports that connected institutions owe or have brought.';
comment on partner_read.returned is 'The elements that the governing PKS of each connected institution names as data given back.';
comment on partner_read.standing is 'Each cooperation that has not ended: one row. Nothing in it is compared with a clock; whoever asks does that with maySayWhy (src/sharing/partner/grant/rules.ts).';
comment on partner_read.step is 'Every change of stage, also of cooperations that have ended.';
comment on portal.challenge is 'Between the right password and the second factor: ten minutes, five tries. code_hash null: the code is of his application.';
comment on portal.code is 'Single-use codes by which somebody who was invited sets his password. Of one person the last one counts.';
comment on portal.maintenance is 'Notices for everybody. One that was ended before it began was called off.';
comment on portal.person is 'Somebody who works for an institution on the portal. mail is the name by which he signs in and where his codes go.';
comment on portal.report_counted is 'Append-only: what was counted of a semester when its report came in, so that it does not change with what comes later. Numbers, nobody''s data.';
comment on region.boundary is 'Boundaries as GeoJSON geometry (WGS 84), from a map that the operator imports.';
comment on region.load is 'Which lists region.version was filled from, so that it is filled again only when they change.';
comment on region.version is 'A region as it was from valid_from until the day before valid_to.';
comment on region_read.boundary is 'Boundaries as GeoJSON geometry, where a map was imported.';
comment on region_read.regency_province is 'In which province a regency lay when, whatever code it bore then: figures of 2018 join on left(village_code, 4) and a day, and get 34 provinces.';
comment on region_read.version is 'Regions of all times; those of today have no valid_to.';
comment on resident.act is 'Acts on residents: who, when it happened, when it was recorded, on which legal basis, and its ledger entry.';
comment on resident.deactivation is 'NONAKTIF is announced first, has a reason and a legal basis, can be appealed, and is reversible.';
comment on resident.erasure is 'Who was erased and on which legal ground; the vault destroys the key by a job after the commit.';
comment on resident.history is 'Append-only: what each act changed. delta is an array (all elements, in the order of rules.ts, for the first act) or an object (element: new value). sealed_before keeps what a change of protected elements replaced.';
comment on resident.identity_case is 'Cases of identity; claim is what the other side says, sealed under the class key.';
comment on resident.import is 'A file on its way into the register: position is the last row whose batch is committed, so a restart counts nothing twice.';
comment on resident.import_batch is 'Which acts and ledger entries brought which rows of a file.';
comment on resident.import_fault is 'Report per cell: row and column of the file, the code of what is wrong, and what stood there (masked where it is personal).';
comment on resident.merge is 'Two records of one person: the absorbed one is GANDA and points to the survivor; undone by a new act.';
comment on resident.nik_counter is 'The last serial issued for a prefix of 12 digits; a prefix appears when its first NIK is issued here, starting after what imports brought.';
comment on resident.protected is 'Protected elements, AES-256-GCM under the class key resident.protected; mother_key is a keyed phonetic index.';
comment on resident.reserved_number is 'NIKs that are not issued, as HMACs under an index key of the vault. A person who comes with such a number takes it, and it leaves the table.';
comment on resident.resident is 'Who lives here, or did: death and departure are states, a row is never deleted.';
comment on resident_read.act is 'Acts person by person, for figures that are made again as they were known then.';
comment on resident_read.answerable is 'Everybody, by the elements that partners compare; protected ones as they are sealed. state 0: erased, nothing is said of him any more.';
comment on resident_read.import_row is 'The rows of the batch that is being imported, for the families they belong to; verdict is null for new residents.';
comment on resident_read.masked is 'Everybody, masked: initials, birth date, region and state only.';
comment on resident_read.resident is 'Residents without protected elements, as far as the asker may see.';
comment on returned_data.batch is 'One delivery of a partner. It is never told what became of it.';
comment on returned_data.said is 'What a partner says of one person. sealed: the values, under a key of their class; gone as soon as nobody has to decide about them.';
comment on statement.publication is 'Published statements with the log''s size and root of that hour: each can be made again and compared.';
comment on statement.reading is 'Readings of the last hour, so that many visitors cost one count; can be lost.';
comment on uniqueness.adjudication is 'Two recordings that may be of one body; packet_id is the later one. Decided by two officers who do not see one another''s view, a third where they differ; way is the proper way out for the citizen.';
comment on uniqueness.candidate is 'Somebody recorded before who may be the same body: fused log10 likelihood ratio and the parts that made it.';
comment on uniqueness.court_search is 'Searches by order of a court, each approved by two persons and counted in public. probe and result are sealed under the class key; the probe goes with the search.';
comment on uniqueness.followed is 'Append-only: everything that came of a decision, so that it can be taken back: statuses of packets, proposals, letters.';
comment on uniqueness.gallery_change is 'Packets that entered or left the gallery, or whose templates are new. Without a packet: many did, read the store anew.';
comment on uniqueness.objection is 'The citizen objects to a decision; words are sealed under the class key.';
comment on uniqueness.opinion is 'What one officer said, unseen by the others until all have spoken. A new round begins when a decision is taken up again.';
comment on uniqueness.search is 'The 1:N search of one packet, done once: against how many, by which engine, with which threshold, and what came of it.';
comment on uniqueness_read.adjudication is 'Pairs of recordings and what was decided about them; nobody''s opinion.';
comment on uniqueness_read.court_search is 'Until when a court''s search is sealed: what it did is shown to whom it concerned the day after.';
comment on uniqueness_read.search is 'What the uniqueness check of a packet said.';
comment on verification.alarm is 'What somebody should look at: a partner that is wrong too often, a number that many are wrong about. An alarm blocks nobody.';
comment on verification.alarm_step is 'Append-only: who took an alarm up, and who closed it with which outcome and why.';
comment on verification.allowance is 'How often a partner may still be wrong. Each match gives a part of one back, and time does; the answering processes take portions of it.';
comment on verification.asked_hour is 'How an institution asked, hour by hour of the house''s clock, for whoever looks at its usage: counted in memory, added up every few seconds, kept for 400 days.';
comment on verification.body is 'Sealed templates of everybody in the region of whoever asks. What opens them lies in the vault, and opens one for each question.';
comment on verification.call is 'One row an answered call: what is billed. refs are the partner''s own numbers of its questions, one a question; no word of whom they were about.';
comment on verification.canary is 'An invented person of one institution, which partners'' questions meet and the register never does. What it is called and where it lives is sealed; retired_how person: somebody real has come with its number.';
comment on verification.change is 'By cooperation, or by institution where its keys change. Grows in the transaction of every act that changes what a partner may ask: the answering processes compare it twice a second.';
comment on verification.key is 'Public keys that a partner handed in: two at once, so that one follows the other without a gap.';
comment on verification.key_set is 'Where a partner publishes its keys itself (RFC 7517), and what was read there last; fault is the code of why the last attempt failed.';
comment on verification.lock is 'kind: a bit (src/sharing/verification/lock/rules.ts). Read in the very statement that looks a person up, so that it holds from the commit on.';
comment on verification.miss is 'Questions that did not match, for a day: how often one partner may be wrong about one number.';
comment on verification.once is 'SHA-256 of what may be used once, kept until it would be refused for its age. With entry and request: a call under an Idempotency-Key, the hash of what it asked, and the ledger entry that answered it.';
comment on verification.pace is 'How much a partner that is slowed down may still ask now, of all processes together; time fills it up. The answering processes take portions of it.';
comment on verification.portion is 'What the answering processes have taken out of a purse for a day. What they do not use they give back; once the day is over it is settled by what was really charged, so that nothing is lost with a process that died.';
comment on verification.pulse is 'How a partner asked within an hour: how often, how often in vain, how many numbers one after the other, and issued in which regencies. Kept for fifteen days.';
comment on verification.purse is 'What may still be answered, in whole rupiah: filled by whoever takes payments, emptied in portions by the answering processes.';
comment on verification.quota is 'How much of a day''s quota the answering processes have taken, in portions; what a process does not use it gives back.';
comment on verification.refused_hour is 'Calls of an institution that were refused, by their code. Nothing of whom they were about.';
comment on verification.subject is 'Everybody in the region of whoever asks, by the elements that partners compare. state 0: erased.';
comment on verification.throttle is 'A partner that asked unusually is slowed down for a while. It ends by itself; to cut somebody off is a person''s decision.';
comment on verification.touch is 'A question met an invented person: which one, who asked and how is sealed until an alarm is raised from it, and after.';
comment on verification.trace is 'A file that was looked through for invented persons: how many of which institution were in it. Nothing else of the file is kept; append-only.';
comment on verification.trial_day is 'How often an institution tried: tokens and questions of the sandbox, counted in memory and added up every few seconds.';
comment on verification_read.call is 'Answered calls, one row a ledger entry; nothing of whom they were about.';
comment on verification_read.living_key is 'Keys that institutions have handed in and that are in use.';
comment on verification_read.lock is 'What people have locked.';
comment on verification_read.purse is 'What each institution may still be answered, in rupiah.';
comment on verification_read.quota_day is 'How much of a day''s quota the answering processes have taken.';
comment on verification_read.refused_hour is 'Refused calls of institutions by their code; nothing of whom they were about.';
comment on verification_read.subject is 'Everybody in the region of whoever asks, by the elements that partners compare; for the answering role alone. state 0: erased.';
comment on voter."extract" is 'One making of the list of an election. Its files lie outside the database, sealed; its keys in the vault.';
comment on voter.acceptance is 'Append-only: the commission''s signed acceptance, with its own recount.';
comment on voter.acceptance_count is 'What the commission counted in each file; an explanation where it is not what was handed over.';
comment on voter.commission_key is 'Append-only: the X25519 key to which the list of an election is sealed; the last one that was registered holds.';
comment on voter.countdown is 'Numbers, nobody''s data. A day that is counted again is what it was counted last.';
comment on voter.document is 'The letters with which lists of sources came.';
comment on voter.election is 'An election for which voters are counted: planned by one officer, opened by another.';
comment on voter.extract_village is 'Who is in a list, village by village, with the leaf of each: what proves that somebody is in it, or is not.';
comment on voter.import is 'A list on its way in: position is the last row whose batch is committed, so a restart counts nothing twice.';
comment on voter.import_fault is 'What was wrong in which row of a list; given is never personal.';
comment on voter.polling_check is 'Append-only: whose document was looked at for a vote, where, and what was said. Not that he voted.';
comment on voter.returned is 'A list of voters as the commission sent it: numbers and states, nobody''s data.';
comment on voter.returned_absent is 'Who votes by the register and is not in the list.';
comment on voter.returned_count is 'Sums by reason and regency; they stay when the rows are discarded.';
comment on voter.returned_fault is 'What was wrong in which row; what stood there is not kept.';
comment on voter.returned_finding is 'What somebody found out about a row of a sample.';
comment on voter.returned_given is 'Rows that were read and are not matched yet. COPY goes here; emptied when the list is matched or discarded.';
comment on voter.returned_row is 'Each row under one verdict.';
comment on voter.returned_sample is 'How many rows of a reason are checked by hand; which ones the root decides, and a larger sample holds the smaller.';
comment on voter.source is 'Append-only but for the withdrawal: what was said of somebody from a day to a day.';
comment on warehouse.asked is 'Counts of questions by day: what an attack by very many questions runs into.';
comment on warehouse.release is 'Append-only: what was published of a snapshot, file by file with hashes, under one root. An address once given never changes what it gives.';
comment on warehouse.saved is 'Questions to ask again, of an officer or an institution: shapes, no answers.';
comment on warehouse.snapshot is 'Append-only: one cut-off, what was known at known_at, and the hashes of its files under one root. Made again from the register it gives the same bytes.';
comment on webhook.attempt is 'Every call, with what was answered: the status alone.';
comment on webhook.delivery is 'One event on its way to one endpoint.';
comment on webhook.endpoint is 'At most five an institution.';
comment on webhook.event is 'What an institution is told: kept for thirty days, and only where an endpoint wants it.';
