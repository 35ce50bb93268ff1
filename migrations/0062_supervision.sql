-- Watching over partners: semester reports, written warnings, suspensions, appeals.

create table partner.report (
  id             uuid primary key,
  cooperation_id uuid not null references partner.cooperation (id),
  semester       text not null check (semester ~ '^[0-9]{4}-[12]$'),
  due_on         date not null,
  opened_at      timestamptz not null,
  document_id    uuid references partner.document (id),
  filed_on       date,
  filed_at       timestamptz,
  filed_by       uuid,
  cut_due_at     timestamptz,
  spared_at      timestamptz,
  spared_by      uuid,
  spared_why     text,
  constraint report_once unique (cooperation_id, semester),
  constraint report_filed check ((document_id is null) = (filed_on is null) and (filed_on is null) = (filed_at is null) and (filed_at is null) = (filed_by is null)),
  constraint report_spared check ((spared_at is null) = (spared_by is null) and (spared_at is null) = (spared_why is null))
);
comment on table partner.report is 'A semester report that a connected institution owes. cut_due_at: from then on the clock proposes to cut it; two officers decide, or one spares it with his reason.';
create index report_owed on partner.report (due_on) where filed_on is null;

create table partner.warning (
  id          uuid primary key,
  report_id   uuid not null references partner.report (id),
  level       smallint not null check (level between 1 and 3),
  number      text not null,
  made_on     date not null,
  made_at     timestamptz not null,
  document_id uuid references partner.document (id),
  entry_id    uuid not null,
  constraint warning_level unique (report_id, level),
  constraint warning_number unique (number)
);
comment on table partner.warning is 'A written warning, made by the clock; document_id once its letter is printed.';

create table partner.suspension (
  id             uuid primary key,
  cooperation_id uuid not null references partner.cooperation (id),
  cause          text not null check (cause in ('report_missing', 'agreement_expired', 'misuse', 'security', 'quota_debt', 'evaluation', 'own_wish')),
  from_at        timestamptz not null,
  until_at       timestamptz,
  reason         text not null,
  substitute     text,
  at_once        boolean not null,
  asked_by       uuid,
  decided_by     uuid not null,
  lifted_at      timestamptz,
  lifted_how     text check (lifted_how in ('restored', 'appeal', 'confirmed', 'ended')),
  lift_why       text,
  lift_asked_by  uuid,
  lifted_by      uuid,
  entry_id       uuid not null,
  -- Whatever the code does: one officer alone stops for three days at most, and nobody ends a suspension alone.
  constraint suspension_two check (at_once or (asked_by is not null and asked_by <> decided_by)),
  constraint suspension_at_once check (not at_once or (cause in ('misuse', 'security') and until_at <= from_at + interval '72 hours')),
  constraint suspension_until check (until_at > from_at),
  constraint suspension_lifted check ((lifted_at is null) = (lifted_how is null) and (lifted_at is null) = (lifted_by is null)),
  constraint suspension_lift_two check (lifted_how is null or lifted_how in ('confirmed', 'ended') or (lift_asked_by is not null and lift_asked_by <> lifted_by and lift_why is not null))
);
comment on table partner.suspension is 'A partner may not ask from an instant on. It never counts from before it was decided.';
comment on column partner.suspension.substitute is 'Who serves instead, where the institution is of health, disaster relief or elections.';
comment on column partner.suspension.at_once is 'Stopped by one officer alone, for a time; what two decide afterwards takes its place.';
create unique index suspension_open on partner.suspension (cooperation_id, cause) where lifted_at is null;
create index suspension_cooperation on partner.suspension (cooperation_id, from_at);

create table partner.appeal (
  id            uuid primary key,
  suspension_id uuid not null references partner.suspension (id),
  words         text not null,
  received_on   date not null,
  filed_at      timestamptz not null,
  filed_by      uuid not null,
  outcome       text check (outcome in ('granted', 'refused')),
  why           text,
  decided_at    timestamptz,
  asked_by      uuid,
  decided_by    uuid,
  entry_id      uuid not null,
  constraint appeal_decided check ((outcome is null) = (decided_at is null) and (outcome is null) = (decided_by is null) and (outcome is null) = (why is null)),
  constraint appeal_two check (asked_by <> decided_by)
);
comment on table partner.appeal is 'An objection to a suspension, decided by two officers who had no part in it.';
create unique index appeal_open on partner.appeal (suspension_id) where outcome is null;

do $$
declare
  t text;
begin
  foreach t in array array['report', 'warning', 'suspension', 'appeal'] loop
    execute format('alter table partner.%I enable row level security', t);
    execute format('alter table partner.%I force row level security', t);
    execute format('create policy %I on partner.%I to jatidiri_system, jatidiri_owner using (true) with check (true)', t || '_system', t);
  end loop;
  foreach t in array array['report', 'suspension'] loop
    execute format('create policy %I on partner.%I to jatidiri_app using ((select partner.wide()) or exists (select from partner.cooperation c where c.id = cooperation_id)) with check (true)', t || '_app', t);
  end loop;
end $$;
create policy warning_app on partner.warning to jatidiri_app using ((select partner.wide()) or exists (select from partner.report r where r.id = report_id)) with check (true);
create policy appeal_app on partner.appeal to jatidiri_app using ((select partner.wide()) or exists (select from partner.suspension s where s.id = suspension_id)) with check (true);

grant select, insert on partner.report, partner.warning, partner.suspension, partner.appeal to jatidiri_app, jatidiri_system;
grant update (document_id, filed_on, filed_at, filed_by, cut_due_at, spared_at, spared_by, spared_why) on partner.report to jatidiri_app, jatidiri_system;
grant update (document_id) on partner.warning to jatidiri_app, jatidiri_system;
grant update (lifted_at, lifted_how, lift_why, lift_asked_by, lifted_by) on partner.suspension to jatidiri_app, jatidiri_system;
grant update (outcome, why, decided_at, asked_by, decided_by) on partner.appeal to jatidiri_app, jatidiri_system;
