/** Which column of a partner's file is which. Proposed from the headers by synonyms, as offices' tables are read; what the partner names goes first. Pure. */
import { ATTRIBUTE_NAMES, type Attribute } from '../verification/schema.ts';

export const FIELDS = ['nik', 'reference', 'consent', ...ATTRIBUTE_NAMES] as const;
export type Field = 'nik' | 'reference' | 'consent' | Attribute;

/** Field to header, as the file writes it. */
export type Columns = Readonly<Partial<Record<Field, string>>>;

/** Headers as programs write them, in capitals without blanks, dots or underscores; the first is the one that we tell. */
const SYNONYMS: Readonly<Record<Field, readonly string[]>> = {
  nik: ['NIK', 'NOMORINDUKKEPENDUDUKAN', 'NONIK', 'NOMORNIK', 'NOKTP', 'NOMORKTP', 'NIKPENDUDUK'],
  reference: [
    'REFERENSI',
    'REF',
    'NOREF',
    'NOREFERENSI',
    'NOMORREFERENSI',
    'IDREF',
    'REFERENCE',
    'IDNASABAH',
    'NOBARIS',
  ],
  consent: ['PERSETUJUAN', 'NOPERSETUJUAN', 'NOMORPERSETUJUAN', 'CONSENT'],
  familyCard: ['NOKK', 'KK', 'NOMORKK', 'NOMORKARTUKELUARGA', 'NOKARTUKELUARGA', 'KARTUKELUARGA', 'FAMILYCARD'],
  name: ['NAMALENGKAP', 'NAMA', 'NAMALGKP', 'NAMAPENDUDUK', 'NAME'],
  birthPlace: ['TEMPATLAHIR', 'TMPTLHR', 'TMPLAHIR', 'TMPTLAHIR', 'TEMPATLHR', 'BIRTHPLACE'],
  birthDate: ['TANGGALLAHIR', 'TGLLAHIR', 'TGLLHR', 'TANGGALLHR', 'BIRTHDATE'],
  sex: ['JENISKELAMIN', 'JENISKLMIN', 'JK', 'KELAMIN', 'LP', 'GENDER', 'SEX'],
  bloodGroup: ['GOLONGANDARAH', 'GOLDARAH', 'GOLDRH', 'BLOODGROUP'],
  religion: ['AGAMA', 'RELIGION'],
  maritalStatus: ['STATUSKAWIN', 'STATUSPERKAWINAN', 'STATKAWIN', 'STATKWN', 'MARITALSTATUS'],
  education: ['PENDIDIKAN', 'PENDIDIKANTERAKHIR', 'PDDKAKH', 'EDUCATION'],
  occupation: ['PEKERJAAN', 'JENISPEKERJAAN', 'JENISPKRJN', 'OCCUPATION'],
  address: ['ALAMAT', 'ALAMATLENGKAP', 'ADDRESS'],
  rt: ['RT', 'NORT'],
  rw: ['RW', 'NORW'],
  village: ['KELURAHAN', 'DESA', 'KELDESA', 'KELNAME', 'NAMAKEL', 'KODEKEL', 'VILLAGE'],
  district: ['KECAMATAN', 'KECNAME', 'NAMAKEC', 'KODEKEC', 'DISTRICT'],
  regency: ['KABUPATEN', 'KABKOTA', 'KABUPATENKOTA', 'KABNAME', 'NAMAKAB', 'KODEKAB', 'REGENCY'],
  province: ['PROVINSI', 'PROPNAME', 'PROPINSI', 'NAMAPROP', 'KODEPROP', 'PROVINCE'],
  motherName: ['NAMAIBU', 'NAMALGKPIBU', 'NAMALENGKAPIBU', 'NAMAIBUKANDUNG', 'IBU', 'MOTHERNAME'],
  fatherName: ['NAMAAYAH', 'NAMALGKPAYAH', 'NAMALENGKAPAYAH', 'AYAH', 'FATHERNAME'],
};

const BY_SYNONYM: ReadonlyMap<string, Field> = new Map(
  FIELDS.flatMap((field) => SYNONYMS[field].map((word) => [word, field] as const)),
);

/** `Tgl. Lahir (dd-mm-yyyy)` and `TGL_LAHIR` are one header. */
function reduced(header: string): string {
  return header
    .replace(/\([^)]*\)/g, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
}

export interface Mapped {
  readonly columns: Columns;
  /** Headers that the partner named and that the file does not have. */
  readonly absent: readonly string[];
  /** What no file can do without, by the header that we would have known. */
  readonly missing: readonly string[];
}

/** `need`: fields without which the file cannot be read. Of two columns that ask for one field the first is taken. */
export function mapColumns(headers: readonly string[], given: Columns, need: readonly Field[]): Mapped {
  const absent = Object.values(given).filter((header) => !headers.includes(header));
  const columns: Partial<Record<Field, string>> = { ...given };
  const taken = new Set(Object.values(given));
  for (const header of headers) {
    const field = BY_SYNONYM.get(reduced(header));
    if (field === undefined || columns[field] !== undefined || taken.has(header)) continue;
    columns[field] = header;
  }
  return {
    columns,
    absent,
    missing: need.filter((field) => columns[field] === undefined).map((field) => SYNONYMS[field][0]!),
  };
}

export const attributesIn = (columns: Columns): Attribute[] =>
  ATTRIBUTE_NAMES.filter((name) => columns[name] !== undefined);
