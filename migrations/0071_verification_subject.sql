-- What the answering role sees: one view, with the columns that can be asked about, and nobody outside the region through
-- whose eyes a transaction looks.

create view resident_read.sealed with (security_invoker) as
  select nik, sealed from resident.protected;
comment on view resident_read.sealed is 'Protected elements as they are sealed; for views that speak with the owner''s rights, so nobody else is granted it.';

create view resident_read.erased with (security_invoker) as
  select nik from resident.erasure;
comment on view resident_read.erased is 'Who was erased: nothing is said of him any more.';

-- Owner's rights on purpose: `answer` holds nothing of the register but the columns below.
create view verification.subject with (security_barrier) as
  select r.nik, r.village_code, r.name, r.birth_place, r.birth_date, r.sex, r.blood_group, r.religion, r.marital_status, r.education,
         r.occupation, r.address, r.rt, r.rw,
         case when exists (select from resident_read.erased e where e.nik = r.nik) then 0::smallint else r.state end as state,
         (select m.family_card from family_read.membership m where m.nik = r.nik and m.valid_to is null) as family_card,
         (select s.sealed from resident_read.sealed s where s.nik = r.nik) as sealed
    from resident_read.resident r
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
