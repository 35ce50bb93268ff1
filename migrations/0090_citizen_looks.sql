-- What a person is shown of who looked at his data: page by page, by what the access rows say, and with what proves each row.

-- `wanted` and `unwanted` are patterns of the detail; null is any. The cursor is an instant and an entry, as many share an instant.
create function ledger.looks(of_nik bigint, before timestamptz, before_entry uuid, wanted text, unwanted text, most int)
returns table (at timestamptz, entry uuid, detail text, seq bigint, body text)
language sql stable security definer set search_path = pg_catalog as $$
  -- What waits for its number is looked through only for entries that have none: it has no index, and is long where much was just written.
  select a.at, a.entry, a.detail, e.seq, (select p.body from ledger.pending p where e.id is null and p.id = a.entry)
  from (select * from ledger.access c
         where c.nik = of_nik and (c.at, c.entry) < (before, before_entry)
           and (wanted is null or c.detail ~ wanted) and (unwanted is null or c.detail is null or c.detail !~ unwanted)
         order by c.at desc, c.entry desc limit most) a
  left join ledger.entry e on e.id = a.entry
  order by a.at desc, a.entry desc
$$;
comment on function ledger.looks is 'Who was concerned with this person, newest first, page by page; `body` only while the entry is not yet numbered.';
revoke execute on function ledger.looks from public;
grant execute on function ledger.looks to jatidiri_app, jatidiri_system;

-- All people of one entry share its instant: with it their rows are found without an index of entries.
create index access_at on ledger.access using brin (at);
create function ledger.subjects_of(of_entry uuid, of_at timestamptz, most int)
returns table (nik bigint, detail text)
language sql stable security definer set search_path = pg_catalog as $$
  select a.nik, a.detail from ledger.access a where a.at = of_at and a.entry = of_entry limit most
$$;
comment on function ledger.subjects_of is 'Whom one entry concerns: its commitments are made of these.';
revoke execute on function ledger.subjects_of from public;
grant execute on function ledger.subjects_of to jatidiri_system;

create view uniqueness_read.court_search with (security_invoker) as
  select c.id as search_id, c.ends_on from uniqueness.court_search c;
comment on view uniqueness_read.court_search is 'Until when a court''s search is sealed: what it did is shown to whom it concerned the day after.';
comment on column uniqueness_read.court_search.search_id is 'The search';
comment on column uniqueness_read.court_search.ends_on is 'The last day of the order';
grant select on uniqueness_read.court_search to jatidiri_system;
