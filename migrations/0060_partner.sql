-- Partners: institutions that ask about people, the ladder that each climbs, and the papers on every rung.

create schema partner;
create schema partner_read;
grant usage on schema partner, partner_read to jatidiri_app, jatidiri_system;

create table partner.institution (
  id            uuid primary key,
  name          text not null,
  kind          text not null,
  sector        text not null,
  supervisor_id uuid references partner.institution (id),
  region_code   text,
  mail          text,
  state         text not null default 'active' check (state in ('active', 'closed')),
  registered_at timestamptz not null,
  registered_by uuid not null,
  closed_at     timestamptz,
  closed_by     uuid,
  closed_why    text,
  entry_id      uuid not null,
  constraint institution_supervisor check (supervisor_id <> id),
  constraint institution_region check (region_code ~ '^([0-9]{2}|[0-9]{4})$'),
  constraint institution_closed check ((state = 'closed') = (closed_at is not null) and (closed_at is null) = (closed_by is null) and (closed_at is null) = (closed_why is null))
);
comment on table partner.institution is 'Who asks about people, or speaks for those who do. kind and sector: src/sharing/partner/rules.ts.';
comment on column partner.institution.supervisor_id is 'The body whose MoU and recommendation carry it, where it has no MoU of its own.';
comment on column partner.institution.region_code is 'Null: central. A regional one asks about the people of its region only.';
comment on column partner.institution.mail is 'Where its letters go; an address of the institution, not of a person.';
-- One institution is entered once, however its name is written.
create unique index institution_name on partner.institution (lower(name));
create index institution_supervises on partner.institution (supervisor_id) where supervisor_id is not null;

create table partner.unit (
  id             uuid primary key,
  institution_id uuid not null references partner.institution (id),
  name           text not null,
  opened_at      timestamptz not null,
  opened_by      uuid not null,
  closed_at      timestamptz,
  closed_by      uuid,
  entry_id       uuid not null,
  constraint unit_closed check ((closed_at is null) = (closed_by is null))
);
comment on table partner.unit is 'A part of an institution that asks in its name: the answer and the citizen''s page say which.';
create unique index unit_name on partner.unit (institution_id, lower(name)) where closed_at is null;

create table partner.cooperation (
  id             uuid primary key,
  number         text not null,
  institution_id uuid not null references partner.institution (id),
  predecessor_id uuid references partner.cooperation (id),
  opened_at      timestamptz not null,
  opened_by      uuid not null,
  stage          text not null check (stage in ('REQUEST', 'APPROVAL', 'MOU', 'AGREEMENT', 'TECHNICAL_GUIDE', 'ONBOARDING', 'CONNECTED', 'EVALUATION', 'RENEWAL', 'WITHDRAWN', 'REFUSED')),
  since          date not null,
  steps          int not null check (steps > 0),
  entry_id       uuid not null,
  constraint cooperation_number unique (number),
  constraint cooperation_successor unique (predecessor_id),
  constraint cooperation_predecessor check (predecessor_id <> id)
);
comment on table partner.cooperation is 'One pass through the ladder: stage, since and steps are what its steps give. A renewal is a new one that names its predecessor.';
-- One institution climbs once at a time and is connected once: the old one ends in the act that connects its successor.
create unique index cooperation_climbing on partner.cooperation (institution_id)
  where stage in ('REQUEST', 'APPROVAL', 'MOU', 'AGREEMENT', 'TECHNICAL_GUIDE', 'ONBOARDING');
create unique index cooperation_live on partner.cooperation (institution_id) where stage in ('CONNECTED', 'EVALUATION');
create index cooperation_institution on partner.cooperation (institution_id);
create index cooperation_board on partner.cooperation (stage, since);

create table partner.step (
  id             uuid primary key,
  cooperation_id uuid not null references partner.cooperation (id),
  n              int not null check (n > 0),
  stage          text not null,
  occurred_on    date not null,
  recorded_at    timestamptz not null,
  recorded_by    uuid not null,
  reason         text,
  words          text,
  takes_back     uuid references partner.step (id),
  entry_id       uuid not null,
  constraint step_order unique (cooperation_id, n),
  constraint step_taken_back_once unique (takes_back),
  constraint step_reason check (stage not in ('WITHDRAWN', 'REFUSED') or takes_back is not null or (reason is not null and words is not null))
);
comment on table partner.step is 'Append-only: every change of stage. takes_back names a step that was entered by mistake; neither of the two counts from then on.';
comment on column partner.step.occurred_on is 'The day on which it came about; it never goes back within a cooperation.';

create table partner.document (
  id             uuid primary key,
  cooperation_id uuid not null references partner.cooperation (id),
  kind           text not null,
  number         text not null,
  version        int not null check (version > 0),
  sha256         bytea not null check (length(sha256) = 32),
  file_id        uuid,
  paper_id       uuid,
  signed_on      date not null,
  valid_from     date,
  valid_until    date,
  signatories    jsonb not null,
  contents       jsonb,
  recorded_at    timestamptz not null,
  recorded_by    uuid not null,
  entry_id       uuid not null,
  constraint document_version unique (cooperation_id, kind, number, version),
  constraint document_term check ((valid_from is null) = (valid_until is null) and valid_until >= valid_from),
  constraint document_termed check (kind not in ('mou', 'pks') or valid_until is not null),
  constraint document_contents check (kind not in ('request', 'pks') or contents is not null),
  constraint document_one_copy check (file_id is null or paper_id is null)
);
comment on table partner.document is 'Append-only: a paper of a cooperation, by its hash. It is never edited; a new version follows, and governs from its valid_from on.';
comment on column partner.document.file_id is 'The stored file; null with paper_id null where only the hash was entered and the paper lies in an archive.';
comment on column partner.document.paper_id is 'A paper that this system printed itself.';
comment on column partner.document.contents is 'Of a request and a PKS: purposes, elements with methods, the way of asking, data to give back, term.';
create unique index document_once on partner.document (cooperation_id, kind, sha256);
-- Of these there is one line of versions, whatever numbers they bear.
create unique index document_line on partner.document (cooperation_id, kind, version)
  where kind in ('request', 'reply', 'recommendation', 'mou', 'pks', 'juknis', 'nda', 'sptjm', 'poc_report');

create table partner.numbering (
  series text primary key,
  n      bigint not null
);
comment on table partner.numbering is 'The last number of each series of cooperations and letters, given without a gap.';

create function partner.wide() returns boolean language sql stable as $$
  select current_setting('jatidiri.low')::bigint = 0 and current_setting('jatidiri.high')::bigint = 9999999999
$$;
comment on function partner.wide is 'Whether the reader acts for the nation. Asked once a statement in the policies, so that the nation pays nothing a row.';

create function partner.mine(region text) returns boolean language sql stable as $$
  select region is not null
     and rpad(region, 10, '0')::bigint between current_setting('jatidiri.low')::bigint and current_setting('jatidiri.high')::bigint
$$;
comment on function partner.mine is 'Central institutions are the nation''s to see, regional ones also their own region''s.';

do $$
declare
  t text;
begin
  foreach t in array array['institution', 'unit', 'cooperation', 'step', 'document', 'numbering'] loop
    execute format('alter table partner.%I enable row level security', t);
    execute format('alter table partner.%I force row level security', t);
    execute format('create policy %I on partner.%I to jatidiri_system, jatidiri_owner using (true) with check (true)', t || '_system', t);
  end loop;
  foreach t in array array['unit', 'cooperation'] loop
    execute format('create policy %I on partner.%I to jatidiri_app using ((select partner.wide()) or exists (select from partner.institution i where i.id = institution_id)) with check (true)', t || '_app', t);
  end loop;
  foreach t in array array['step', 'document'] loop
    execute format('create policy %I on partner.%I to jatidiri_app using ((select partner.wide()) or exists (select from partner.cooperation c where c.id = cooperation_id)) with check (true)', t || '_app', t);
  end loop;
end $$;
create policy institution_app on partner.institution to jatidiri_app using ((select partner.wide()) or partner.mine(region_code)) with check (true);
create policy numbering_app on partner.numbering to jatidiri_app using (true) with check (true);

grant select, insert on partner.step, partner.document to jatidiri_app, jatidiri_system;
grant select, insert, update on partner.institution, partner.unit, partner.numbering to jatidiri_app, jatidiri_system;
grant select, insert, update (stage, since, steps) on partner.cooperation to jatidiri_app, jatidiri_system;
