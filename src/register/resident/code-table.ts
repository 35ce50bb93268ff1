/**
 * The code tables of population data, as SIAK exports them: code, Indonesian and English label, and how spreadsheets write them.
 * Data, never literals in code. Codes are opaque numbers; a table may gain rows, none may change its meaning. Pure.
 */
import type { Language } from '../../core/text/index.ts';

/** Code, label in Indonesian, label in English, other spellings in spreadsheets. */
export type CodeRow = readonly [code: number, id: string, en: string, ...spellings: string[]];

export interface CodeEntry {
  readonly code: number;
  readonly id: string;
  readonly en: string;
}

export interface CodeTable {
  readonly name: string;
  readonly entries: readonly CodeEntry[];
  /** `null` for a code that is not in the table. */
  label(code: number, language: Language): string | null;
  /** Reads a code or any spelling, whatever the capitals, blanks and signs; `null` when it is none. */
  read(text: string): number | null;
}

function codeTable(name: string, rows: readonly CodeRow[]): CodeTable {
  const byCode = new Map(rows.map(([code, id, en]) => [code, { code, id, en }]));
  const bySpelling = new Map<string, number>();
  for (const [code, ...spellings] of rows) {
    for (const spelling of spellings) {
      const form = formOf(spelling);
      const taken = bySpelling.get(form);
      if (taken !== undefined && taken !== code) throw new Error(`${name}: "${spelling}" means ${taken} and ${code}`);
      bySpelling.set(form, code);
    }
  }
  return {
    name,
    entries: [...byCode.values()],
    label: (code, language) => byCode.get(code)?.[language] ?? null,
    read(text) {
      const trimmed = text.normalize('NFKC').trim();
      if (/^\d{1,3}$/.test(trimmed)) return byCode.has(Number(trimmed)) ? Number(trimmed) : null;
      return bySpelling.get(formOf(trimmed)) ?? null;
    },
  };
}

/** Signs and blanks do not tell spellings apart, except + and - of a blood group and the stroke of Diploma I/II. */
function formOf(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9+/-]/g, '')
    .replace(/\/(?!II)|-(?=[A-Z])|(?<=[A-Z]{3})-/g, '');
}

export const SEX = codeTable('sex', [
  [1, 'Laki-laki', 'Male', 'L', 'LK', 'LAKI', 'PRIA', 'M'],
  [2, 'Perempuan', 'Female', 'P', 'PR', 'PRP', 'WANITA', 'F'],
]);

export const BLOOD_GROUP = codeTable('bloodGroup', [
  [1, 'A', 'A'],
  [2, 'B', 'B'],
  [3, 'AB', 'AB'],
  [4, 'O', 'O'],
  [5, 'A+', 'A+'],
  [6, 'A-', 'A-'],
  [7, 'B+', 'B+'],
  [8, 'B-', 'B-'],
  [9, 'AB+', 'AB+'],
  [10, 'AB-', 'AB-'],
  [11, 'O+', 'O+'],
  [12, 'O-', 'O-'],
  [13, 'Tidak tahu', 'Not known', 'TDK TH', 'TDK TAHU', 'TIDAK DIKETAHUI', 'TT', '-', ''],
]);

export const RELIGION = codeTable('religion', [
  [1, 'Islam', 'Islam', 'MOSLEM', 'MUSLIM'],
  [2, 'Kristen', 'Protestant', 'KRISTEN PROTESTAN', 'PROTESTAN', 'KRS'],
  [3, 'Katholik', 'Catholic', 'KATOLIK', 'KATHOLIK', 'KRISTEN KATOLIK', 'KAT'],
  [4, 'Hindu', 'Hindu', 'HINDHU'],
  [5, 'Budha', 'Buddhist', 'BUDDHA', 'BUDHA'],
  [6, 'Khonghucu', 'Confucian', 'KONGHUCU', 'KONG HU CU', 'KONG HU CHU', 'KHONG HU CU'],
  [
    7,
    'Kepercayaan terhadap Tuhan YME',
    'Belief in God Almighty',
    'KEPERCAYAAN',
    'KEPERCAYAAN TERHADAP TUHAN',
    'KEPERCAYAAN KEPADA TUHAN YME',
    'PENGHAYAT',
    'PENGHAYAT KEPERCAYAAN',
    'ALIRAN KEPERCAYAAN',
  ],
]);

export const MARITAL_STATUS = codeTable('maritalStatus', [
  [1, 'Belum kawin', 'Never married', 'BK', 'B', 'BLM KAWIN', 'BELUM MENIKAH', 'LAJANG', 'TIDAK KAWIN'],
  [2, 'Kawin', 'Married', 'K', 'MENIKAH', 'KAWIN TERCATAT', 'KAWIN BELUM TERCATAT', 'KAWIN TIDAK TERCATAT', 'NIKAH'],
  [3, 'Cerai hidup', 'Divorced', 'CH', 'CERAI HIDUP TERCATAT', 'CERAI HIDUP BELUM TERCATAT', 'CERAI'],
  [4, 'Cerai mati', 'Widowed', 'CM', 'JANDA MATI', 'DUDA MATI'],
]);

export const FAMILY_RELATION = codeTable('familyRelation', [
  [1, 'Kepala keluarga', 'Head of family', 'KK', 'KEP KELUARGA', 'KEPALA', 'KEP. KELUARGA', 'KRT'],
  [2, 'Suami', 'Husband'],
  [3, 'Istri', 'Wife', 'ISTERI', 'IST'],
  [4, 'Anak', 'Child', 'ANAK KANDUNG', 'ANK', 'ANAK ANGKAT', 'ANAK TIRI'],
  [5, 'Menantu', 'Child-in-law', 'MNT'],
  [6, 'Cucu', 'Grandchild', 'CC'],
  [7, 'Orang tua', 'Parent', 'ORTU', 'ORANGTUA'],
  [8, 'Mertua', 'Parent-in-law', 'MRT'],
  [9, 'Famili lain', 'Other relative', 'FAMILI', 'FAM LAIN', 'FAMILY LAIN', 'FML'],
  [10, 'Pembantu', 'Domestic help', 'PBT', 'ART'],
  [11, 'Lainnya', 'Other', 'LAIN', 'LAIN-LAIN', 'LLY'],
]);

export const EDUCATION = codeTable('education', [
  [1, 'Tidak/belum sekolah', 'No schooling (yet)', 'TIDAK SEKOLAH', 'BELUM SEKOLAH', 'TDK/BLM SEKOLAH', 'TDK SEKOLAH'],
  [2, 'Belum tamat SD/sederajat', 'Primary school not completed', 'BELUM TAMAT SD', 'BLM TAMAT SD', 'TIDAK TAMAT SD'],
  [3, 'Tamat SD/sederajat', 'Primary school', 'TAMAT SD', 'SD', 'SD/SEDERAJAT', 'SD/MI', 'MI'],
  [4, 'SLTP/sederajat', 'Lower secondary school', 'SLTP', 'SMP', 'SMP/SEDERAJAT', 'MTS', 'SMP/MTS', 'TAMAT SLTP'],
  [
    5,
    'SLTA/sederajat',
    'Upper secondary school',
    'SLTA',
    'SMA',
    'SMK',
    'SMA/SEDERAJAT',
    'MA',
    'STM',
    'TAMAT SLTA',
    'SMU',
  ],
  [6, 'Diploma I/II', 'Diploma I/II', 'D I', 'D II', 'D1', 'D2', 'D I/II', 'DIPLOMA I', 'DIPLOMA II'],
  [
    7,
    'Akademi/Diploma III/Sarjana muda',
    'Academy, diploma III',
    'D III',
    'D3',
    'DIPLOMA III',
    'AKADEMI',
    'SARJANA MUDA',
    'AKADEMI/DIPLOMA III/S. MUDA',
    'AKADEMI/D III/S. MUDA',
  ],
  [
    8,
    'Diploma IV/Strata I',
    'Diploma IV, bachelor',
    'D IV',
    'D4',
    'S1',
    'S I',
    'D IV/S1',
    'STRATA I',
    'SARJANA',
    'STRATA 1',
  ],
  [9, 'Strata II', 'Master', 'S2', 'S II', 'STRATA 2', 'MAGISTER', 'PASCASARJANA'],
  [10, 'Strata III', 'Doctorate', 'S3', 'S III', 'STRATA 3', 'DOKTOR'],
]);

/** 7 (none) stands in village exports only; the register keeps no code where there is none. */
export const DISABILITY = codeTable('disability', [
  [1, 'Disabilitas fisik', 'Physical', 'CACAT FISIK', 'FISIK'],
  [2, 'Disabilitas netra', 'Blind', 'CACAT NETRA/BUTA', 'CACAT NETRA', 'NETRA', 'BUTA', 'TUNANETRA'],
  [3, 'Disabilitas rungu/wicara', 'Deaf or mute', 'CACAT RUNGU/WICARA', 'RUNGU', 'WICARA', 'RUNGU/WICARA', 'TUNARUNGU'],
  [4, 'Disabilitas mental/jiwa', 'Mental', 'CACAT MENTAL/JIWA', 'CACAT MENTAL', 'MENTAL', 'JIWA', 'MENTAL/JIWA'],
  [5, 'Disabilitas fisik dan mental', 'Physical and mental', 'CACAT FISIK DAN MENTAL', 'FISIK DAN MENTAL'],
  [6, 'Disabilitas lainnya', 'Other', 'CACAT LAINNYA', 'LAINNYA'],
  [7, 'Tidak ada', 'None', 'TIDAK CACAT', 'TIDAK', 'NON DISABILITAS', '-', ''],
]);

/** What village systems call the basic state; only read from imports, the register has states of its own. */
export const BASIC_STATE = codeTable('basicState', [
  [1, 'Hidup', 'Alive'],
  [2, 'Mati', 'Dead', 'MENINGGAL', 'MENINGGAL DUNIA', 'WAFAT'],
  [3, 'Pindah', 'Moved', 'PINDAH KELUAR'],
  [4, 'Hilang', 'Missing'],
  [6, 'Pergi', 'Gone away'],
  [9, 'Tidak valid', 'Not valid', 'INVALID'],
]);

/** Self-reported and often old: that somebody serves in TNI or Polri (6, 7) needs a dated source of its own. */
export const OCCUPATION = codeTable('occupation', [
  [
    1,
    'Belum/tidak bekerja',
    'Not working (yet)',
    'BELUM BEKERJA',
    'TIDAK BEKERJA',
    'BLM/TDK BEKERJA',
    'BELUM / TIDAK BEKERJA',
  ],
  [2, 'Mengurus rumah tangga', 'Homemaker', 'IRT', 'IBU RUMAH TANGGA', 'MENGURUS RT', 'URT'],
  [3, 'Pelajar/mahasiswa', 'Pupil or student', 'PELAJAR', 'MAHASISWA', 'SISWA'],
  [4, 'Pensiunan', 'Pensioner', 'PURNAWIRAWAN'],
  [5, 'Pegawai negeri sipil', 'Civil servant', 'PNS', 'ASN', 'PEGAWAI NEGERI SIPIL (PNS)', 'PEGAWAI NEGERI'],
  [6, 'Tentara Nasional Indonesia', 'Armed forces', 'TNI', 'TENTARA NASIONAL INDONESIA (TNI)', 'TENTARA'],
  [7, 'Kepolisian RI', 'Police', 'POLRI', 'KEPOLISIAN RI (POLRI)', 'POLISI', 'KEPOLISIAN'],
  [8, 'Perdagangan', 'Trade'],
  [9, 'Petani/pekebun', 'Farmer or planter', 'PETANI', 'PEKEBUN', 'TANI'],
  [10, 'Peternak', 'Livestock farmer'],
  [11, 'Nelayan/perikanan', 'Fisher', 'NELAYAN', 'PERIKANAN'],
  [12, 'Industri', 'Industry'],
  [13, 'Konstruksi', 'Construction'],
  [14, 'Transportasi', 'Transport'],
  [15, 'Karyawan swasta', 'Private employee', 'KARY SWASTA', 'SWASTA', 'PEGAWAI SWASTA', 'KARYAWAN'],
  [16, 'Karyawan BUMN', 'State enterprise employee', 'BUMN', 'KARY BUMN'],
  [17, 'Karyawan BUMD', 'Regional enterprise employee', 'BUMD', 'KARY BUMD'],
  [18, 'Karyawan honorer', 'Contract public employee', 'HONORER', 'TENAGA HONORER'],
  [19, 'Buruh harian lepas', 'Casual labourer', 'BHL', 'BURUH', 'BURUH HARIAN'],
  [20, 'Buruh tani/perkebunan', 'Farm labourer', 'BURUH TANI'],
  [21, 'Buruh nelayan/perikanan', 'Fishery labourer', 'BURUH NELAYAN'],
  [22, 'Buruh peternakan', 'Livestock labourer'],
  [23, 'Pembantu rumah tangga', 'Domestic worker', 'PEMBANTU RT', 'PRT'],
  [24, 'Tukang cukur', 'Barber', 'TK CUKUR'],
  [25, 'Tukang listrik', 'Electrician', 'TK LISTRIK'],
  [26, 'Tukang batu', 'Mason', 'TK BATU'],
  [27, 'Tukang kayu', 'Carpenter', 'TK KAYU'],
  [28, 'Tukang sol sepatu', 'Cobbler', 'TK SOL SEPATU'],
  [29, 'Tukang las/pandai besi', 'Welder or smith', 'TK LAS/PANDAI BESI', 'TUKANG LAS', 'PANDAI BESI'],
  [30, 'Tukang jahit', 'Tailor', 'TK JAHIT', 'PENJAHIT'],
  [31, 'Tukang gigi', 'Denturist', 'TK GIGI'],
  [32, 'Penata rias', 'Make-up artist'],
  [33, 'Penata busana', 'Dresser'],
  [34, 'Penata rambut', 'Hairdresser'],
  [35, 'Mekanik', 'Mechanic', 'MONTIR'],
  [36, 'Seniman', 'Artist'],
  [37, 'Tabib', 'Traditional healer'],
  [38, 'Paraji', 'Traditional midwife', 'DUKUN BAYI'],
  [39, 'Perancang busana', 'Fashion designer'],
  [40, 'Penterjemah', 'Translator', 'PENERJEMAH'],
  [41, 'Imam masjid', 'Imam'],
  [42, 'Pendeta', 'Protestant minister'],
  [43, 'Pastor', 'Catholic priest'],
  [44, 'Wartawan', 'Journalist'],
  [45, 'Ustadz/mubaligh', 'Islamic teacher', 'USTADZ', 'USTAD', 'MUBALIGH'],
  [46, 'Juru masak', 'Cook', 'KOKI'],
  [47, 'Promotor acara', 'Event promoter', 'PROMOTOR'],
  [48, 'Anggota DPR-RI', 'Member of the House', 'DPR-RI', 'DPR', 'ANGGOTA DPR RI'],
  [49, 'Anggota DPD', 'Member of the Regional Council', 'DPD'],
  [50, 'Anggota BPK', 'Member of the Audit Board', 'BPK'],
  [51, 'Presiden', 'President'],
  [52, 'Wakil presiden', 'Vice-president', 'WAPRES'],
  [53, 'Anggota Mahkamah Konstitusi', 'Constitutional judge', 'MK', 'MAHKAMAH KONSTITUSI'],
  [54, 'Anggota kabinet/kementerian', 'Cabinet member', 'KABINET', 'ANGGOTA KABINET', 'MENTERI'],
  [55, 'Duta besar', 'Ambassador', 'DUBES'],
  [56, 'Gubernur', 'Governor'],
  [57, 'Wakil gubernur', 'Deputy governor', 'WAGUB'],
  [58, 'Bupati', 'Regent'],
  [59, 'Wakil bupati', 'Deputy regent', 'WABUP'],
  [60, 'Walikota', 'Mayor', 'WALI KOTA'],
  [61, 'Wakil walikota', 'Deputy mayor', 'WAWALI', 'WAKIL WALI KOTA'],
  [62, 'Anggota DPRD provinsi', 'Provincial councillor', 'DPRD PROV', 'ANGGOTA DPRD PROP', 'DPRD PROVINSI'],
  [63, 'Anggota DPRD kabupaten/kota', 'Regency or city councillor', 'DPRD KAB/KOTA', 'ANGGOTA DPRD KAB/KOTA'],
  [64, 'Dosen', 'Lecturer'],
  [65, 'Guru', 'Teacher'],
  [66, 'Pilot', 'Pilot'],
  [67, 'Pengacara', 'Lawyer', 'ADVOKAT'],
  [68, 'Notaris', 'Notary'],
  [69, 'Arsitek', 'Architect'],
  [70, 'Akuntan', 'Accountant'],
  [71, 'Konsultan', 'Consultant'],
  [72, 'Dokter', 'Doctor'],
  [73, 'Bidan', 'Midwife'],
  [74, 'Perawat', 'Nurse'],
  [75, 'Apoteker', 'Pharmacist'],
  [76, 'Psikiater/psikolog', 'Psychiatrist or psychologist', 'PSIKIATER', 'PSIKOLOG'],
  [77, 'Penyiar televisi', 'Television presenter', 'PENYIAR TV'],
  [78, 'Penyiar radio', 'Radio presenter'],
  [79, 'Pelaut', 'Seafarer'],
  [80, 'Peneliti', 'Researcher'],
  [81, 'Sopir', 'Driver', 'SUPIR', 'PENGEMUDI'],
  [82, 'Pialang', 'Broker'],
  [83, 'Paranormal', 'Psychic'],
  [84, 'Pedagang', 'Trader', 'DAGANG'],
  [85, 'Perangkat desa', 'Village official'],
  [86, 'Kepala desa', 'Village head', 'KADES'],
  [87, 'Biarawati', 'Nun'],
  [88, 'Wiraswasta', 'Self-employed', 'WIRAUSAHA'],
  [89, 'Lainnya', 'Other', 'LAIN-LAIN', 'PEKERJAAN LAINNYA'],
]);

export const CODE_TABLES: readonly CodeTable[] = [
  SEX,
  BLOOD_GROUP,
  RELIGION,
  MARITAL_STATUS,
  FAMILY_RELATION,
  EDUCATION,
  DISABILITY,
  BASIC_STATE,
  OCCUPATION,
];
