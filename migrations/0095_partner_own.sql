-- Institutions' own people, signed in on the portal, see their institution and no other. Whoever acts for an institution has its id where
-- an officer has that of his office; everything that hangs on an institution follows by the policies that are there.

create function partner.own() returns uuid language sql stable as $$
  select nullif(current_setting('jatidiri.office', true), '')::uuid
$$;
comment on function partner.own is 'The institution for which somebody acts on the portal. Of an officer it is an office, which is no institution.';

create policy institution_own on partner.institution for select to jatidiri_app using (id = (select partner.own()));

