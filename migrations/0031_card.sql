-- Cards (KTP-el): each from its blank to its destruction. Validity is what stands here, not what is printed on it.

create schema card;
create schema card_read;
grant usage on schema card, card_read to jatidiri_app, jatidiri_system;

-- 1 PRINTED 2 CHECKED 3 SHIPPED 4 AT_COUNTER 5 VALID 6 SUSPENDED 7 LOST 8 INVALID 9 SPOILED 10 TAKEN_IN 11 DESTROYED (src/cards/card/rules.ts)
create table card.card (
  nik              bigint not null,
  id               uuid not null,
  serial           bigint,
  uid              bigint,
  kind             text not null check (kind in ('first', 'change', 'damage', 'loss')),
  state            smallint not null check (state between 1 and 11),
  since            timestamptz not null,
  village_code     bigint not null,
  office_id        uuid,
  printed_on       date not null,
  -- The version of the holder's history that was printed.
  printed_version  int,
  valid_until      date,
  replace_since    date,
  replace_elements text[],
  entry_id         uuid not null,
  constraint card_pkey primary key (nik, id),
  constraint card_replace check ((replace_since is null) = (replace_elements is null))
);
comment on table card.card is 'One card: whose, from which blank, in which state since when; replace_since: it must be replaced as these elements have changed.';
comment on column card.card.serial is 'The blank; unknown for some cards of the years before, which came in by table.';
create index card_serial on card.card (serial) where serial is not null;
create index card_uid on card.card (uid) where uid is not null;
create index card_state on card.card (village_code, state);

create table card.step (
  nik         bigint not null,
  card_id     uuid not null,
  id          uuid not null,
  state       smallint not null,
  at          timestamptz not null,
  recorded_at timestamptz not null,
  officer_id  uuid,
  office_id   uuid,
  cause       text,
  reason      text,
  entry_id    uuid not null,
  constraint step_pkey primary key (nik, card_id, id)
);
comment on table card.step is 'Append-only: every state of a card, who brought it there and why. cause: damaged, superseded, died, ... (rules.ts).';

do $$
declare
  t text;
begin
  foreach t in array array['card', 'step'] loop
    execute format('alter table card.%I enable row level security', t);
    execute format('alter table card.%I force row level security', t);
    execute format('create policy %I on card.%I to jatidiri_system, jatidiri_owner using (true) with check (true)', t || '_system', t);
  end loop;
end $$;
create policy card_app on card.card to jatidiri_app
  using ((village_code >= (select current_setting('jatidiri.low')::bigint) and village_code <= (select current_setting('jatidiri.high')::bigint))
         or office_id::text = (select current_setting('jatidiri.office')))
  with check (true);
create policy step_app on card.step to jatidiri_app
  using (exists (select from card.card c where c.nik = step.nik and c.id = step.card_id)) with check (true);

grant select, insert, update on card.card to jatidiri_app, jatidiri_system;
grant select, insert on card.step to jatidiri_app, jatidiri_system;

create view card_read.card with (security_invoker) as
  select nik, id, serial, uid, kind, state, since, village_code, office_id, printed_on, valid_until, replace_since from card.card;
comment on view card_read.card is 'Cards with their holder, blank and state.';
create view card_read.step with (security_invoker) as
  select nik, card_id, state, at, recorded_at, cause from card.step;
comment on view card_read.step is 'Every state that a card has had.';
grant select on all tables in schema card_read to jatidiri_app, jatidiri_system;
