/** One checked row as `resident.staging` takes it in COPY's text format. Runs beside the database, in a worker thread. */
import { copyLine } from '../../../core/db/index.ts';
import type { CivilDate } from '../../../core/time/civil-date.ts';
import { plainProtected } from '../protected.ts';
import { firstDelta } from '../rules.ts';
import type { Resident } from '../schema.ts';
import type { CheckedRow } from './check.ts';

/** Columns in the order of `stagingLine`; the last two are added where the vault is. */
export const STAGING_COLUMNS = [
  'row_number',
  'nik',
  'family_card',
  'village_code',
  'name_key',
  'mother_nik',
  'father_nik',
  'birth_date',
  'marriage_date',
  'divorce_date',
  'relation',
  'sex',
  'religion',
  'marital_status',
  'blood_group',
  'education',
  'occupation',
  'rt',
  'rw',
  'permit',
  'nationality',
  'name',
  'birth_place',
  'address',
  'hamlet',
  'birth_certificate',
  'marriage_certificate',
  'divorce_certificate',
  'passport',
  'delta',
  'verdict',
  'mother_key',
  'sealed',
] as const;

/** What the register takes where the file says nothing. The insert in `sql.ts` has the same. */
export const UNSAID = { bloodGroup: 13, maritalStatus: 1, education: 1, occupation: 1, nationality: 'IDN' } as const;

/** How a resident who is new on `day` is written in the first entry of his history. */
export function newResident(row: CheckedRow, day: CivilDate): Omit<Resident, 'nik' | 'version'> {
  return {
    name: row.name,
    sex: row.sex,
    birthPlace: row.birthPlace,
    birthDate: row.birthDate,
    bloodGroup: row.bloodGroup ?? UNSAID.bloodGroup,
    religion: row.religion,
    maritalStatus: row.maritalStatus ?? UNSAID.maritalStatus,
    maritalRegistered: null,
    education: row.education ?? UNSAID.education,
    occupation: row.occupation ?? UNSAID.occupation,
    nationality: row.nationality ?? UNSAID.nationality,
    permit: row.permit,
    permitNumber: null,
    permitUntil: null,
    passport: row.passport,
    motherNik: row.motherNik as Resident['motherNik'],
    fatherNik: row.fatherNik as Resident['fatherNik'],
    villageCode: row.villageCode,
    address: row.address,
    rt: row.rt,
    rw: row.rw,
    hamlet: row.hamlet,
    previousAddress: null,
    birthCertificate: row.birthCertificate,
    marriageCertificate: row.marriageCertificate,
    marriageDate: row.marriageDate,
    divorceCertificate: row.divorceCertificate,
    divorceDate: row.divorceDate,
    state: 'HIDUP',
    stateSince: day,
    registeredOn: day,
  };
}

/** The line without its last two columns and without its end. */
export function stagingLine(row: CheckedRow, day: CivilDate, nameKey: string, twin: boolean): string {
  const line = copyLine([
    row.row,
    row.nik,
    row.familyCard,
    row.villageCode,
    nameKey,
    row.motherNik,
    row.fatherNik,
    row.birthDate,
    row.marriageDate,
    row.divorceDate,
    row.relation,
    row.sex,
    row.religion,
    row.maritalStatus,
    row.bloodGroup,
    row.education,
    row.occupation,
    row.rt,
    row.rw,
    row.permit,
    row.nationality,
    row.name,
    row.birthPlace,
    row.address,
    row.hamlet,
    row.birthCertificate,
    row.marriageCertificate,
    row.divorceCertificate,
    row.passport,
    JSON.stringify(firstDelta(newResident(row, day))),
    twin ? 'twin' : null,
  ]);
  return line.slice(0, -1);
}

/** Mother's name, father's name and disability as they are sealed. */
export function protectedOf(row: CheckedRow): string {
  return plainProtected({ motherName: row.motherName, fatherName: row.fatherName, disability: row.disability });
}
