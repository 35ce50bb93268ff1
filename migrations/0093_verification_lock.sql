-- What a person has locked: questions of a kind about him are answered as if nobody had his number.

create table verification.lock (
  nik      bigint not null,
  kind     smallint not null check (kind in (1, 2, 4, 8, 16)),
  until    timestamptz,
  set_at   timestamptz not null,
  entry_id uuid not null,
  constraint lock_pkey primary key (nik, kind)
);
comment on table verification.lock is 'kind: a bit (src/sharing/verification/lock/rules.ts). Read in the very statement that looks a person up, so that it holds from the commit on.';
comment on column verification.lock.until is 'Null: until the person lifts it.';
grant select on verification.lock to jatidiri_answer;
grant select, insert, update, delete on verification.lock to jatidiri_system;
