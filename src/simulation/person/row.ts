import type { Person } from './people.ts';

/** The columns of a residents' file, as the register imports them. */
export const RESIDENT_COLUMNS = [
  'NO_KK',
  'NIK',
  'NAMA_LENGKAP',
  'JENIS_KELAMIN',
  'TEMPAT_LAHIR',
  'TANGGAL_LAHIR',
  'GOLONGAN_DARAH',
  'AGAMA',
  'STATUS_KAWIN',
  'SHDK',
  'DISABILITAS',
  'PENDIDIKAN',
  'PEKERJAAN',
  'NIK_IBU',
  'NAMA_IBU',
  'NIK_AYAH',
  'NAMA_AYAH',
  'KODE_WILAYAH',
  'ALAMAT',
  'RT',
  'RW',
  'DUSUN',
  'KEWARGANEGARAAN',
  'NO_AKTA_LAHIR',
  'NO_AKTA_KAWIN',
  'TANGGAL_KAWIN',
  'NO_AKTA_CERAI',
  'TANGGAL_CERAI',
  'IZIN_TINGGAL',
] as const;

export type ResidentColumn = (typeof RESIDENT_COLUMNS)[number];
export type ResidentRow = Record<ResidentColumn, string>;

function dayMonthYear(date: string | null): string {
  return date === null ? '' : `${date.slice(8)}-${date.slice(5, 7)}-${date.slice(0, 4)}`;
}

/** A person as a line of the file, without its end. No value has a comma or a quote, so none is quoted. */
export function residentLine(p: Person): string {
  return `${p.familyCardNumber},${p.nik},${p.name},${p.male ? 'LAKI-LAKI' : 'PEREMPUAN'},${p.birthPlace},${dayMonthYear(
    p.birthDate,
  )},${p.bloodGroup},${p.religion},${p.maritalStatus},${p.familyRelation},${p.disability ?? ''},${p.education},${
    p.occupation
  },${p.motherNik ?? ''},${p.motherName},${p.fatherNik ?? ''},${p.fatherName},${p.villageCode},${p.address},${p.rt},${
    p.rw
  },${p.hamlet},${p.stayPermit === null ? 'WNI' : 'WNA'},${p.birthCertificate},${
    p.papers.marriageCertificate
  },${dayMonthYear(p.papers.marriageDate)},${p.papers.divorceCertificate},${dayMonthYear(p.papers.divorceDate)},${
    p.stayPermit ?? ''
  }`;
}

/** The same as columns and values. */
export function residentRow(person: Person): ResidentRow {
  const values = residentLine(person).split(',');
  return Object.fromEntries(RESIDENT_COLUMNS.map((column, i) => [column, values[i]!])) as ResidentRow;
}
