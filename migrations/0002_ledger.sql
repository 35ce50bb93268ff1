-- The ledger: what was done, by whom and why, without personal data; and who looked at whom. The entries themselves lie in
-- tiles outside the database, under checkpoints signed with a key that the database never holds (core/ledger).

create schema ledger;
grant usage on schema ledger to jatidiri_app, jatidiri_answer, jatidiri_system;

-- Entries on their way into the log; the sequencer drains it by ctid, so it has no index to keep.
create table ledger.pending (
  id    uuid not null,
  body  text not null check (octet_length(body) <= 65535)
) with (autovacuum_vacuum_threshold = 20000, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_cost_delay = 0);
comment on table ledger.pending is 'Entries that were written in their act''s transaction and are not yet numbered.';
comment on column ledger.pending.body is 'Canonical JSON; no personal data.';

-- As small as can be: only to find an entry in the tiles by its id.
create table ledger.entry (
  seq  bigint not null,
  id   uuid primary key
);
comment on table ledger.entry is 'Where each entry stands in the log.';

create table ledger.head (
  only_one  boolean primary key default true check (only_one),
  size      bigint not null default 0,
  journals  text[] not null default '{}'
);
comment on table ledger.head is 'How many entries are numbered, and the journals whose entries may not yet be in durable tiles.';
insert into ledger.head default values;

-- One row a look at, or an act on, a person. No salt: it is derived from the month's key in the vault (core/vault).
create table ledger.access (
  nik     bigint not null,
  at      timestamptz not null,
  entry   uuid not null,
  detail  text
) partition by range (at);
comment on table ledger.access is 'Who was concerned by which entry; each row is committed to in its entry.';
comment on column ledger.access.detail is 'What exactly was looked at, where the entry concerns several people differently.';
create index access_nik on ledger.access (nik);
create table ledger.access_other partition of ledger.access default;

-- The partitions of `first` and the months after it. The sequencer calls it; a month without one falls into the default.
create function ledger.make_months(first timestamptz, months int) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  low  timestamp;
  name text;
begin
  for i in 0 .. months - 1 loop
    low := date_trunc('month', first at time zone 'UTC') + make_interval(months => i);
    name := 'access_' || to_char(low, 'YYYY_MM');
    if to_regclass('ledger.' || name) is null then
      execute format('create table ledger.%I partition of ledger.access for values from (%L) to (%L)',
        name, low at time zone 'UTC', (low + interval '1 month') at time zone 'UTC');
    end if;
  end loop;
end $$;
revoke execute on function ledger.make_months from public;
grant execute on function ledger.make_months to jatidiri_system;
select ledger.make_months(now(), 2);

alter table ledger.access enable row level security;
alter table ledger.access force row level security;
create policy access_write on ledger.access for insert to jatidiri_app, jatidiri_answer, jatidiri_system with check (true);
create policy access_read on ledger.access for select to jatidiri_owner, jatidiri_system using (true);

-- The only way in which `app` reads access rows: those of one person, newest first.
create function ledger.who_looked(of_nik bigint, before timestamptz, most int)
returns table (at timestamptz, entry uuid, detail text, seq bigint, body text)
language sql stable security definer set search_path = pg_catalog as $$
  select a.at, a.entry, a.detail, e.seq, p.body
  from (select * from ledger.access where nik = of_nik and access.at < before order by access.at desc limit most) a
  left join ledger.entry e on e.id = a.entry
  left join ledger.pending p on e.id is null and p.id = a.entry
  order by a.at desc
$$;
comment on function ledger.who_looked is 'Who was concerned with this person; `body` only while the entry is not yet numbered.';
revoke execute on function ledger.who_looked from public;
grant execute on function ledger.who_looked to jatidiri_app, jatidiri_system;

grant insert on ledger.pending, ledger.access to jatidiri_app, jatidiri_answer, jatidiri_system;
grant select on ledger.pending, ledger.entry, ledger.head to jatidiri_app, jatidiri_answer, jatidiri_system;
grant select on ledger.access to jatidiri_system;
grant delete, maintain on ledger.pending to jatidiri_system;
grant insert on ledger.entry to jatidiri_system;
grant update on ledger.head to jatidiri_system;
