-- What a partner may ask: an agreement, a purpose, elements with their methods, and the bounds of it; given by two persons.

create table partner.access_grant (
  id             uuid primary key,
  cooperation_id uuid not null references partner.cooperation (id),
  agreement_id   uuid not null references partner.document (id),
  purpose        text not null check (purpose in ('public_service', 'development_planning', 'budget_allocation', 'democracy', 'law_enforcement')),
  elements       jsonb not null,
  threshold      smallint check (threshold between 0 and 100),
  daily_quota    int not null check (daily_quota > 0),
  hours_from     smallint check (hours_from between 0 and 1439),
  hours_until    smallint check (hours_until between 0 and 1440),
  networks       cidr[] not null,
  region_code    text,
  dpop           boolean not null,
  signed         boolean not null,
  tells          text[] not null check (tells <@ array['absent', 'deceased', 'duplicate', 'inactive']),
  valid_from     timestamptz not null,
  valid_until    timestamptz not null,
  asked_by       uuid not null,
  given_at       timestamptz not null,
  given_by       uuid not null,
  ended_at       timestamptz,
  ended_by       uuid,
  end_why        text,
  replaced_by    uuid references partner.access_grant (id),
  entry_id       uuid not null,
  -- Whatever the code does: nobody gives alone.
  constraint access_grant_two check (asked_by <> given_by),
  constraint access_grant_term check (valid_until > valid_from),
  constraint access_grant_hours check ((hours_from is null) = (hours_until is null) and hours_from <> hours_until),
  constraint access_grant_ended check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (end_why is null)),
  constraint access_grant_replaced check (replaced_by is null or ended_at is not null)
);
comment on table partner.access_grant is 'A right to ask (hak akses). It is never changed: a new one replaces it. valid_until is the first instant at which it is no more.';
comment on column partner.access_grant.elements is 'A list of {element, method}.';
comment on column partner.access_grant.region_code is 'Whose people it may ask about: null is the nation, else the residents of this region.';
comment on column partner.access_grant.tells is 'What an answer may tell apart; all else looks like a mismatch.';
create index access_grant_cooperation on partner.access_grant (cooperation_id);
-- One purpose is granted once at a time.
create unique index access_grant_purpose on partner.access_grant (cooperation_id, purpose) where ended_at is null;

alter table partner.access_grant enable row level security;
alter table partner.access_grant force row level security;
create policy access_grant_system on partner.access_grant to jatidiri_system, jatidiri_owner using (true) with check (true);
create policy access_grant_app on partner.access_grant to jatidiri_app
  using ((select partner.wide()) or exists (select from partner.cooperation c where c.id = cooperation_id)) with check (true);
grant select, insert, update (ended_at, ended_by, end_why, replaced_by) on partner.access_grant to jatidiri_app, jatidiri_system;
