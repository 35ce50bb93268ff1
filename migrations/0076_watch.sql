-- The watch over partners: alarms that somebody takes up and closes, pace lifted early or held longer by a person, and one pace a partner.

create view partner_read.institution with (security_invoker) as
  select i.id as institution_id, i.name, i.kind, i.sector, i.region_code, i.mail, i.state from partner.institution i;
comment on view partner_read.institution is 'Institutions, also those whose cooperation has ended.';
comment on column partner_read.institution.institution_id is 'The institution';
comment on column partner_read.institution.name is 'Its name';
comment on column partner_read.institution.kind is 'Its kind, which says whether it pays (src/sharing/partner/rules.ts)';
comment on column partner_read.institution.sector is 'What its service is about';
comment on column partner_read.institution.region_code is 'Null: central; else the region whose people alone it may ask about';
comment on column partner_read.institution.mail is 'Where its letters go';
comment on column partner_read.institution.state is 'active or closed';
grant select on partner_read.institution to jatidiri_app, jatidiri_system;

create table verification.alarm_step (
  id       uuid primary key,
  alarm_id uuid not null references verification.alarm (id),
  kind     text not null check (kind in ('taken', 'closed')),
  at       timestamptz not null,
  by       uuid not null,
  outcome  text check (outcome in ('explained', 'corrected', 'misused', 'nothing')),
  reason   text,
  entry_id uuid not null,
  constraint alarm_step_closed check ((kind = 'closed') = (outcome is not null) and (outcome is null) = (reason is null))
);
comment on table verification.alarm_step is 'Append-only: who took an alarm up, and who closed it with which outcome and why.';
create index alarm_step_alarm on verification.alarm_step (alarm_id);
create unique index alarm_closed_once on verification.alarm_step (alarm_id) where kind = 'closed';

-- Alarms and what follows from them are of the nation: an officer of a region sees none.
create policy alarm_app on verification.alarm for select to jatidiri_app using ((select partner.wide()));
alter table verification.alarm_step enable row level security;
alter table verification.alarm_step force row level security;
create policy alarm_step_system on verification.alarm_step to jatidiri_system, jatidiri_owner using (true) with check (true);
create policy alarm_step_app on verification.alarm_step to jatidiri_app using ((select partner.wide())) with check ((select partner.wide()));
grant select on verification.alarm to jatidiri_app;
grant select, insert on verification.alarm_step to jatidiri_app, jatidiri_system;

alter table verification.throttle
  drop constraint throttle_signal_check,
  add constraint throttle_signal_check check (signal in ('volume', 'hour', 'spread', 'sequence', 'mismatch', 'held')),
  add column figures jsonb,
  add column held_by uuid,
  add column reason text,
  add column lifted_at timestamptz,
  add column lifted_by uuid,
  add column lift_reason text,
  add column lift_entry uuid,
  add constraint throttle_held check ((signal = 'held') = (held_by is not null) and (held_by is null) = (reason is null)),
  add constraint throttle_lifted check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lift_reason is null) and (lifted_at is null) = (lift_entry is null));
comment on column verification.throttle.figures is 'The hour that was unusual beside what is usual: {now, usual}. Null where a person holds the pace.';
comment on column verification.throttle.held_by is 'The officer who holds the pace longer than its signal would.';
grant select, insert, update (lifted_at, lifted_by, lift_reason, lift_entry) on verification.throttle to jatidiri_app;

create table verification.pace (
  institution_id uuid primary key,
  left_over      double precision not null,
  at             timestamptz not null
);
comment on table verification.pace is 'How much a partner that is slowed down may still ask now, of all processes together; time fills it up. The answering processes take portions of it.';

-- All or nothing of what waits, and a little more where there is more; `remaining` says how long it is worth waiting.
create function verification.take_pace(institution uuid, need int, want int, back int, most int, per_second double precision)
returns table (got int, remaining double precision)
language plpgsql set search_path = pg_catalog as $$
declare
  free double precision;
begin
  insert into verification.pace as p (institution_id, left_over, at) values (institution, most, clock_timestamp()) on conflict do nothing;
  select least(most, p.left_over + back + per_second * extract(epoch from clock_timestamp() - p.at)) into free
    from verification.pace p where p.institution_id = institution for update;
  got := case when free >= need then least(want, floor(free)::int) else 0 end;
  remaining := free - got;
  update verification.pace p set left_over = remaining, at = clock_timestamp() where p.institution_id = institution;
  return next;
end $$;
comment on function verification.take_pace is 'What a process may answer a partner that is slowed down before it must ask again.';
revoke execute on function verification.take_pace from public;
grant execute on function verification.take_pace to jatidiri_system;
grant select, insert, update on verification.pace to jatidiri_system;
