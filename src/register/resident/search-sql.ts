/**
 * Searches start from equality (NIK, birth date, phonetic key): under policies only leakproof operators use indexes.
 * Whoever refines by likeness does it afterwards, on the few rows that equality left.
 */
import { many, nikText, sql, type Tx } from '../../core/db/index.ts';
import type { CivilDate } from '../../core/time/index.ts';

export interface CandidateRow {
  readonly nik: string;
  readonly name: string;
  readonly birthDate: CivilDate;
  readonly birthPlace: string | null;
  readonly sex: number;
  readonly villageCode: string;
  readonly state: number;
  readonly masked: boolean;
}

export interface SearchKeys {
  readonly nik?: string;
  readonly nameKey?: bigint;
  readonly birthFrom?: CivilDate;
  readonly birthTo?: CivilDate;
}

// One predicate for both relations: absent keys fall away before the planner sees them.
function predicate(keys: SearchKeys) {
  const parts = [
    keys.nik === undefined ? null : sql`r.nik = ${keys.nik}::bigint`,
    keys.nameKey === undefined ? null : sql`r.name_key = ${keys.nameKey.toString()}::bigint`,
    keys.birthFrom === undefined
      ? null
      : keys.birthFrom === keys.birthTo
        ? sql`r.birth_date = ${keys.birthFrom}::date`
        : sql`r.birth_date between ${keys.birthFrom}::date and ${keys.birthTo}::date`,
  ].filter((part) => part !== null);
  if (parts.length === 0) throw new Error('a search needs at least one key');
  return sql.join(parts, sql` and `);
}

/** People in the asker's jurisdiction. */
export async function listInside(tx: Tx, keys: SearchKeys, limit: number): Promise<CandidateRow[]> {
  return many<CandidateRow>(
    tx,
    sql`select ${nikText('r.nik')} as nik, r.name, r.birth_date as "birthDate", r.birth_place as "birthPlace", r.sex,
               lpad(r.village_code::text, 10, '0') as "villageCode", r.state, false as masked
          from resident.resident r where ${predicate(keys)} limit ${limit}`,
  );
}

/** People outside it, masked: that they exist and where, no more. */
export async function listOutside(tx: Tx, keys: SearchKeys, limit: number): Promise<CandidateRow[]> {
  return many<CandidateRow>(
    tx,
    sql`select ${nikText('r.nik')} as nik, r.masked_name as name, r.birth_date as "birthDate", null as "birthPlace", r.sex,
               lpad(r.village_code::text, 10, '0') as "villageCode", r.state, true as masked
          from resident_read.masked r
         where ${predicate(keys)}
           and not (r.village_code between current_setting('jatidiri.low')::bigint and current_setting('jatidiri.high')::bigint)
         limit ${limit}`,
  );
}

export interface DuplicateRow extends CandidateRow {
  readonly motherKey: string | null;
}

/** Whoever shares the birth date, or the name's sound within a window of days; as `system`, over the nation. */
export async function listDuplicateCandidates(
  tx: Tx,
  given: { birthDates: readonly CivilDate[]; nameKey: bigint; from: CivilDate; to: CivilDate },
): Promise<DuplicateRow[]> {
  return many<DuplicateRow>(
    tx,
    sql`with found as (
          (select * from resident.resident r where r.birth_date = any(${[...given.birthDates]}::date[]) and r.state not in (5, 7) limit 5000)
          union
          (select * from resident.resident r where r.name_key = ${given.nameKey.toString()}::bigint
              and r.birth_date between ${given.from}::date and ${given.to}::date and r.state not in (5, 7) limit 1000)
        )
        select ${nikText('r.nik')} as nik, r.name, r.birth_date as "birthDate", r.birth_place as "birthPlace", r.sex,
               lpad(r.village_code::text, 10, '0') as "villageCode", r.state, false as masked, p.mother_key as "motherKey"
          from found r left join resident.protected p on p.nik = r.nik`,
  );
}
