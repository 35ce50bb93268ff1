-- What the status page announces: when the services are looked after, and why. Nobody's data.

create table portal.maintenance (
  id        uuid primary key,
  words_id  text not null,
  words_en  text not null,
  from_at   timestamptz not null,
  until_at  timestamptz not null,
  said_at   timestamptz not null,
  said_by   uuid not null,
  ended_at  timestamptz,
  ended_by  uuid,
  entry_id  uuid not null,
  constraint maintenance_term check (until_at > from_at),
  constraint maintenance_ended check ((ended_at is null) = (ended_by is null))
);
comment on table portal.maintenance is 'Notices for everybody. One that was ended before it began was called off.';
create index maintenance_until on portal.maintenance (until_at);
grant select, insert, update (ended_at, ended_by) on portal.maintenance to jatidiri_app, jatidiri_system;
