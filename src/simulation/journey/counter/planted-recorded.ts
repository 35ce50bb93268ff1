/** Those of the planted people with whose recording something happens; they came with the same archive. */
import type { Line } from './planted-people.ts';

/** Nobody of them was recorded before the story does it. */
export const RECORDED = {
  agung: {
    name: 'AGUNG CONTOH NUGROHO',
    nik: '3175070504819001',
    card: '3175070205139115',
    born: '05-04-1981',
    relation: 1,
  },
  agungAgain: {
    name: 'AGUNG CONTOH NUGRAHA',
    nik: '3175070504819002',
    card: '3175070205139116',
    born: '05-04-1981',
    relation: 1,
  },
  ratih: {
    name: 'RATIH CONTOH PUSPITA',
    nik: '3175076210909001',
    card: '3175070205139117',
    born: '22-10-1990',
    relation: 1,
  },
  galih: {
    name: 'GALIH CONTOH SAPUTRA',
    nik: '3175071302949001',
    card: '3175070205139118',
    born: '13-02-1994',
    relation: 1,
  },
  gilang: {
    name: 'GILANG CONTOH SAPUTRA',
    nik: '3175071302949002',
    card: '3175070205139118',
    born: '13-02-1994',
    relation: 9,
  },
  fajar: {
    name: 'FAJAR CONTOH HIDAYAT',
    nik: '3175072707849001',
    card: '3175070205139119',
    born: '27-07-1984',
    relation: 1,
    married: true,
  },
  nurul: {
    name: 'NURUL CONTOH HIDAYAH',
    nik: '3175074312869001',
    card: '3175070205139119',
    born: '03-12-1986',
    relation: 3,
    married: true,
  },
  intan: {
    name: 'INTAN CONTOH SAFITRI',
    nik: '3175075805929001',
    card: '3175070205139120',
    born: '18-05-1992',
    relation: 1,
  },
  indah: {
    name: 'INDAH CONTOH SAFITRI',
    nik: '3175074908959001',
    card: '3175070205139120',
    born: '09-08-1995',
    relation: 9,
  },
  yusuf: {
    name: 'YUSUF CONTOH MAULANA',
    nik: '3175073001799001',
    card: '3175070205139121',
    born: '30-01-1979',
    relation: 1,
  },
  yusup: {
    name: 'YUSUP CONTOH MAOLANA',
    nik: '3175073001799002',
    card: '3175070205139122',
    born: '30-01-1979',
    relation: 1,
  },
  slamet: {
    name: 'SLAMET CONTOH RIYADI',
    nik: '3175071511639001',
    card: '3175070205139123',
    born: '15-11-1963',
    relation: 1,
  },
  partini: {
    name: 'PARTINI CONTOH SUKARSIH',
    nik: '3175076406559001',
    card: '3175070205139124',
    born: '24-06-1955',
    relation: 1,
  },
  eko: {
    name: 'EKO CONTOH PRASETYO',
    nik: '3175071109889001',
    card: '3175070205139125',
    born: '11-09-1988',
    relation: 1,
  },
  hesti: {
    name: 'HESTI CONTOH WULANDARI',
    nik: '3175074603979001',
    card: '3175070205139126',
    born: '06-03-1997',
    relation: 1,
  },
  bayu: {
    name: 'BAYU CONTOH PAMUNGKAS',
    nik: '3175072012999001',
    card: '3175070205139127',
    born: '20-12-1999',
    relation: 1,
  },
} as const satisfies Record<string, Line>;

export type RecordedName = keyof typeof RECORDED;
