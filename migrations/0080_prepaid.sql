-- What partners that pay may still be answered, and what higher rooms read of answered calls and of partners.

alter table verification.call
  add column method text not null default 'nik' check (method in ('nik', 'finger', 'face')),
  add column price int not null default 0 check (price >= 0);
comment on column verification.call.method is 'By which the questions were answered, for the tariff; one a call.';
comment on column verification.call.price is 'What each question of the call costs in whole rupiah, as it was taken from the balance when it was asked; 0 for who pays nothing.';

create table verification.purse (
  institution_id uuid primary key,
  left_over      bigint not null,
  constraint purse_left check (left_over >= 0)
);
comment on table verification.purse is 'What may still be answered, in whole rupiah: filled by whoever takes payments, emptied in portions by the answering processes.';

create table verification.portion (
  institution_id uuid not null,
  day            date not null,
  taken          bigint not null check (taken >= 0),
  settled_at     timestamptz,
  primary key (institution_id, day)
);
comment on table verification.portion is 'What the answering processes have taken out of a purse for a day. What they do not use they give back; once the day is over it is settled by what was really charged, so that nothing is lost with a process that died.';
create index portion_open on verification.portion (day) where settled_at is null;

-- As verification.take_quota: what a process needs, or an eighth of what is left where that is more. In one order, purse before portion.
create function verification.take_prepaid(institutions uuid[], days date[], needs bigint[], wants bigint[])
returns table (institution_id uuid, got bigint)
language plpgsql set search_path = pg_catalog as $$
declare
  asked record;
  free  bigint;
begin
  for asked in
    select * from unnest(institutions, days, needs, wants) as a (id, day, need, want) order by a.id, a.day
  loop
    select w.left_over into free from verification.purse w where w.institution_id = asked.id for update;
    institution_id := asked.id;
    got := least(coalesce(free, 0), greatest(asked.need, least(asked.want, coalesce(free, 0) / 8)));
    if got > 0 then
      insert into verification.portion as p (institution_id, day, taken) values (asked.id, asked.day, got)
          on conflict on constraint portion_pkey do update set taken = p.taken + excluded.taken where p.settled_at is null;
      -- A day that was settled is over.
      if not found then got := 0; end if;
    end if;
    update verification.purse w set left_over = w.left_over - got where w.institution_id = asked.id and got > 0;
    return next;
  end loop;
end $$;
comment on function verification.take_prepaid is 'What a process may answer for each institution on a day, in rupiah, before it must ask again.';

create function verification.give_prepaid_back(institutions uuid[], days date[], amounts bigint[]) returns void
language plpgsql set search_path = pg_catalog as $$
declare
  unused record;
begin
  for unused in
    select * from unnest(institutions, days, amounts) as a (id, day, n) order by a.id, a.day
  loop
    perform from verification.purse w where w.institution_id = unused.id for update;
    update verification.portion p set taken = p.taken - unused.n
     where p.institution_id = unused.id and p.day = unused.day and p.settled_at is null;
    -- What was settled has been given back already.
    if found then
      update verification.purse w set left_over = w.left_over + unused.n where w.institution_id = unused.id;
    end if;
  end loop;
end $$;
comment on function verification.give_prepaid_back is 'Gives back what a process took and did not use.';

-- Days that are over, by what was charged: the rest of what was taken comes back, whoever held it.
create function verification.settle_prepaid(until date, institutions uuid[], days date[], charges bigint[], at timestamptz) returns bigint
language plpgsql set search_path = pg_catalog as $$
declare
  lost bigint;
begin
  perform from verification.purse w
    where w.institution_id in (select p.institution_id from verification.portion p where p.day <= until and p.settled_at is null)
    order by w.institution_id for update;
  with charged as (
    select a.id, a.day, a.n from unnest(institutions, days, charges) as a (id, day, n)
  ), settled as (
    update verification.portion p set taken = coalesce(c.n, 0), settled_at = at
      from verification.portion o left join charged c on c.id = o.institution_id and c.day = o.day
     where o.institution_id = p.institution_id and o.day = p.day and p.day <= until and p.settled_at is null
    returning p.institution_id, o.taken - p.taken as unused
  ), due as (
    select s.institution_id, sum(s.unused)::bigint as unused from settled s group by 1
  ), given as (
    update verification.purse w set left_over = w.left_over + d.unused from due d where w.institution_id = d.institution_id and d.unused <> 0
  )
  select coalesce(sum(d.unused), 0)::bigint into lost from due d;
  return lost;
end $$;
comment on function verification.settle_prepaid is 'Gives how much of what was taken came back. Every charge lies within what was taken for its day: a purse that would fall below nothing is a fault, and refused.';

revoke execute on function verification.take_prepaid, verification.give_prepaid_back, verification.settle_prepaid from public;
grant execute on function verification.take_prepaid, verification.give_prepaid_back, verification.settle_prepaid to jatidiri_system;
grant select, insert, update on verification.purse to jatidiri_system;
grant select, insert, update, delete on verification.portion to jatidiri_system;

create view verification_read.call with (security_invoker) as
  select c.entry, c.at, c.institution_id, c.grant_id, c.unit, c.refs, c.matched + c.partial + c.mismatched as questions, c.matched, c.partial,
         c.mismatched, c.method, c.price
    from verification.call c;
comment on view verification_read.call is 'Answered calls, one row a ledger entry; nothing of whom they were about.';
comment on column verification_read.call.entry is 'The ledger entry that answers it';
comment on column verification_read.call.at is 'When, by the house''s clock';
comment on column verification_read.call.institution_id is 'Who asked';
comment on column verification_read.call.grant_id is 'Under which grant';
comment on column verification_read.call.unit is 'The unit that asked, in the institution''s own words';
comment on column verification_read.call.refs is 'The institution''s own numbers of the questions that were answered, one a question';
comment on column verification_read.call.questions is 'How many questions were answered';
comment on column verification_read.call.matched is 'Of these, matched in every field';
comment on column verification_read.call.partial is 'Matched in some';
comment on column verification_read.call.mismatched is 'Matched in none';
comment on column verification_read.call.method is 'nik, finger or face';
comment on column verification_read.call.price is 'What each question costs in whole rupiah';
grant select on verification_read.call to jatidiri_system;

create view verification_read.purse with (security_invoker) as
  select w.institution_id, w.left_over,
         coalesce((select sum(p.taken) from verification.portion p where p.institution_id = w.institution_id and p.settled_at is null), 0)::bigint as taken
    from verification.purse w;
comment on view verification_read.purse is 'What each institution may still be answered, in rupiah.';
comment on column verification_read.purse.institution_id is 'The institution';
comment on column verification_read.purse.left_over is 'What no process has taken';
comment on column verification_read.purse.taken is 'What processes have taken for days that are not settled, used or not';
grant select on verification_read.purse to jatidiri_system;

create view partner_read.access_grant with (security_invoker) as
  select g.id as grant_id, c.institution_id, g.purpose, g.daily_quota, g.valid_from, g.valid_until, g.ended_at
    from partner.access_grant g join partner.cooperation c on c.id = g.cooperation_id;
comment on view partner_read.access_grant is 'All that was ever granted, also to institutions whose cooperation has ended.';
comment on column partner_read.access_grant.grant_id is 'The grant';
comment on column partner_read.access_grant.institution_id is 'To whom';
comment on column partner_read.access_grant.purpose is 'For which of the law''s five purposes';
comment on column partner_read.access_grant.daily_quota is 'How many questions a day';
comment on column partner_read.access_grant.valid_from is 'The first instant';
comment on column partner_read.access_grant.valid_until is 'The first instant after it';
comment on column partner_read.access_grant.ended_at is 'Ended before its time';
grant select on partner_read.access_grant to jatidiri_app, jatidiri_system;
