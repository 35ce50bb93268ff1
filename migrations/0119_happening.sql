-- What happened, as the store counts it: with when it became known, and until when it stood.
create view civil_event_read.happening with (security_invoker) as
  select e.id, e.kind, e.occurred_on, e.recorded_at, e.village_code,
         (select u.recorded_at from civil_event.event u where u.id = e.undone_by) as undone_at
    from civil_event.event e where e.state <> 'pending' and e.undoes is null;
comment on view civil_event_read.happening is 'Events that took effect, each once; undone_at says when one was taken back.';
grant select on civil_event_read.happening to jatidiri_system;

create view blank_read.movement with (security_invoker) as
  select m.id, m.kind, m.occurred_at, m.recorded_at, m.from_state, m.to_state, m.n, s.region_code
    from blank.movement m join blank.store s on s.id = m.to_store;
comment on view blank_read.movement is 'Movements of blanks by where they went: counts, no serials.';
grant select on blank_read.movement to jatidiri_system;
