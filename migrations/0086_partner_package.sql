-- Files of a partner: how many rows a grant covers, and what of the register may be compared with them.

alter table partner.access_grant add column package_rows int check (package_rows between 1 and 100000000);
comment on column partner.access_grant.package_rows is 'How many rows of files may be matched under this grant without another decision, all files together; null: none.';

create view partner_read.package with (security_invoker) as
  select g.id as grant_id, g.package_rows from partner.access_grant g;
comment on view partner_read.package is 'How many rows of files each grant covers.';
comment on column partner_read.package.grant_id is 'The grant';
comment on column partner_read.package.package_rows is 'Rows of all its files together; null: each file needs a decision';
grant select on partner_read.package to jatidiri_app, jatidiri_system;

create view verification_read.subject with (security_barrier) as
  select nik, village_code, name, birth_place, birth_date, sex, blood_group, religion, marital_status, education, occupation, address, rt, rw,
         state, family_card, sealed
    from verification.subject;
comment on view verification_read.subject is 'Everybody in the region of whoever asks, by the elements that partners compare; for the answering role alone. state 0: erased.';
comment on column verification_read.subject.nik is 'NIK';
comment on column verification_read.subject.village_code is 'Where he lives';
comment on column verification_read.subject.name is 'Name';
comment on column verification_read.subject.birth_place is 'Place of birth';
comment on column verification_read.subject.birth_date is 'Day of birth';
comment on column verification_read.subject.sex is 'Code of the sex';
comment on column verification_read.subject.blood_group is 'Code of the blood group';
comment on column verification_read.subject.religion is 'Code of the religion';
comment on column verification_read.subject.marital_status is 'Code of the marital status';
comment on column verification_read.subject.education is 'Code of the education';
comment on column verification_read.subject.occupation is 'Code of the occupation';
comment on column verification_read.subject.address is 'Address';
comment on column verification_read.subject.rt is 'RT';
comment on column verification_read.subject.rw is 'RW';
comment on column verification_read.subject.state is 'State of the record; 0: erased';
comment on column verification_read.subject.family_card is 'KK';
comment on column verification_read.subject.sealed is 'Protected elements as they are sealed';
grant usage on schema verification_read to jatidiri_answer;
grant select on verification_read.subject to jatidiri_answer;
