-- Figures of cards without reading the steps of all cards: each step that is entered says by how much it changes which figure
-- and from which day on; changes of days gone by are summed up, so that a figure is the sum of some thousand rows.

create table card.figure_change (
  known_at    timestamptz not null,
  day         date not null,
  printed     int not null,
  outstanding int not null,
  taken_in    int not null,
  destroyed   int not null,
  folded      boolean not null default false
);
comment on table card.figure_change is 'Append-only: by how much the figures of all days from this one on (WIB) changed by what became known at an instant; folded: it is in figure_day too.';
create index figure_change_known on card.figure_change (known_at);
create index figure_change_open on card.figure_change (known_at) where not folded;

create table card.figure_day (
  known_on    date not null,
  day         date not null,
  printed     bigint not null,
  outstanding bigint not null,
  taken_in    bigint not null,
  destroyed   bigint not null,
  constraint figure_day_pkey primary key (known_on, day)
);
comment on table card.figure_day is 'The changes of each day of knowledge (WIB), summed up: what a job has folded.';

grant select on card.figure_change, card.figure_day to jatidiri_app;
grant select, update on card.figure_change to jatidiri_system;
grant select, insert, update on card.figure_day to jatidiri_system;

/*
 * Counts steps that were just entered. What a card counts for is said by src/cards/card/figure/rules.ts, by its steps in the order
 * in which they were recorded: 8 INVALID 9 SPOILED 10 TAKEN_IN 11 DESTROYED; another rule needs another function and all changes anew.
 * A step that is said to have happened before an earlier one (a death reported late) changes the days between otherwise than those after:
 * hence a change for each day on which an earlier step begins to count.
 */
create function card.count_steps(niks bigint[], cards uuid[], steps uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog as $$
-- plpgsql keeps the plan: to plan it takes longer than to run it for a card.
begin
  with invalid as (select array['superseded', 'died', 'moved_abroad', 'citizenship_lost', 'duplicate', 'decision'] as causes),
       fresh as materialized (
         select s.nik, s.card_id, s.id, s.state, coalesce(s.cause, '') as cause, s.recorded_at, (s.at at time zone 'Asia/Jakarta')::date as day,
                exists (select from card.step p where p.nik = s.nik and p.card_id = s.card_id and (p.recorded_at, p.id) < (s.recorded_at, s.id)) as follows
           from unnest(niks, cards, steps) as g(nik, card_id, id) join card.step s on s.nik = g.nik and s.card_id = g.card_id and s.id = g.id),
       changes as (
         select f.recorded_at, f.day, (f.state <> 9)::int as printed, (f.state = 8)::int as outstanding,
                (f.state = 10 and f.cause = any(i.causes))::int as taken_in, (f.state = 11)::int as destroyed
           from fresh f, invalid i where not f.follows
         union all
         select f.recorded_at, c.day, c.printed, c.outstanding, c.taken_in, c.destroyed
           from fresh f cross join invalid i cross join lateral (
             with prior as materialized (
                    select p.state, p.cause, (p.at at time zone 'Asia/Jakarta')::date as day, row_number() over (order by p.recorded_at, p.id) as place
                      from card.step p where p.nik = f.nik and p.card_id = f.card_id and (p.recorded_at, p.id) < (f.recorded_at, f.id)),
                  days as (select f.day union select p.day from prior p where p.day > f.day),
                  -- What the card counts for with the step, less what it counted for without it, on each of the days.
                  gain as (
                    select d.day, (not b.spoiled and f.state <> 9)::int - (b.there and not b.spoiled)::int as printed,
                           (f.state = 8)::int - (b.there and b.state = 8)::int as outstanding,
                           (f.state = 10 and f.cause = any(i.causes))::int - (b.there and b.state = 10 and b.cause = any(i.causes))::int as taken_in,
                           (f.state = 11)::int - (b.there and b.state = 11)::int as destroyed
                      from days d cross join lateral (
                        select count(*) > 0 as there, coalesce(bool_or(p.state = 9), false) as spoiled,
                               (array_agg(p.state order by p.place desc))[1] as state, coalesce((array_agg(p.cause order by p.place desc))[1], '') as cause
                          from prior p where p.day <= d.day) b)
             select g.day, g.printed - lag(g.printed, 1, 0) over w as printed, g.outstanding - lag(g.outstanding, 1, 0) over w as outstanding,
                    g.taken_in - lag(g.taken_in, 1, 0) over w as taken_in, g.destroyed - lag(g.destroyed, 1, 0) over w as destroyed
               from gain g window w as (order by g.day)) c
          where f.follows)
  insert into card.figure_change (known_at, day, printed, outstanding, taken_in, destroyed)
  select recorded_at, day, sum(printed), sum(outstanding), sum(taken_in), sum(destroyed)
    from changes where (printed, outstanding, taken_in, destroyed) is distinct from (0, 0, 0, 0) group by recorded_at, day;
end $$;
revoke execute on function card.count_steps(bigint[], uuid[], uuid[]) from public;
grant execute on function card.count_steps(bigint[], uuid[], uuid[]) to jatidiri_app, jatidiri_system;

-- Cards that are here already.
do $$
declare
  last_nik bigint := -1;
  next_nik bigint;
begin
  loop
    select max(nik) into next_nik from (select nik from card.card where nik > last_nik order by nik limit 20000) page;
    exit when next_nik is null;
    perform card.count_steps(array_agg(nik), array_agg(card_id), array_agg(id)) from card.step where nik > last_nik and nik <= next_nik;
    last_nik := next_nik;
  end loop;
end $$;
