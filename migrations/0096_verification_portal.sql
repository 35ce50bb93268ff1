-- What institutions see of their own asking, and what they tried in the sandbox.

create table verification.trial_day (
  institution_id uuid not null,
  day            date not null,
  tokens         int not null,
  questions      int not null,
  primary key (institution_id, day)
);
comment on table verification.trial_day is 'How often an institution tried: tokens and questions of the sandbox, counted in memory and added up every few seconds.';

alter table verification.trial_day enable row level security;
alter table verification.trial_day force row level security;
create policy trial_day_system on verification.trial_day to jatidiri_system, jatidiri_owner using (true) with check (true);
create policy trial_day_app on verification.trial_day for select to jatidiri_app using (institution_id = (select partner.own()) or (select partner.wide()));
grant select on verification.trial_day to jatidiri_app;
grant select, insert, update on verification.trial_day to jatidiri_system;
