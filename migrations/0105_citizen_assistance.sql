-- Assisted access: a person stands at the counter and an officer does for him, on his word, what others do on their telephone.

create table citizen.assistance (
  id         uuid primary key,
  nik        bigint not null,
  officer_id uuid not null,
  office_id  uuid,
  known_by   text not null check (known_by in ('card', 'other')),
  reason     text not null check (reason in ('blind', 'illiterate', 'no_telephone', 'unwell', 'other')),
  -- Under the person's own key: how he was known without a card, and who came with him.
  sealed     bytea not null,
  opened_at  timestamptz not null,
  ends_at    timestamptz not null,
  ended_at   timestamptz,
  entry_id   uuid not null
);
comment on table citizen.assistance is 'One presence at one counter, for one officer and a quarter of an hour; what was done in it stands in the log.';
create index assistance_nik on citizen.assistance (nik, opened_at);
grant select, insert, update on citizen.assistance to jatidiri_system;
