-- Webhooks: addresses at which institutions want to be told, what they are told, and every try to tell them.

create schema webhook;
grant usage on schema webhook to jatidiri_app, jatidiri_system;

create table webhook.endpoint (
  id             uuid primary key,
  institution_id uuid not null,
  url            text not null check (url like 'https://%' and length(url) <= 500),
  host           text not null,
  events         text[] not null check (cardinality(events) > 0),
  state          text not null check (state in ('ON', 'OFF', 'BROKEN')),
  -- Why it is not on: somebody of the institution, its own answer 410, five days without success.
  why            text check (why in ('own', 'gone', 'failing')),
  since          timestamptz not null,
  -- Sealed; the one before goes on for a day, so that a receiver can change over.
  secret         bytea not null,
  secret_at      timestamptz not null,
  form           uuid not null,
  old_secret     bytea,
  old_until      timestamptz,
  failures       int not null default 0,
  delivered_at   timestamptz,
  -- Of true time: it is called by one at a time, and not again at once when it has failed.
  busy_until     timestamptz not null default '-infinity',
  rest_until     timestamptz not null default '-infinity',
  made_at        timestamptz not null,
  made_by        uuid not null,
  entry_id       uuid not null,
  constraint endpoint_url unique (institution_id, url),
  constraint endpoint_old check ((old_secret is null) = (old_until is null)),
  constraint endpoint_why check ((state = 'ON') = (why is null))
);
comment on table webhook.endpoint is 'At most five an institution.';
comment on column webhook.endpoint.form is 'The form by which the newest secret was made: sent once more within ten minutes it shows the same secret and makes none.';
comment on column webhook.endpoint.failures is 'Calls that failed since the last that did not: of those that have some only a few are called at once.';
create index endpoint_host on webhook.endpoint (host) where state = 'ON';

create table webhook.event (
  id             uuid primary key,
  institution_id uuid not null,
  kind           text not null,
  at             timestamptz not null,
  -- As it is sent, each time the same bytes. Never a NIK, a name or a pseudonym.
  body           text not null,
  once           text,
  -- What the clock finds again and again is told once.
  constraint event_once unique (institution_id, once)
);
comment on table webhook.event is 'What an institution is told: kept for thirty days, and only where an endpoint wants it.';
create index event_at on webhook.event (at);

create table webhook.delivery (
  event_id       uuid not null references webhook.event (id) on delete cascade,
  endpoint_id    uuid not null references webhook.endpoint (id) on delete cascade,
  institution_id uuid not null,
  state          text not null check (state in ('WAITING', 'DELIVERED', 'FAILED')),
  -- Tries so far, and how many of them belong to a round before it was sent anew.
  tries          int not null default 0,
  began          int not null default 0,
  next_at        timestamptz,
  status         int,
  outcome        text,
  tried_at       timestamptz,
  primary key (event_id, endpoint_id),
  constraint delivery_next check ((state = 'WAITING') = (next_at is not null))
);
comment on table webhook.delivery is 'One event on its way to one endpoint.';
create index delivery_due on webhook.delivery (endpoint_id, next_at) where state = 'WAITING';
create index delivery_of on webhook.delivery (institution_id, event_id desc);

create table webhook.attempt (
  event_id       uuid not null,
  endpoint_id    uuid not null,
  n              int not null check (n > 0),
  institution_id uuid not null,
  at             timestamptz not null,
  ms             int not null,
  status         int,
  -- 'ok', 'status', or the code of what stopped the call.
  outcome        text not null,
  primary key (event_id, endpoint_id, n),
  foreign key (event_id, endpoint_id) references webhook.delivery (event_id, endpoint_id) on delete cascade
);
comment on table webhook.attempt is 'Every call, with what was answered: the status alone.';

do $$
declare
  t text;
begin
  foreach t in array array['endpoint', 'event', 'delivery', 'attempt'] loop
    execute format('alter table webhook.%I enable row level security', t);
    execute format('alter table webhook.%I force row level security', t);
    execute format('create policy %I on webhook.%I to jatidiri_system, jatidiri_owner using (true) with check (true)', t || '_system', t);
    execute format('create policy %I on webhook.%I to jatidiri_app using (institution_id = (select partner.own())) with check (institution_id = (select partner.own()))', t || '_own', t);
    execute format('grant select, insert, update, delete on webhook.%I to jatidiri_system', t);
    execute format('grant select on webhook.%I to jatidiri_app', t);
  end loop;
end $$;
grant insert, delete on webhook.endpoint to jatidiri_app;
grant update (events, state, why, since, secret, secret_at, form, old_secret, old_until, failures, rest_until) on webhook.endpoint to jatidiri_app;
grant update (state, next_at, began, status, outcome) on webhook.delivery to jatidiri_app;
