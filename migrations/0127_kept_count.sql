-- What figures were at one point, so that the next count looks only at what came since; and the ways to find that quickly.

create schema kept_count;
grant usage on schema kept_count to jatidiri_app, jatidiri_system;

create table kept_count.count (
  what      text not null,
  as_of     date not null,
  known_at  timestamptz not null,
  content   json not null,
  constraint count_pkey primary key (what)
);
comment on table kept_count.count is 'Numbers, nobody''s data; made again each night, and never needed: without it everybody is counted.';
alter table kept_count.count enable row level security;
alter table kept_count.count force row level security;
create policy count_system on kept_count.count to jatidiri_system, jatidiri_owner using (true) with check (true);
grant select, insert, update on kept_count.count to jatidiri_system;

-- Acts come in batches of many people each: this is small.
create index act_occurred on resident.act (occurred_on);

create index recording_known on enrolment.recording (known_at);
create index recording_ended on enrolment.recording (end_known_at, ended_on) where ended_on is not null;
-- Steps come in the order in which they become known, so summaries of blocks find the last ones; they take next to no room.
create index step_recorded on card.step using brin (recorded_at) with (autosummarize = on);
-- What was entered before it came about: hardly anything, but it would be missed.
create index recording_ahead on enrolment.recording (recorded_on) where recorded_on > (known_at at time zone 'Asia/Jakarta')::date;
create index step_ahead on card.step (at) where at > recorded_at;
-- Few of all that are decided.
create index packet_step_duplicate on enrolment.packet_step (recorded_at) where status = 13;
