-- Regions: provinces, regencies and cities, districts, villages, of today and of former days. Reference data, public, without a
-- person in it: no policies. Filled by the program from its lists after the migrations (see src/register/region/load.ts).

create schema region;
create schema region_read;
grant usage on schema region, region_read to jatidiri_app, jatidiri_system;
grant usage on schema region_read to jatidiri_answer;

create table region.version (
  code         text collate "C" not null check (code ~ '^[0-9]+$' and length(code) in (2, 4, 6, 10)),
  valid_from   date not null,
  valid_to     date,
  level        smallint not null generated always as (case length(code) when 2 then 1 when 4 then 2 when 6 then 3 else 4 end) stored,
  kind         text not null,
  name         text not null,
  predecessor  text,
  successor    text,
  derived      boolean not null,
  search_name  text not null,
  words        tsvector not null generated always as (to_tsvector('simple'::regconfig, search_name)) stored,
  primary key (code, valid_from),
  check (valid_to > valid_from)
);
comment on table region.version is 'A region as it was from valid_from until the day before valid_to.';
comment on column region.version.code is 'Kemendagri code without dots: 2 digits province, 4 regency or city, 6 district, 10 village.';
comment on column region.version.valid_from is '0001-01-01 where no list says since when.';
comment on column region.version.valid_to is 'The first day on which it was no more; null while it is.';
comment on column region.version.level is '1 province, 2 regency or city, 3 district, 4 village.';
comment on column region.version.predecessor is 'Code of the same place before (the same code after a change of name).';
comment on column region.version.derived is 'The code is concluded from the present one; no list of its time was read.';
comment on column region.version.search_name is 'Bare name in capitals, then other words by which it is found.';
create index version_words on region.version using gin (words) with (fastupdate = off);

create table region.load (
  source     text primary key,
  digest     text not null,
  loaded_at  timestamptz not null
);
comment on table region.load is 'Which lists region.version was filled from, so that it is filled again only when they change.';

create table region.boundary (
  code         text primary key,
  geometry     jsonb not null,
  imported_at  timestamptz not null
);
comment on table region.boundary is 'Boundaries as GeoJSON geometry (WGS 84), from a map that the operator imports.';

grant select on region.version, region.load, region.boundary to jatidiri_app, jatidiri_system;
grant insert, update, delete on region.version, region.load, region.boundary to jatidiri_system;
-- So that the loader can leave statistics behind: without them the planner reads the whole table for a word.
grant maintain on region.version to jatidiri_system;

-- Published to higher rooms.
create view region_read.version as
  select code, valid_from, valid_to, level, kind, name, predecessor, successor, derived from region.version;
comment on view region_read.version is 'Regions of all times; those of today have no valid_to.';
comment on column region_read.version.level is '1 province, 2 regency or city, 3 district, 4 village.';

create view region_read.regency_province as
  with place as (
    select code, code as called from region.version where level = 2
    union
    select code, predecessor from region.version where level = 2 and predecessor is not null
    union
    select code, successor from region.version where level = 2 and successor is not null
  )
  select place.code as regency_code, v.valid_from, v.valid_to, left(v.code, 2) as province_code
    from place join region.version v on v.code = place.called
  union all
  -- Where the regency's own former code is not known the province's is.
  select v.code, p.valid_from, v.valid_from, p.code
    from region.version v
    join region.version now on now.code = left(v.code, 2) and now.valid_to is null
    join region.version p on p.code = now.predecessor
   where v.level = 2 and v.predecessor is null and v.valid_from > p.valid_from;
comment on view region_read.regency_province is
  'In which province a regency lay when, whatever code it bore then: figures of 2018 join on left(village_code, 4) and a day, and get 34 provinces.';
comment on column region_read.regency_province.regency_code is 'The first four digits of a village code, of today or of former days.';

create view region_read.boundary as select code, geometry from region.boundary;
comment on view region_read.boundary is 'Boundaries as GeoJSON geometry, where a map was imported.';

grant select on all tables in schema region_read to jatidiri_app, jatidiri_system, jatidiri_answer;
