-- Civil events: what happens to people (peristiwa kependudukan and peristiwa penting), and what follows for the register.

create schema civil_event;
create schema civil_event_read;
grant usage on schema civil_event, civil_event_read to jatidiri_app, jatidiri_system;

create table civil_event.event (
  id             uuid primary key,
  kind           text not null,
  state          text not null default 'recorded' check (state in ('pending', 'recorded', 'undone')),
  occurred_on    date not null,
  reported_on    date not null,
  recorded_at    timestamptz not null,
  village_code   bigint not null,
  office_id      uuid,
  officer_id     uuid not null,
  application_id uuid,
  days_late      int not null default 0,
  legal_basis    text,
  certificate_number text,
  document_id    uuid,
  details        json not null,
  family         json,
  act_id         uuid,
  undone_by      uuid,
  undoes         uuid
);
comment on table civil_event.event is 'Events with their own details by kind; an event is undone by another event, never deleted. pending is a move between two offices.';
comment on column civil_event.event.act_id is 'The act on residents that the event led to; null where it changed no resident.';
comment on column civil_event.event.family is 'Seats in family cards before and after, and addresses that cards had before: what undoing restores.';
comment on column civil_event.event.days_late is 'Days after the deadline of the law; a late report is noted, never refused.';
create index event_recorded on civil_event.event (recorded_at);
create index event_act on civil_event.event (act_id) where act_id is not null;
create index event_office on civil_event.event (office_id, recorded_at);
create index event_place on civil_event.event (village_code, occurred_on);
create unique index event_certificate on civil_event.event (certificate_number) where certificate_number is not null;

create table civil_event.participant (
  event_id uuid not null references civil_event.event (id),
  nik      bigint not null,
  role     text not null,
  position smallint not null,
  primary key (event_id, nik, role)
);
comment on table civil_event.participant is 'Whom an event is about: child, mother, father, deceased, husband, wife, mover, ...; position 1 is the person it is filed under.';
create index participant_nik on civil_event.participant (nik);

create table civil_event.move (
  event_id        uuid primary key references civil_event.event (id),
  letter_number   text not null,
  from_village    bigint not null,
  to_village      bigint not null,
  from_office     uuid,
  to_office       uuid,
  from_card       bigint,
  to_card         bigint,
  destination     json not null,
  seats           json not null,
  departed_on     date not null,
  arrived_on      date,
  arrival_event   uuid,
  state           text not null check (state in ('underway', 'arrived', 'cancelled')),
  constraint move_letter unique (letter_number)
);
comment on table civil_event.move is 'A move between regencies: one case in two offices. While underway the people are counted once, at the place they left.';
comment on column civil_event.move.destination is 'The address that the movers gave when they left; the office of arrival may put it right.';
comment on column civil_event.move.seats is 'The relation of each mover in the card of arrival.';
create index move_to on civil_event.move (to_village) where state = 'underway';
create index move_from on civil_event.move (from_village) where state = 'underway';
create index move_arrival on civil_event.move (arrival_event) where arrival_event is not null;

create table civil_event.certificate_counter (
  prefix text primary key,
  last   int not null
);
comment on table civil_event.certificate_counter is 'The last number given under a prefix: regency, kind of deed and day of recording (3175-LU-11122018).';

do $$
declare
  t text;
begin
  foreach t in array array['event', 'participant', 'move'] loop
    execute format('alter table civil_event.%I enable row level security', t);
    execute format('alter table civil_event.%I force row level security', t);
    execute format('create policy %I on civil_event.%I to jatidiri_system, jatidiri_owner using (true) with check (true)', t || '_system', t);
  end loop;
end $$;
create policy event_app on civil_event.event to jatidiri_app
  using (village_code >= (select current_setting('jatidiri.low')::bigint) and village_code <= (select current_setting('jatidiri.high')::bigint)
      or exists (select from civil_event.move m where m.event_id = event.id
                  and m.to_village >= (select current_setting('jatidiri.low')::bigint) and m.to_village <= (select current_setting('jatidiri.high')::bigint)))
  with check (true);
create policy participant_app on civil_event.participant to jatidiri_app
  using (exists (select from civil_event.event e where e.id = participant.event_id)) with check (true);
create policy move_app on civil_event.move to jatidiri_app
  using ((from_village >= (select current_setting('jatidiri.low')::bigint) and from_village <= (select current_setting('jatidiri.high')::bigint))
      or (to_village >= (select current_setting('jatidiri.low')::bigint) and to_village <= (select current_setting('jatidiri.high')::bigint)))
  with check (true);

grant select, insert, update on civil_event.event, civil_event.move, civil_event.certificate_counter to jatidiri_app, jatidiri_system;
grant select, insert on civil_event.participant to jatidiri_app, jatidiri_system;

create view civil_event_read.event with (security_invoker) as
  select e.id, e.kind, e.state, e.occurred_on, e.reported_on, e.recorded_at, e.days_late, e.village_code, e.office_id, e.certificate_number, e.document_id, p.nik, p.role
    from civil_event.event e join civil_event.participant p on p.event_id = e.id;
comment on view civil_event_read.event is 'Events person by person.';

-- While a move is underway its people must be found by both offices and by whoever records or prints for them.
create view civil_event_read.underway with (security_invoker) as
  select m.event_id, p.nik, m.from_village, m.to_village, m.departed_on, m.letter_number
    from civil_event.move m join civil_event.participant p on p.event_id = m.event_id and p.role = 'mover'
   where m.state = 'underway';
comment on view civil_event_read.underway is 'People between two regencies; they are counted where they left.';
grant select on all tables in schema civil_event_read to jatidiri_app, jatidiri_system;
