-- The day's end: what every store had, fixed in one entry of the log and public the next morning.

create table blank.closing_day (
  day       date primary key,
  at        timestamptz not null,
  closed_at timestamptz not null,
  stores    int not null check (stores >= 0),
  root      bytea not null check (length(root) = 32),
  entry_id  uuid not null
);
comment on table blank.closing_day is 'A closed day in WIB: balances as they were known at its end (at), and the Merkle root of its rows, which the entry holds.';

create table blank.closing (
  day          date not null references blank.closing_day (day),
  store_id     uuid not null references blank.store (id),
  region_code  text not null,
  received     bigint not null,
  handed_on    bigint not null,
  in_stock     bigint not null,
  in_transit   bigint not null,
  personalised bigint not null,
  spoiled      bigint not null,
  missing      bigint not null,
  destroyed    bigint not null,
  difference   bigint not null,
  disputed     bigint not null check (disputed >= 0),
  salt         bytea not null check (length(salt) = 16),
  constraint closing_pkey primary key (day, store_id)
);
comment on table blank.closing is 'Append-only: one store''s balance at the end of a day. disputed lies in open differences; the salt keeps a withheld row from being guessed from its hash.';

create table blank.security_hold (
  id          uuid primary key,
  region_code text not null,
  from_on     date not null,
  until_on    date not null,
  reason      text not null,
  asked_by    uuid not null,
  approved_at timestamptz not null,
  approved_by uuid not null,
  entry_id    uuid not null,
  constraint security_hold_span check (until_on >= from_on),
  constraint security_hold_two check (asked_by <> approved_by)
);
comment on table blank.security_hold is 'For so long the stock of a region is not published; that it is held back, and until when, is.';

do $$
declare
  t text;
begin
  foreach t in array array['closing_day', 'closing', 'security_hold'] loop
    execute format('alter table blank.%I enable row level security', t);
    execute format('alter table blank.%I force row level security', t);
    execute format('create policy %I on blank.%I to jatidiri_system, jatidiri_owner using (true) with check (true)', t || '_system', t);
  end loop;
end $$;
-- Which days are closed and what is held back is public; a store's row is seen by who sees the store.
create policy closing_day_app on blank.closing_day to jatidiri_app using (true);
create policy security_hold_app on blank.security_hold to jatidiri_app using (true) with check (true);
create policy closing_app on blank.closing to jatidiri_app using (blank.mine(store_id));

grant select, insert on blank.closing_day, blank.closing to jatidiri_system;
grant select on blank.closing_day, blank.closing to jatidiri_app;
grant select, insert on blank.security_hold to jatidiri_app, jatidiri_system;
