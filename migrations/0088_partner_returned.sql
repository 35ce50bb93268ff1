-- What each PKS names as data given back, for the room that takes it.
create view partner_read.returned with (security_invoker) as
  select distinct on (c.id) c.institution_id, c.id as cooperation_id, d.id as agreement_id, coalesce(d.contents -> 'returned', '[]'::jsonb) as elements
    from partner.cooperation c join partner.document d on d.cooperation_id = c.id and d.kind = 'pks'
   where c.stage in ('CONNECTED', 'EVALUATION')
   order by c.id, d.version desc;
comment on view partner_read.returned is 'The elements that the governing PKS of each connected institution names as data given back.';
comment on column partner_read.returned.institution_id is 'The institution';
comment on column partner_read.returned.cooperation_id is 'Its pass through the ladder';
comment on column partner_read.returned.agreement_id is 'The PKS in its latest version';
comment on column partner_read.returned.elements is 'Names of elements; none where nothing comes back person by person';
grant select on partner_read.returned to jatidiri_app, jatidiri_system;
