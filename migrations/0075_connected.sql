-- Who is connected has asked lately: an institution that may ask and does not is counted as prepared, no more.

create function verification.count_askers(institutions uuid[], since timestamptz, until timestamptz)
returns table (asked bigint, askers bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select (select count(*) from unnest(institutions) as i (id)
           where exists (select from verification.call c where c.institution_id = i.id and c.at > since and c.at <= until)),
         (select count(distinct c.institution_id) from verification.call c
           where c.institution_id = any(institutions) and c.at > since and c.at <= until)
$$;
comment on function verification.count_askers is 'How many of the institutions had a question answered between two instants, counted in two ways.';
revoke execute on function verification.count_askers from public;
grant execute on function verification.count_askers to jatidiri_app, jatidiri_system;
