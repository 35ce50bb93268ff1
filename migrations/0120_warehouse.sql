-- The statistics store (gudang statistik): which snapshots there are. The rows themselves are Parquet files outside the database.

create schema warehouse;
grant usage on schema warehouse to jatidiri_app, jatidiri_system;

create table warehouse.snapshot (
  as_of     date not null,
  known_at  timestamptz not null,
  made_at   timestamptz not null,
  people    bigint not null,
  bytes     bigint not null,
  root      text not null check (root ~ '^[0-9a-f]{64}$'),
  manifest  json not null,
  entry_id  uuid not null,
  constraint snapshot_pkey primary key (as_of)
);
comment on table warehouse.snapshot is 'Append-only: one cut-off, what was known at known_at, and the hashes of its files under one root. Made again from the register it gives the same bytes.';
grant select on warehouse.snapshot to jatidiri_app, jatidiri_system;
grant insert on warehouse.snapshot to jatidiri_system;
