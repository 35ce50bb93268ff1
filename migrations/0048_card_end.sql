-- What ends by itself: the hours for lifting a loss from afar, and cards whose holder died or left before anybody got them.

alter table card.loss add column closed_at timestamptz;
comment on column card.loss.closed_at is 'Its hours were over: lifted at a counter alone from then on, with the card shown. Final is a loss only at the counter (final_at).';
create index loss_running on card.loss (lift_until) where lift_until is not null and lifted_at is null and final_at is null and closed_at is null;

alter table card.card add column stranded boolean not null default false;
comment on column card.card.stranded is 'It ended at an office or on its way to one: nobody ever got it, and the office that has it takes it in.';
create index card_stranded on card.card (coalesce(bound_for, office_id)) where stranded and state = 8;
-- What is on its way to an office, for the office that counts it in.
create index card_bound on card.card (bound_for) where bound_for is not null;

update card.card c set stranded = true
 where c.state = 8
   and exists (select from card.step s where s.nik = c.nik and s.card_id = c.id and s.state = 1)
   and not exists (select from card.step s where s.nik = c.nik and s.card_id = c.id and s.state = 5);

-- A print that was found faulty stops the check by sample of those that were printed beside it.
create index inspection_faulty on card.inspection (at) where not good;
