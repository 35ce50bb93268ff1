-- Cards after the printer: checked by another, sent, handed over to whose they are, lost, taken in.

create table card.inspection (
  nik        bigint not null,
  card_id    uuid not null,
  id         uuid not null,
  at         timestamptz not null,
  officer_id uuid not null,
  how        text not null check (how in ('present', 'remote', 'sample', 'unseen')),
  uid_read   bigint,
  face_same  boolean,
  good       boolean not null,
  reason     text,
  entry_id   uuid not null,
  constraint inspection_pkey primary key (nik, card_id, id),
  constraint inspection_seen check (how = 'unseen' or face_same is not null)
);
comment on table card.inspection is 'A print was looked at by another officer than its printer; unseen: it passed with the sample that was looked at.';

create table card.verification (
  nik        bigint not null,
  card_id    uuid not null,
  id         uuid not null,
  at         timestamptz not null,
  officer_id uuid not null,
  modality   text not null check (modality in ('finger', 'face')),
  strength   text not null check (strength in ('strong', 'good', 'weak', 'against')),
  matches    boolean not null,
  entry_id   uuid not null,
  constraint verification_pkey primary key (nik, card_id, id)
);
comment on table card.verification is 'Whoever came for a card was compared one to one with its holder''s recording; the figure itself is not kept, only its strength in words.';

create table card.release (
  nik        bigint not null,
  card_id    uuid not null,
  id         uuid not null,
  at         timestamptz not null,
  officer_id uuid not null,
  reason     text not null,
  entry_id   uuid not null,
  constraint release_pkey primary key (nik, card_id, id)
);
comment on table card.release is 'A supervisor lets a card be handed over by another officer without finger or face, and says why.';

create table card.handover (
  nik             bigint not null,
  card_id         uuid not null,
  at              timestamptz not null,
  officer_id      uuid not null,
  office_id       uuid not null,
  how             text not null check (how in ('finger', 'face', 'released')),
  strength        text,
  verification_id uuid,
  release_id      uuid,
  -- Who came for it with a letter: his name, sealed under the holder's key.
  proxy           bytea,
  letter_file     uuid,
  old_card        uuid,
  old_taken       boolean,
  entry_id        uuid not null,
  constraint handover_pkey primary key (nik, card_id),
  constraint handover_shown check ((how = 'released') = (release_id is not null) and (how = 'released') = (verification_id is null)),
  constraint handover_proxy check ((proxy is null) = (letter_file is null) and (proxy is null or how = 'released'))
);
comment on table card.handover is 'A card came into its holder''s hands, or those of whom he sent with a letter.';

create table card.loss (
  nik           bigint not null,
  card_id       uuid not null,
  id            uuid not null,
  reported_at   timestamptz not null,
  officer_id    uuid,
  lift_until    timestamptz,
  lifted_at     timestamptz,
  final_at      timestamptz,
  police_letter text,
  entry_id      uuid not null,
  constraint loss_pkey primary key (nik, card_id, id),
  constraint loss_final check ((final_at is null) = (police_letter is null)),
  constraint loss_one_end check (lifted_at is null or final_at is null)
);
comment on table card.loss is 'A card reported lost: from afar suspended at once and to be lifted by its holder until lift_until, final at the counter.';

do $$
declare
  t text;
begin
  foreach t in array array['inspection', 'verification', 'release', 'handover', 'loss'] loop
    execute format('alter table card.%I enable row level security', t);
    execute format('alter table card.%I force row level security', t);
    execute format('create policy %I on card.%I to jatidiri_system, jatidiri_owner using (true) with check (true)', t || '_system', t);
    execute format('create policy %I on card.%I to jatidiri_app using (exists (select from card.card c where c.nik = %I.nik and c.id = %I.card_id)) with check (true)',
                   t || '_app', t, t, t);
    execute format('grant select, insert on card.%I to jatidiri_app, jatidiri_system', t);
  end loop;
end $$;
grant update on card.loss to jatidiri_app, jatidiri_system;
