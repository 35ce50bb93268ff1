-- What happened to a card in the order in which it became known.
create or replace view card_read.step with (security_invoker) as
  select nik, card_id, state, at, recorded_at, cause, id from card.step;
