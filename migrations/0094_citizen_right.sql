-- Rights over one's own data: what a person asks, until when it must be answered, and the answer with its reasons.

create table citizen.right_request (
  id           uuid primary key,
  number       text not null,
  nik          bigint not null,
  village_code bigint not null,
  kind         text not null check (kind in ('access', 'correction', 'erasure', 'restriction', 'objection', 'review')),
  assigned_to  text not null check (assigned_to in ('office', 'ministry')),
  -- Under the person's own key: what was asked, and what was answered.
  sealed       bytea not null,
  opened_at    timestamptz not null,
  due_at       timestamptz not null,
  entry_id     uuid not null,
  decision     text check (decision in ('granted', 'partly', 'refused')),
  exception    text,
  answer       bytea,
  answered_at  timestamptz,
  answered_by  uuid,
  office_id    uuid,
  answer_entry uuid,
  constraint right_number unique (number),
  constraint right_answered check ((answered_at is null) = (decision is null) and (decision is null) = (answer is null) and (answer is null) = (answer_entry is null))
);
comment on table citizen.right_request is 'Answered once: the answer columns are filled by one act and never change. kind, clocks and exceptions: src/sharing/citizen/right/rules.ts.';
-- Pressed twice it is one request; another of the same kind follows when the first is answered.
create unique index right_open on citizen.right_request (nik, kind) where answered_at is null;
create index right_work on citizen.right_request (village_code) where answered_at is null;
grant select, insert, update on citizen.right_request to jatidiri_system;
