-- Who may act for whom: what an officer has entered by its papers, and who is shut out. What the register itself says of parents stands in
-- no table here: it is asked anew each time.

alter table citizen.session add column acting_for bigint;
comment on column citizen.session.acting_for is 'Whose data the person looks at now; whether he may is asked at every request. Null: his own.';

create table citizen.authority (
  id             uuid primary key,
  nik            bigint not null,
  representative bigint not null,
  kind           text not null check (kind in ('parent', 'guardian', 'curator')),
  paper          text not null check (paper in ('birth_certificate', 'court_decision')),
  issuer         text not null,
  number         text not null,
  decided_on     date not null,
  until          date,
  file_id        uuid not null,
  proposed_at    timestamptz not null,
  proposed_by    uuid not null,
  office_id      uuid,
  proposal_id    uuid,
  begun_at       timestamptz,
  confirmed_by   uuid,
  entry_id       uuid,
  ended_at       timestamptz,
  ended_by       uuid,
  end_ground     text check (end_ground in ('court_decision', 'protection_order', 'paper_wrong', 'asked', 'replaced')),
  -- Under the key of whom it is about.
  end_words      bytea,
  end_entry      uuid,
  constraint authority_of_another check (nik <> representative),
  constraint authority_begun check ((begun_at is null) = (confirmed_by is null) and (begun_at is null) = (entry_id is null)),
  constraint authority_ended check ((ended_at is null) = (end_ground is null) and (ended_at is null) = (end_entry is null))
);
comment on table citizen.authority is 'By papers: one officer enters them, another confirms (begun_at). Whether it is in force follows from it and from both people (src/sharing/citizen/representation/rules.ts); the term, the 17th birthday, a marriage and a death need no act.';
create unique index authority_one on citizen.authority (nik, representative) where begun_at is not null and ended_at is null;
create index authority_representative on citizen.authority (representative);

create table citizen.exclusion (
  id         uuid primary key,
  nik        bigint not null,
  person     bigint not null,
  ground     text not null check (ground in ('court_decision', 'protection_order')),
  issuer     text not null,
  number     text not null,
  decided_on date not null,
  at         timestamptz not null,
  by_id      uuid not null,
  office_id  uuid,
  entry_id   uuid not null,
  ended_at   timestamptz,
  end_entry  uuid,
  constraint exclusion_of_another check (nik <> person),
  constraint exclusion_ended check ((ended_at is null) = (end_entry is null))
);
comment on table citizen.exclusion is 'Who may not act for whom, whatever the register says; a later court decision, entered as an authority, ends it.';
create unique index exclusion_one on citizen.exclusion (nik, person) where ended_at is null;
create index exclusion_person on citizen.exclusion (person);

grant select, insert, update on citizen.authority, citizen.exclusion to jatidiri_system;

-- A parent finds the children that the register names him in, also those on another card.
create index resident_mother on resident.resident (mother_nik) where mother_nik is not null;
create index resident_father on resident.resident (father_nik) where father_nik is not null;
