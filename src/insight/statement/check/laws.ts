/**
 * The laws and regulations that this register rests on, by their true numbers and titles: data. What is not here is not known here, which
 * is no judgement on it.
 */
import type { Language } from '../../../core/text/index.ts';

export type LawKind = 'UU' | 'PP' | 'Perpres' | 'Permendagri' | 'PKPU';

export interface Law {
  readonly kind: LawKind;
  readonly number: number;
  readonly year: number;
  readonly title: Readonly<Record<Language, string>>;
  /** The law that it amends. */
  readonly amends?: { readonly number: number; readonly year: number };
}

const law = (kind: LawKind, number: number, year: number, id: string, en: string, amends?: [number, number]): Law => ({
  kind,
  number,
  year,
  title: { id, en },
  ...(amends && { amends: { number: amends[0], year: amends[1] } }),
});

export const LAWS: readonly Law[] = [
  law('UU', 23, 2006, 'Administrasi Kependudukan', 'population administration'),
  law(
    'UU',
    24,
    2013,
    'Perubahan atas UU 23/2006 tentang Administrasi Kependudukan',
    'amending Law 23/2006 on population administration',
    [23, 2006],
  ),
  law('UU', 10, 2016, 'Pemilihan Gubernur, Bupati, dan Wali Kota', 'elections of governors, regents and mayors'),
  law('UU', 7, 2017, 'Pemilihan Umum', 'general elections'),
  law('UU', 27, 2022, 'Pelindungan Data Pribadi', 'protection of personal data'),
  law(
    'PP',
    37,
    2007,
    'Pelaksanaan UU 23/2006 tentang Administrasi Kependudukan',
    'carrying out Law 23/2006 on population administration',
  ),
  law('PP', 40, 2019, 'Pelaksanaan UU Administrasi Kependudukan', 'carrying out the law on population administration'),
  law(
    'PP',
    10,
    2023,
    'Tarif Penerimaan Negara Bukan Pajak Kementerian Dalam Negeri',
    'non-tax fees of the Ministry of Home Affairs',
  ),
  law(
    'Perpres',
    96,
    2018,
    'Persyaratan dan Tata Cara Pendaftaran Penduduk dan Pencatatan Sipil',
    'requirements and procedures of residents’ and civil registration',
  ),
  law('Permendagri', 9, 2011, 'Pedoman Penerbitan KTP Elektronik', 'issuing of electronic identity cards'),
  law(
    'Permendagri',
    8,
    2016,
    'Perubahan atas Permendagri 9/2011 tentang Pedoman Penerbitan KTP Elektronik',
    'amending the rules on issuing electronic identity cards',
    [9, 2011],
  ),
  law('Permendagri', 2, 2016, 'Kartu Identitas Anak', 'identity cards of children'),
  law(
    'Permendagri',
    137,
    2017,
    'Kode dan Data Wilayah Administrasi Pemerintahan',
    'codes and data of administrative regions',
  ),
  law(
    'Permendagri',
    7,
    2019,
    'Pelayanan Administrasi Kependudukan secara Daring',
    'online services of population administration',
  ),
  law(
    'Permendagri',
    102,
    2019,
    'Pemberian Hak Akses dan Pemanfaatan Data Kependudukan',
    'access rights and use of population data',
  ),
  law(
    'Permendagri',
    17,
    2023,
    'Perubahan atas Permendagri 102/2019 tentang Pemberian Hak Akses dan Pemanfaatan Data Kependudukan',
    'amending the rules on access rights and use of population data',
    [102, 2019],
  ),
  law(
    'Permendagri',
    104,
    2019,
    'Pendokumentasian Administrasi Kependudukan',
    'documentation of population administration',
  ),
  law('Permendagri', 108, 2019, 'Peraturan Pelaksanaan Perpres 96/2018', 'details of Presidential Regulation 96/2018'),
  law(
    'Permendagri',
    109,
    2019,
    'Formulir dan Buku dalam Administrasi Kependudukan',
    'forms and books of population administration',
  ),
  law(
    'Permendagri',
    57,
    2021,
    'Sistem Manajemen Keamanan Informasi Administrasi Kependudukan',
    'information security of population administration',
  ),
  law(
    'Permendagri',
    72,
    2022,
    'Perangkat dan Blangko KTP Elektronik serta Identitas Kependudukan Digital',
    'hardware and blanks of identity cards, and digital identity',
  ),
  law(
    'Permendagri',
    73,
    2022,
    'Pencatatan Nama pada Dokumen Kependudukan',
    'names on documents of population administration',
  ),
  law('PKPU', 11, 2018, 'Penyusunan Daftar Pemilih', 'voter lists'),
  law('PKPU', 7, 2022, 'Penyusunan Daftar Pemilih', 'voter lists'),
];

/** Words that say what a law is about when its number is wrong: by them the right one is found. The first is that of the topic. */
export const TOPICS: readonly { readonly words: RegExp; readonly law: readonly [LawKind, number, number] }[] = [
  { words: /data pribadi|personal data/i, law: ['UU', 27, 2022] },
  { words: /hak akses|pemanfaatan data|access rights/i, law: ['Permendagri', 102, 2019] },
  { words: /kartu identitas anak|\bKIA\b/i, law: ['Permendagri', 2, 2016] },
  { words: /pemilihan umum|pemilu\b|general election/i, law: ['UU', 7, 2017] },
  { words: /kependudukan|adminduk|population admin/i, law: ['UU', 23, 2006] },
];
