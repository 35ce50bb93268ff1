-- A month in which calls stand already, since it was not there in time, stays where they are: to make it would fail, and everything that is
-- done beside it would fail with it.

create or replace function verification.make_months(first timestamptz, months int) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  low  timestamp;
  name text;
begin
  for i in 0 .. months - 1 loop
    low := date_trunc('month', first at time zone 'UTC') + make_interval(months => i);
    name := 'call_' || to_char(low, 'YYYY_MM');
    if to_regclass('verification.' || name) is null and not exists (
         select from verification.call_other c
          where c.at >= low at time zone 'UTC' and c.at < (low + interval '1 month') at time zone 'UTC') then
      execute format('create table verification.%I partition of verification.call for values from (%L) to (%L)',
        name, low at time zone 'UTC', (low + interval '1 month') at time zone 'UTC');
    end if;
  end loop;
end $$;
