-- Uniqueness (uji ketunggalan): one search a packet, its candidates, and what people decided about them.

create schema uniqueness;
create schema uniqueness_read;
grant usage on schema uniqueness, uniqueness_read to jatidiri_app, jatidiri_system;

create table uniqueness.search (
  nik          bigint not null,
  packet_id    uuid not null,
  asked_at     timestamptz not null,
  ended_at     timestamptz,
  gallery_size int,
  engine       text,
  threshold    real,
  outcome      text check (outcome in ('unique', 'duplicate', 'human', 'failed')),
  entry_id     uuid,
  constraint search_pkey primary key (nik, packet_id)
);
comment on table uniqueness.search is 'The 1:N search of one packet, done once: against how many, by which engine, with which threshold, and what came of it.';
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

-- A pair that people decide. Both sides' regions see it.
create table uniqueness.adjudication (
  id              uuid primary key,
  nik             bigint not null,
  packet_id       uuid not null,
  other_nik       bigint not null,
  other_packet_id uuid not null,
  village_code    bigint not null,
  other_village   bigint not null,
  fused           real not null,
  opened_at       timestamptz not null,
  state           text not null default 'open' check (state in ('open', 'third', 'decided', 'reopened')),
  outcome         text check (outcome in ('same_body', 'two_bodies')),
  way             text check (way in ('move', 'correction', 'merge', 'again', 'none')),
  decided_at      timestamptz,
  entry_id        uuid not null
);
comment on table uniqueness.adjudication is 'Two recordings that may be of one body. Decided by two officers who do not see one another''s view, a third where they differ; way is the proper way out for the citizen.';
create unique index adjudication_once on uniqueness.adjudication (packet_id, other_packet_id);
create index adjudication_open on uniqueness.adjudication (opened_at) where state <> 'decided';

create table uniqueness.opinion (
  adjudication_id uuid not null references uniqueness.adjudication (id),
  round           smallint not null,
  officer_id      uuid not null,
  verdict         text not null check (verdict in ('same_body', 'two_bodies')),
  reasons         text[] not null,
  note            text,
  given_at        timestamptz not null,
  entry_id        uuid not null,
  constraint opinion_pkey primary key (adjudication_id, round, officer_id)
);
comment on table uniqueness.opinion is 'What one officer said, unseen by the others until all have spoken. A new round begins when a decision is taken up again.';

create table uniqueness.objection (
  id              uuid primary key,
  adjudication_id uuid not null references uniqueness.adjudication (id),
  nik             bigint not null,
  received_on     date not null,
  words           bytea not null,
  state           text not null default 'open' check (state in ('open', 'granted', 'refused')),
  answered_at     timestamptz,
  answer          text,
  entry_id        uuid not null
);
comment on table uniqueness.objection is 'The citizen objects to a decision; words are sealed under the class key.';
create index objection_open on uniqueness.objection (received_on) where state = 'open';

-- The only other use of the gallery: a court order, two persons, an end.
create table uniqueness.court_search (
  id          uuid primary key,
  court       text not null,
  order_no    text not null,
  ordered_on  date not null,
  ends_on     date not null,
  proposal_id uuid not null,
  searched_at timestamptz,
  found       int,
  entry_id    uuid not null,
  constraint court_search_order unique (court, order_no)
);
comment on table uniqueness.court_search is 'Searches by order of a court, each approved by two persons and counted in public.';

do $$
declare
  t text;
begin
  foreach t in array array['search', 'candidate', 'adjudication', 'opinion', 'objection', 'court_search'] loop
    execute format('alter table uniqueness.%I enable row level security', t);
    execute format('alter table uniqueness.%I force row level security', t);
    execute format('create policy %I on uniqueness.%I to jatidiri_system, jatidiri_owner using (true) with check (true)', t || '_system', t);
  end loop;
end $$;
create policy search_app on uniqueness.search to jatidiri_app
  using (exists (select from resident.resident r where r.nik = search.nik)) with check (true);
create policy candidate_app on uniqueness.candidate to jatidiri_app
  using (exists (select from resident.resident r where r.nik in (candidate.nik, candidate.other_nik))) with check (true);
create policy adjudication_app on uniqueness.adjudication to jatidiri_app
  using (village_code between (select current_setting('jatidiri.low')::bigint) and (select current_setting('jatidiri.high')::bigint)
      or other_village between (select current_setting('jatidiri.low')::bigint) and (select current_setting('jatidiri.high')::bigint))
  with check (true);
-- An officer sees his own opinion; those of the others through the decision, by a function of the room run as system.
create policy opinion_app on uniqueness.opinion to jatidiri_app
  using (officer_id::text = (select current_setting('jatidiri.officer'))) with check (true);
create policy objection_app on uniqueness.objection to jatidiri_app
  using (exists (select from uniqueness.adjudication a where a.id = objection.adjudication_id)) with check (true);
create policy court_search_app on uniqueness.court_search to jatidiri_app using (true) with check (true);

grant select, insert, update on uniqueness.search, uniqueness.adjudication, uniqueness.objection, uniqueness.court_search to jatidiri_app, jatidiri_system;
grant select, insert on uniqueness.candidate, uniqueness.opinion to jatidiri_app, jatidiri_system;

create view uniqueness_read.search with (security_invoker) as
  select nik, packet_id, asked_at, ended_at, outcome from uniqueness.search;
comment on view uniqueness_read.search is 'What the uniqueness check of a packet said.';
grant select on all tables in schema uniqueness_read to jatidiri_app, jatidiri_system;
