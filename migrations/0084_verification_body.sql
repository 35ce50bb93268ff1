-- One to one by face or finger: sealed templates as the answering role sees them.

-- Owner's rights on purpose, and granted to nobody: views of higher rooms that speak with the owner's rights stand on it.
create view enrolment_read.comparable as
  select i.nik, i.packet_id, i.modality, i.position, i.template, max(r.known_at) as recorded_at
    from enrolment.item i join enrolment.recording r on r.nik = i.nik and r.packet_id = i.packet_id and r.ended_on is null
   where i.template is not null and i.modality in (1, 2)
   group by i.nik, i.packet_id, i.modality, i.position;
comment on view enrolment_read.comparable is 'Faces (1) and fingers (2) of those who count as recorded, sealed under their own keys.';

create view verification.body with (security_barrier) as
  select c.nik, c.packet_id, c.modality, c.position, c.template, c.recorded_at
    from enrolment_read.comparable c
    join resident_read.answerable r on r.nik = c.nik
   where r.village_code >= (select current_setting('jatidiri.low')::bigint)
     and r.village_code <= (select current_setting('jatidiri.high')::bigint);
comment on view verification.body is 'Sealed templates of everybody in the region of whoever asks. What opens them lies in the vault, and opens one for each question.';
grant select (nik, packet_id, modality, position, template, recorded_at) on verification.body to jatidiri_answer;
