-- A bag that differed when it arrived is counted again where it lies; and what a destruction was, to be read by whoever counts it anew.

alter table disposal.dispatch
  add column tally_id uuid,
  add constraint dispatch_tally check (tally_id is null or received_at is not null);
comment on column disposal.dispatch.tally_id is 'The count that ended this way; empty again when a bag that differed is to be counted once more.';
create index dispatch_bag_last on disposal.dispatch (bag_id, sent_at desc);
create index dispatch_from on disposal.dispatch (from_office, sent_at);
create index dispatch_came on disposal.dispatch (to_office, sent_at);

create view disposal_read.bag with (security_invoker) as
  select id, number, office_id, region_code, state, n, sealed_by, counted_by, plan_id from disposal.bag;
comment on view disposal_read.bag is 'Bags, with who sealed and who recounted each.';
comment on column disposal_read.bag.state is '1 open 2 sealed 3 differs 4 confirmed 5 stored 6 sent 7 planned 8 destroyed';
comment on column disposal_read.bag.n is 'Pieces that were sealed in; null while it is open';

create view disposal_read.plan with (security_invoker) as
  select p.id, p.number, p.office_id, p.region_code, p.planned_on, p.state, p.n, p.bags, p.sample, p.proposed_by, p.approved_by, p.approved_office,
         p.begun_by, p.ended_by, p.ended_at, p.document_id,
         (select count(*) from disposal.witness w where w.plan_id = p.id) as witnesses,
         (select count(*) from disposal.witness w where w.plan_id = p.id and w.outside) as outside_witnesses,
         (select count(*) from disposal.evidence e where e.plan_id = p.id and e.kind = 'photo') as photos,
         (select count(*) from disposal.plan_bag b where b.plan_id = p.id and b.seal_agrees) as seals,
         (select count(*) from disposal.plan_bag b join disposal.bag g on g.id = b.bag_id
           where b.plan_id = p.id and b.sampled and b.counted = g.n) as recounted
    from disposal.plan p;
comment on view disposal_read.plan is 'Destructions: who proposed, approved, began and ended each, and what was checked on the day.';
comment on column disposal_read.plan.state is 'proposed, approved, begun, stopped, done or cancelled';
comment on column disposal_read.plan.seals is 'Bags whose seal was read and agreed';
comment on column disposal_read.plan.recounted is 'Drawn bags whose count agreed';
grant select on disposal_read.bag, disposal_read.plan to jatidiri_app, jatidiri_system;
