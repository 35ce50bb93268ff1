-- Family cards (KK) and who belongs to them. A membership is a dated relation, written twice: by nik and by card.

create schema family;
create schema family_read;
grant usage on schema family, family_read to jatidiri_app, jatidiri_system;

create table family.card (
  number        bigint not null,
  head_nik      bigint,
  village_code  bigint not null,
  replaced_by   bigint,
  issued_on     date not null,
  state_since   date not null,
  version       int not null default 1,
  rt            smallint,
  rw            smallint,
  state         smallint not null default 1,
  address       text not null,
  hamlet        text,
  postal_code   text,
  constraint card_pkey primary key (number),
  constraint card_state check (state between 1 and 3)
);
comment on table family.card is 'KK: belongs to its head. state 1 berlaku, 2 diganti, 3 ditutup. head_nik is null while a family has no head, which is shown.';
create index card_village on family.card (village_code);
-- Families that wait for a head are few among many.
create index card_headless on family.card (state_since, number) where state = 1 and head_nik is null;

create table family.membership_by_nik (
  nik          bigint not null,
  family_card  bigint not null,
  valid_from   date not null,
  valid_to     date,
  relation     smallint not null
);
comment on table family.membership_by_nik is 'Which KK a resident belonged to from when to when (valid_to is the first day outside). relation is SHDK 1-11.';
-- One resident is in exactly one KK (UU 24/2013 art. 62).
create unique index membership_one_card on family.membership_by_nik (nik) where valid_to is null;
-- Ended ones, in place of a primary key: nearly all memberships are present ones, and a key over all columns of each would
-- be the largest index of the register (65 bytes a resident).
create unique index membership_ended on family.membership_by_nik (nik, valid_from, family_card) where valid_to is not null;

create table family.membership_by_card (
  family_card  bigint not null,
  nik          bigint not null,
  valid_from   date not null,
  valid_to     date,
  relation     smallint not null,
  constraint membership_by_card_pkey primary key (family_card, nik, valid_from)
);
comment on table family.membership_by_card is 'The same memberships, placed by family card.';

create table family.card_history (
  number      bigint not null,
  version     int not null,
  act_id      uuid not null,
  kind        text not null,
  occurred_on date not null,
  recorded_at timestamptz not null,
  officer_id  uuid not null,
  delta       json not null,
  constraint card_history_pkey primary key (number, version)
);
comment on table family.card_history is 'Append-only: what happened to a KK (issued, changed, replaced, joined, left, closed).';

create table family.card_counter (
  prefix  bigint primary key,
  last    smallint not null,
  constraint card_counter_room check (last between 1 and 9999)
);
comment on table family.card_counter is 'The last serial for district (6) and day of registration (6).';

create function family.issue_numbers(prefixes bigint[], first_serial int) returns bigint[]
language plpgsql security definer set search_path = pg_catalog as $$
declare
  wanted record;
  issued bigint[] := array[]::bigint[];
  top int;
begin
  for wanted in
    select p.prefix, count(*)::int as n from unnest(prefixes) as p(prefix) group by p.prefix order by p.prefix
  loop
    perform pg_advisory_xact_lock(hashtextextended('family.number', wanted.prefix));
    select c.last into top from family.card_counter c where c.prefix = wanted.prefix;
    if top is null then
      select (max(r.number) % 10000)::int into top from family.card r
       where r.number between wanted.prefix * 10000 and wanted.prefix * 10000 + 9999;
    end if;
    top := greatest(coalesce(top, 0), first_serial - 1);
    if top + wanted.n > 9999 then
      raise exception using errcode = 'check_violation', constraint = 'card_serials_used', message = 'no serial left';
    end if;
    insert into family.card_counter as c (prefix, last) values (wanted.prefix, (top + wanted.n)::smallint)
      on conflict (prefix) do update set last = excluded.last;
    issued := issued || array(select wanted.prefix * 10000 + top + g from generate_series(1, wanted.n) as g);
  end loop;
  return issued;
end $$;
revoke execute on function family.issue_numbers(bigint[], int) from public;
grant execute on function family.issue_numbers(bigint[], int) to jatidiri_app, jatidiri_system;

do $$
declare
  t text;
begin
  foreach t in array array['card', 'membership_by_nik', 'membership_by_card', 'card_history'] loop
    execute format('alter table family.%I enable row level security', t);
    execute format('alter table family.%I force row level security', t);
    execute format('create policy %I on family.%I to jatidiri_system, jatidiri_owner using (true) with check (true)', t || '_system', t);
  end loop;
end $$;
create policy card_app on family.card to jatidiri_app
  using (village_code >= (select current_setting('jatidiri.low')::bigint) and village_code <= (select current_setting('jatidiri.high')::bigint))
  with check (village_code >= (select current_setting('jatidiri.low')::bigint) and village_code <= (select current_setting('jatidiri.high')::bigint));
create policy membership_by_nik_app on family.membership_by_nik to jatidiri_app
  using (exists (select from resident_read.resident r where r.nik = membership_by_nik.nik)
      or exists (select from family.card c where c.number = membership_by_nik.family_card)) with check (true);
create policy membership_by_card_app on family.membership_by_card to jatidiri_app
  using (exists (select from family.card c where c.number = membership_by_card.family_card)
      or exists (select from resident_read.resident r where r.nik = membership_by_card.nik)) with check (true);
create policy card_history_app on family.card_history to jatidiri_app
  using (exists (select from family.card c where c.number = card_history.number)) with check (true);

grant select, insert, update on family.card, family.membership_by_nik, family.membership_by_card to jatidiri_app, jatidiri_system;
grant select, insert on family.card_history to jatidiri_app, jatidiri_system;

create view family_read.card with (security_invoker) as
  select number, head_nik, village_code, address, rt, rw, hamlet, postal_code, issued_on, state, state_since, replaced_by, version from family.card;
comment on view family_read.card is 'Family cards, as far as the asker may see.';
-- In two halves, so that each finds its index when somebody is looked up by nik.
create view family_read.membership with (security_invoker) as
  select nik, family_card, relation, valid_from, valid_to from family.membership_by_nik where valid_to is null
  union all
  select nik, family_card, relation, valid_from, valid_to from family.membership_by_nik where valid_to is not null;
comment on view family_read.membership is 'Who belongs or belonged to which card.';
grant select on all tables in schema family_read to jatidiri_app, jatidiri_system;
