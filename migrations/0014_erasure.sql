-- Erasure (UU 27/2022 art. 8, 16, 44): what is sealed under a person's key dies with the key, what is sealed under a class
-- key is emptied; the rows of the register stay (UU 23/2006).

alter table file.stored add column erased_at timestamptz;
comment on column file.stored.erased_at is 'The person was erased: from now on the file is refused, also before its key is destroyed.';
grant update (erased_at) on file.stored to jatidiri_system;

create table resident.erasure (
  nik              bigint not null,
  id               uuid not null,
  act_id           uuid not null,
  erased_at        timestamptz not null,
  key_destroyed_at timestamptz,
  files            int not null,
  ground           text not null check (ground in ('court', 'consent_withdrawn', 'retention_ended')),
  legal_basis      text not null,
  constraint erasure_once primary key (nik)
);
comment on table resident.erasure is 'Who was erased and on which legal ground; the vault destroys the key by a job after the commit.';
comment on column resident.erasure.files is 'How many files the key opened.';
create index erasure_id on resident.erasure (id);

alter table resident.erasure enable row level security;
alter table resident.erasure force row level security;
create policy erasure_system on resident.erasure to jatidiri_system, jatidiri_owner using (true) with check (true);
create policy erasure_app on resident.erasure for select to jatidiri_app
  using (exists (select from resident.resident r where r.nik = erasure.nik));
grant select on resident.erasure to jatidiri_app, jatidiri_system;
grant insert, update (key_destroyed_at) on resident.erasure to jatidiri_system;

-- The only change that the history knows: earlier versions of what is sealed leave it, once an erasure stands.
create function resident.forget_sealed(erased bigint) returns void
language sql security definer set search_path = pg_catalog as $$
  update resident.history h set sealed_before = null
   where h.nik = erased and h.sealed_before is not null
     and exists (select from resident.erasure e where e.nik = erased)
$$;
comment on function resident.forget_sealed is 'Empties the earlier versions of an erased person''s protected elements.';
revoke execute on function resident.forget_sealed from public;
grant execute on function resident.forget_sealed to jatidiri_system;
