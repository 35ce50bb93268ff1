-- Dashboards: counts of the end of a day by region, kept, so that a page need not count a nation.

create schema dashboard;
grant usage on schema dashboard to jatidiri_app, jatidiri_system;

create table dashboard.counting (
  day         date not null,
  counted_at  timestamptz not null,
  took_ms     int not null,
  months      boolean not null,
  constraint counting_pkey primary key (day)
);
comment on table dashboard.counting is 'When each day was counted; the last is what dashboards show.';
comment on column dashboard.counting.months is 'Whether the ends of the months before were counted again with it';

create table dashboard.count (
  region    text not null,
  measure   text not null,
  day       date not null,
  part      text not null,
  n         bigint not null,
  withheld  text check (withheld in ('few', 'beside_few')),
  constraint count_pkey primary key (region, measure, day, part)
);
comment on table dashboard.count is 'Numbers, nobody''s data. What is not here is nought. A day that is counted again is what it was counted last.';
comment on column dashboard.count.region is 'By the map of that day: two or four digits, empty for the nation';
comment on column dashboard.count.part is 'Empty: the whole; else a part of it: a year, a stage, a wait';
comment on column dashboard.count.withheld is 'Why nobody outside the region''s own offices sees it: so few people, or the one beside which they could be reckoned';

alter table dashboard.counting enable row level security;
alter table dashboard.counting force row level security;
alter table dashboard.count enable row level security;
alter table dashboard.count force row level security;
create policy counting_system on dashboard.counting to jatidiri_system, jatidiri_owner using (true) with check (true);
create policy counting_app on dashboard.counting for select to jatidiri_app using (true);
create policy count_system on dashboard.count to jatidiri_system, jatidiri_owner using (true) with check (true);
create policy count_app on dashboard.count for select to jatidiri_app using (true);
grant select on dashboard.counting, dashboard.count to jatidiri_app;
grant select, insert, update, delete on dashboard.counting, dashboard.count to jatidiri_system;
