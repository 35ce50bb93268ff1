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

create table verification.asked_hour (
  institution_id uuid not null,
  hour           timestamptz not null,
  questions      int not null,
  matched        int not null,
  -- How many calls were answered within 5, 10, 20, 30, 50, 100, 200, 500, 1,000, 3,000 ms, and later.
  latency        int[] not null check (cardinality(latency) = 11),
  primary key (institution_id, hour)
);
comment on table verification.asked_hour is 'How an institution asked, hour by hour of the house''s clock, for whoever looks at its usage: counted in memory, added up every few seconds, kept for 400 days.';

create table verification.refused_hour (
  institution_id uuid not null,
  hour           timestamptz not null,
  code           text not null,
  n              int not null,
  primary key (institution_id, hour, code)
);
comment on table verification.refused_hour is 'Calls of an institution that were refused, by their code. Nothing of whom they were about.';

do $$
declare
  t text;
begin
  foreach t in array array['asked_hour', 'refused_hour'] loop
    execute format('alter table verification.%I enable row level security', t);
    execute format('alter table verification.%I force row level security', t);
    execute format('create policy %I on verification.%I to jatidiri_system, jatidiri_owner using (true) with check (true)', t || '_system', t);
    execute format('create policy %I on verification.%I for select to jatidiri_app using (institution_id = (select partner.own()) or (select partner.wide()))', t || '_app', t);
    execute format('grant select on verification.%I to jatidiri_app', t);
    execute format('grant select, insert, update, delete on verification.%I to jatidiri_system', t);
  end loop;
end $$;

create policy call_own on verification.call for select to jatidiri_app using (institution_id = (select partner.own()));
grant select on verification.call to jatidiri_app;
