-- Uniqueness (uji ketunggalan): one search a packet, its candidates, and what people decided about them.

create schema uniqueness;
create schema uniqueness_read;
grant usage on schema uniqueness, uniqueness_read to jatidiri_app, jatidiri_system;

create table uniqueness.search (
  nik          bigint not null,
  packet_id    uuid not null,
  asked_at     timestamptz not null,
  failures     int not null default 0,
  fault        text,
  retry_at     timestamptz,
  ended_at     timestamptz,
  gallery_size int,
  engine       text,
  threshold    real,
  outcome      text check (outcome in ('unique', 'duplicate', 'human')),
  reason       text,
  entry_id     uuid,
  constraint search_pkey primary key (nik, packet_id),
  constraint search_ended check ((outcome is null) = (ended_at is null))
);
comment on table uniqueness.search is 'The 1:N search of one packet, done once: against how many, by which engine, with which threshold, and what came of it.';
comment on column uniqueness.search.fault is 'Why the engine failed the last time; it is tried again, not before retry_at (true time).';
create index search_open on uniqueness.search (asked_at) where outcome is null;

create table uniqueness.candidate (
  nik             bigint not null,
  packet_id       uuid not null,
  other_nik       bigint not null,
  other_packet_id uuid not null,
  fused           real not null,
  scores          json not null,
  constraint candidate_pkey primary key (nik, packet_id, other_packet_id)
);
comment on table uniqueness.candidate is 'Somebody recorded before who may be the same body: fused log10 likelihood ratio and the parts that made it.';
create index candidate_other on uniqueness.candidate (other_nik);

-- What each process that holds a gallery in memory has to follow. A reader remembers the oldest transaction that ran when it
-- read and begins there the next time: numbers and times are given before the commit, so that either would leave rows out.
create table uniqueness.gallery_change (
  seq       bigint generated always as identity primary key,
  xid       xid8 not null default pg_current_xact_id(),
  nik       bigint,
  packet_id uuid
);
comment on table uniqueness.gallery_change is 'Packets that entered or left the gallery, or whose templates are new. Without a packet: many did, read the store anew.';
create index gallery_change_xid on uniqueness.gallery_change (xid);

-- A pair that people decide; without another side where the search itself could say nothing. Both sides' regions see it.
create table uniqueness.adjudication (
  id              uuid primary key,
  nik             bigint not null,
  packet_id       uuid not null,
  other_nik       bigint,
  other_packet_id uuid,
  reason          text not null,
  fused           real,
  duplicate_at    real not null,
  opened_at       timestamptz not null,
  round           smallint not null default 1,
  state           text not null default 'open' check (state in ('open', 'third', 'decided')),
  outcome         text check (outcome in ('same_body', 'two_bodies', 'unclear')),
  way             text check (way in ('move', 'correction', 'merge', 'again', 'none')),
  decided_at      timestamptz,
  entry_id        uuid not null,
  constraint adjudication_other check ((other_nik is null) = (other_packet_id is null)),
  constraint adjudication_decided check ((state = 'decided') = (outcome is not null))
);
comment on table uniqueness.adjudication is 'Two recordings that may be of one body; packet_id is the later one. Decided by two officers who do not see one another''s view, a third where they differ; way is the proper way out for the citizen.';
create unique index adjudication_once on uniqueness.adjudication (least(packet_id, other_packet_id), greatest(packet_id, other_packet_id));
create index adjudication_open on uniqueness.adjudication (opened_at) where state <> 'decided';
create index adjudication_packet on uniqueness.adjudication (packet_id);
create index adjudication_other_packet on uniqueness.adjudication (other_packet_id);
create index adjudication_nik on uniqueness.adjudication (nik);
create index adjudication_other_nik on uniqueness.adjudication (other_nik);

create table uniqueness.opinion (
  adjudication_id uuid not null references uniqueness.adjudication (id),
  round           smallint not null,
  officer_id      uuid not null,
  verdict         text not null check (verdict in ('same_body', 'two_bodies', 'unclear')),
  reasons         text[] not null,
  note            text,
  given_at        timestamptz not null,
  entry_id        uuid not null,
  constraint opinion_pkey primary key (adjudication_id, round, officer_id)
);
comment on table uniqueness.opinion is 'What one officer said, unseen by the others until all have spoken. A new round begins when a decision is taken up again.';

create table uniqueness.followed (
  id              uuid primary key,
  adjudication_id uuid not null references uniqueness.adjudication (id),
  round           smallint not null,
  what            text not null check (what in ('decided', 'packet', 'way', 'proposal', 'letter', 'reopened')),
  ref             text,
  detail          text,
  at              timestamptz not null,
  entry_id        uuid not null
);
comment on table uniqueness.followed is 'Append-only: everything that came of a decision, so that it can be taken back: statuses of packets, proposals, letters.';
create index followed_of on uniqueness.followed (adjudication_id, at);

create table uniqueness.objection (
  id              uuid primary key,
  adjudication_id uuid not null references uniqueness.adjudication (id),
  nik             bigint not null,
  received_on     date not null,
  words           bytea not null,
  state           text not null default 'open' check (state in ('open', 'granted', 'refused')),
  received_by     uuid not null,
  received_at     timestamptz not null,
  answered_at     timestamptz,
  answered_by     uuid,
  answer          text,
  entry_id        uuid not null
);
comment on table uniqueness.objection is 'The citizen objects to a decision; words are sealed under the class key.';
create unique index objection_one on uniqueness.objection (adjudication_id, nik) where state = 'open';

-- The only other use of the gallery: a court order, two persons, an end.
create table uniqueness.court_search (
  id          uuid primary key,
  court       text not null,
  order_no    text not null,
  ordered_on  date not null,
  ends_on     date not null,
  probe       bytea,
  approved_at timestamptz not null,
  approved_by uuid not null,
  searched_at timestamptz,
  searched_on date,
  found       int,
  result      bytea,
  gone_at     timestamptz,
  entry_id    uuid not null,
  search_entry uuid,
  constraint court_search_order unique (court, order_no),
  constraint court_search_end check (ends_on >= ordered_on)
);
comment on table uniqueness.court_search is 'Searches by order of a court, each approved by two persons and counted in public. probe and result are sealed under the class key; the probe goes with the search.';
comment on column uniqueness.court_search.gone_at is 'The order had ended before it could be searched.';

do $$
declare
  t text;
begin
  foreach t in array array['search', 'candidate', 'gallery_change', 'adjudication', 'opinion', 'followed', 'objection', 'court_search'] loop
    execute format('alter table uniqueness.%I enable row level security', t);
    execute format('alter table uniqueness.%I force row level security', t);
    execute format('create policy %I on uniqueness.%I to jatidiri_system, jatidiri_owner using (true) with check (true)', t || '_system', t);
  end loop;
end $$;
create policy search_app on uniqueness.search to jatidiri_app
  using (exists (select from resident_read.resident r where r.nik = search.nik)) with check (true);
create policy candidate_app on uniqueness.candidate to jatidiri_app
  using (exists (select from resident_read.resident r where r.nik in (candidate.nik, candidate.other_nik))) with check (true);
-- Whoever changes a packet notes it; nobody but the system reads the notes.
create policy gallery_change_app on uniqueness.gallery_change for insert to jatidiri_app with check (true);
create policy adjudication_app on uniqueness.adjudication to jatidiri_app
  using (exists (select from resident_read.resident r where r.nik in (adjudication.nik, adjudication.other_nik))) with check (true);
-- An officer sees his own opinion; those of the others when all have spoken, by the room run as system.
create policy opinion_app on uniqueness.opinion to jatidiri_app
  using (officer_id::text = (select current_setting('jatidiri.officer'))) with check (officer_id::text = (select current_setting('jatidiri.officer')));
create policy followed_app on uniqueness.followed to jatidiri_app
  using (exists (select from uniqueness.adjudication a where a.id = followed.adjudication_id)) with check (true);
create policy objection_app on uniqueness.objection to jatidiri_app
  using (exists (select from resident_read.resident r where r.nik = objection.nik)
      or exists (select from uniqueness.adjudication a where a.id = objection.adjudication_id)) with check (true);
create policy court_search_app on uniqueness.court_search to jatidiri_app using (true) with check (true);

grant select, insert, update on uniqueness.search, uniqueness.adjudication, uniqueness.objection, uniqueness.court_search to jatidiri_app, jatidiri_system;
grant select, insert on uniqueness.candidate, uniqueness.opinion, uniqueness.followed to jatidiri_app, jatidiri_system;
grant insert on uniqueness.gallery_change to jatidiri_app;
grant select, insert on uniqueness.gallery_change to jatidiri_system;

create view uniqueness_read.search with (security_invoker) as
  select nik, packet_id, asked_at, ended_at, outcome from uniqueness.search;
comment on view uniqueness_read.search is 'What the uniqueness check of a packet said.';
grant select on all tables in schema uniqueness_read to jatidiri_app, jatidiri_system;
