-- The list of potential voters as it was frozen: what was handed over, to whose key, on whose word, and what proves to a voter that he is in it.

create table voter.commission_key (
  id            uuid primary key,
  election_id   uuid not null references voter.election (id),
  public_key    bytea not null check (length(public_key) = 32),
  thumbprint    text not null check (thumbprint ~ '^[0-9a-f]{64}$'),
  issuer        text not null,
  number        text not null,
  dated_on      date not null,
  registered_at timestamptz not null,
  registered_by uuid not null,
  entry_id      uuid not null
);
comment on table voter.commission_key is 'Append-only: the X25519 key to which the list of an election is sealed; the last one that was registered holds.';
comment on column voter.commission_key.thumbprint is 'SHA-256 of the 32 bytes, for people to compare';
create index commission_key_of on voter.commission_key (election_id, registered_at);

create table voter.extract (
  id              uuid primary key,
  election_id     uuid not null references voter.election (id),
  state           text not null check (state in ('ORDERED', 'MADE', 'RELEASED', 'ACCEPTED', 'ABANDONED')),
  ordered_at      timestamptz not null,
  ordered_by      uuid not null,
  known_at        timestamptz,
  made_at         timestamptz,
  eligible        int,
  excluded        jsonb,
  root            text check (root ~ '^[0-9a-f]{64}$'),
  manifest_sha256 text check (manifest_sha256 ~ '^[0-9a-f]{64}$'),
  files           jsonb,
  bytes           bigint,
  proposal_id     uuid,
  key_id          uuid references voter.commission_key (id),
  sealed_key      bytea,
  released_at     timestamptz,
  released_by     uuid,
  entry_id        uuid,
  abandoned_at    timestamptz,
  constraint extract_made check ((root is null) = (made_at is null) and (state <> 'MADE' or made_at is not null)),
  constraint extract_released check ((released_at is null) = (sealed_key is null) and (state in ('RELEASED', 'ACCEPTED')) = (released_at is not null)),
  constraint extract_abandoned check ((state = 'ABANDONED') = (abandoned_at is not null))
);
comment on table voter.extract is 'One making of the list of an election. Its files lie outside the database, sealed; its keys in the vault.';
comment on column voter.extract.known_at is 'What the register knew then is in it, nothing later';
comment on column voter.extract.excluded is 'How many do not vote, by reason; several may hold of one person';
comment on column voter.extract.files is 'What the manifest says of each file: path, kind, rows, bytes, hashes';
comment on column voter.extract.sealed_key is 'The key of the files, sealed to the commission (HPKE): nobody else opens it';
comment on column voter.extract.entry_id is 'The entry with which it was released, with its root';
create unique index extract_one_released on voter.extract (election_id) where released_at is not null;
create unique index extract_one_waiting on voter.extract (election_id) where state in ('ORDERED', 'MADE');

create table voter.extract_village (
  extract_id uuid not null references voter.extract (id),
  place      text not null,
  position   int not null,
  n          int not null check (n > 0),
  male       int not null,
  female     int not null,
  niks       bytea not null,
  leaves     bytea not null,
  root       bytea not null check (length(root) = 32),
  constraint extract_village_pkey primary key (extract_id, place),
  constraint extract_village_position unique (extract_id, position),
  constraint extract_village_whole check (length(niks) = 8 * n and length(leaves) = 32 * n and male + female = n)
);
comment on table voter.extract_village is 'Who is in a list, village by village, with the leaf of each: what proves that somebody is in it, or is not.';
comment on column voter.extract_village.place is 'Code of the village at the cut-off, ten digits; or the mission at which they vote';
comment on column voter.extract_village.position is 'Its place among the villages, from 0: the leaf that it is of the root';
comment on column voter.extract_village.niks is 'Eight bytes each, big-endian, ascending';
comment on column voter.extract_village.leaves is 'Thirty-two bytes each, in the order of niks';
-- Both are as random as can be: trying to compress them only costs time.
alter table voter.extract_village alter column niks set storage external, alter column leaves set storage external;

create table voter.acceptance (
  extract_id uuid primary key references voter.extract (id),
  number     text not null,
  dated_on   date not null,
  signed_by  text not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  entry_id   uuid not null
);
comment on table voter.acceptance is 'Append-only: the commission''s signed acceptance, with its own recount.';
comment on column voter.acceptance.signed_by is 'The office that signed; not a person''s name';

create table voter.acceptance_count (
  extract_id  uuid not null references voter.acceptance (extract_id),
  path        text not null,
  male        int not null,
  female      int not null,
  explanation text,
  constraint acceptance_count_pkey primary key (extract_id, path)
);
comment on table voter.acceptance_count is 'What the commission counted in each file; an explanation where it is not what was handed over.';

do $$
declare
  t text;
begin
  foreach t in array array['commission_key', 'extract', 'extract_village', 'acceptance', 'acceptance_count'] loop
    execute format('alter table voter.%I enable row level security', t);
    execute format('alter table voter.%I force row level security', t);
    execute format('create policy %I on voter.%I to jatidiri_system, jatidiri_owner using (true) with check (true)', t || '_system', t);
  end loop;
  foreach t in array array['commission_key', 'extract', 'acceptance', 'acceptance_count'] loop
    execute format('create policy %I on voter.%I for select to jatidiri_app using (true)', t || '_app', t);
  end loop;
end $$;

grant select on voter.commission_key, voter.acceptance, voter.acceptance_count to jatidiri_app;
-- Not the sealed key: nobody but the commission has use for it, and the file goes out by the command alone.
grant select (id, election_id, state, ordered_at, ordered_by, known_at, made_at, eligible, excluded, root, manifest_sha256, files, bytes, proposal_id,
  key_id, released_at, released_by, entry_id, abandoned_at) on voter.extract to jatidiri_app;
grant select, insert on voter.commission_key, voter.acceptance, voter.acceptance_count, voter.extract_village to jatidiri_system;
grant delete on voter.extract_village to jatidiri_system;
grant select, insert, update on voter.extract to jatidiri_system;
