-- The register of residents. A current row, what is protected beside it, and an append-only history of acts.

create schema resident;
create schema resident_read;
grant usage on schema resident, resident_read to jatidiri_app, jatidiri_system;
grant usage on schema resident_read to jatidiri_answer;

-- One row an act: many people may be touched by one act (an import), each has a history row of his own that names it.
create table resident.act (
  id           uuid primary key,
  kind         text not null,
  occurred_on  date not null,
  recorded_at  timestamptz not null,
  officer_id   uuid not null,
  office_id    uuid,
  legal_basis  text,
  reason       text,
  entry_id     uuid not null,
  undoes       uuid,
  people       int not null
);
comment on table resident.act is 'Acts on residents: who, when it happened, when it was recorded, on which legal basis, and its ledger entry.';
create index act_recorded on resident.act (recorded_at);

-- Column order is by width: at 285 million rows padding is money.
create table resident.resident (
  nik                 bigint not null,
  village_code        bigint not null,
  name_key            bigint not null,
  mother_nik          bigint,
  father_nik          bigint,
  birth_date          date not null,
  registered_on       date not null,
  state_since         date not null,
  marriage_date       date,
  divorce_date        date,
  permit_until        date,
  version             int not null default 1,
  state               smallint not null default 1,
  sex                 smallint not null,
  religion            smallint not null,
  marital_status      smallint not null,
  blood_group         smallint not null default 13,
  education           smallint not null,
  occupation          smallint not null,
  rt                  smallint,
  rw                  smallint,
  permit              smallint,
  marital_registered  boolean,
  nationality         text not null default 'IDN',
  name                text not null,
  birth_place         text not null,
  address             text not null,
  hamlet              text,
  previous_address    text,
  birth_certificate   text,
  marriage_certificate text,
  divorce_certificate text,
  passport            text,
  permit_number       text,
  constraint resident_pkey primary key (nik),
  constraint resident_state check (state between 1 and 7),
  constraint resident_sex check (sex in (1, 2)),
  constraint resident_permit check (permit in (1, 2))
);
comment on table resident.resident is 'Who lives here, or did: death and departure are states, a row is never deleted.';
comment on column resident.resident.state is '1 HIDUP, 2 MENINGGAL, 3 PINDAH_LUAR_NEGERI, 4 LEPAS_WNI, 5 GANDA, 6 NONAKTIF, 7 BATAL (its birth was undone)';
comment on column resident.resident.name_key is 'Indonesian phonetic key of the whole name; searches start from equality on it (only leakproof operators use indexes under policies)';
comment on column resident.resident.permit is '1 ITAS (limited stay), 2 ITAP (permanent stay); null for citizens';
create index resident_birth_name on resident.resident (birth_date, name_key);
create index resident_name_key on resident.resident (name_key);
create index resident_village on resident.resident (village_code);

-- UU 24/2013 art. 84: sealed under a class key of the vault; one blob a person: {motherName, fatherName, disability, ...}.
create table resident.protected (
  nik         bigint not null,
  mother_key  bigint,
  sealed      bytea not null,
  constraint protected_pkey primary key (nik)
);
comment on table resident.protected is 'Protected elements, AES-256-GCM under the class key resident.protected; mother_key is a keyed phonetic index.';

create table resident.history (
  nik        bigint not null,
  act_id     uuid not null,
  version    int not null,
  delta      json not null,
  sealed_before bytea,
  constraint history_pkey primary key (nik, version)
);
comment on table resident.history is 'Append-only: what each act changed. delta is an array (all elements, in the order of rules.ts, for the first act) or an object (element: new value). sealed_before keeps what a change of protected elements replaced.';
create index history_act on resident.history (act_id);

-- NIKs are never issued twice: one row a prefix (district, coded birth day), locked while it counts.
create table resident.nik_counter (
  prefix  bigint primary key,
  last    smallint not null,
  constraint nik_counter_room check (last between 1 and 9999)
);
comment on table resident.nik_counter is 'The last serial issued for a prefix of 12 digits; a prefix appears when its first NIK is issued here, starting after what imports brought.';

-- Takes prefixes (with repetition) and gives as many NIKs, in order. Locks prefixes in ascending order, so two callers never deadlock.
create function resident.issue_niks(prefixes bigint[], first_serial int) returns bigint[]
language plpgsql security definer set search_path = pg_catalog as $$
declare
  wanted record;
  issued bigint[] := array[]::bigint[];
  top int;
begin
  for wanted in
    select p.prefix, count(*)::int as n from unnest(prefixes) as p(prefix) group by p.prefix order by p.prefix
  loop
    perform pg_advisory_xact_lock(hashtextextended('resident.nik', wanted.prefix));
    select c.last into top from resident.nik_counter c where c.prefix = wanted.prefix;
    if top is null then
      select (max(r.nik) % 10000)::int into top from resident.resident r
       where r.nik between wanted.prefix * 10000 and wanted.prefix * 10000 + 9999;
    end if;
    top := greatest(coalesce(top, 0), first_serial - 1);
    if top + wanted.n > 9999 then
      raise exception using errcode = 'check_violation', constraint = 'nik_serials_used', message = 'no serial left';
    end if;
    insert into resident.nik_counter as c (prefix, last) values (wanted.prefix, (top + wanted.n)::smallint)
      on conflict (prefix) do update set last = excluded.last;
    issued := issued || array(select wanted.prefix * 10000 + top + g from generate_series(1, wanted.n) as g);
  end loop;
  return issued;
end $$;
revoke execute on function resident.issue_niks(bigint[], int) from public;
grant execute on function resident.issue_niks(bigint[], int) to jatidiri_app, jatidiri_system;

-- Imports move the counters that exist past what they brought.
create function resident.advance_counters() returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update resident.nik_counter c set last = greatest(c.last, s.top)
    from (select nik / 10000 as prefix, max(nik % 10000)::smallint as top from resident.staging where verdict is null group by 1) s
   where s.prefix = c.prefix and s.top > c.last;
end $$;
revoke execute on function resident.advance_counters() from public;
grant execute on function resident.advance_counters() to jatidiri_system;

create table resident.merge (
  id           uuid primary key,
  survivor_nik bigint not null,
  absorbed_nik bigint not null,
  act_id       uuid not null,
  merged_at    timestamptz not null,
  undone_act   uuid,
  undone_at    timestamptz
);
comment on table resident.merge is 'Two records of one person: the absorbed one is GANDA and points to the survivor; undone by a new act.';
create unique index merge_once on resident.merge (absorbed_nik) where undone_at is null;
create index merge_survivor on resident.merge (survivor_nik);

create table resident.deactivation (
  id            uuid primary key,
  nik           bigint not null,
  reason        text not null,
  legal_basis   text not null,
  noticed_on    date not null,
  effective_on  date not null,
  effective_act uuid,
  appealed_on   date,
  appeal        text,
  appeal_state  text check (appeal_state in ('open', 'granted', 'refused')),
  appeal_reason text,
  ended_on      date,
  ended_act     uuid,
  ended_reason  text
);
comment on table resident.deactivation is 'NONAKTIF is announced first, has a reason and a legal basis, can be appealed, and is reversible.';
create index deactivation_nik on resident.deactivation (nik);

-- What a person must decide: one NIK carried by two persons, likely duplicates that an import brought.
create table resident.identity_case (
  id           uuid primary key,
  kind         text not null check (kind in ('nik_of_two', 'likely_duplicate')),
  nik          bigint not null,
  other_nik    bigint,
  village_code bigint not null,
  claim        bytea,
  source       text not null,
  opened_at    timestamptz not null,
  state        text not null default 'open' check (state in ('open', 'decided')),
  decision     text,
  decided_by   uuid,
  decided_at   timestamptz
);
comment on table resident.identity_case is 'Cases of identity; claim is what the other side says, sealed under the class key.';
create index identity_case_open on resident.identity_case (village_code) where state = 'open';
create unique index identity_case_once on resident.identity_case (kind, nik, source) where state = 'open';

create table resident.import (
  id            uuid primary key,
  file_name     text not null,
  file_sha256   text not null,
  dry_run       boolean not null,
  state         text not null check (state in ('waiting', 'checking', 'checked', 'applying', 'done', 'failed', 'cancelled')),
  mapping       json not null,
  headers       text[] not null,
  officer_id    uuid not null,
  office_id     uuid,
  region        text not null,
  started_on    date not null,
  started_at    timestamptz not null,
  finished_at   timestamptz,
  ran_from      timestamptz not null default now(),
  ran_until     timestamptz,
  rows_read     bigint not null default 0,
  created       bigint not null default 0,
  updated       bigint not null default 0,
  unchanged     bigint not null default 0,
  refused       bigint not null default 0,
  cases         bigint not null default 0,
  position      bigint not null default 0,
  share         real,
  failure       text
);
comment on table resident.import is 'A file on its way into the register: position is the last row whose batch is committed, so a restart counts nothing twice.';
comment on column resident.import.started_on is 'The day of registration of everybody whom the file brings, also when it is resumed later.';
comment on column resident.import.region is 'The region in whose villages the officer may import; empty for the nation.';
comment on column resident.import.ran_from is 'When the present run over the file (a check, or its application) began, in true time.';
comment on column resident.import.ran_until is 'When the present run ended, in true time.';
comment on column resident.import.share is 'How much of the file is read, 0 to 1, where its length is known.';
create unique index import_once on resident.import (file_sha256) where not dry_run and state not in ('failed', 'cancelled');
create index import_started on resident.import (started_at);

create table resident.import_batch (
  import_id  uuid not null,
  last_row   bigint not null,
  act_id     uuid not null,
  entry_id   uuid not null,
  created    int not null,
  primary key (import_id, last_row)
);
comment on table resident.import_batch is 'Which acts and ledger entries brought which rows of a file.';

create table resident.import_fault (
  import_id   uuid not null,
  row_number  bigint not null,
  column_name text not null,
  letter      text not null,
  code        text not null,
  given       text
);
comment on table resident.import_fault is 'Report per cell: row and column of the file, the code of what is wrong, and what stood there (masked where it is personal).';
create index import_fault_import on resident.import_fault (import_id, row_number);

-- Rows of one batch on their way in; emptied by truncation when the next begins, so batches of all imports take turns.
-- Unlogged: the file is there to read again. What the file does not say is null and never erases what the register knows.
create unlogged table resident.staging (
  row_number         bigint not null,
  nik                bigint not null,
  family_card        bigint not null,
  village_code       bigint not null,
  name_key           bigint not null,
  mother_nik         bigint,
  father_nik         bigint,
  mother_key         bigint,
  birth_date         date not null,
  marriage_date      date,
  divorce_date       date,
  relation           smallint not null,
  sex                smallint not null,
  religion           smallint not null,
  marital_status     smallint,
  blood_group        smallint,
  education          smallint,
  occupation         smallint,
  rt                 smallint,
  rw                 smallint,
  permit             smallint,
  nationality        text,
  name               text not null,
  birth_place        text not null,
  address            text not null,
  hamlet             text,
  birth_certificate  text,
  marriage_certificate text,
  divorce_certificate text,
  passport           text,
  sealed             bytea not null,
  delta              json not null,
  verdict            text
);
comment on column resident.staging.verdict is 'null: a new resident; twin: the NIK came before in the file with another person; same, update, moved, case, refuse: the register has the NIK.';

-- Policies. `app` sees its own subtree; `system` everything; the owner is bound too (forced) and gets a policy of its own
-- for the functions and views above that speak for it.
do $$
declare
  t text;
begin
  foreach t in array array['resident', 'protected', 'history', 'merge', 'deactivation', 'identity_case', 'act'] loop
    execute format('alter table resident.%I enable row level security', t);
    execute format('alter table resident.%I force row level security', t);
    execute format('create policy %I on resident.%I to jatidiri_system, jatidiri_owner using (true) with check (true)', t || '_system', t);
  end loop;
end $$;

create policy resident_app on resident.resident to jatidiri_app
  using (village_code >= (select current_setting('jatidiri.low')::bigint) and village_code <= (select current_setting('jatidiri.high')::bigint))
  with check (village_code >= (select current_setting('jatidiri.low')::bigint) and village_code <= (select current_setting('jatidiri.high')::bigint));
create policy act_app on resident.act to jatidiri_app using (true) with check (true);

-- Rows beside a resident are seen with the resident.
create policy protected_app on resident.protected to jatidiri_app
  using (exists (select from resident.resident r where r.nik = protected.nik)) with check (true);
create policy history_app on resident.history to jatidiri_app
  using (exists (select from resident.resident r where r.nik = history.nik)) with check (true);
create policy deactivation_app on resident.deactivation to jatidiri_app
  using (exists (select from resident.resident r where r.nik = deactivation.nik)) with check (true);
create policy merge_app on resident.merge to jatidiri_app
  using (exists (select from resident.resident r where r.nik = merge.survivor_nik or r.nik = merge.absorbed_nik)) with check (true);
create policy identity_case_app on resident.identity_case to jatidiri_app
  using (village_code >= (select current_setting('jatidiri.low')::bigint) and village_code <= (select current_setting('jatidiri.high')::bigint))
  with check (true);

grant select, insert, update on resident.resident, resident.protected, resident.merge, resident.deactivation, resident.identity_case
  to jatidiri_app, jatidiri_system;
grant select, insert on resident.history, resident.act to jatidiri_app, jatidiri_system;
grant select, insert, update on resident.import to jatidiri_app, jatidiri_system;
grant select, insert on resident.import_batch to jatidiri_system;
grant select on resident.import_batch to jatidiri_app;
grant select, insert, delete on resident.import_fault to jatidiri_app, jatidiri_system;
grant select, insert, update, truncate on resident.staging to jatidiri_system;

-- Published to higher floors. Invoker's rights: the policies of whoever asks.
create view resident_read.resident with (security_invoker) as
  select nik, village_code, name, name_key, birth_place, birth_date, sex, religion, marital_status, marital_registered, blood_group, education,
         occupation, nationality, permit, permit_number, permit_until, passport, mother_nik, father_nik, address, rt, rw, hamlet, state,
         state_since, registered_on, birth_certificate, marriage_certificate, marriage_date, divorce_certificate, divorce_date, version
    from resident.resident;
comment on view resident_read.resident is 'Residents without protected elements, as far as the asker may see.';

create view resident_read.act with (security_invoker) as
  select a.id, a.kind, a.occurred_on, a.recorded_at, a.officer_id, a.office_id, a.legal_basis, a.reason, a.entry_id, h.nik, h.version, h.delta
    from resident.act a join resident.history h on h.act_id = a.id;
comment on view resident_read.act is 'Acts person by person, for figures that are made again as they were known then.';

-- Owner's rights on purpose: somebody outside the jurisdiction comes back masked, so that an officer can see that the
-- person exists and where to send him, and nothing else.
create view resident_read.masked as
  select nik, village_code, name_key, birth_date,
         regexp_replace(name, '(\w)\w*', '\1***', 'g') as masked_name, sex, state
    from resident.resident;
comment on view resident_read.masked is 'Everybody, masked: initials, birth date, region and state only.';

create view resident_read.import_row as
  select row_number, nik, family_card, relation, village_code, address, rt, rw, hamlet, verdict from resident.staging;
comment on view resident_read.import_row is 'The rows of the batch that is being imported, for the families they belong to; verdict is null for new residents.';

grant select on all tables in schema resident_read to jatidiri_app, jatidiri_system;
revoke select on resident_read.import_row from jatidiri_app;
