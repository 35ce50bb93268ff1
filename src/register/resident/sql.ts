/** Every statement on residents' rows and their history. Searches stand in `search-sql.ts`, imports in `import/sql.ts`. */
import { many, manyPlanned, maybeOne, nikText, one, run, sql, type Tx } from '../../core/db/index.ts';
import { asNik, type Nik, type Uuid } from '../../core/id/index.ts';
import type { CivilDate } from '../../core/time/index.ts';
import { STATES, type Erasure, type PersonView, type Resident } from './schema.ts';

type Row = Omit<Resident, 'state'> & { state: number };

const residentColumns = sql`
  ${nikText('r.nik')} as "nik", lpad(r.village_code::text, 10, '0') as "villageCode", r.name as "name", r.sex as "sex",
  r.birth_place as "birthPlace", r.birth_date as "birthDate", r.blood_group as "bloodGroup", r.religion as "religion",
  r.marital_status as "maritalStatus", r.marital_registered as "maritalRegistered", r.education as "education",
  r.occupation as "occupation", r.nationality as "nationality", r.permit as "permit", r.permit_number as "permitNumber",
  r.permit_until as "permitUntil", r.passport as "passport", ${nikText('r.mother_nik')} as "motherNik",
  ${nikText('r.father_nik')} as "fatherNik", r.address as "address", r.rt as "rt", r.rw as "rw", r.hamlet as "hamlet",
  r.previous_address as "previousAddress", r.birth_certificate as "birthCertificate",
  r.marriage_certificate as "marriageCertificate", r.marriage_date as "marriageDate",
  r.divorce_certificate as "divorceCertificate", r.divorce_date as "divorceDate", r.state as "state",
  r.state_since as "stateSince", r.registered_on as "registeredOn", r.version as "version"`;

const toResident = (row: Row): Resident => ({ ...row, state: STATES[row.state - 1]! });

export async function findResident(tx: Tx, nik: Nik): Promise<Resident | undefined> {
  const row = await maybeOne<Row>(
    tx,
    sql<Row>`select ${residentColumns} from resident.resident r where r.nik = ${nik}::bigint`,
  );
  return row && toResident(row);
}

/** In ascending order of NIK, which is also the order in which rows are locked, so that two acts never deadlock. */
export async function listResidentsForUpdate(tx: Tx, niks: readonly Nik[]): Promise<Resident[]> {
  const rows = await many<Row>(
    tx,
    sql<Row>`select ${residentColumns} from resident.resident r where r.nik = any(${[...niks]}::bigint[]) order by r.nik for update`,
  );
  return rows.map(toResident);
}

export async function listResidents(tx: Tx, niks: readonly Nik[]): Promise<Resident[]> {
  const rows = await many<Row>(
    tx,
    sql<Row>`select ${residentColumns} from resident.resident r where r.nik = any(${[...niks]}::bigint[]) order by r.nik`,
  );
  return rows.map(toResident);
}

/** A resident's row as PostgreSQL takes it in `json_populate_recordset`. */
function toRow(resident: Resident, nameKey: bigint): Record<string, unknown> {
  return {
    nik: resident.nik,
    village_code: resident.villageCode,
    name_key: nameKey.toString(),
    mother_nik: resident.motherNik,
    father_nik: resident.fatherNik,
    birth_date: resident.birthDate,
    registered_on: resident.registeredOn,
    state_since: resident.stateSince,
    marriage_date: resident.marriageDate,
    divorce_date: resident.divorceDate,
    permit_until: resident.permitUntil,
    version: resident.version,
    state: STATES.indexOf(resident.state) + 1,
    sex: resident.sex,
    religion: resident.religion,
    marital_status: resident.maritalStatus,
    blood_group: resident.bloodGroup,
    education: resident.education,
    occupation: resident.occupation,
    rt: resident.rt,
    rw: resident.rw,
    permit: resident.permit,
    marital_registered: resident.maritalRegistered,
    nationality: resident.nationality,
    name: resident.name,
    birth_place: resident.birthPlace,
    address: resident.address,
    hamlet: resident.hamlet,
    previous_address: resident.previousAddress,
    birth_certificate: resident.birthCertificate,
    marriage_certificate: resident.marriageCertificate,
    divorce_certificate: resident.divorceCertificate,
    passport: resident.passport,
    permit_number: resident.permitNumber,
  };
}

export interface KeyedResident {
  readonly resident: Resident;
  readonly nameKey: bigint;
}

export async function insertResidents(tx: Tx, people: readonly KeyedResident[]): Promise<void> {
  const rows = JSON.stringify(people.map((p) => toRow(p.resident, p.nameKey)));
  await run(
    tx,
    sql`insert into resident.resident select * from json_populate_recordset(null::resident.resident, ${rows}::json)`,
  );
}

/** Writes whole new rows over those whose version is one lower; gives how many that were. */
export async function updateResidents(tx: Tx, people: readonly KeyedResident[]): Promise<number> {
  const rows = JSON.stringify(people.map((p) => toRow(p.resident, p.nameKey)));
  return run(
    tx,
    sql`update resident.resident r set
          village_code = n.village_code, name_key = n.name_key, mother_nik = n.mother_nik, father_nik = n.father_nik,
          birth_date = n.birth_date, state_since = n.state_since, marriage_date = n.marriage_date, divorce_date = n.divorce_date,
          permit_until = n.permit_until, version = n.version, state = n.state, sex = n.sex, religion = n.religion,
          marital_status = n.marital_status, blood_group = n.blood_group, education = n.education, occupation = n.occupation,
          rt = n.rt, rw = n.rw, permit = n.permit, marital_registered = n.marital_registered, nationality = n.nationality,
          name = n.name, birth_place = n.birth_place, address = n.address, hamlet = n.hamlet,
          previous_address = n.previous_address, birth_certificate = n.birth_certificate,
          marriage_certificate = n.marriage_certificate, divorce_certificate = n.divorce_certificate, passport = n.passport,
          permit_number = n.permit_number
        from json_populate_recordset(null::resident.resident, ${rows}::json) n
        where r.nik = n.nik and r.version = n.version - 1`,
  );
}

export interface HistoryRow {
  readonly nik: Nik;
  readonly version: number;
  readonly delta: unknown;
  readonly sealedBefore?: Buffer | null;
}

export async function insertHistory(tx: Tx, actId: Uuid, rows: readonly HistoryRow[]): Promise<void> {
  await run(
    tx,
    sql`insert into resident.history (nik, act_id, version, delta, sealed_before)
        select nik, ${actId}, version, delta::json, sealed from unnest(
          ${rows.map((row) => row.nik)}::bigint[], ${rows.map((row) => row.version)}::int[],
          ${rows.map((row) => JSON.stringify(row.delta))}::text[], ${rows.map((row) => row.sealedBefore ?? null)}::bytea[]
        ) as h(nik, version, delta, sealed)`,
  );
}

export interface ProtectedRow {
  readonly nik: Nik;
  readonly motherKey: bigint | null;
  readonly sealed: Buffer;
}

export async function upsertProtected(tx: Tx, rows: readonly ProtectedRow[]): Promise<void> {
  await run(
    tx,
    sql`insert into resident.protected (nik, mother_key, sealed)
        select * from unnest(${rows.map((row) => row.nik)}::bigint[], ${rows.map((row) => row.motherKey?.toString() ?? null)}::bigint[],
                             ${rows.map((row) => row.sealed)}::bytea[])
        on conflict (nik) do update set mother_key = excluded.mother_key, sealed = excluded.sealed`,
  );
}

export async function listProtected(
  tx: Tx,
  niks: readonly Nik[],
): Promise<Map<Nik, { sealed: Buffer; motherKey: string | null }>> {
  const rows = await many<{ nik: string; sealed: Buffer; motherKey: string | null }>(
    tx,
    sql`select ${nikText('p.nik')} as nik, p.sealed, p.mother_key as "motherKey" from resident.protected p where p.nik = any(${[...niks]}::bigint[])`,
  );
  return new Map(rows.map((row) => [asNik(row.nik), { sealed: row.sealed, motherKey: row.motherKey }]));
}

/** What the act replaced of what is sealed. */
export async function listSealedBefore(tx: Tx, actId: Uuid): Promise<{ nik: Nik; sealed: Buffer }[]> {
  return many(
    tx,
    sql<{ nik: Nik; sealed: Buffer }>`
      select ${nikText('h.nik')} as nik, h.sealed_before as sealed from resident.history h
       where h.act_id = ${actId} and h.sealed_before is not null`,
  );
}

export interface ActRow {
  readonly id: Uuid;
  readonly kind: string;
  readonly occurredOn: CivilDate;
  readonly recordedAt: Date;
  readonly officerId: string;
  readonly officeId: string | null;
  readonly legalBasis: string | null;
  readonly reason: string | null;
  readonly entryId: Uuid;
  readonly undoes: Uuid | null;
  readonly people: number;
}

export async function insertAct(tx: Tx, act: ActRow): Promise<void> {
  await run(
    tx,
    sql`insert into resident.act (id, kind, occurred_on, recorded_at, officer_id, office_id, legal_basis, reason, entry_id, undoes, people)
        values (${act.id}, ${act.kind}, ${act.occurredOn}, ${act.recordedAt}, ${act.officerId}, ${act.officeId}, ${act.legalBasis},
                ${act.reason}, ${act.entryId}, ${act.undoes}, ${act.people})`,
  );
}

/** Takes prefixes of 12 digits, gives as many NIKs in ascending order of prefix and serial. */
export async function issueNiks(tx: Tx, prefixes: readonly string[], firstSerial: number): Promise<Nik[]> {
  const row = await one<{ niks: string[] }>(
    tx,
    sql`select array(select lpad(n::text, 16, '0') from unnest(resident.issue_niks(${[...prefixes]}::bigint[], ${firstSerial}::int)) with ordinality as i(n, o) order by o) as niks`,
  );
  return row.niks.map(asNik);
}

export interface PastAct {
  readonly actId: Uuid;
  readonly version: number;
  readonly kind: string;
  readonly occurredOn: CivilDate;
  readonly recordedAt: Date;
  readonly officerId: string;
  readonly officeId: string | null;
  readonly legalBasis: string | null;
  readonly reason: string | null;
  readonly entryId: Uuid;
  readonly undoes: Uuid | null;
  readonly delta: unknown;
}

export async function listHistory(tx: Tx, nik: Nik): Promise<PastAct[]> {
  return many<PastAct>(
    tx,
    sql`select a.id as "actId", h.version, a.kind, a.occurred_on as "occurredOn", a.recorded_at as "recordedAt", a.officer_id as "officerId",
               a.office_id as "officeId", a.legal_basis as "legalBasis", a.reason, a.entry_id as "entryId", a.undoes, h.delta
          from resident.history h join resident.act a on a.id = h.act_id
         where h.nik = ${nik}::bigint order by h.version`,
  );
}

export async function findAct(tx: Tx, id: Uuid): Promise<(ActRow & { niks: Nik[] }) | undefined> {
  return maybeOne(
    tx,
    sql<ActRow & { niks: Nik[] }>`
      select a.id, a.kind, a.occurred_on as "occurredOn", a.recorded_at as "recordedAt", a.officer_id as "officerId", a.office_id as "officeId",
             a.legal_basis as "legalBasis", a.reason, a.entry_id as "entryId", a.undoes, a.people,
             array(select lpad(h.nik::text, 16, '0') from resident.history h where h.act_id = a.id order by h.nik limit 1000) as niks
        from resident.act a where a.id = ${id}`,
  );
}

interface Notes {
  readonly erasedAt: Date | null;
  readonly ground: Erasure['ground'];
  readonly basis: string;
  readonly effectiveOn: CivilDate | null;
  readonly appealed: boolean | null;
}

export interface PageRow {
  readonly resident: Resident;
  readonly erased: Erasure | null;
  readonly announced: PersonView['deactivationAnnounced'];
}

/**
 * What the pages of `niks` show, with the notes on an erasure and on an announced deactivation. Asked thousands of times a
 * second, so it is planned once.
 */
export async function listPages(tx: Tx, niks: readonly Nik[]): Promise<PageRow[]> {
  const rows = await manyPlanned<Row & Notes>(
    tx,
    'resident.pages',
    sql`select ${residentColumns}, e.erased_at as "erasedAt", e.ground, e.legal_basis as basis,
               d.effective_on as "effectiveOn", d.appeal_state = 'open' as appealed
          from resident.resident r
          left join resident.erasure e on e.nik = r.nik
          left join resident.deactivation d on d.nik = r.nik and d.effective_act is null and d.ended_on is null
         where r.nik = any(${[...niks]}::bigint[])`,
  );
  return rows.map(({ erasedAt, ground, basis, effectiveOn, appealed, ...row }) => ({
    resident: toResident(row as Row),
    erased: erasedAt && { at: erasedAt.toISOString(), ground, legalBasis: basis },
    announced: effectiveOn && { effectiveOn, appealed: appealed ?? false },
  }));
}
