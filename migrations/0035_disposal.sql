-- Cards that are taken in, and the sealed bags in which they wait for their destruction: each piece is in one bag of one office.

create schema disposal;
create schema disposal_read;
grant usage on schema disposal, disposal_read to jatidiri_app, jatidiri_system;

create table disposal.bag (
  id          uuid primary key,
  number      text not null,
  office_id   uuid not null,
  region_code text not null,
  -- 1 OPEN 2 SEALED 3 DIFFERS 4 CONFIRMED 5 STORED 6 SENT 7 PLANNED 8 DESTROYED (src/cards/disposal/rules.ts)
  state       smallint not null check (state between 1 and 8),
  opened_at   timestamptz not null,
  opened_by   uuid not null,
  seal        text,
  n           int,
  root        bytea,
  sealed_at   timestamptz,
  sealed_by   uuid,
  counted_by  uuid,
  counted_at  timestamptz,
  place       text,
  plan_id     uuid,
  entry_id    uuid not null,
  constraint bag_number unique (number),
  constraint bag_seal unique (seal),
  constraint bag_sealed check (state = 1 or (seal is not null and n > 0 and root is not null and sealed_by is not null)),
  -- Whatever the code does: what nobody else has counted goes nowhere.
  constraint bag_two check (counted_by <> sealed_by),
  constraint bag_counted check (state in (1, 2, 3) or counted_by is not null),
  constraint bag_planned check (state not in (7, 8) or plan_id is not null)
);
comment on table disposal.bag is 'A sealed bag: root is the Merkle root over its pieces in order; office_id has it in custody.';
create index bag_office on disposal.bag (office_id, state);
create index bag_region on disposal.bag (region_code, state);
create index bag_plan on disposal.bag (plan_id) where plan_id is not null;

create table disposal.intake (
  id          uuid primary key,
  office_id   uuid not null,
  region_code text not null,
  source      text not null,
  n           int not null,
  kept        int not null,
  taken_in_at timestamptz not null,
  taken_in_by uuid not null,
  entry_id    uuid not null
);
comment on table disposal.intake is 'One taking in, of one piece or of a list.';

create table disposal.piece (
  id            uuid primary key,
  kind          text not null check (kind in ('card', 'blank')),
  -- Null: the NIK cannot be read.
  nik           bigint,
  serial        bigint,
  uid           bigint,
  cause         text not null,
  printed_year  smallint,
  cut           boolean not null,
  card_nik      bigint,
  card_id       uuid,
  contradiction text,
  released_by   uuid,
  released_why  text,
  intake_id     uuid not null references disposal.intake (id),
  office_id     uuid not null,
  region_code   text not null,
  recorded_at   timestamptz not null,
  recorded_by   uuid not null,
  bag_id        uuid references disposal.bag (id),
  place_in_bag  int,
  missing_at    timestamptz,
  destroyed_at  timestamptz,
  constraint piece_card check ((card_nik is null) = (card_id is null)),
  constraint piece_bag check ((bag_id is null) = (place_in_bag is null)),
  constraint piece_blank check (kind = 'card' or serial is not null),
  constraint piece_released check ((released_by is null) = (released_why is null) and released_by <> recorded_by),
  constraint piece_destroyed check (destroyed_at is null or (bag_id is not null and missing_at is null)),
  constraint piece_order unique (bag_id, place_in_bag)
);
comment on table disposal.piece is 'A damaged or invalid card, or a spoiled blank, that an office has taken in; card_id where the card is known.';
comment on column disposal.piece.contradiction is 'Why it cannot be what it says: the records hold its card as destroyed, or taken in before. It is kept and in no bag until somebody else has released it.';
-- One card is taken in once, whatever two offices do at one moment.
create unique index piece_card_once on disposal.piece (card_id) where card_id is not null;
create unique index piece_serial_once on disposal.piece (serial) where serial is not null and contradiction is null;
create index piece_loose on disposal.piece (office_id, recorded_at) where bag_id is null;
create index piece_intake on disposal.piece (intake_id);

create table disposal.tally (
  id          uuid primary key,
  bag_id      uuid not null references disposal.bag (id),
  round       smallint not null,
  seal        text not null,
  counted     int not null check (counted >= 0),
  expected    int not null,
  seal_read   text not null,
  seal_whole  boolean not null,
  counted_at  timestamptz not null,
  counted_by  uuid not null,
  note        text,
  entry_id    uuid not null,
  constraint tally_round unique (bag_id, round)
);
comment on table disposal.tally is 'A blind count of a bag: whoever counted was told neither its number of pieces nor its seal; seal is the one that it bore then.';

create table disposal.difference (
  id          uuid primary key,
  bag_id      uuid not null references disposal.bag (id),
  tally_id    uuid references disposal.tally (id),
  plan_id     uuid,
  what        text not null check (what in ('count', 'seal', 'list')),
  expected    int not null,
  counted     int not null,
  found_by    uuid not null,
  opened_at   timestamptz not null,
  due_on      date not null,
  state       text not null default 'open' check (state in ('open', 'recount', 'reopened', 'missing')),
  explanation text,
  closed_at   timestamptz,
  closed_by   uuid,
  entry_id    uuid not null,
  constraint difference_closed check ((state = 'open') = (closed_at is null) and (closed_at is null) = (closed_by is null)),
  constraint difference_two check (closed_by <> found_by)
);
comment on table disposal.difference is 'A bag that was not what its label says: a case with a deadline, decided by somebody who neither sealed nor counted it.';
create unique index difference_open on disposal.difference (bag_id) where state = 'open';

create table disposal.hold (
  id         uuid primary key,
  bag_id     uuid not null references disposal.bag (id),
  ground     text not null,
  reference  text not null,
  until_on   date not null,
  placed_at  timestamptz not null,
  placed_by  uuid not null,
  lifted_at  timestamptz,
  lifted_by  uuid,
  lift_asked_by uuid,
  lift_why   text,
  entry_id   uuid not null,
  constraint hold_lifted check ((lifted_at is null) = (lifted_by is null)),
  constraint hold_two check (lifted_by <> lift_asked_by)
);
comment on table disposal.hold is 'Held as evidence (barang bukti): while one is not lifted, its bag is not destroyed. until_on is when the ground is to be looked at again.';
create index hold_bag on disposal.hold (bag_id) where lifted_at is null;

create table disposal.dispatch (
  id          uuid primary key,
  number      text not null,
  bag_id      uuid not null references disposal.bag (id),
  from_office uuid not null,
  to_office   uuid not null,
  sent_at     timestamptz not null,
  sent_by     uuid not null,
  received_at timestamptz,
  received_by uuid,
  entry_id    uuid not null,
  constraint dispatch_two check (received_by <> sent_by),
  constraint dispatch_bag unique (number, bag_id)
);
comment on table disposal.dispatch is 'A bag on its way to another office, in the sender''s custody until the receiver has counted it.';
create unique index dispatch_open on disposal.dispatch (bag_id) where received_at is null;
create index dispatch_to on disposal.dispatch (to_office) where received_at is null;

create table disposal.numbering (
  series text primary key,
  n      bigint not null
);
comment on table disposal.numbering is 'The last number of each series of bags and papers, given without a gap.';

create function disposal.mine(office uuid, region text) returns boolean language sql stable as $$
  select office::text = (select current_setting('jatidiri.office'))
      or (region <> '' and rpad(region, 10, '0')::bigint between (select current_setting('jatidiri.low')::bigint) and (select current_setting('jatidiri.high')::bigint))
      or (region = '' and (select current_setting('jatidiri.low')::bigint) = 0 and (select current_setting('jatidiri.high')::bigint) = 9999999999)
$$;

do $$
declare
  t text;
begin
  foreach t in array array['bag', 'intake', 'piece', 'tally', 'difference', 'hold', 'dispatch', 'numbering'] loop
    execute format('alter table disposal.%I enable row level security', t);
    execute format('alter table disposal.%I force row level security', t);
    execute format('create policy %I on disposal.%I to jatidiri_system, jatidiri_owner using (true) with check (true)', t || '_system', t);
  end loop;
  foreach t in array array['tally', 'difference', 'hold', 'dispatch'] loop
    execute format('create policy %I on disposal.%I to jatidiri_app using (exists (select from disposal.bag b where b.id = bag_id)) with check (true)', t || '_app', t);
  end loop;
end $$;
create policy bag_app on disposal.bag to jatidiri_app using (disposal.mine(office_id, region_code)) with check (true);
create policy intake_app on disposal.intake to jatidiri_app using (disposal.mine(office_id, region_code)) with check (true);
create policy piece_app on disposal.piece to jatidiri_app using (disposal.mine(office_id, region_code)) with check (true);
create policy numbering_app on disposal.numbering to jatidiri_app using (true) with check (true);

grant select, insert on disposal.intake, disposal.tally to jatidiri_app, jatidiri_system;
grant select, insert, update on disposal.bag, disposal.piece, disposal.difference, disposal.hold, disposal.dispatch, disposal.numbering
  to jatidiri_app, jatidiri_system;

create view disposal_read.piece with (security_invoker) as
  select p.id, p.card_nik, p.card_id, p.serial, p.cause, p.printed_year, p.office_id, p.region_code, p.recorded_at, p.destroyed_at,
         b.number as bag_number, b.state as bag_state
    from disposal.piece p left join disposal.bag b on b.id = p.bag_id;
comment on view disposal_read.piece is 'Pieces taken in, with the bag that holds them.';
grant select on all tables in schema disposal_read to jatidiri_app, jatidiri_system;
