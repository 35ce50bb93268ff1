-- Files that belong to a person (sealed, in the file store; only what describes them is here) and the papers that were issued.

create schema file;
create schema document;
create schema document_read;
grant usage on schema file, document, document_read to jatidiri_app, jatidiri_system;

create table file.stored (
  nik           bigint not null,
  village_code  bigint not null,
  id            uuid not null,
  office_id     uuid,
  stored_at     timestamptz not null,
  byte_count    int not null,
  address       bytea not null,
  media_type    text not null,
  kind          text not null,
  constraint stored_pkey primary key (nik, id),
  constraint stored_address check (length(address) = 32)
);
comment on table file.stored is 'Files of persons: what they are and where their sealed bytes lie. Without a row, a file in the store is an orphan and is swept.';
comment on column file.stored.village_code is 'Where the person lives now; follows moves, so that the office of arrival sees the files.';
comment on column file.stored.address is 'SHA-256 of the sealed bytes, their name in the file store.';
comment on column file.stored.byte_count is 'Of the plain content.';
create index stored_id on file.stored (id);
create index stored_address on file.stored (address);

create table document.issued (
  nik            bigint not null,
  village_code   bigint not null,
  id             uuid not null,
  file_id        uuid not null,
  office_id      uuid not null,
  officer_id     uuid not null,
  replaced_by    uuid,
  recorded_at    timestamptz not null,
  ended_at       timestamptz,
  log_size       bigint not null,
  issued_on      date not null,
  state          text not null default 'valid',
  kind           text not null,
  number         text not null,
  office_name    text not null,
  end_reason     text,
  log_root       bytea not null,
  content_hash   bytea not null,
  salt           bytea not null,
  sha256         bytea not null,
  constraint issued_pkey primary key (nik, id),
  constraint issued_state check (state in ('valid', 'replaced', 'cancelled')),
  constraint issued_replaced check ((state = 'replaced') = (replaced_by is not null)),
  constraint issued_ended check ((state = 'valid') = (ended_at is null)),
  constraint issued_reasoned check (state <> 'cancelled' or end_reason is not null),
  constraint issued_hashes check (length(log_root) = 32 and length(content_hash) = 16 and length(salt) = 16 and length(sha256) = 32)
);
comment on table document.issued is 'Papers issued: family cards (by the head of family), excerpts of deeds, letters. A paper is never deleted; it is replaced or cancelled.';
comment on column document.issued.number is 'As printed: family card number, deed number, letter number.';
comment on column document.issued.content_hash is 'First 16 bytes of the salted hash of what stands on the paper; also in its QR code.';
comment on column document.issued.sha256 is 'Of the PDF.';
comment on column document.issued.log_size is 'Size and root (log_root) of the ledger printed in the QR code: the paper is a witness.';
create index issued_id on document.issued (id);
create index issued_number on document.issued (kind, number);

-- Whoever holds a paper may ask about it: nothing personal comes back, so the question is answered past the policies.
create function document_read.check_paper(wanted uuid)
returns table (id uuid, kind text, number text, issued_on date, state text, replaced_by uuid, ended_on date, office_name text, content_hash bytea, log_size bigint, log_root bytea)
language sql stable security definer set search_path = pg_catalog as $$
  select i.id, i.kind, i.number, i.issued_on, i.state, i.replaced_by, (i.ended_at at time zone 'Asia/Jakarta')::date, i.office_name, i.content_hash, i.log_size, i.log_root
  from document.issued i where i.id = wanted
$$;
comment on function document_read.check_paper is 'What may be said about a paper to anybody who holds its id; number and content_hash are for comparing and never leave.';
revoke execute on function document_read.check_paper from public;
grant execute on function document_read.check_paper to jatidiri_app, jatidiri_system;

create view document_read.issued as
  select id, nik, kind, number, issued_on, recorded_at, state, replaced_by, ended_at, office_id, office_name, village_code
  from document.issued;
alter view document_read.issued set (security_invoker = true);
comment on view document_read.issued is 'Papers issued, without their proofs; under the reader''s own policies.';
comment on column document_read.issued.nik is 'Whose paper: the subject, for a family card the head of family.';
comment on column document_read.issued.state is 'valid, replaced or cancelled';
grant select on document_read.issued to jatidiri_app, jatidiri_system;

do $$
declare
  t text;
begin
  foreach t in array array['file.stored', 'document.issued'] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy %I on %s to jatidiri_system, jatidiri_owner using (true) with check (true)', split_part(t, '.', 2) || '_system', t);
    -- Written for whoever stands at the counter, seen where the person lives and where it was made.
    execute format($policy$create policy %I on %s to jatidiri_app using (
        village_code >= (select current_setting('jatidiri.low')::bigint) and village_code <= (select current_setting('jatidiri.high')::bigint)
        or office_id = (select nullif(current_setting('jatidiri.office'), '')::uuid)
      ) with check (true)$policy$, split_part(t, '.', 2) || '_app', t);
  end loop;
end $$;

grant select, insert, delete on file.stored to jatidiri_app, jatidiri_system;
grant select, insert on document.issued to jatidiri_app, jatidiri_system;
grant update (state, replaced_by, ended_at, end_reason) on document.issued to jatidiri_app, jatidiri_system;

-- A move may lead out of the mover's own region, where the policies would not let him write: these two speak for him.
create function file.follow(moved json) returns void
language sql security definer set search_path = pg_catalog as $$
  update file.stored s set village_code = m."villageCode"
  from json_to_recordset(moved) as m(nik bigint, "villageCode" bigint)
  where s.nik = m.nik and s.village_code <> m."villageCode"
$$;
comment on function file.follow is 'Files go with residents who move: [{nik, villageCode}].';
create function document.follow(moved json) returns void
language sql security definer set search_path = pg_catalog as $$
  update document.issued i set village_code = m."villageCode"
  from json_to_recordset(moved) as m(nik bigint, "villageCode" bigint)
  where i.nik = m.nik and i.village_code <> m."villageCode"
$$;
comment on function document.follow is 'Papers go with residents who move: [{nik, villageCode}].';
revoke execute on function file.follow, document.follow from public;
grant execute on function file.follow, document.follow to jatidiri_app, jatidiri_system;
