-- The voting day: people who stand in no list vote with their card or, by its dates, with a temporary letter where the card says that they live.

create view card_read.letter with (security_invoker) as
  select nik, id, number, issued_on, valid_until from card.letter;
comment on view card_read.letter is 'Temporary letters (surat keterangan): to whom, by number, from when until when.';
grant select on card_read.letter to jatidiri_app, jatidiri_system;

create table voter.polling_check (
  nik          bigint not null,
  id           uuid not null,
  election_id  uuid not null references voter.election (id),
  checked_at   timestamptz not null,
  received_at  timestamptz not null,
  offline      boolean not null,
  document     text not null check (document in ('card', 'letter')),
  outcome      text not null,
  village_code bigint not null,
  office_id    uuid,
  officer_id   uuid not null,
  entry_id     uuid not null,
  constraint polling_check_pkey primary key (nik, id)
);
comment on table voter.polling_check is 'Append-only: whose document was looked at for a vote, where, and what was said. Not that he voted.';
comment on column voter.polling_check.checked_at is 'As the device said where it was without a network';
comment on column voter.polling_check.village_code is 'Where the officer was asked from';
create index polling_check_of on voter.polling_check (election_id, nik);
alter table voter.polling_check enable row level security;
alter table voter.polling_check force row level security;
create policy polling_check_system on voter.polling_check to jatidiri_system, jatidiri_owner using (true) with check (true);
create policy polling_check_app on voter.polling_check for select to jatidiri_app
  using (exists (select from resident_read.resident r where r.nik = polling_check.nik));
grant select on voter.polling_check to jatidiri_app;
grant select, insert on voter.polling_check to jatidiri_system;
