-- Incidents: a blank seen for sale, found or stolen. Who held it, what else is at risk, what was frozen, and how it ended.

create table blank.incident (
  id            uuid primary key,
  number        text not null,
  tracking      text not null,
  kind          text not null check (kind in ('for_sale', 'found', 'stolen')),
  origin        text not null check (origin in ('officer', 'public')),
  state         text not null check (state in ('reported', 'open', 'closed')),
  region_code   text not null,
  place         text not null,
  seen_on       date not null,
  words         bytea not null,
  serials       int8multirange not null,
  unknown       text[] not null,
  photo_id      uuid,
  opened_at     timestamptz not null,
  opened_on     date not null,
  opened_by     uuid,
  police_number text,
  police_office text,
  outcome       text check (outcome in ('recovered', 'theft', 'loss', 'forgery', 'mistaken')),
  closed_at     timestamptz,
  closed_on     date,
  closed_by     uuid,
  entry_id      uuid not null,
  constraint incident_number unique (number),
  constraint incident_tracking unique (tracking),
  constraint incident_closed check ((state = 'closed') = (closed_at is not null) and (closed_at is null) = (outcome is null)),
  constraint incident_by check ((origin = 'public') = (opened_by is null)),
  constraint incident_police check ((police_number is null) = (police_office is null))
);
comment on table blank.incident is 'A blank where it should not be. region_code is one level above the store that held it last, so that nobody decides on his own store; words are sealed, as a stranger may have named somebody.';
comment on column blank.incident.unknown is 'Serials and UIDs that were told and that no delivery holds: misread, or forged.';
create index incident_open on blank.incident (opened_at) where state <> 'closed';

create table blank.incident_event (
  id          uuid primary key,
  incident_id uuid not null references blank.incident (id),
  kind        text not null check (kind in ('opened', 'taken_up', 'noted', 'police', 'frozen', 'lifted', 'closed')),
  at          timestamptz not null,
  recorded_at timestamptz not null,
  by_id       uuid,
  asked_by    uuid,
  serials     int8multirange,
  words       bytea,
  entry_id    uuid not null,
  constraint incident_event_serials check ((serials is not null) = (kind in ('frozen', 'lifted')))
);
comment on table blank.incident_event is 'Append-only: what was done about an incident, by whom and when; asked_by is who proposed what another has approved.';
create index incident_event_incident on blank.incident_event (incident_id, recorded_at);

alter table blank.lot add constraint lot_incident_known foreign key (incident_id) references blank.incident (id);

do $$
declare
  t text;
begin
  foreach t in array array['incident', 'incident_event'] loop
    execute format('alter table blank.%I enable row level security', t);
    execute format('alter table blank.%I force row level security', t);
    execute format('create policy %I on blank.%I to jatidiri_system, jatidiri_owner using (true) with check (true)', t || '_system', t);
  end loop;
end $$;
-- Use cases run elevated and check in code; this is what stands between a forgotten check and an incident of another region.
create policy incident_app on blank.incident to jatidiri_app
  using (case when region_code = '' then (select current_setting('jatidiri.low')::bigint) = 0 and (select current_setting('jatidiri.high')::bigint) = 9999999999
              else rpad(region_code, 10, '0')::bigint between (select current_setting('jatidiri.low')::bigint) and (select current_setting('jatidiri.high')::bigint) end)
  with check (true);
create policy incident_event_app on blank.incident_event to jatidiri_app
  using (exists (select from blank.incident i where i.id = incident_event.incident_id)) with check (true);

grant select, insert on blank.incident, blank.incident_event to jatidiri_app, jatidiri_system;
grant update (state, police_number, police_office, outcome, closed_at, closed_on, closed_by) on blank.incident to jatidiri_app, jatidiri_system;
