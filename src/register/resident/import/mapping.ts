/**
 * Which column of a file means what. Proposed from the headers by synonyms (our own, SIAK's and BIP's, OpenSID's), changed by
 * the officer, stored with the import. Pure.
 */
import { FIELDS, FIELD_NAMES, HEADERS, MADE_FROM, type Field } from './fields.ts';

/** The file's own header per field; a constant stands for every row (a village's sheet does not name the village). */
export interface Mapping {
  readonly columns: Readonly<Partial<Record<Field, string>>>;
  readonly constants: Readonly<Partial<Record<Field, string>>>;
}

export interface MappingProposal {
  readonly mapping: Mapping;
  /** Headers that stay unread. */
  readonly unread: readonly string[];
  /** Fields without which the file cannot be imported. */
  readonly missing: readonly Field[];
  /** Fields for which two columns ask; the first was taken. */
  readonly ambiguous: readonly { readonly field: Field; readonly headers: readonly string[] }[];
}

/** Headers as other programs write them, reduced by `reduced`: capitals, no blanks, dots or underscores. */
const SYNONYMS: Readonly<Record<Field, readonly string[]>> = {
  familyCard: ['KK', 'NOKK', 'NOMORKK', 'NOMORKARTUKELUARGA', 'NOKARTUKELUARGA', 'KARTUKELUARGA', 'NKK', 'NOMERKK'],
  nik: ['NIK', 'NOMORINDUKKEPENDUDUKAN', 'NONIK', 'NOMORNIK', 'NOKTP', 'NOMORKTP', 'NIKPENDUDUK'],
  name: ['NAMA', 'NAMALENGKAP', 'NAMALGKP', 'NAMAPENDUDUK', 'NAMAANGGOTAKELUARGA'],
  sex: ['SEX', 'JK', 'JENISKELAMIN', 'JENISKLMIN', 'KELAMIN', 'LP', 'GENDER', 'JNSKELAMIN', 'JENISKEL'],
  birthPlace: ['TEMPATLAHIR', 'TMPTLHR', 'TMPLAHIR', 'TMPTLAHIR', 'TEMPATLHR', 'TPTLAHIR'],
  birthDate: ['TANGGALLAHIR', 'TGLLAHIR', 'TGLLHR', 'TANGGALLHR', 'TANGGALLAHIRPENDUDUK'],
  birthPlaceAndDate: ['TEMPATTANGGALLAHIR', 'TEMPATTGLLAHIR', 'TTL', 'TMPTGLLAHIR', 'TEMPATDANTANGGALLAHIR'],
  bloodGroup: ['GOLONGANDARAH', 'GOLDRH', 'GOLDARAH', 'GOLDRAH', 'DARAH', 'GOLONGANDARAHID'],
  religion: ['AGAMA', 'AGAMAID', 'AGAMAKEPERCAYAAN'],
  maritalStatus: ['STATUSKAWIN', 'STATKWN', 'STATKAWIN', 'STATUSPERKAWINAN', 'STATUSNIKAH', 'STSKAWIN', 'KAWIN'],
  relation: [
    'SHDK',
    'STATUSHUBUNGANDALAMKELUARGA',
    'STATHBKEL',
    'HUBUNGAN',
    'HUBUNGANKELUARGA',
    'KKLEVEL',
    'HUBUNGANDALAMKELUARGA',
    'STATUSHUBUNGAN',
  ],
  disability: ['DISABILITAS', 'CACAT', 'CACATID', 'PENYANDANGCACAT', 'PNYDNGCCT', 'JENISCACAT', 'KELAINANFISIKMENTAL'],
  education: [
    'PENDIDIKAN',
    'PENDIDIKANTERAKHIR',
    'PDDKAKH',
    'PDDKAKHIR',
    'PENDIDIKANKKID',
    'PENDIDIKANDALAMKK',
    'PENDIDIKANAKHIR',
    'PENDIDIKANKK',
  ],
  occupation: ['PEKERJAAN', 'JENISPKRJN', 'JENISPEKERJAAN', 'PEKERJAANID', 'PKRJN'],
  motherNik: ['NIKIBU', 'IBUNIK'],
  motherName: ['NAMAIBU', 'NAMALGKPIBU', 'IBU', 'NAMALENGKAPIBU', 'NAMAIBUKANDUNG'],
  fatherNik: ['NIKAYAH', 'AYAHNIK'],
  fatherName: ['NAMAAYAH', 'NAMALGKPAYAH', 'AYAH', 'NAMALENGKAPAYAH', 'NAMABAPAK'],
  villageCode: ['KODEWILAYAH', 'KODEDESA', 'KODEKELURAHAN', 'KODEDESAKELURAHAN', 'KODEKELDESA', 'KDWILAYAH', 'KODEKEL'],
  provincePart: ['NOPROP', 'NOPROV', 'KODEPROPINSI', 'KODEPROVINSI'],
  regencyPart: ['NOKAB', 'KODEKABUPATEN', 'KODEKAB'],
  districtPart: ['NOKEC', 'KODEKECAMATAN', 'KODEKEC'],
  villagePart: ['NOKEL', 'NODESA'],
  address: ['ALAMAT', 'ALAMATLENGKAP', 'ALAMATSEKARANG', 'ALAMATRUMAH'],
  rt: ['RT', 'NORT'],
  rw: ['RW', 'NORW'],
  rtRw: ['RTRW', 'RTDANRW'],
  hamlet: ['DUSUN', 'DUSUNKAMPUNG', 'DUSUNLINGKUNGAN', 'KAMPUNG', 'LINGKUNGAN', 'NAMADUSUN'],
  nationality: [
    'KEWARGANEGARAAN',
    'WARGANEGARA',
    'WARGANEGARAID',
    'WN',
    'KWRNGRN',
    'STATUSKEWARGANEGARAAN',
    'KEBANGSAAN',
  ],
  birthCertificate: [
    'NOAKTALAHIR',
    'AKTALAHIR',
    'NOMORAKTALAHIR',
    'NOAKTALHR',
    'NOAKTAKELAHIRAN',
    'AKTEKELAHIRAN',
    'NOAKTELAHIR',
  ],
  marriageCertificate: [
    'NOAKTAKAWIN',
    'AKTAPERKAWINAN',
    'NOAKTAKWN',
    'NOAKTANIKAH',
    'NOBUKUNIKAH',
    'NOMORAKTAKAWIN',
    'NOAKTAPERKAWINAN',
    'AKTAKAWIN',
  ],
  marriageDate: ['TANGGALKAWIN', 'TGLKAWIN', 'TGLKWN', 'TANGGALPERKAWINAN', 'TANGGALNIKAH', 'TGLPERKAWINAN'],
  divorceCertificate: [
    'NOAKTACERAI',
    'AKTAPERCERAIAN',
    'NOAKTACRAI',
    'NOMORAKTACERAI',
    'AKTACERAI',
    'NOAKTAPERCERAIAN',
  ],
  divorceDate: ['TANGGALCERAI', 'TGLCERAI', 'TGLCRAI', 'TANGGALPERCERAIAN', 'TGLPERCERAIAN'],
  passport: ['NOPASPOR', 'PASPOR', 'DOKUMENPASPOR', 'NOMORPASPOR', 'DOKUMENPASPORT', 'NOPASSPORT'],
  permit: ['IZINTINGGAL', 'JENISIZINTINGGAL', 'DOKIMIGRASI', 'DOKUMENKITAS', 'ITASITAP'],
};

const BY_SYNONYM: ReadonlyMap<string, Field> = new Map(
  FIELD_NAMES.flatMap((field) =>
    [HEADERS[field], field, ...SYNONYMS[field]].map((word) => [reduced(word), field] as const),
  ),
);

/** `Tgl. Lahir (dd-mm-yyyy)` and `TGL_LAHIR` are one header. */
function reduced(header: string): string {
  return header
    .replace(/\([^)]*\)/g, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
}

/**
 * Proposes what each column means.
 *
 * @example
 * proposeMapping(['No', 'Nama', 'NIK', 'JK']).mapping.columns; // { name: 'Nama', nik: 'NIK', sex: 'JK' }
 */
export function proposeMapping(headers: readonly string[], constants: Mapping['constants'] = {}): MappingProposal {
  const taken = new Map<Field, string[]>();
  const unread: string[] = [];
  for (const header of headers) {
    const field = BY_SYNONYM.get(reduced(header));
    if (!field) unread.push(header);
    else taken.set(field, [...(taken.get(field) ?? []), header]);
  }
  const columns = Object.fromEntries([...taken].map(([field, [first]]) => [field, first])) as Mapping['columns'];
  const mapping = { columns, constants };
  const ambiguous = [...taken]
    .filter(([, found]) => found.length > 1)
    .map(([field, found]) => ({ field, headers: found }));
  return { mapping, unread, missing: missingFields(mapping), ambiguous };
}

/** What the file must have and this mapping does not give, in `FIELDS`' order. */
export function missingFields({ columns, constants }: Mapping): Field[] {
  const has = (field: Field) => columns[field] !== undefined || Boolean(constants[field]);
  return FIELD_NAMES.filter((field) => {
    if (!FIELDS[field].need || has(field)) return false;
    const parts = MADE_FROM[field];
    return !parts?.every(has);
  });
}

/** Position of each field's column in `headers`, -1 for none. A mapping that names a header the file lacks gives `null`. */
export function columnPositions(mapping: Mapping, headers: readonly string[]): Record<Field, number> | null {
  const positions = {} as Record<Field, number>;
  for (const field of FIELD_NAMES) {
    const header = mapping.columns[field];
    positions[field] = header === undefined ? -1 : headers.indexOf(header);
    if (header !== undefined && positions[field] < 0) return null;
  }
  return positions;
}
