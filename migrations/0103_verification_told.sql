-- What institutions are told of by the clock: keys that are to be changed, quotas that run out, balances that no longer cover a question.

create view verification_read.living_key with (security_invoker) as
  select k.id as key_id, k.institution_id, k.kid, k.added_at from verification.key k where k.ended_at is null;
comment on view verification_read.living_key is 'Keys that institutions have handed in and that are in use.';
comment on column verification_read.living_key.key_id is 'The key';
comment on column verification_read.living_key.institution_id is 'Whose';
comment on column verification_read.living_key.kid is 'Its name';
comment on column verification_read.living_key.added_at is 'When it was handed in';

create view verification_read.quota_day with (security_invoker) as
  select q.grant_id, q.day, q.taken from verification.quota q;
comment on view verification_read.quota_day is 'How much of a day''s quota the answering processes have taken.';
comment on column verification_read.quota_day.grant_id is 'The grant';
comment on column verification_read.quota_day.day is 'A day of WIB';
comment on column verification_read.quota_day.taken is 'Questions; a process may hold a few that it will give back';

create view verification_read.refused_hour with (security_invoker) as
  select r.institution_id, r.hour, r.code, r.n from verification.refused_hour r;
comment on view verification_read.refused_hour is 'Refused calls of institutions by their code; nothing of whom they were about.';
comment on column verification_read.refused_hour.institution_id is 'Who asked';
comment on column verification_read.refused_hour.hour is 'The hour, by the house''s clock';
comment on column verification_read.refused_hour.code is 'The code of the refusal';
comment on column verification_read.refused_hour.n is 'How often';

grant select on verification_read.living_key, verification_read.quota_day, verification_read.refused_hour to jatidiri_system;
