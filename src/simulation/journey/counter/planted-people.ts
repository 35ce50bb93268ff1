/** The people of the planted cases, as the sheet of a village's archive brings them in 2013. Test numbers, nobody real. */
import { asFamilyCardNumber, asNik, type FamilyCardNumber, type Nik } from '../../../core/id/index.ts';
import { RESIDENT_COLUMNS, type ResidentRow } from '../../person/index.ts';
import { RECORDED } from './planted-recorded.ts';

export interface Planted {
  readonly name: string;
  readonly nik: Nik;
  readonly card: FamilyCardNumber;
}

export interface Line {
  readonly name: string;
  readonly nik: string;
  readonly card: string;
  readonly born: string;
  readonly relation: number;
  readonly married?: true;
  readonly religion?: number;
}

export const PONDOK_KELAPA = '3175071004';
const KELAPA = '31.75.07.1004';

/** The day of birth and the sex are those that the NIK says. */
const LINES = {
  budi: {
    name: 'BUDI CONTOH SANTOSO',
    nik: '3175070203859001',
    card: '3175070205139101',
    born: '02-03-1985',
    relation: 1,
    married: true,
  },
  siti: {
    name: 'SITI CONTOH RAHAYU',
    nik: '3175074508909001',
    card: '3175070205139101',
    born: '05-08-1990',
    relation: 3,
    married: true,
  },
  harun: {
    name: 'HARUN CONTOH WIBOWO',
    nik: '3175071206589001',
    card: '3175070205139102',
    born: '12-06-1958',
    relation: 1,
    married: true,
  },
  maryam: {
    name: 'MARYAM CONTOH LESTARI',
    nik: '3175075909619001',
    card: '3175070205139102',
    born: '19-09-1961',
    relation: 3,
    married: true,
  },
  dimas: {
    name: 'DIMAS CONTOH WIBOWO',
    nik: '3175072111959001',
    card: '3175070205139102',
    born: '21-11-1995',
    relation: 4,
  },
  contohwati: {
    name: 'CONTOHWATI',
    nik: '3175077112479001',
    card: '3175070205139103',
    born: '31-12-1947',
    relation: 1,
  },
  joko: {
    name: 'JOKO CONTOH PURNOMO',
    nik: '3175070104799001',
    card: '3175070205139104',
    born: '01-04-1979',
    relation: 1,
  },
  dewi: {
    name: 'DEWI CONTOH ANGGRAINI',
    nik: '3175075407889001',
    card: '3175070205139105',
    born: '14-07-1988',
    relation: 1,
  },
  rudi: {
    name: 'RUDI CONTOH HARTONO',
    nik: '3175071710829001',
    card: '3175070205139106',
    born: '17-10-1982',
    relation: 1,
  },
  rudiTwice: {
    name: 'RUDY CONTOH HARTONO',
    nik: '3175071710829002',
    card: '3175070205139107',
    born: '17-10-1982',
    relation: 1,
  },
  tono: {
    name: 'TONO CONTOH SUSILO',
    nik: '3175070902769001',
    card: '3175070205139108',
    born: '09-02-1976',
    relation: 1,
  },
  lina: {
    name: 'LINA CONTOH KARTIKA',
    nik: '3175076303849001',
    card: '3175070205139109',
    born: '23-03-1984',
    relation: 1,
  },
  yanti: {
    name: 'YANTI CONTOH MULYANI',
    nik: '3175074811919001',
    card: '3175070205139110',
    born: '08-11-1991',
    relation: 1,
  },
  wawan: {
    name: 'WAWAN CONTOH SETIADI',
    nik: '3175072505809001',
    card: '3175070205139111',
    born: '25-05-1980',
    relation: 1,
  },
  andini: {
    name: 'ANDINI CONTOH PUTRI',
    nik: '3175075201939001',
    card: '3175070205139112',
    born: '12-01-1993',
    relation: 1,
  },
  yosef: {
    name: 'YOSEF CONTOH TARIGAN',
    nik: '3175070806869001',
    card: '3175070205139113',
    born: '08-06-1986',
    relation: 1,
    religion: 3,
  },
  theresia: {
    name: 'THERESIA CONTOH SIMATUPANG',
    nik: '3175076909879001',
    card: '3175070205139114',
    born: '29-09-1987',
    relation: 1,
    religion: 3,
  },
  ...RECORDED,
} as const satisfies Record<string, Line>;

export type PlantedName = keyof typeof LINES;

export const PLANTED = Object.fromEntries(
  Object.entries(LINES).map(([key, { name, nik, card }]) => [
    key,
    { name, nik: asNik(nik), card: asFamilyCardNumber(card) } satisfies Planted,
  ]),
) as Record<PlantedName, Planted>;

/** The archive's sheet. */
export function archiveSheet(): Buffer {
  const rows = Object.values<Line>(LINES).map((line) =>
    RESIDENT_COLUMNS.map((column) => rowOf(line)[column]).join(','),
  );
  return Buffer.from([RESIDENT_COLUMNS.join(','), ...rows].join('\n'));
}

function rowOf(line: Line): ResidentRow {
  return {
    NO_KK: line.card,
    NIK: line.nik,
    NAMA_LENGKAP: line.name,
    JENIS_KELAMIN: Number(line.nik.slice(6, 8)) > 40 ? 'PEREMPUAN' : 'LAKI-LAKI',
    TEMPAT_LAHIR: 'JAKARTA',
    TANGGAL_LAHIR: line.born,
    GOLONGAN_DARAH: '13',
    AGAMA: String(line.religion ?? 1),
    STATUS_KAWIN: line.married ? '2' : '1',
    SHDK: String(line.relation),
    DISABILITAS: '',
    PENDIDIKAN: '5',
    PEKERJAAN: '15',
    NIK_IBU: '',
    NAMA_IBU: 'IBU CONTOH',
    NIK_AYAH: '',
    NAMA_AYAH: 'BAPAK CONTOH',
    KODE_WILAYAH: KELAPA,
    ALAMAT: 'JALAN CONTOH 1',
    RT: '003',
    RW: '007',
    DUSUN: '',
    KEWARGANEGARAAN: 'WNI',
    NO_AKTA_LAHIR: '',
    NO_AKTA_KAWIN: line.married ? '123/45/VI/2010' : '',
    TANGGAL_KAWIN: line.married ? '06-06-2010' : '',
    NO_AKTA_CERAI: '',
    TANGGAL_CERAI: '',
    IZIN_TINGGAL: '',
  };
}

/** How many the archive brings. */
export const ARCHIVE_ROWS = Object.keys(LINES).length;
