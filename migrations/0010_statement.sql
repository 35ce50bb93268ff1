-- The statement (keterangan resmi): what was read from the records, and what was published.

create schema statement;
grant usage on schema statement to jatidiri_app, jatidiri_system;

create unlogged table statement.reading (
  what     text not null check (what in ('figures', 'provinces')),
  as_of    date not null,
  read_at  timestamptz not null,
  took_ms  int not null,
  content  json not null,
  constraint reading_pkey primary key (what, as_of)
);
comment on table statement.reading is 'Readings of the last hour, so that many visitors cost one count; can be lost.';
comment on column statement.reading.took_ms is 'What the reading cost; decides for how long it is shown.';

create table statement.publication (
  id           uuid primary key,
  as_of        date not null,
  known_at     timestamptz not null,
  published_at timestamptz not null,
  officer_id   uuid not null,
  figures      json not null,
  log_size     bigint not null,
  log_root     text not null
);
comment on table statement.publication is 'Published statements with the log''s size and root of that hour: each can be made again and compared.';
create index publication_latest on statement.publication (published_at);

grant select, insert, update, delete on statement.reading to jatidiri_app, jatidiri_system;
grant select, insert on statement.publication to jatidiri_app, jatidiri_system;
