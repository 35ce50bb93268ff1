-- Cards found somewhere (KTP-el ditemukan): where, by whom, through whose hands; counts of several; each card looked up.

create table disposal.found (
  id            uuid primary key,
  number        text not null,
  place         text not null,
  region_code   text not null,
  found_on      date not null,
  finder        text not null,
  police_report text,
  description   text,
  office_id     uuid not null,
  opened_at     timestamptz not null,
  opened_by     uuid not null,
  reconciled    int check (reconciled >= 0),
  explanation   text,
  explained_at  timestamptz,
  explained_by  uuid,
  public_document uuid,
  police_document uuid,
  entry_id      uuid not null,
  constraint found_number unique (number),
  constraint found_explained check ((reconciled is null) = (explanation is null) and (reconciled is null) = (explained_by is null)
                                    and (reconciled is null) = (explained_at is null))
);
comment on table disposal.found is 'Cards found outside any custody; reconciled is the number on which all counts were brought, with the explanation of each difference.';
create index found_region on disposal.found (region_code, found_on);

create table disposal.found_custody (
  found_id    uuid not null references disposal.found (id),
  place       int not null,
  holder      text not null,
  institution text not null,
  taken_at    timestamptz not null,
  note        text,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  entry_id    uuid not null,
  constraint found_custody_pkey primary key (found_id, place)
);
comment on table disposal.found_custody is 'The chain of custody of what was found: from each to the next, with its instant.';

create table disposal.found_count (
  id          uuid primary key,
  found_id    uuid not null references disposal.found (id),
  counter     text not null,
  institution text not null,
  counted_at  timestamptz not null,
  n           int not null check (n >= 0),
  parts       jsonb not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  entry_id    uuid not null,
  constraint found_count_once unique (found_id, counter)
);
comment on table disposal.found_count is 'One counter''s count with its parts ([{kind, n}], which add up to n). Counts stand beside one another; none is corrected by another.';

create table disposal.found_card (
  found_id       uuid not null references disposal.found (id),
  line           int not null,
  nik            bigint,
  serial         bigint,
  uid            bigint,
  printed_year   smallint,
  card_nik       bigint,
  card_id        uuid,
  card_state     smallint,
  custodian      text not null,
  custodian_office uuid,
  bag_number     text,
  contradictions text[] not null,
  constraint found_card_pkey primary key (found_id, line)
);
comment on table disposal.found_card is 'One card of the list as it lay there, and what the records said of it when the list came in.';

do $$
declare
  t text;
begin
  foreach t in array array['found', 'found_custody', 'found_count', 'found_card'] loop
    execute format('alter table disposal.%I enable row level security', t);
    execute format('alter table disposal.%I force row level security', t);
    execute format('create policy %I on disposal.%I to jatidiri_system, jatidiri_owner using (true) with check (true)', t || '_system', t);
  end loop;
  foreach t in array array['found_custody', 'found_count', 'found_card'] loop
    execute format('create policy %I on disposal.%I to jatidiri_app using (exists (select from disposal.found f where f.id = found_id)) with check (true)', t || '_app', t);
  end loop;
end $$;
create policy found_app on disposal.found to jatidiri_app using (disposal.mine(office_id, region_code)) with check (true);

grant select, insert on disposal.found_custody, disposal.found_count, disposal.found_card to jatidiri_app, jatidiri_system;
grant select, insert, update on disposal.found to jatidiri_app, jatidiri_system;

create view disposal_read.found with (security_invoker) as
  select id, number, place, region_code, found_on, opened_at, reconciled, explained_at from disposal.found;
comment on view disposal_read.found is 'Finds of cards.';
create view disposal_read.found_count with (security_invoker) as
  select id, found_id, counter, counted_at, n, recorded_at from disposal.found_count;
comment on view disposal_read.found_count is 'Counts of what was found, each by its counter.';
grant select on disposal_read.found, disposal_read.found_count to jatidiri_app, jatidiri_system;
