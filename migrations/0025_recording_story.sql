-- What is on its way to the centre and how pairs were decided, for figures and checks of higher rooms; no biometric data.

create view enrolment_read.intake with (security_invoker) as
  select id, station_id, office_id, state, captured_at, opened_at, why, nik from enrolment.intake;
comment on view enrolment_read.intake is 'Packets as stations announced them: on the way, taken, in quarantine or refused.';
grant select on enrolment_read.intake to jatidiri_app, jatidiri_system;

create view uniqueness_read.adjudication with (security_invoker) as
  select id, nik, packet_id, other_nik, other_packet_id, reason, opened_at, round, state, outcome, way, decided_at from uniqueness.adjudication;
comment on view uniqueness_read.adjudication is 'Pairs of recordings and what was decided about them; nobody''s opinion.';
grant select on uniqueness_read.adjudication to jatidiri_app, jatidiri_system;
