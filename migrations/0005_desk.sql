-- The desk: acts that are done once however often they are sent, and acts that two people do together.

create schema idempotency;
create schema approval;


create table idempotency.answer (
  actor_id text not null,
  key text not null check (length(key) between 8 and 200),
  request_hash bytea not null,
  status smallint not null check (status between 200 and 499),
  sealed bytea not null,
  created_at timestamptz not null default now(),
  constraint idempotency_in_use primary key (actor_id, key)
);
comment on table idempotency.answer is 'What a write answered, sealed, for 24 hours; written in the transaction of the act';
create index answer_age on idempotency.answer (created_at);

grant usage on schema idempotency to jatidiri_app, jatidiri_system;
grant select, insert, update on idempotency.answer to jatidiri_app;
grant select, insert, delete on idempotency.answer to jatidiri_system;
alter table idempotency.answer enable row level security;
alter table idempotency.answer force row level security;
create policy own on idempotency.answer to jatidiri_app
  using (actor_id = (select current_setting('jatidiri.officer'))) with check (actor_id = (select current_setting('jatidiri.officer')));
create policy all_of_it on idempotency.answer to jatidiri_system using (true) with check (true);
create policy owned on idempotency.answer to jatidiri_owner using (true) with check (true);

create table approval.proposal (
  id uuid primary key,
  act text not null,
  -- the act's input, sealed: it may name persons
  input bytea not null,
  hash bytea not null check (length(hash) = 32),
  fingerprint text not null,
  region_code text not null check (region_code ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{10})?$'),
  summary_key text not null,
  summary_values jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'approved', 'rejected', 'withdrawn')),
  proposed_by uuid not null,
  proposed_by_pseudonym text not null,
  office_id uuid,
  office_region text,
  proposed_at timestamptz not null,
  expires_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  reason text,
  constraint proposal_decided_by_another check (state <> 'approved' or decided_by <> proposed_by),
  constraint proposal_decided check ((state = 'waiting') = (decided_by is null and decided_at is null))
);
comment on table approval.proposal is 'Great acts waiting for, or decided by, a second person';
create index proposal_waiting on approval.proposal (expires_at) where state = 'waiting';
create index proposal_by on approval.proposal (proposed_by, proposed_at);

grant usage on schema approval to jatidiri_app, jatidiri_system;
grant select, insert, update on approval.proposal to jatidiri_app, jatidiri_system;
alter table approval.proposal enable row level security;
alter table approval.proposal force row level security;
-- Officers of the region one level up may be the second person, so they see it; the door decides who really may.
create policy seen on approval.proposal for select to jatidiri_app using (
  proposed_by::text = (select current_setting('jatidiri.officer'))
  or ((select current_setting('jatidiri.low')::bigint) <= rpad(left(region_code, greatest(length(region_code) - 2, 0)), 10, '9')::bigint
      and (select current_setting('jatidiri.high')::bigint) >= rpad(left(region_code, greatest(length(region_code) - 2, 0)), 10, '0')::bigint));
create policy proposed on approval.proposal for insert to jatidiri_app
  with check (proposed_by::text = (select current_setting('jatidiri.officer')));
create policy decided on approval.proposal for update to jatidiri_app using (true);
create policy all_of_it on approval.proposal to jatidiri_system using (true) with check (true);
create policy owned on approval.proposal to jatidiri_owner using (true) with check (true);

