-- "Bukan saya": a person says that a look of an institution was not his doing, and the institution answers within three days.

create table citizen.dispute (
  id             uuid primary key,
  number         text not null,
  nik            bigint not null,
  look           uuid not null,
  institution_id uuid not null,
  unit           text,
  reference      text,
  looked_at      timestamptz not null,
  state          text not null check (state in ('OPEN', 'ANSWERED', 'ADMITTED', 'OBJECTED', 'ACCEPTED', 'UPHELD', 'REJECTED', 'WITHDRAWN')),
  steps          int not null check (steps > 0),
  opened_at      timestamptz not null,
  due_at         timestamptz not null,
  answered_at    timestamptz,
  reminded_at    timestamptz,
  overdue_at     timestamptz,
  constraint dispute_number unique (number),
  -- One look is disputed once, whatever came of it.
  constraint dispute_once unique (nik, look)
);
comment on table citizen.dispute is 'state and steps are what its steps give. answered_at: when nobody had to wait for the institution any more.';
create index dispute_institution on citizen.dispute (institution_id, opened_at);
create index dispute_open on citizen.dispute (due_at) where state = 'OPEN';

create table citizen.dispute_step (
  id         uuid primary key,
  dispute_id uuid not null references citizen.dispute (id),
  n          int not null check (n > 0),
  kind       text not null,
  -- What was said, under the person's own key.
  sealed     bytea,
  basis      text,
  at         timestamptz not null,
  by_id      uuid,
  entry_id   uuid not null,
  constraint dispute_step_order unique (dispute_id, n)
);
comment on table citizen.dispute_step is 'Append-only: who did what, when. kind: src/sharing/citizen/dispute/rules.ts.';

create table citizen.numbering (
  series text primary key,
  n      bigint not null
);
comment on table citizen.numbering is 'The last number of each series, given without a gap.';

create view citizen_read.unanswered with (security_barrier) as
  select d.institution_id, d.opened_at, d.due_at, d.answered_at from citizen.dispute d;
comment on view citizen_read.unanswered is 'One row a dispute. At an instant T a dispute is unanswered if due_at <= T and it was not answered by T.';
comment on column citizen_read.unanswered.institution_id is 'Who must answer';
comment on column citizen_read.unanswered.opened_at is 'When the person said that it was not his doing';
comment on column citizen_read.unanswered.due_at is 'Until when the answer must be there: 3 x 24 hours';
comment on column citizen_read.unanswered.answered_at is 'When it came, or nobody waited any more; null while somebody waits';
grant select on citizen_read.unanswered to jatidiri_app, jatidiri_system;

grant select, insert, update on citizen.dispute, citizen.numbering to jatidiri_system;
grant select, insert on citizen.dispute_step to jatidiri_system;
