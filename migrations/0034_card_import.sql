-- Cards of the years before come in by table; guesses at the public check are counted.

create table card.import (
  id          uuid primary key,
  file_name   text not null,
  file_sha256 text not null,
  dry_run     boolean not null,
  state       text not null check (state in ('running', 'done', 'failed')),
  started_by  uuid not null,
  started_at  timestamptz not null,
  finished_at timestamptz,
  position    bigint not null default 0,
  read        bigint not null default 0,
  created     bigint not null default 0,
  unchanged   bigint not null default 0,
  refused     bigint not null default 0
);
comment on table card.import is 'A file of existing cards on its way in: position is the last row whose batch is committed, so a restart counts nothing twice.';
create unique index import_of_file on card.import (file_sha256) where not dry_run;

create table card.import_fault (
  import_id   uuid not null,
  row_number  bigint not null,
  column_name text not null,
  code        text not null,
  given       text
);
comment on table card.import_fault is 'What was wrong in which row of a file; given is never personal.';
create index import_fault_of on card.import_fault (import_id, row_number);

-- Rows of one batch on their way in; emptied when the next begins. Unlogged: the file is there to read again.
create unlogged table card.staging (
  row_number   bigint not null,
  nik          bigint not null,
  card_id      uuid not null,
  step_id      uuid not null,
  serial       bigint,
  uid          bigint,
  state        smallint not null,
  cause        text,
  printed_on   date not null,
  office       text,
  office_id    uuid,
  village_code bigint,
  verdict      text
);
comment on column card.staging.verdict is 'null: a new card; same: it is here already; else the code why it is refused.';

create table card.guess (
  about     bytea primary key,
  misses    int not null,
  last_at   timestamptz not null
);
comment on table card.guess is 'Wrong second attributes at the public check, by a keyed hash of the card''s number or the asker''s address: each makes the next wait longer.';

grant select, insert, update on card.import to jatidiri_app, jatidiri_system;
grant select, insert, delete on card.import_fault to jatidiri_app, jatidiri_system;
grant select, insert, update, truncate on card.staging to jatidiri_system;
grant select, insert, update, delete on card.guess to jatidiri_app, jatidiri_system;
