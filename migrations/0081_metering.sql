-- What partners have paid and used: orders, payments and their reversals, questions counted by days, statements of the months.

create schema metering;
create schema metering_read;
grant usage on schema metering, metering_read to jatidiri_app, jatidiri_system;

create table metering.purchase (
  id             uuid primary key,
  institution_id uuid not null,
  billing_code   text not null,
  amount         bigint not null check (amount > 0),
  ordered_on     date not null,
  valid_until    date not null,
  entered_at     timestamptz not null,
  entered_by     uuid not null,
  entry_id       uuid not null,
  constraint purchase_code unique (billing_code),
  constraint purchase_code_form check (billing_code ~ '^[0-9]{15}$'),
  constraint purchase_term check (valid_until >= ordered_on)
);
comment on table metering.purchase is 'Append-only: an order of a balance, with the billing code under which it is paid (kode billing).';
create index purchase_institution on metering.purchase (institution_id, entered_at);

create table metering.payment (
  id             uuid primary key,
  purchase_id    uuid not null references metering.purchase (id),
  institution_id uuid not null,
  amount         bigint not null check (amount > 0),
  ntpn           text not null check (ntpn ~ '^[0-9A-Z]{16}$'),
  receipt_nth    int not null check (receipt_nth > 0),
  purchase_nth   int not null check (purchase_nth > 0),
  paid_on        date not null,
  entered_at     timestamptz not null,
  entered_by     uuid not null,
  entry_id       uuid not null,
  -- One receipt counts once, and one order is paid once, as long as nobody has reversed the payment before.
  constraint payment_receipt unique (ntpn, receipt_nth),
  constraint payment_purchase unique (purchase_id, purchase_nth)
);
comment on table metering.payment is 'Append-only: what the treasury received, by its receipt number (NTPN). receipt_nth and purchase_nth: how often the receipt and the order were entered, one more than was reversed.';
create index payment_institution on metering.payment (institution_id, entered_at);

create table metering.reversal (
  payment_id  uuid primary key references metering.payment (id),
  reason      text not null,
  reversed_at timestamptz not null,
  asked_by    uuid not null,
  decided_by  uuid not null,
  entry_id    uuid not null,
  -- Whatever the code does: nobody takes money back alone.
  constraint reversal_two check (asked_by <> decided_by)
);
comment on table metering.reversal is 'Append-only: a payment that was entered by mistake does not count from here on.';

create table metering.usage (
  institution_id uuid not null,
  day            date not null,
  method         text not null,
  price          int not null,
  calls          int not null,
  questions      bigint not null,
  matched        bigint not null,
  partial        bigint not null,
  mismatched     bigint not null,
  amount         bigint not null generated always as (questions * price) stored,
  primary key (institution_id, day, method, price)
);
comment on table metering.usage is 'Answered questions by days of WIB, counted from verification_read.call; the present day is counted anew until it is over.';
create index usage_day on metering.usage (day);

create table metering.progress (
  one          boolean primary key default true check (one),
  closed_until date,
  counted_at   timestamptz,
  month_closed text check (month_closed ~ '^[0-9]{4}-[0-9]{2}$')
);
comment on table metering.progress is 'How far the counting has come: days up to closed_until are final, statements up to month_closed are written.';
insert into metering.progress default values;

create table metering.low_balance (
  id             uuid primary key,
  institution_id uuid not null,
  raised_at      timestamptz not null,
  balance        bigint not null,
  spent          bigint not null,
  ended_at       timestamptz,
  entry_id       uuid not null
);
comment on table metering.low_balance is 'A balance that would last less than a week at its pace: said once, until it lasts longer again. spent: within the days of the pace.';
create unique index low_balance_open on metering.low_balance (institution_id) where ended_at is null;

create table metering.statement (
  id             uuid primary key,
  institution_id uuid not null,
  month          text not null check (month ~ '^[0-9]{4}-[0-9]{2}$'),
  number         text not null,
  opening        bigint not null,
  paid           bigint not null,
  reversed       bigint not null,
  charged        bigint not null,
  closing        bigint not null,
  calls          int not null,
  questions      bigint not null,
  lines          int not null,
  root           bytea not null check (length(root) = 32),
  closed_at      timestamptz not null,
  entry_id       uuid not null,
  constraint statement_month unique (institution_id, month),
  constraint statement_number unique (number),
  constraint statement_sum check (closing = opening + paid - reversed - charged)
);
comment on table metering.statement is 'Append-only: a month of an institution that pays. root: over its lines (RFC 9162), which are read from verification_read.call. What is entered later stands in the next one.';

create table metering.statement_part (
  statement_id uuid not null references metering.statement (id),
  part         int not null check (part > 0),
  first_line   int not null,
  lines        int not null,
  from_at      timestamptz not null,
  from_entry   uuid not null,
  until_at     timestamptz not null,
  until_entry  uuid not null,
  primary key (statement_id, part)
);
comment on table metering.statement_part is 'Where the file of a long statement is cut, between two calls: from the first call of the part to the last, both included.';

create view metering_read.usage with (security_invoker) as
  select u.institution_id, u.day, u.method, u.price, u.calls, u.questions, u.matched, u.partial, u.mismatched, u.amount from metering.usage u;
comment on view metering_read.usage is 'Answered questions of institutions by days; nothing of whom they were about.';
comment on column metering_read.usage.institution_id is 'The institution';
comment on column metering_read.usage.day is 'A day of WIB; the present one is counted until it is over';
comment on column metering_read.usage.method is 'nik, finger or face';
comment on column metering_read.usage.price is 'Whole rupiah a question; 0 for who pays nothing';
comment on column metering_read.usage.calls is 'Answered calls, each one ledger entry';
comment on column metering_read.usage.questions is 'Questions answered in them';
comment on column metering_read.usage.matched is 'Of these, matched in every field';
comment on column metering_read.usage.partial is 'Matched in some';
comment on column metering_read.usage.mismatched is 'Matched in none';
comment on column metering_read.usage.amount is 'What they cost together';

do $$
declare
  t text;
begin
  foreach t in array array['purchase', 'payment', 'reversal', 'usage', 'low_balance', 'statement', 'statement_part'] loop
    execute format('alter table metering.%I enable row level security', t);
    execute format('alter table metering.%I force row level security', t);
    execute format('create policy %I on metering.%I to jatidiri_system, jatidiri_owner using (true) with check (true)', t || '_system', t);
  end loop;
  -- Whoever may see the institution: the view of institutions has their own policies.
  foreach t in array array['purchase', 'payment', 'usage', 'low_balance', 'statement'] loop
    execute format('create policy %I on metering.%I to jatidiri_app using (exists (select from partner_read.institution i where i.institution_id = %I.institution_id)) with check (true)', t || '_app', t, t);
  end loop;
end $$;
create policy reversal_app on metering.reversal to jatidiri_app using (exists (select from metering.payment p where p.id = payment_id)) with check (true);
create policy statement_part_app on metering.statement_part to jatidiri_app using (exists (select from metering.statement s where s.id = statement_id)) with check (true);

grant select, insert on metering.purchase, metering.payment, metering.reversal to jatidiri_app, jatidiri_system;
grant select on metering.usage, metering.low_balance, metering.statement, metering.statement_part, metering.progress to jatidiri_app;
grant select, insert, update, delete on metering.usage to jatidiri_system;
grant select, update on metering.progress to jatidiri_system;
grant select, insert on metering.statement, metering.statement_part to jatidiri_system;
grant select, insert, update (ended_at) on metering.low_balance to jatidiri_system;
grant select on metering_read.usage to jatidiri_app, jatidiri_system;
