-- Numbers that are kept back: nobody is given one. Only keyed hashes stand here, so that nobody can read from the table which they are.

create table resident.reserved_number (
  hash bytea primary key check (length(hash) = 16)
);
comment on table resident.reserved_number is 'NIKs that are not issued, as HMACs under an index key of the vault. A person who comes with such a number takes it, and it leaves the table.';
grant select, insert, delete on resident.reserved_number to jatidiri_app, jatidiri_system;

-- The last serial that is in use for each prefix, by issue or by what imports brought. Locks prefixes as resident.issue_niks does, in the same
-- order, so that what is kept back now is not issued meanwhile.
create function resident.last_serials(prefixes bigint[], first_serial int) returns int[]
language plpgsql security definer set search_path = pg_catalog as $$
declare
  wanted bigint;
  top int;
  used int;
  tops int[] := array[]::int[];
begin
  foreach wanted in array prefixes loop
    perform pg_advisory_xact_lock(hashtextextended('resident.nik', wanted));
    select c.last into top from resident.nik_counter c where c.prefix = wanted;
    select (max(r.nik) % 10000)::int into used from resident.resident r where r.nik between wanted * 10000 and wanted * 10000 + 9999;
    tops := tops || greatest(coalesce(top, 0), coalesce(used, 0), first_serial - 1);
  end loop;
  return tops;
end $$;
comment on function resident.last_serials is 'The last serial in use for each prefix of twelve digits, which must be given in ascending order.';
revoke execute on function resident.last_serials(bigint[], int) from public;
grant execute on function resident.last_serials(bigint[], int) to jatidiri_app, jatidiri_system;
