-- Questions that somebody keeps, and how many each has asked on a day.

create table warehouse.saved (
  id        uuid primary key,
  owner_id  uuid not null,
  name      text not null check (length(name) between 1 and 80),
  query     json not null,
  saved_at  timestamptz not null,
  constraint saved_name unique (owner_id, name)
);
comment on table warehouse.saved is 'Questions to ask again, of an officer or an institution: shapes, no answers.';

create table warehouse.asked (
  owner_id uuid not null,
  day      date not null,
  n        int not null,
  constraint asked_pkey primary key (owner_id, day)
);
comment on table warehouse.asked is 'Counts of questions by day: what an attack by very many questions runs into.';

do $$
declare
  t text;
begin
  foreach t in array array['saved', 'asked'] loop
    execute format('alter table warehouse.%I enable row level security', t);
    execute format('alter table warehouse.%I force row level security', t);
    execute format('create policy %I on warehouse.%I to jatidiri_system, jatidiri_owner using (true) with check (true)', t || '_system', t);
    execute format('create policy %I on warehouse.%I to jatidiri_app using (owner_id::text in ((select current_setting(''jatidiri.officer'')), (select current_setting(''jatidiri.office'')))) with check (owner_id::text in ((select current_setting(''jatidiri.officer'')), (select current_setting(''jatidiri.office''))))', t || '_own', t);
    execute format('grant select, insert, update, delete on warehouse.%I to jatidiri_app, jatidiri_system', t);
  end loop;
end $$;
