-- Open data: the tables of a cut-off that everybody may take along.

create table warehouse.release (
  as_of        date not null references warehouse.snapshot (as_of),
  published_at timestamptz not null,
  root         text not null check (root ~ '^[0-9a-f]{64}$'),
  tables       json not null,
  entry_id     uuid not null,
  constraint release_pkey primary key (as_of)
);
comment on table warehouse.release is 'Append-only: what was published of a snapshot, file by file with hashes, under one root. An address once given never changes what it gives.';
grant select on warehouse.release to jatidiri_app, jatidiri_system;
grant insert on warehouse.release to jatidiri_system;
