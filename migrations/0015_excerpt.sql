-- Husband and wife each get an excerpt of their deed (UU 23/2006 art. 34 (3)): a paper is a participant's, not the event's.

alter table civil_event.participant add column document_id uuid;
comment on column civil_event.participant.document_id is 'The excerpt or letter printed for this participant; the last one, where it was printed again.';
grant update (document_id) on civil_event.participant to jatidiri_app, jatidiri_system;

update civil_event.participant p set document_id = e.document_id
  from civil_event.event e
 where e.id = p.event_id and p.position = 1 and e.document_id is not null;

create or replace view civil_event_read.event with (security_invoker) as
  select e.id, e.kind, e.state, e.occurred_on, e.reported_on, e.recorded_at, e.days_late, e.village_code, e.office_id, e.certificate_number, p.document_id, p.nik, p.role
    from civil_event.event e join civil_event.participant p on p.event_id = e.id;

alter table civil_event.event drop column document_id;
