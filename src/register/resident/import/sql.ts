/** Every statement of the import. Each works on a whole batch. */
import { many, maybeOne, nikText, run, sql, type Tx } from '../../../core/db/index.ts';
import type { Nik, Uuid } from '../../../core/id/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import type { Fault } from './faults.ts';
import type { Mapping } from './mapping.ts';
import type { Counts, ImportState } from './schema.ts';
import { UNSAID } from './staging.ts';

export interface ImportRow extends Counts {
  readonly id: Uuid;
  readonly fileName: string;
  readonly sha256: string;
  readonly dryRun: boolean;
  readonly state: ImportState;
  readonly mapping: Mapping;
  readonly headers: readonly string[];
  readonly officerId: string;
  readonly officeId: string | null;
  readonly region: string;
  readonly startedOn: CivilDate;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly position: number;
  readonly share: number | null;
  readonly failure: string | null;
  /** True time that the present run has taken so far. */
  readonly seconds: number;
}

// Counts of rows stay far below 2^53.
const importColumns = sql`
  i.id, i.file_name as "fileName", i.file_sha256 as sha256, i.dry_run as "dryRun", i.state, i.mapping, i.headers, i.officer_id as "officerId",
  i.office_id as "officeId", i.region, i.started_on as "startedOn", i.started_at as "startedAt", i.finished_at as "finishedAt",
  i.rows_read::int as read, i.created::int, i.updated::int, i.unchanged::int, i.refused::int, i.cases::int, i.position::int, i.share, i.failure,
  extract(epoch from coalesce(i.ran_until, case when i.state in ('checking', 'applying') then now() else i.ran_from end) - i.ran_from)::float8 as seconds`;

export async function findImport(tx: Tx, id: Uuid): Promise<ImportRow | undefined> {
  return maybeOne(tx, sql<ImportRow>`select ${importColumns} from resident.import i where i.id = ${id}`);
}

/** Locks the import, so that of two processes that carry out the same one only the first goes on. */
export async function findImportForUpdate(tx: Tx, id: Uuid): Promise<ImportRow | undefined> {
  return maybeOne(tx, sql<ImportRow>`select ${importColumns} from resident.import i where i.id = ${id} for update`);
}

/** The import of this very file that is, or was to be, carried out; the newest. */
export async function findImportOfFile(tx: Tx, sha256: string): Promise<ImportRow | undefined> {
  return maybeOne(
    tx,
    sql<ImportRow>`select ${importColumns} from resident.import i where i.file_sha256 = ${sha256} and not i.dry_run
                    order by (i.state = 'done') desc, i.started_at desc, i.id desc limit 1`,
  );
}

/** Newest first, of this officer, or of everybody for whom the nation is his region. */
export async function listImports(tx: Tx, officerId: string | null, limit: number): Promise<ImportRow[]> {
  return many(
    tx,
    sql<ImportRow>`select ${importColumns} from resident.import i where ${officerId}::uuid is null or i.officer_id = ${officerId}::uuid
                    order by i.started_at desc, i.id desc limit ${limit}`,
  );
}

export async function insertImport(
  tx: Tx,
  row: Omit<ImportRow, keyof Counts | 'position' | 'share' | 'failure' | 'finishedAt' | 'seconds'>,
): Promise<void> {
  await run(
    tx,
    sql`insert into resident.import (id, file_name, file_sha256, dry_run, state, mapping, headers, officer_id, office_id, region, started_on, started_at)
        values (${row.id}, ${row.fileName}, ${row.sha256}, ${row.dryRun}, ${row.state}, ${JSON.stringify(row.mapping)}, ${[...row.headers]}::text[],
                ${row.officerId}, ${row.officeId}, ${row.region}, ${row.startedOn}, ${row.startedAt})`,
  );
}

export async function updateImport(
  tx: Tx,
  id: Uuid,
  to: { state: ImportState; finishedAt?: Date | null; failure?: string | null; dryRun?: boolean; mapping?: Mapping },
): Promise<void> {
  await run(
    tx,
    sql`update resident.import set state = ${to.state}, finished_at = ${to.finishedAt ?? null},
               ran_until = case when ${to.state} in ('checking', 'applying') then null else coalesce(ran_until, now()) end, failure = ${to.failure ?? null},
               dry_run = coalesce(${to.dryRun ?? null}::boolean, dry_run), mapping = coalesce(${to.mapping ? JSON.stringify(to.mapping) : null}::json, mapping)
         where id = ${id}`,
  );
}

/** Back to the first row: before the file is checked anew, or applied after it was checked. */
export async function rewindImport(tx: Tx, id: Uuid, day: CivilDate): Promise<void> {
  await run(tx, sql`delete from resident.import_fault where import_id = ${id}`);
  await run(
    tx,
    sql`update resident.import set rows_read = 0, created = 0, updated = 0, unchanged = 0, refused = 0, cases = 0, position = 0, share = null,
               started_on = ${day}, ran_from = now(), ran_until = null where id = ${id}`,
  );
}

/** Counts a batch and moves on to its last row. */
export async function advanceImport(
  tx: Tx,
  id: Uuid,
  batch: Counts & { position: number; share: number | null },
): Promise<void> {
  await run(
    tx,
    sql`update resident.import set rows_read = rows_read + ${batch.read}, created = created + ${batch.created}, updated = updated + ${batch.updated},
               unchanged = unchanged + ${batch.unchanged}, refused = refused + ${batch.refused}, cases = cases + ${batch.cases},
               position = ${batch.position}, share = ${batch.share} where id = ${id}`,
  );
}

export async function insertBatch(
  tx: Tx,
  batch: { importId: Uuid; lastRow: number; actId: Uuid; entryId: Uuid; created: number },
): Promise<void> {
  await run(
    tx,
    sql`insert into resident.import_batch (import_id, last_row, act_id, entry_id, created)
        values (${batch.importId}, ${batch.lastRow}, ${batch.actId}, ${batch.entryId}, ${batch.created})`,
  );
}

export async function insertFaults(tx: Tx, importId: Uuid, faults: readonly Fault[]): Promise<void> {
  if (faults.length === 0) return;
  await run(
    tx,
    sql`insert into resident.import_fault (import_id, row_number, column_name, letter, code, given)
        select ${importId}, * from unnest(${faults.map((f) => f.row)}::bigint[], ${faults.map((f) => f.column)}::text[], ${faults.map((f) => f.letter)}::text[],
                                          ${faults.map((f) => f.code)}::text[], ${faults.map((f) => f.given)}::text[])`,
  );
}

/** The report in the order of the file, all of it or one code's lines. */
export async function listFaults(
  tx: Tx,
  importId: Uuid,
  offset: number,
  limit: number,
  code: string | null = null,
): Promise<Fault[]> {
  return many(
    tx,
    sql<Fault>`select f.row_number::int as row, f.column_name as column, f.letter, f.code, f.given from resident.import_fault f
                where f.import_id = ${importId} and (${code}::text is null or f.code = ${code})
                order by f.row_number, f.letter, f.code, f.column_name, f.given limit ${limit} offset ${offset}`,
  );
}

/** Each code with how often it was said and where first; the most frequent first. */
export async function countFaults(tx: Tx, importId: Uuid): Promise<(Fault & { readonly n: number })[]> {
  return many(
    tx,
    sql<Fault & { n: number }>`
      select * from (
        select distinct on (f.code) f.code, f.row_number::int as row, f.column_name as column, f.letter, f.given,
               count(*) over (partition by f.code)::int as n
          from resident.import_fault f where f.import_id = ${importId} order by f.code, f.row_number) first order by n desc, code`,
  );
}

/** Empties the staging table; waits for the batch of another import to end. */
export async function emptyStaging(tx: Tx): Promise<void> {
  await run(tx, sql`truncate resident.staging`);
}

export interface Match {
  readonly row: number;
  readonly nik: Nik;
  /** The NIK came before in the file with another person. */
  readonly twin: boolean;
  readonly alive: boolean;
  readonly villageCode: string;
  /** Nothing that the file says differs from the row in the register (sealed elements are not compared here). */
  readonly same: boolean;
}

/**
 * Staged rows whose NIK the register has. `offset 0` keeps the look-up a probe of the primary key for each staged row: a hash
 * join would read the whole register once a batch.
 */
export async function listMatches(tx: Tx): Promise<Match[]> {
  return many(
    tx,
    sql<Match>`
      select s.row_number::int as row, ${nikText('s.nik')} as nik, s.verdict is not null as twin, r.state in (1, 6) as alive,
             lpad(r.village_code::text, 10, '0') as "villageCode",
             (upper(r.name) = upper(s.name) and r.sex = s.sex and r.birth_date = s.birth_date and upper(r.birth_place) = upper(s.birth_place)
              and r.religion = s.religion and r.village_code = s.village_code and upper(r.address) = upper(s.address)
              and coalesce(s.marital_status = r.marital_status, s.marital_status is null) and coalesce(s.blood_group = r.blood_group, s.blood_group is null)
              and coalesce(s.education = r.education, s.education is null) and coalesce(s.occupation = r.occupation, s.occupation is null)
              and coalesce(s.rt = r.rt, s.rt is null) and coalesce(s.rw = r.rw, s.rw is null) and coalesce(s.permit = r.permit, s.permit is null)
              and coalesce(s.nationality = r.nationality, s.nationality is null) and coalesce(upper(s.hamlet) = upper(r.hamlet), s.hamlet is null)
              and coalesce(s.mother_nik = r.mother_nik, s.mother_nik is null) and coalesce(s.father_nik = r.father_nik, s.father_nik is null)
              and coalesce(s.birth_certificate = r.birth_certificate, s.birth_certificate is null)
              and coalesce(s.marriage_certificate = r.marriage_certificate, s.marriage_certificate is null)
              and coalesce(s.marriage_date = r.marriage_date, s.marriage_date is null)
              and coalesce(s.divorce_certificate = r.divorce_certificate, s.divorce_certificate is null)
              and coalesce(s.divorce_date = r.divorce_date, s.divorce_date is null)
              and coalesce(s.passport = r.passport, s.passport is null)) as same
        from resident.staging s cross join lateral (select * from resident.resident r where r.nik = s.nik offset 0) r
       order by s.row_number`,
  );
}

/** What the file says about these rows; `null` for what it does not say. */
export interface StagedRow {
  readonly row: number;
  readonly nik: Nik;
  readonly name: string;
  readonly sex: number;
  readonly birthPlace: string;
  readonly birthDate: CivilDate;
  readonly bloodGroup: number | null;
  readonly religion: number;
  readonly maritalStatus: number | null;
  readonly education: number | null;
  readonly occupation: number | null;
  readonly nationality: string | null;
  readonly permit: number | null;
  readonly passport: string | null;
  readonly motherNik: Nik | null;
  readonly fatherNik: Nik | null;
  readonly villageCode: string;
  readonly address: string;
  readonly rt: number | null;
  readonly rw: number | null;
  readonly hamlet: string | null;
  readonly birthCertificate: string | null;
  readonly marriageCertificate: string | null;
  readonly marriageDate: CivilDate | null;
  readonly divorceCertificate: string | null;
  readonly divorceDate: CivilDate | null;
  readonly familyCard: string;
  readonly relation: number;
  readonly sealed: Buffer;
}

export async function listStaged(tx: Tx, rows: readonly number[]): Promise<StagedRow[]> {
  if (rows.length === 0) return [];
  return many(
    tx,
    sql<StagedRow>`
      select s.row_number::int as row, ${nikText('s.nik')} as nik, s.name, s.sex, s.birth_place as "birthPlace", s.birth_date as "birthDate",
             s.blood_group as "bloodGroup", s.religion, s.marital_status as "maritalStatus", s.education, s.occupation, s.nationality, s.permit,
             s.passport, ${nikText('s.mother_nik')} as "motherNik", ${nikText('s.father_nik')} as "fatherNik",
             lpad(s.village_code::text, 10, '0') as "villageCode", s.address, s.rt, s.rw, s.hamlet, s.birth_certificate as "birthCertificate",
             s.marriage_certificate as "marriageCertificate", s.marriage_date as "marriageDate", s.divorce_certificate as "divorceCertificate",
             s.divorce_date as "divorceDate", ${nikText('s.family_card')} as "familyCard", s.relation, s.sealed
        from resident.staging s where s.row_number = any(${[...rows]}::bigint[]) order by s.row_number`,
  );
}

export type Verdict = 'same' | 'update' | 'moved' | 'case' | 'refuse';

export async function setVerdicts(tx: Tx, verdicts: ReadonlyMap<number, Verdict>): Promise<void> {
  if (verdicts.size === 0) return;
  await run(
    tx,
    sql`update resident.staging s set verdict = v.verdict
          from unnest(${[...verdicts.keys()]}::bigint[], ${[...verdicts.values()]}::text[]) as v(row_number, verdict)
         where s.row_number = v.row_number`,
  );
}

/** For the ledger: whom the batch enters, moves between families, or brings before an officer. Each NIK once. */
export const concernedNiks = sql<{
  nik: string;
}>`select distinct nik from resident.staging where verdict is null or verdict in ('moved', 'case')`;

/**
 * Enters the staged rows without a verdict: residents, their sealed elements, the first entry of their history. Families stay
 * together and come in random order, which fills the pages of an index by NIK to two thirds: a file goes from district to
 * district, and in ascending order each split would leave a half-empty page behind for ever.
 */
export async function insertStaged(tx: Tx, act: { id: Uuid; occurredOn: CivilDate }): Promise<number> {
  const created = await run(
    tx,
    sql`insert into resident.resident (nik, village_code, name_key, mother_nik, father_nik, birth_date, registered_on, state_since, marriage_date,
               divorce_date, sex, religion, marital_status, blood_group, education, occupation, rt, rw, permit, nationality, name, birth_place,
               address, hamlet, birth_certificate, marriage_certificate, divorce_certificate, passport)
        select nik, village_code, name_key, mother_nik, father_nik, birth_date, ${act.occurredOn}::date, ${act.occurredOn}::date, marriage_date,
               divorce_date, sex, religion, coalesce(marital_status, ${UNSAID.maritalStatus}), coalesce(blood_group, ${UNSAID.bloodGroup}),
               coalesce(education, ${UNSAID.education}), coalesce(occupation, ${UNSAID.occupation}), rt, rw, permit,
               coalesce(nationality, ${UNSAID.nationality}), name, birth_place, address, hamlet, birth_certificate, marriage_certificate,
               divorce_certificate, passport
          from resident.staging where verdict is null order by hashint8(family_card)`,
  );
  await run(
    tx,
    sql`insert into resident.protected (nik, mother_key, sealed)
        select nik, mother_key, sealed from resident.staging where verdict is null order by hashint8(family_card)`,
  );
  await run(
    tx,
    sql`insert into resident.history (nik, act_id, version, delta)
        select nik, ${act.id}::uuid, 1, delta from resident.staging where verdict is null order by hashint8(family_card)`,
  );
  await run(tx, sql`select resident.advance_counters()`);
  return created;
}

export interface Likely {
  readonly row: number;
  /** Whom the row is about, and where he lives. */
  readonly nik: Nik;
  readonly villageCode: string;
  /** Who may be the same person: in the register already, or in an earlier row of the batch. */
  readonly other: Nik;
  readonly otherVillage: string;
}

/**
 * New rows that sound like somebody with another NIK: same name by sound, birth date, sex, and mother by her keyed index; one
 * each. Before the insert, so that a row does not find itself. `offset 0` as above; where fifty of one day bear one name (a
 * placeholder), the rest are not compared, or such a file would be compared with itself row by row.
 */
export async function listLikely(tx: Tx): Promise<Likely[]> {
  return many(
    tx,
    sql<Likely>`
      with fresh as (
        select row_number, nik, village_code, birth_date, name_key, sex, mother_key,
               first_value(nik) over same as first_nik, first_value(village_code) over same as first_village
          from resident.staging where verdict is null and mother_key is not null
        window same as (partition by birth_date, name_key, sex, mother_key order by row_number))
      select f.row_number::int as row, ${nikText('f.nik')} as nik, lpad(f.village_code::text, 10, '0') as "villageCode",
             lpad(coalesce(o.nik, f.first_nik)::text, 16, '0') as other, lpad(coalesce(o.village_code, f.first_village)::text, 10, '0') as "otherVillage"
        from fresh f
        left join lateral (
          select r.nik, r.village_code
            from (select nik, village_code, sex, state from resident.resident
                   where birth_date = f.birth_date and name_key = f.name_key limit 50 offset 0) r
           where r.sex = f.sex and r.state in (1, 6)
             and exists (select from resident.protected p where p.nik = r.nik and p.mother_key = f.mother_key)
           limit 1) o on true
       where o.nik is not null or f.first_nik <> f.nik
       order by f.row_number`,
  );
}

export async function insertLikely(
  tx: Tx,
  cases: readonly (Omit<Likely, 'row'> & { readonly id: Uuid; readonly source: string })[],
): Promise<void> {
  await run(
    tx,
    sql`insert into resident.identity_case (id, kind, nik, village_code, other_nik, other_village, source, opened_at)
        select id, 'likely_duplicate', nik, village, other, other_village, source, ${tx.ground.clock.now()}
          from unnest(${cases.map((c) => c.id)}::uuid[], ${cases.map((c) => c.other)}::bigint[], ${cases.map((c) => c.otherVillage)}::bigint[],
                      ${cases.map((c) => c.nik)}::bigint[], ${cases.map((c) => c.villageCode)}::bigint[], ${cases.map((c) => c.source)}::text[])
               as n(id, nik, village, other, other_village, source)`,
  );
}

export interface OpenCase {
  readonly nik: Nik;
  readonly claim: Buffer | null;
}

export async function listOpenCases(tx: Tx, niks: readonly Nik[]): Promise<OpenCase[]> {
  return many(
    tx,
    sql<OpenCase>`select ${nikText('c.nik')} as nik, c.claim from resident.identity_case c
                   where c.nik = any(${[...niks]}::bigint[]) and c.kind = 'nik_of_two' and c.state = 'open'`,
  );
}

export async function insertCases(
  tx: Tx,
  cases: readonly { id: Uuid; nik: Nik; villageCode: string; claim: Buffer; source: string }[],
): Promise<void> {
  await run(
    tx,
    sql`insert into resident.identity_case (id, kind, nik, village_code, claim, source, opened_at)
        select id, 'nik_of_two', nik, village, claim, source, ${tx.ground.clock.now()}
          from unnest(${cases.map((c) => c.id)}::uuid[], ${cases.map((c) => c.nik)}::bigint[], ${cases.map((c) => c.villageCode)}::bigint[],
                      ${cases.map((c) => c.claim)}::bytea[], ${cases.map((c) => c.source)}::text[]) as n(id, nik, village, claim, source)`,
  );
}
