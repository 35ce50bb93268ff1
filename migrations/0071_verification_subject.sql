-- What the answering role sees: one view, with the columns that can be asked about, and nobody outside the region through
-- whose eyes a transaction looks.

-- Owner's rights on purpose, and granted to nobody: views of higher rooms that speak with the owner's rights stand on them.
create view resident_read.answerable as
  select r.nik, r.village_code, r.name, r.birth_place, r.birth_date, r.sex, r.blood_group, r.religion, r.marital_status, r.education,
         r.occupation, r.address, r.rt, r.rw,
         case when exists (select from resident.erasure e where e.nik = r.nik) then 0::smallint else r.state end as state,
         (select p.sealed from resident.protected p where p.nik = r.nik) as sealed
    from resident.resident r;
comment on view resident_read.answerable is 'Everybody, by the elements that partners compare; protected ones as they are sealed. state 0: erased, nothing is said of him any more.';

create view family_read.present as
  select nik, family_card from family.membership_by_nik where valid_to is null;
comment on view family_read.present is 'The KK to which each resident belongs now.';

create view verification.subject with (security_barrier) as
  select r.nik, r.village_code, r.name, r.birth_place, r.birth_date, r.sex, r.blood_group, r.religion, r.marital_status, r.education,
         r.occupation, r.address, r.rt, r.rw, r.state,
         (select f.family_card from family_read.present f where f.nik = r.nik) as family_card,
         r.sealed
    from resident_read.answerable r
   where r.village_code >= (select current_setting('jatidiri.low')::bigint)
     and r.village_code <= (select current_setting('jatidiri.high')::bigint);
comment on view verification.subject is 'Everybody in the region of whoever asks, by the elements that partners compare. state 0: erased.';
grant select (nik, village_code, name, birth_place, birth_date, sex, blood_group, religion, marital_status, education, occupation,
              address, rt, rw, state, family_card, sealed) on verification.subject to jatidiri_answer;

-- What an earlier answer said, for whoever asks the same again under the same key.
create function ledger.detail_of(of_nik bigint, of_entry uuid) returns setof text
language sql stable security definer set search_path = pg_catalog as $$
  select a.detail from ledger.access a where a.nik = of_nik and a.entry = of_entry
$$;
comment on function ledger.detail_of is 'What the access rows of one person under one entry say.';
revoke execute on function ledger.detail_of from public;
grant execute on function ledger.detail_of to jatidiri_answer, jatidiri_system;
