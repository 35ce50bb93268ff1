-- Recording (perekaman): stations, packets on their way, what was recorded of whom, and the days of queues and mobile teams.

create schema enrolment;
create schema enrolment_read;
grant usage on schema enrolment, enrolment_read to jatidiri_app, jatidiri_system;

create table enrolment.station (
  id            uuid primary key,
  office_id     uuid not null,
  name          text not null,
  kind          text not null check (kind in ('fixed', 'mobile')),
  public_key    bytea not null,
  state         text not null default 'active' check (state in ('active', 'revoked')),
  registered_at timestamptz not null,
  registered_by uuid not null,
  revoked_at    timestamptz,
  revoked_by    uuid,
  revoked_why   text,
  constraint station_key unique (public_key),
  constraint station_key_ed25519 check (length(public_key) = 32)
);
comment on table enrolment.station is 'Recording stations: a browser or device whose Ed25519 key signs its packets. A revoked one stays known, so that what it captured before can be judged.';

create table enrolment.station_code (
  id          uuid primary key,
  secret_hash bytea not null unique,
  office_id   uuid not null,
  name        text not null,
  kind        text not null check (kind in ('fixed', 'mobile')),
  issued_by   uuid not null,
  issued_at   timestamptz not null,
  expires_at  timestamptz not null,
  used_at     timestamptz,
  station_id  uuid
);
comment on table enrolment.station_code is 'Codes with which a station enrols itself, once; only their SHA-256 is kept.';

-- One row a packet that was announced, by the id that the station gave it: counted once however often it is sent.
create table enrolment.intake (
  id           uuid primary key,
  station_id   uuid not null references enrolment.station (id),
  office_id    uuid not null,
  captured_at  timestamptz not null,
  size         bigint not null check (size between 1 and 67108864),
  digest       bytea not null,
  received     bigint not null default 0,
  clock_off_ms bigint not null,
  state        text not null default 'receiving' check (state in ('receiving', 'taken', 'quarantined', 'refused')),
  why          text[] not null default '{}',
  said         json not null default '{}',
  nik          bigint,
  opened_by    uuid not null,
  opened_at    timestamptz not null,
  closed_at    timestamptz,
  decided_by   uuid,
  decision     text,
  constraint intake_digest check (length(digest) = 32),
  constraint intake_received check (received between 0 and size)
);
comment on table enrolment.intake is 'Packets as they arrive, in resumable pieces. Quarantined ones wait for a person''s decision; a refused one says why, in codes of refusals or reasons.';
comment on column enrolment.intake.office_id is 'The station''s office when the packet was announced.';
comment on column enrolment.intake.clock_off_ms is 'The station''s clock against ours at its worst announcement of this packet.';
comment on column enrolment.intake.said is 'What the sentence of a refusal names: which item, which limit.';
comment on column enrolment.intake.nik is 'Of a quarantined packet: who was recorded, as the sealed part says.';
create index intake_open on enrolment.intake (office_id, opened_at) where state in ('receiving', 'quarantined');
create index intake_station on enrolment.intake (station_id, opened_at);

create table enrolment.piece (
  intake_id uuid not null references enrolment.intake (id),
  at        bigint not null,
  size      int not null check (size between 1 and 1048576),
  address   text not null,
  constraint piece_pkey primary key (intake_id, at)
);
comment on table enrolment.piece is 'Where the pieces of a packet lie until it is taken or refused: sealed to the centre, as they came. Gone with the decision.';

create table enrolment.packet (
  nik          bigint not null,
  id           uuid not null,
  status       smallint not null,
  status_since timestamptz not null,
  source       text not null check (source in ('station', 'import')),
  station_id   uuid,
  officer_id   uuid,
  office_id    uuid,
  village_code bigint not null,
  captured_at  timestamptz not null,
  recorded_on  date not null,
  received_at  timestamptz not null,
  content      bytea,
  version      int not null default 1,
  constraint packet_pkey primary key (nik, id)
);
comment on table enrolment.packet is 'One recording of one person. status is a number of status.ts (domain 4.1); village_code is where the person lives, captured_at what the station said, received_at what we saw.';
comment on column enrolment.packet.content is 'SHA-256 over the checksums of all that was recorded: the same capture under another packet''s name is a replay.';
comment on column enrolment.packet.office_id is 'The office that recorded: out-of-domicile recording is allowed.';
create index packet_id on enrolment.packet (id);
create index packet_where on enrolment.packet (village_code, status);
create index packet_status on enrolment.packet (status, status_since) where status not in (10, 14);

create table enrolment.packet_step (
  nik         bigint not null,
  packet_id   uuid not null,
  version     int not null,
  status      smallint not null,
  at          timestamptz not null,
  occurred_on date not null,
  recorded_at timestamptz not null,
  officer_id  uuid,
  why         text,
  entry_id    uuid not null,
  constraint packet_step_pkey primary key (nik, packet_id, version)
);
comment on table enrolment.packet_step is 'Append-only: every status a packet has had. at is when it happened (of a capture: as the station said), occurred_on its day at the place, recorded_at when we heard of it: all by the house''s clock, so that figures can be made again by either. True time stands in the entry.';
create index packet_step_received on enrolment.packet_step (at) where status = 6;

-- What a packet holds. Templates are sealed under the person's key; pictures are files of the person.
create table enrolment.item (
  nik         bigint not null,
  packet_id   uuid not null,
  modality    smallint not null,
  position    smallint not null,
  quality     smallint check (quality between 0 and 100),
  tries       smallint not null default 1,
  template    bytea,
  format      text,
  file_id     uuid,
  exception   text,
  approved_by uuid,
  approved_at timestamptz,
  constraint item_pkey primary key (nik, packet_id, modality, position),
  constraint item_something check (template is not null or file_id is not null or exception is not null),
  constraint item_approved check ((approved_by is null) = (approved_at is null))
);
comment on table enrolment.item is 'One face, finger, iris or signature of a packet: template, picture, or the reason why there is none, which a supervisor approves. modality 1 face, 2 finger (position 1..10 of ISO/IEC 19794-2), 3 iris (1 right, 2 left), 4 signature; position 0 for what one has once.';

-- The standing of a person: recorded since when. Ends where a recording turns out to be another person's or is withdrawn.
create table enrolment.recording (
  nik          bigint not null,
  packet_id    uuid not null,
  version      int not null,
  recorded_on  date not null,
  known_at     timestamptz not null,
  ended_on     date,
  end_known_at timestamptz,
  constraint recording_pkey primary key (nik, packet_id, version)
);
comment on column enrolment.recording.version is 'The packet''s step by which he came to count.';
comment on table enrolment.recording is 'Who counts as recorded, from which day and known since when: the numerator of coverage, which can be made again for any day. A recording that comes back (an objection was granted) is a row of its own; whoever has any that has not ended is recorded.';

create table enrolment.appointment (
  id          uuid primary key,
  nik         bigint not null,
  office_id   uuid not null,
  village_code bigint not null,
  day         date not null,
  place       text not null,
  number      int not null,
  state       text not null default 'waiting' check (state in ('waiting', 'called', 'recorded', 'missed', 'cancelled')),
  made_at     timestamptz not null,
  made_by     uuid not null,
  application_id uuid,
  called_at   timestamptz,
  ended_at    timestamptz,
  why         text
);
comment on table enrolment.appointment is 'A day and a number in a queue, at an office or where a mobile team stops.';
create unique index appointment_number on enrolment.appointment (office_id, day, place, number);
create unique index appointment_one on enrolment.appointment (nik) where state in ('waiting', 'called');
create index appointment_day on enrolment.appointment (office_id, day);

create table enrolment.team_visit (
  id           uuid primary key,
  office_id    uuid not null,
  village_code bigint not null,
  day          date not null,
  place        text not null,
  state        text not null default 'planned' check (state in ('planned', 'done', 'cancelled')),
  planned_by   uuid not null,
  planned_at   timestamptz not null,
  unrecorded   int not null,
  why          text
);
comment on table enrolment.team_visit is 'A mobile team''s stop, and how many unrecorded people the village had when it was planned.';
create unique index team_visit_once on enrolment.team_visit (village_code, day) where state <> 'cancelled';

create table enrolment.import (
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
comment on table enrolment.import is 'A file of existing recordings on its way in: position is the last row whose batch is committed, so a restart counts nothing twice.';
create unique index import_of_file on enrolment.import (file_sha256) where not dry_run;

create table enrolment.import_fault (
  import_id   uuid not null,
  row_number  bigint not null,
  column_name text not null,
  code        text not null,
  given       text
);
comment on table enrolment.import_fault is 'What was wrong in which row of a file; given is masked where it is personal.';
create index import_fault_of on enrolment.import_fault (import_id, row_number);

-- Rows of one batch on their way in; emptied when the next begins, so batches of all imports take turns. Unlogged: the file is there to read again.
create unlogged table enrolment.staging (
  row_number  bigint not null,
  nik         bigint not null,
  packet_id   uuid not null,
  status      smallint not null,
  recorded_on date not null,
  captured_at timestamptz not null,
  filed       boolean not null,
  village_code bigint,
  verdict     text
);
comment on column enrolment.staging.verdict is 'null: a new recording; same: it is here already; else the code why it is refused.';

-- Packets go with the person who moves, as his files do: the office where he lives now sees them. Also out of the mover''s own region.
create function enrolment.follow(moved json) returns void
language sql security definer set search_path = pg_catalog as $$
  update enrolment.packet p set village_code = m."villageCode"
    from json_to_recordset(moved) as m(nik bigint, "villageCode" bigint) where p.nik = m.nik;
$$;
revoke execute on function enrolment.follow(json) from public;
grant execute on function enrolment.follow(json) to jatidiri_app, jatidiri_system;

do $$
declare
  t text;
begin
  foreach t in array array['packet', 'packet_step', 'item', 'recording', 'appointment', 'team_visit'] loop
    execute format('alter table enrolment.%I enable row level security', t);
    execute format('alter table enrolment.%I force row level security', t);
    execute format('create policy %I on enrolment.%I to jatidiri_system, jatidiri_owner using (true) with check (true)', t || '_system', t);
  end loop;
end $$;
-- Seen by the region where the person lives, and by the office that recorded him.
create policy packet_app on enrolment.packet to jatidiri_app
  using ((village_code >= (select current_setting('jatidiri.low')::bigint) and village_code <= (select current_setting('jatidiri.high')::bigint))
         or office_id::text = (select current_setting('jatidiri.office')))
  with check (true);
create policy packet_step_app on enrolment.packet_step to jatidiri_app
  using (exists (select from enrolment.packet p where p.nik = packet_step.nik and p.id = packet_step.packet_id)) with check (true);
create policy item_app on enrolment.item to jatidiri_app
  using (exists (select from enrolment.packet p where p.nik = item.nik and p.id = item.packet_id)) with check (true);
create policy recording_app on enrolment.recording to jatidiri_app
  using (exists (select from resident_read.resident r where r.nik = recording.nik)) with check (true);
create policy appointment_app on enrolment.appointment to jatidiri_app
  using ((village_code >= (select current_setting('jatidiri.low')::bigint) and village_code <= (select current_setting('jatidiri.high')::bigint))
         or office_id::text = (select current_setting('jatidiri.office')))
  with check (true);
create policy team_visit_app on enrolment.team_visit to jatidiri_app
  using (village_code >= (select current_setting('jatidiri.low')::bigint) and village_code <= (select current_setting('jatidiri.high')::bigint))
  with check (village_code >= (select current_setting('jatidiri.low')::bigint) and village_code <= (select current_setting('jatidiri.high')::bigint));

grant select, insert, update on enrolment.station, enrolment.station_code, enrolment.intake, enrolment.import, enrolment.packet, enrolment.item, enrolment.recording,
  enrolment.appointment, enrolment.team_visit to jatidiri_app, jatidiri_system;
grant select, insert on enrolment.packet_step to jatidiri_app, jatidiri_system;
grant select, insert, delete on enrolment.piece, enrolment.import_fault to jatidiri_app, jatidiri_system;
grant select, insert, update, truncate on enrolment.staging to jatidiri_system;

create view enrolment_read.recording with (security_invoker) as
  select nik, packet_id, recorded_on, known_at, ended_on, end_known_at from enrolment.recording;
comment on view enrolment_read.recording is 'Who is recorded since when, for cards and figures.';
create view enrolment_read.packet with (security_invoker) as
  select nik, id, status, status_since, source, office_id, village_code, captured_at, recorded_on, received_at from enrolment.packet;
comment on view enrolment_read.packet is 'Recordings and where they are on their way; without any biometric data.';
create view enrolment_read.packet_step with (security_invoker) as
  select nik, packet_id, version, status, occurred_on, recorded_at from enrolment.packet_step;
comment on view enrolment_read.packet_step is 'Every status a recording has had, when it was so and when it was heard of, for figures.';
grant select on all tables in schema enrolment_read to jatidiri_app, jatidiri_system;
