-- Offices, officers, what opens the door to them. Wall: secrets (codes, session tokens) stand here as hashes only;
-- passwords as argon2id. Nobody is deleted: an officer retires, an office closes, a post ends.

create schema office;
create schema office_read;
create schema officer;
create schema officer_read;


-- ---------------------------------------------------------------------------------------------------------------- office

create table office.office (
  id uuid primary key,
  kind text not null,
  name text not null check (length(name) between 3 and 160),
  -- '' the nation, else 2, 4, 6 or 10 digits; null for missions abroad, which have no region of their own
  region_code text check (region_code ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{10})?$'),
  low bigint generated always as (rpad(region_code, 10, '0')::bigint) stored,
  high bigint generated always as (rpad(region_code, 10, '9')::bigint) stored,
  zone text not null,
  parent_id uuid constraint office_parent_unknown references office.office (id),
  opened_on date not null,
  closed_on date,
  constraint office_closes_before_it_opens check (closed_on is null or closed_on >= opened_on),
  constraint office_own_parent check (parent_id <> id)
);
comment on table office.office is 'Where officers serve: the Ditjen, Dinas, UPT, missions, counters; current state, closed ones kept';
create unique index office_name_taken on office.office (lower(name)) where closed_on is null;
create index office_region on office.office (region_code text_pattern_ops);
create index office_parent on office.office (parent_id);

create table office.history (
  id uuid primary key,
  office_id uuid not null references office.office (id),
  act text not null check (act in ('opened', 'changed', 'closed', 'reopened')),
  occurred_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  legal_basis text,
  delta jsonb not null
);
comment on table office.history is 'What happened to an office, append-only; recorded_by is a pseudonym';
create index history_of_office on office.history (office_id, recorded_at);

create view office_read.office with (security_barrier) as
  select id, kind, name, region_code, low, high, zone, parent_id, opened_on, closed_on from office.office;
comment on view office_read.office is 'Offices, open and closed';
comment on column office_read.office.id is 'Identifier';
comment on column office_read.office.kind is 'Kind of office (ditjen, provincial, regency, ...)';
comment on column office_read.office.name is 'Name';
comment on column office_read.office.region_code is 'Region it answers for: empty is the nation, null is abroad';
comment on column office_read.office.low is 'First village code of the region';
comment on column office_read.office.high is 'Last village code of the region';
comment on column office_read.office.zone is 'IANA zone in which its day begins and ends';
comment on column office_read.office.parent_id is 'Office above it';
comment on column office_read.office.opened_on is 'First day';
comment on column office_read.office.closed_on is 'Last day, null while open';

alter table office.office enable row level security;
alter table office.office force row level security;
alter table office.history enable row level security;
alter table office.history force row level security;
-- The list of offices is public knowledge; only whose region covers an office may write it.
create policy seen on office.office for select to jatidiri_app using (true);
create policy opened on office.office for insert to jatidiri_app with check (
  (select current_setting('jatidiri.low')::bigint) <= coalesce(low, 0)
  and (select current_setting('jatidiri.high')::bigint) >= coalesce(high, 9999999999));
create policy changed on office.office for update to jatidiri_app using (
  (select current_setting('jatidiri.low')::bigint) <= coalesce(low, 0)
  and (select current_setting('jatidiri.high')::bigint) >= coalesce(high, 9999999999));
create policy seen on office.history for select to jatidiri_app using (true);
create policy written on office.history for insert to jatidiri_app with check (true);
create policy all_of_it on office.office to jatidiri_system using (true) with check (true);
create policy all_of_it on office.history to jatidiri_system using (true) with check (true);
create policy owned on office.office to jatidiri_owner using (true) with check (true);
create policy owned on office.history to jatidiri_owner using (true) with check (true);

grant usage on schema office, office_read to jatidiri_app, jatidiri_system;
grant select, insert, update on office.office to jatidiri_app, jatidiri_system;
grant select, insert on office.history to jatidiri_app, jatidiri_system;
grant select on office_read.office to jatidiri_app, jatidiri_system;

-- The centre exists from the first day: the two administrators of the first run serve there.
insert into office.office (id, kind, name, region_code, zone, opened_on)
values ('00000000-0000-7000-8000-000000000100', 'ditjen', 'Direktorat Jenderal Kependudukan dan Pencatatan Sipil', '', 'Asia/Jakarta', '2005-01-01');

-- --------------------------------------------------------------------------------------------------------------- officer

create table officer.officer (
  id uuid primary key,
  username text not null constraint officer_username_shape check (username ~ '^[a-z][a-z0-9._-]{2,39}$'),
  pseudonym text not null unique,
  name text not null check (length(name) between 2 and 120),
  employee_number text,
  language text not null default 'id' check (language in ('id', 'en')),
  state text not null check (state in ('invited', 'active', 'disabled', 'retired')),
  created_at timestamptz not null default now(),
  constraint officer_username_taken unique (username)
);
comment on table officer.officer is 'Officers; the ledger knows them by pseudonym only';

create table officer.post (
  id uuid primary key,
  officer_id uuid not null references officer.officer (id),
  office_id uuid not null constraint post_office_unknown references office.office (id),
  role text not null,
  from_on date not null,
  until_on date,
  constraint post_ends_before_it_begins check (until_on is null or until_on >= from_on),
  constraint post_held_already exclude using gist (
    officer_id with =, office_id with =, role with =, daterange(from_on, until_on, '[]') with &&)
);
comment on table officer.post is 'Who serves where, in which role, from when until when (both days included)';
create index post_of_office on officer.post (office_id);

create table officer.delegation (
  id uuid primary key,
  from_officer_id uuid not null references officer.officer (id),
  to_officer_id uuid not null references officer.officer (id),
  office_id uuid not null references office.office (id),
  role text not null,
  from_on date not null,
  until_on date not null,
  reason text not null,
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  constraint delegation_to_oneself check (from_officer_id <> to_officer_id),
  constraint delegation_ends_before_it_begins check (until_on >= from_on)
);
comment on table officer.delegation is 'A role lent during absence: to a named officer, for given days, revocable';
create index delegation_to on officer.delegation (to_officer_id) where revoked_at is null;
create index delegation_from on officer.delegation (from_officer_id) where revoked_at is null;

create table officer.history (
  id uuid primary key,
  officer_id uuid not null references officer.officer (id),
  act text not null,
  occurred_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  delta jsonb not null
);
comment on table officer.history is 'What happened to an officer, append-only; recorded_by is a pseudonym';
create index history_of_officer on officer.history (officer_id, recorded_at);

create table officer.password (
  officer_id uuid primary key references officer.officer (id),
  hash text not null,
  changed_at timestamptz not null default now()
);
comment on table officer.password is 'argon2id, with its parameters, in PHC form';

create table officer.passkey (
  id text primary key,
  officer_id uuid not null references officer.officer (id),
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  label text not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
comment on table officer.passkey is 'WebAuthn credentials; id as the browser writes it (base64url)';
create index passkey_of on officer.passkey (officer_id);

create table officer.challenge (
  id uuid primary key,
  officer_id uuid references officer.officer (id),
  purpose text not null check (purpose in ('sign_in', 'register', 'approve')),
  challenge text not null,
  expires_at timestamptz not null
);
comment on table officer.challenge is 'WebAuthn challenges waiting for their one answer';
create index challenge_ends on officer.challenge (expires_at);

create table officer.code (
  id uuid primary key,
  kind text not null check (kind in ('first_run', 'enrolment', 'link')),
  secret_hash bytea not null unique,
  officer_id uuid references officer.officer (id),
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  used_at timestamptz
);
comment on table officer.code is 'Codes and links that work once; only their SHA-256 is kept';
create index code_of on officer.code (officer_id);

create table officer.attempt (
  subject bytea primary key,
  failures int not null,
  failed_at timestamptz not null
);
comment on table officer.attempt is 'Failed sign-ins per account and per address (SHA-256 of either), for growing delays';

create table officer.session (
  id uuid primary key,
  token_hash bytea not null unique,
  officer_id uuid not null references officer.officer (id),
  office_id uuid not null references office.office (id),
  method text not null check (method in ('password', 'passkey', 'link', 'code')),
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ip text not null,
  user_agent text not null,
  ended_at timestamptz,
  ended_by text
);
comment on table officer.session is 'Signed-in devices; the cookie holds the token, this table its SHA-256';
create index session_of on officer.session (officer_id) where ended_at is null;

create view officer_read.officer with (security_barrier) as
  select id, pseudonym, name, username, state from officer.officer;
comment on view officer_read.officer is 'Officers by name, for lists of who did what';
comment on column officer_read.officer.id is 'Identifier';
comment on column officer_read.officer.pseudonym is 'What the ledger calls the officer';
comment on column officer_read.officer.name is 'Name';
comment on column officer_read.officer.username is 'Name at sign-in';
comment on column officer_read.officer.state is 'invited, active, disabled or retired';

create view officer_read.post with (security_barrier) as
  select id, officer_id, office_id, role, from_on, until_on from officer.post;
comment on view officer_read.post is 'Who serves where';
comment on column officer_read.post.id is 'Identifier';
comment on column officer_read.post.officer_id is 'Officer';
comment on column officer_read.post.office_id is 'Office';
comment on column officer_read.post.role is 'Role';
comment on column officer_read.post.from_on is 'First day';
comment on column officer_read.post.until_on is 'Last day, null while it lasts';

-- No policies by region here: sign-in looks an account up before anybody is known, and the door checks jurisdiction.
grant usage on schema officer, officer_read to jatidiri_app, jatidiri_system;
grant select, insert, update on officer.officer, officer.post, officer.delegation, officer.password, officer.code,
  officer.session to jatidiri_app, jatidiri_system;
grant select, insert on officer.history to jatidiri_app, jatidiri_system;
grant select, insert, update, delete on officer.passkey, officer.challenge, officer.attempt to jatidiri_app, jatidiri_system;
grant delete on officer.session to jatidiri_system;
grant select on officer_read.officer, officer_read.post to jatidiri_app, jatidiri_system;

