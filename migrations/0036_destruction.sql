-- Destruction as a great act: a plan whose list is fixed by its hash, the day with its checks and witnesses, the report.

create table disposal.plan (
  id           uuid primary key,
  number       text not null,
  office_id    uuid not null,
  region_code  text not null,
  place        text not null,
  planned_on   date not null,
  method       text not null check (method in ('burn', 'shred', 'cut')),
  state        text not null check (state in ('proposed', 'approved', 'begun', 'stopped', 'done', 'cancelled')),
  n            int not null check (n > 0),
  bags         int not null check (bags > 0),
  root         bytea not null,
  proposed_at  timestamptz not null,
  proposed_by  uuid not null,
  proposal_id  uuid not null,
  approved_at  timestamptz,
  approved_by  uuid,
  approved_office uuid,
  begun_at     timestamptz,
  begun_by     uuid,
  confidence   double precision,
  faulty       int,
  sample       int,
  seed         bytea,
  ended_at     timestamptz,
  ended_by     uuid,
  stop_reason  text,
  issuing      jsonb,
  document_id  uuid,
  log_size     bigint,
  log_root     bytea,
  qr_text      text,
  entry_id     uuid not null,
  constraint plan_number unique (number),
  -- Whatever the code does: no plan is approved by who proposed it or from his office, and nobody ends alone what he began.
  constraint plan_two check (approved_by <> proposed_by and approved_office <> office_id),
  constraint plan_approved check (state in ('proposed', 'cancelled') or (approved_by is not null and approved_office is not null)),
  constraint plan_begun check (state not in ('begun', 'stopped', 'done') or (begun_by is not null and seed is not null)),
  constraint plan_done check (state <> 'done' or (ended_by is not null and ended_by <> begun_by)),
  constraint plan_minutes check (document_id is null or (state = 'done' and log_size is not null and log_root is not null and qr_text is not null))
);
comment on table disposal.plan is 'A destruction: proposed by one, approved from another unit, carried out by two and witnesses. root is the Merkle root over its bags in order.';
create index plan_office on disposal.plan (office_id, planned_on);
create index plan_region on disposal.plan (region_code, planned_on);

create table disposal.plan_bag (
  plan_id      uuid not null references disposal.plan (id),
  bag_id       uuid not null references disposal.bag (id),
  place        int not null,
  seal_read    text,
  seal_agrees  boolean,
  checked_at   timestamptz,
  checked_by   uuid,
  sampled      boolean not null default false,
  counted      int,
  counted_at   timestamptz,
  counted_by   uuid,
  constraint plan_bag_pkey primary key (plan_id, bag_id),
  constraint plan_bag_order unique (plan_id, place),
  constraint plan_bag_checked check ((checked_by is null) = (seal_read is null)),
  constraint plan_bag_counted check ((counted_by is null) = (counted is null) and (counted is null or sampled)),
  constraint plan_bag_two check (counted_by <> checked_by)
);
comment on table disposal.plan_bag is 'A bag of a plan: its seal as it was read on the day, and its count where the draw fell on it.';

create table disposal.evidence (
  id       uuid primary key,
  plan_id  uuid not null references disposal.plan (id),
  kind     text not null check (kind in ('photo', 'signature')),
  file_id  uuid not null,
  sha256   bytea not null,
  at       timestamptz not null,
  by       uuid not null,
  entry_id uuid not null,
  constraint evidence_once unique (plan_id, sha256)
);
comment on table disposal.evidence is 'Photos and signatures of the day, by their hash; the files are kept in the store of files.';

create table disposal.witness (
  plan_id      uuid not null references disposal.plan (id),
  place        int not null,
  name         text not null,
  institution  text not null,
  position     text,
  outside      boolean not null,
  signature_id uuid not null references disposal.evidence (id),
  signed_at    timestamptz not null,
  entered_by   uuid not null,
  entry_id     uuid not null,
  constraint witness_pkey primary key (plan_id, place),
  constraint witness_signature unique (signature_id)
);
comment on table disposal.witness is 'Who saw it: outside is somebody who is not of the office.';

create table disposal.report (
  id          uuid primary key,
  plan_id     uuid references disposal.plan (id),
  office_id   uuid not null,
  region_code text not null,
  pieces      int not null check (pieces >= 0),
  reported_on date not null,
  recorded_at timestamptz not null,
  reported_by uuid not null,
  note        text,
  entry_id    uuid not null,
  constraint report_plan unique (plan_id),
  constraint report_nothing check ((plan_id is null) = (pieces = 0))
);
comment on table disposal.report is 'What an office has told the ministry: a destruction with its minutes, or that there was nothing to destroy.';
create index report_region on disposal.report (region_code, reported_on);

do $$
declare
  t text;
begin
  foreach t in array array['plan', 'plan_bag', 'evidence', 'witness', 'report'] loop
    execute format('alter table disposal.%I enable row level security', t);
    execute format('alter table disposal.%I force row level security', t);
    execute format('create policy %I on disposal.%I to jatidiri_system, jatidiri_owner using (true) with check (true)', t || '_system', t);
  end loop;
  foreach t in array array['plan_bag', 'evidence', 'witness'] loop
    execute format('create policy %I on disposal.%I to jatidiri_app using (exists (select from disposal.plan p where p.id = plan_id)) with check (true)', t || '_app', t);
  end loop;
end $$;
create policy plan_app on disposal.plan to jatidiri_app using (disposal.mine(office_id, region_code)) with check (true);
create policy report_app on disposal.report to jatidiri_app using (disposal.mine(office_id, region_code)) with check (true);

grant select, insert on disposal.evidence, disposal.witness, disposal.report to jatidiri_app, jatidiri_system;
grant select, insert, update on disposal.plan, disposal.plan_bag to jatidiri_app, jatidiri_system;

create view disposal_read.report with (security_invoker) as
  select id, plan_id, office_id, region_code, pieces, reported_on, recorded_at from disposal.report;
comment on view disposal_read.report is 'What offices have reported to the ministry about destructions.';
grant select on disposal_read.report to jatidiri_app, jatidiri_system;
