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

-- Rows come in the order in which they become known, so summaries of blocks find the last ones; they take next to no room.
create index recording_known on enrolment.recording using brin (known_at) with (autosummarize = on);
create index recording_on on enrolment.recording using brin (recorded_on) with (autosummarize = on);
create index recording_ended on enrolment.recording (end_known_at, ended_on) where ended_on is not null;
create index step_recorded on card.step using brin (recorded_at) with (autosummarize = on);
create index step_at on card.step using brin (at) with (autosummarize = on);
-- Few of all that are decided.
create index packet_step_duplicate on enrolment.packet_step (recorded_at) where status = 13;
