-- What is unusual about how a partner asks, hour by hour, and the pace that follows from it. Nothing of whom it asked about.

create table verification.pulse (
  institution_id uuid not null,
  hour           timestamptz not null,
  questions      int not null,
  mismatched     int not null,
  in_sequence    int not null,
  regencies      smallint[] not null,
  primary key (institution_id, hour)
);
create index pulse_hour on verification.pulse (hour);
comment on table verification.pulse is 'How a partner asked within an hour: how often, how often in vain, how many numbers one after the other, and issued in which regencies. Kept for fifteen days.';

create table verification.throttle (
  id             uuid primary key,
  institution_id uuid not null,
  signal         text not null check (signal in ('volume', 'hour', 'spread', 'sequence', 'mismatch')),
  began_at       timestamptz not null,
  until          timestamptz not null,
  entry_id       uuid not null,
  constraint throttle_time check (until > began_at)
);
comment on table verification.throttle is 'A partner that asked unusually is slowed down for a while. It ends by itself; to cut somebody off is a person''s decision.';
create index throttle_institution on verification.throttle (institution_id, until);

grant select, insert, update, delete on verification.pulse to jatidiri_system;
grant select, insert on verification.throttle to jatidiri_system;
