-- What an application says about people may name parents and disability (UU 24/2013 art. 84): sealed under a class key.

alter table application.application
  alter column details drop not null,
  add column sealed bytea,
  add constraint application_details check ((details is null) <> (sealed is null));
comment on table application.application is 'One workflow for every service. outcome_id is the event, act or document it led to.';
comment on column application.application.sealed is 'The kind''s own fields as its schema has them, sealed under the class key application.details; the vault''s place is this table, the id and this column.';
comment on column application.application.details is 'In clear, from before they were sealed; the room seals them at the next write or by a job at night, whichever is first. SQL cannot: the database holds no key.';
-- Empty once the job has been here.
create index application_clear on application.application (id) where details is not null;

-- Undoing asks whether a later act touched what is sealed.
create or replace view resident_read.act with (security_invoker) as
  select a.id, a.kind, a.occurred_on, a.recorded_at, a.officer_id, a.office_id, a.legal_basis, a.reason, a.entry_id, h.nik, h.version, h.delta,
         h.sealed_before is not null as protected_changed
    from resident.act a join resident.history h on h.act_id = a.id;

-- Two NIKs that may be one person's, found by an import: the case is seen where either of them lives.
alter table resident.identity_case
  add column other_village bigint,
  add constraint identity_case_other check ((other_nik is null) = (other_village is null));
comment on column resident.identity_case.other_nik is 'Of a likely duplicate: the record that an import brought; nik is the one that was there before.';
comment on column resident.identity_case.other_village is 'Where other_nik lived when the case was opened.';
create index identity_case_other_open on resident.identity_case (other_village) where state = 'open' and other_village is not null;
drop policy identity_case_app on resident.identity_case;
create policy identity_case_app on resident.identity_case to jatidiri_app
  using (village_code >= (select current_setting('jatidiri.low')::bigint) and village_code <= (select current_setting('jatidiri.high')::bigint)
      or other_village >= (select current_setting('jatidiri.low')::bigint) and other_village <= (select current_setting('jatidiri.high')::bigint))
  with check (true);
