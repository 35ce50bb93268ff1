/**
 * What a column of a file can mean. Order is the order in which the screen and the report list them.
 * `need`: the file must have it (as a column or as a constant); an empty cell there refuses the row.
 * `personal`: what stood in the cell is masked in the report.
 */
export const FIELDS = {
  familyCard: { need: true, personal: true },
  nik: { need: true, personal: true },
  name: { need: true, personal: true },
  sex: { need: true, personal: false },
  birthPlace: { need: true, personal: false },
  birthDate: { need: true, personal: false },
  /** One column for both, `JAKARTA, 05-08-1990`, as printed lists have it. */
  birthPlaceAndDate: { need: false, personal: false },
  bloodGroup: { need: false, personal: false },
  religion: { need: true, personal: false },
  maritalStatus: { need: false, personal: false },
  relation: { need: true, personal: false },
  disability: { need: false, personal: true },
  education: { need: false, personal: false },
  occupation: { need: false, personal: false },
  motherNik: { need: false, personal: true },
  motherName: { need: false, personal: true },
  fatherNik: { need: false, personal: true },
  fatherName: { need: false, personal: true },
  villageCode: { need: true, personal: false },
  /** SIAK's four columns for a village: 31, 75, 7, 1004. */
  provincePart: { need: false, personal: false },
  regencyPart: { need: false, personal: false },
  districtPart: { need: false, personal: false },
  villagePart: { need: false, personal: false },
  address: { need: true, personal: true },
  rt: { need: false, personal: false },
  rw: { need: false, personal: false },
  /** One column for both, `003/007`. */
  rtRw: { need: false, personal: false },
  hamlet: { need: false, personal: false },
  nationality: { need: false, personal: false },
  birthCertificate: { need: false, personal: true },
  marriageCertificate: { need: false, personal: true },
  marriageDate: { need: false, personal: false },
  divorceCertificate: { need: false, personal: true },
  divorceDate: { need: false, personal: false },
  passport: { need: false, personal: true },
  permit: { need: false, personal: false },
} as const satisfies Record<string, { need: boolean; personal: boolean }>;

export type Field = keyof typeof FIELDS;
export const FIELD_NAMES = Object.keys(FIELDS) as readonly Field[];

/** What stands for a field when the file has it spread over other columns. */
export const MADE_FROM: Partial<Record<Field, readonly Field[]>> = {
  birthPlace: ['birthPlaceAndDate'],
  birthDate: ['birthPlaceAndDate'],
  villageCode: ['provincePart', 'regencyPart', 'districtPart', 'villagePart'],
};

/** The header under which our own files, and the report, name a field. */
export const HEADERS: Readonly<Record<Field, string>> = {
  familyCard: 'NO_KK',
  nik: 'NIK',
  name: 'NAMA_LENGKAP',
  sex: 'JENIS_KELAMIN',
  birthPlace: 'TEMPAT_LAHIR',
  birthDate: 'TANGGAL_LAHIR',
  birthPlaceAndDate: 'TEMPAT_TANGGAL_LAHIR',
  bloodGroup: 'GOLONGAN_DARAH',
  religion: 'AGAMA',
  maritalStatus: 'STATUS_KAWIN',
  relation: 'SHDK',
  disability: 'DISABILITAS',
  education: 'PENDIDIKAN',
  occupation: 'PEKERJAAN',
  motherNik: 'NIK_IBU',
  motherName: 'NAMA_IBU',
  fatherNik: 'NIK_AYAH',
  fatherName: 'NAMA_AYAH',
  villageCode: 'KODE_WILAYAH',
  provincePart: 'NO_PROP',
  regencyPart: 'NO_KAB',
  districtPart: 'NO_KEC',
  villagePart: 'NO_KEL',
  address: 'ALAMAT',
  rt: 'RT',
  rw: 'RW',
  rtRw: 'RT_RW',
  hamlet: 'DUSUN',
  nationality: 'KEWARGANEGARAAN',
  birthCertificate: 'NO_AKTA_LAHIR',
  marriageCertificate: 'NO_AKTA_KAWIN',
  marriageDate: 'TANGGAL_KAWIN',
  divorceCertificate: 'NO_AKTA_CERAI',
  divorceDate: 'TANGGAL_CERAI',
  passport: 'NO_PASPOR',
  permit: 'IZIN_TINGGAL',
};
