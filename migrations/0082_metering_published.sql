-- What higher floors read of what was paid and closed: to recount it, and to say it.

create view metering_read.payment with (security_invoker) as
  select p.id as payment_id, p.institution_id, p.amount, p.paid_on, p.entered_at, r.reversed_at
    from metering.payment p left join metering.reversal r on r.payment_id = p.id;
comment on view metering_read.payment is 'Payments of institutions, those that were reversed too.';
comment on column metering_read.payment.payment_id is 'The payment';
comment on column metering_read.payment.institution_id is 'Who paid';
comment on column metering_read.payment.amount is 'Whole rupiah';
comment on column metering_read.payment.paid_on is 'The day on the treasury''s receipt';
comment on column metering_read.payment.entered_at is 'The instant from which it counts';
comment on column metering_read.payment.reversed_at is 'The instant from which it no longer counts; null where it does';

create view metering_read.statement with (security_invoker) as
  select s.id as statement_id, s.institution_id, s.month, s.opening, s.paid, s.reversed, s.charged, s.closing, s.questions, s.lines, s.root
    from metering.statement s;
comment on view metering_read.statement is 'Closed months of institutions that pay.';
comment on column metering_read.statement.statement_id is 'The statement';
comment on column metering_read.statement.institution_id is 'Whose';
comment on column metering_read.statement.month is 'The month, 2018-11';
comment on column metering_read.statement.opening is 'What was left before it, in whole rupiah';
comment on column metering_read.statement.paid is 'Paid within it';
comment on column metering_read.statement.reversed is 'Of what was paid then or before, taken back within it';
comment on column metering_read.statement.charged is 'Charged within it';
comment on column metering_read.statement.closing is 'What is left after it';
comment on column metering_read.statement.questions is 'Questions that were charged';
comment on column metering_read.statement.lines is 'Lines behind it';
comment on column metering_read.statement.root is 'The root of the tree over its lines (RFC 9162)';

create view metering_read.progress with (security_invoker) as
  select p.closed_until, p.counted_at, p.month_closed from metering.progress p;
comment on view metering_read.progress is 'How far the counting has come: one row.';
comment on column metering_read.progress.closed_until is 'Days up to this one are final';
comment on column metering_read.progress.counted_at is 'When the days after it were counted last';
comment on column metering_read.progress.month_closed is 'Statements up to this month are written';
grant select on metering_read.payment, metering_read.statement, metering_read.progress to jatidiri_app, jatidiri_system;
