-- What a press text is held against: finds by the year in which their cards were printed, and which cases the police was told of.

create view disposal_read.found_year with (security_invoker) as
  select found_id, printed_year, count(*)::int as n from disposal.found_card group by found_id, printed_year;
comment on view disposal_read.found_year is 'Listed cards of each find by the year in which they were printed.';
grant select on disposal_read.found_year to jatidiri_app, jatidiri_system;

create or replace view disposal_read.found with (security_invoker) as
  select id, number, place, region_code, found_on, opened_at, reconciled, explained_at, police_report from disposal.found;

create view blank_read.incident with (security_invoker) as
  select id, opened_at, opened_on, closed_at, closed_on, police_number from blank.incident;
comment on view blank_read.incident is 'Incidents with blanks, and the number under which the police was told of each.';
grant select on blank_read.incident to jatidiri_app, jatidiri_system;

-- Readings of a day as it was known at an instant that has passed, and of one indicator by regency, are kept like those of now.
alter table statement.reading drop constraint reading_what_check;
alter table statement.reading add constraint reading_what_check check (what ~ '^(figures|provinces|past|regencies)( |$)');
comment on column statement.reading.what is 'figures, provinces; past INSTANT: figures as known then; regencies CODE [INSTANT]: one indicator by regency';
