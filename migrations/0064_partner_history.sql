-- What higher floors read of partners' past: the steps that made each stage, and the reports that are owed.

create view partner_read.step with (security_invoker) as
  select s.id as step_id, s.cooperation_id, s.n, s.stage, s.occurred_on, s.recorded_at, s.takes_back, c.stage as present_stage, c.since as present_since
    from partner.step s join partner.cooperation c on c.id = s.cooperation_id;
comment on view partner_read.step is 'Every change of stage, also of cooperations that have ended.';
comment on column partner_read.step.step_id is 'The step';
comment on column partner_read.step.cooperation_id is 'The pass through the ladder';
comment on column partner_read.step.n is 'Its place among the steps of the pass, from 1';
comment on column partner_read.step.stage is 'What was reached, or come back to';
comment on column partner_read.step.occurred_on is 'The day on which it came about';
comment on column partner_read.step.recorded_at is 'The instant at which it was entered';
comment on column partner_read.step.takes_back is 'The step that this one takes back; neither of the two counts';
comment on column partner_read.step.present_stage is 'What the pass has reached now';
comment on column partner_read.step.present_since is 'The day on which it reached that';

create view partner_read.report with (security_invoker) as
  select r.id as report_id, r.cooperation_id, r.semester, r.due_on, r.filed_on, r.cut_due_at, r.spared_at,
         (select count(*)::int from partner.warning w where w.report_id = r.id) as warnings
    from partner.report r;
comment on view partner_read.report is 'Semester reports that connected institutions owe or have brought.';
comment on column partner_read.report.report_id is 'The report';
comment on column partner_read.report.cooperation_id is 'Who owes it';
comment on column partner_read.report.semester is 'The semester, 2018-1 or 2018-2';
comment on column partner_read.report.due_on is 'The last day on which it is in time';
comment on column partner_read.report.filed_on is 'The day on which it came; null while it is owed';
comment on column partner_read.report.cut_due_at is 'From then on the clock proposes to cut off whoever owes it';
comment on column partner_read.report.spared_at is 'An officer has taken that proposal back';
comment on column partner_read.report.warnings is 'Written warnings so far';
grant select on partner_read.step, partner_read.report to jatidiri_app, jatidiri_system;
