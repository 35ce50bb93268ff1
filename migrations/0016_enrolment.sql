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

-- One row a packet that was announced, by the id that the station gave it: counted once however often it is sent.
create table enrolment.intake (
  id          uuid primary key,
  station_id  uuid not null references enrolment.station (id),
  head        json not null,
  size        bigint not null check (size between 1 and 67108864),
  digest      bytea not null,
  received    bigint not null default 0,
  state       text not null default 'receiving' check (state in ('receiving', 'taken', 'quarantined', 'refused')),
  why         text,
  opened_by   uuid not null,
  opened_at   timestamptz not null,
  closed_at   timestamptz,
  decided_by  uuid,
  decision    text,
  file_id     uuid,
  constraint intake_digest check (length(digest) = 32)
);
comment on table enrolment.intake is 'Packets as they arrive, in resumable pieces. Quarantined ones wait for a person''s decision; a refused one says why.';
create unique index intake_once on enrolment.intake (digest) where state <> 'refused';
create index intake_waiting on enrolment.intake (opened_at) where state in ('receiving', 'quarantined');

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
  version      int not null default 1,
  constraint packet_pkey primary key (nik, id)
);
comment on table enrolment.packet is 'One recording of one person. status is a number of status.ts (domain 4.1); village_code is where the person lived then, captured_at what the station said, received_at what we saw.';
comment on column enrolment.packet.office_id is 'The office that recorded: out-of-domicile recording is allowed.';
create index packet_where on enrolment.packet (village_code, status);
create index packet_status on enrolment.packet (status, status_since) where status not in (1, 10, 14);

create table enrolment.packet_step (
  nik         bigint not null,
  packet_id   uuid not null,
  version     int not null,
  status      smallint not null,
  at          timestamptz not null,
  recorded_at timestamptz not null,
  officer_id  uuid,
  why         text,
  entry_id    uuid not null,
  constraint packet_step_pkey primary key (nik, packet_id, version)
);
comment on table enrolment.packet_step is 'Append-only: every status a packet has had. at is the house''s clock, recorded_at true time.';

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
  constraint item_something check (template is not null or file_id is not null or exception is not null)
);
comment on table enrolment.item is 'One face, finger, iris or signature of a packet: template, picture, or the reason why there is none, which a supervisor approves. modality 1 face, 2 finger (position 1..10 of ISO/IEC 19794-2), 3 iris (1 right, 2 left), 4 signature.';

-- The standing of a person: recorded since when. Ends where a recording turns out to be another person's or is withdrawn.
create table enrolment.recording (
  nik          bigint not null,
  packet_id    uuid not null,
  recorded_on  date not null,
  known_at     timestamptz not null,
  ended_on     date,
  end_known_at timestamptz,
  constraint recording_pkey primary key (nik, packet_id)
);
comment on table enrolment.recording is 'Who counts as recorded, from which day and known since when: the numerator of coverage, which can be made again for any day.';
create unique index recording_one on enrolment.recording (nik) where ended_on is null;

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
  using (exists (select from resident.resident r where r.nik = recording.nik)) with check (true);
create policy appointment_app on enrolment.appointment to jatidiri_app
  using ((village_code >= (select current_setting('jatidiri.low')::bigint) and village_code <= (select current_setting('jatidiri.high')::bigint))
         or office_id::text = (select current_setting('jatidiri.office')))
  with check (true);
create policy team_visit_app on enrolment.team_visit to jatidiri_app
  using (village_code >= (select current_setting('jatidiri.low')::bigint) and village_code <= (select current_setting('jatidiri.high')::bigint))
  with check (village_code >= (select current_setting('jatidiri.low')::bigint) and village_code <= (select current_setting('jatidiri.high')::bigint));

grant select, insert, update on enrolment.station, enrolment.intake, enrolment.packet, enrolment.item, enrolment.recording,
  enrolment.appointment, enrolment.team_visit to jatidiri_app, jatidiri_system;
grant select, insert on enrolment.packet_step to jatidiri_app, jatidiri_system;

create view enrolment_read.recording with (security_invoker) as
  select nik, packet_id, recorded_on, known_at, ended_on, end_known_at from enrolment.recording;
comment on view enrolment_read.recording is 'Who is recorded since when, for cards and figures.';
create view enrolment_read.packet with (security_invoker) as
  select nik, id, status, status_since, source, office_id, village_code, captured_at, recorded_on, received_at from enrolment.packet;
comment on view enrolment_read.packet is 'Recordings and where they are on their way; without any biometric data.';
grant select on all tables in schema enrolment_read to jatidiri_app, jatidiri_system;
