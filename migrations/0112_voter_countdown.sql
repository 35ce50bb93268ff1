-- How far each regency is from the day on which every voter holds a card: counted once a day, so that a page need not count a nation.

create table voter.countdown (
  election_id uuid not null references voter.election (id),
  day         date not null,
  regency     text not null,
  eligible    int not null,
  unrecorded  int not null,
  recorded    int not null,
  waiting     int not null,
  printed     int not null,
  counted_at  timestamptz not null,
  constraint countdown_pkey primary key (election_id, day, regency)
);
comment on table voter.countdown is 'Numbers, nobody''s data. A day that is counted again is what it was counted last.';
comment on column voter.countdown.regency is 'As in the records; voters at missions stand under none';
comment on column voter.countdown.unrecorded is 'Eligible and not recorded';
comment on column voter.countdown.recorded is 'Recorded, and no card of theirs is printed';
comment on column voter.countdown.waiting is 'A card lies ready for them or is on its way';
comment on column voter.countdown.printed is 'Cards that offices of the regency printed in the thirty days before';
alter table voter.countdown enable row level security;
alter table voter.countdown force row level security;
create policy countdown_system on voter.countdown to jatidiri_system, jatidiri_owner using (true) with check (true);
create policy countdown_app on voter.countdown for select to jatidiri_app using (true);
grant select on voter.countdown to jatidiri_app;
grant select, insert, delete on voter.countdown to jatidiri_system;
