-- What holds for single questions holds for whole files: what people have locked, and invented persons.

create view verification_read.lock with (security_invoker) as
  select l.nik, l.kind, l.until from verification.lock l;
comment on view verification_read.lock is 'What people have locked.';
comment on column verification_read.lock.nik is 'The person';
comment on column verification_read.lock.kind is 'A bit (src/sharing/verification/lock/rules.ts)';
comment on column verification_read.lock.until is 'Null: until the person lifts it';
grant select on verification_read.lock to jatidiri_answer;

grant execute on function verification.note_touch to jatidiri_system;
