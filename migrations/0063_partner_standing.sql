-- What higher rooms read of partners: who stands where, and what each may ask under which bounds.

create view partner_read.standing with (security_invoker) as
  select i.id as institution_id, i.name as institution, i.kind, i.sector, i.region_code as institution_region, c.id as cooperation_id, c.number, c.stage,
         (select min(s.occurred_on) from partner.step s
           where s.cooperation_id = c.id and s.stage = 'CONNECTED' and s.takes_back is null
             and not exists (select from partner.step b where b.takes_back = s.id)) as connected_on,
         coalesce((select jsonb_agg(jsonb_build_object('documentId', t.id, 'from', t.starts, 'until', t.ends) order by t.version)
                     from (select d.id, d.version, d.valid_from::timestamp at time zone 'Asia/Jakarta' as starts,
                                  least(d.valid_until + 1, min(d.valid_from) over (order by d.version rows between 1 following and unbounded following))::timestamp at time zone 'Asia/Jakarta' as ends
                             from partner.document d where d.cooperation_id = c.id and d.kind = 'pks') t where t.ends > t.starts), '[]') as terms,
         exists (select from partner.suspension s where s.cooperation_id = c.id and s.lifted_at is null) as suspended,
         coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'cause', s.cause, 'from', s.from_at, 'until', s.until_at, 'liftedAt', s.lifted_at) order by s.from_at, s.id)
                     from partner.suspension s where s.cooperation_id = c.id and s.lifted_at is null), '[]') as suspensions,
         coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'agreementId', g.agreement_id, 'purpose', g.purpose, 'elements', g.elements,
                            'threshold', g.threshold, 'dailyQuota', g.daily_quota, 'hoursFrom', g.hours_from, 'hoursUntil', g.hours_until,
                            'networks', to_jsonb(g.networks::text[]), 'region', g.region_code, 'dpop', g.dpop, 'signed', g.signed, 'tells', to_jsonb(g.tells),
                            'from', g.valid_from, 'until', g.valid_until, 'endedAt', g.ended_at) order by g.given_at, g.id)
                     from partner.access_grant g where g.cooperation_id = c.id), '[]') as grants
    from partner.cooperation c join partner.institution i on i.id = c.institution_id
   where c.stage not in ('RENEWAL', 'WITHDRAWN', 'REFUSED');
comment on view partner_read.standing is 'Each cooperation that has not ended: one row. Nothing in it is compared with a clock; whoever asks does that with maySayWhy (src/sharing/partner/grant/rules.ts).';
comment on column partner_read.standing.institution_id is 'The institution';
comment on column partner_read.standing.institution is 'Its name';
comment on column partner_read.standing.kind is 'Its kind, which says whether it pays (src/sharing/partner/rules.ts)';
comment on column partner_read.standing.sector is 'What its service is about';
comment on column partner_read.standing.institution_region is 'Null: central; else the region whose people alone it may ask about';
comment on column partner_read.standing.cooperation_id is 'The pass through the ladder';
comment on column partner_read.standing.number is 'Its number';
comment on column partner_read.standing.stage is 'What it has reached';
comment on column partner_read.standing.connected_on is 'The day on which it was connected first; null until then';
comment on column partner_read.standing.terms is 'Spans that the versions of the PKS cover: documentId, from, until (the first instant after it)';
comment on column partner_read.standing.suspended is 'A suspension was decided and has not been lifted; its own end may have passed';
comment on column partner_read.standing.suspensions is 'Suspensions that were not lifted: id, cause, from, until, liftedAt, the earliest first';
comment on column partner_read.standing.grants is 'All that was ever granted to it, ended or not: id, agreementId, purpose, elements, threshold, dailyQuota, hoursFrom, hoursUntil (minutes of the day in WIB), networks, region, dpop, signed, tells, from, until, endedAt';
grant select on partner_read.standing to jatidiri_app, jatidiri_system;
