/** What clients expect to be told instead of fields: a number, and a short text that many of them compare letter by letter. Pure. */
import type { PersonState } from '../../sharing/verification/schema.ts';

export interface Word {
  readonly code: string;
  /** `RESPONSE`, or `RESPON` as older clients read it. */
  readonly text: string;
  /** A client that gets a gate's refusal expects 200 and reads the number; what no client of before knows keeps its own status. */
  readonly keepsStatus?: true;
}

export const STATE_WORDS: Readonly<Partial<Record<PersonState, Word>>> = {
  deceased: { code: '11', text: 'Data Ditemukan, Meninggal Dunia' },
  duplicate: { code: '12', text: 'Data Ditemukan, Data Ganda' },
  absent: { code: '13', text: 'Data Tidak Ditemukan' },
  inactive: { code: '14', text: 'Data Ditemukan, Status Non Aktif' },
};

const LOGIN = { code: '03', text: 'Login Gagal' };
const QUOTA = { code: '05', text: 'Kuota Akses Hari Ini Telah Habis' };
const INCOMPLETE = { code: '07', text: 'Parameter Tidak Lengkap' };
const INSTITUTION = { code: '16', text: 'Instansi Tidak Aktif' };
const USER = { code: '17', text: 'User ID Tidak Aktif' };
/** Ours: what the service of before had no number for. */
const SLOWED = { code: '18', text: 'Permintaan Diperlambat', keepsStatus: true } as const;
const METHOD = { code: '19', text: 'Metode Tidak Dilayani' };
const UNAVAILABLE = { code: '99', text: 'Layanan Sedang Tidak Tersedia', keepsStatus: true } as const;

const REFUSAL_WORDS: Readonly<Record<string, Word>> = {
  'dukcapil_ws.login_failed': LOGIN,
  'dukcapil_ws.too_many_failures': { ...LOGIN, keepsStatus: true },
  'dukcapil_ws.credentials_missing': { code: '09', text: 'User, Password dan IP Tidak Boleh Kosong' },
  'dukcapil_ws.address_other': { code: '04', text: 'IP Address Tidak Sesuai' },
  'partner.network_unknown': { code: '10', text: 'IP Client Tidak Terdaftar' },
  'partner.outside_hours': { code: '06', text: 'Di Luar Jam Akses' },
  'verification.quota_spent': QUOTA,
  'dukcapil_ws.incomplete': INCOMPLETE,
  'verification.too_few_granted': INCOMPLETE,
  'dukcapil_ws.nik': { code: '15', text: 'Data Tidak Ditemukan, NIK Tidak Sesuai Format Dukcapil' },
  'verification.person_misses_spent': { code: '08', text: 'NIK Tidak Dapat Diproses' },
  'dukcapil_ws.credential_ended': USER,
  'dukcapil_ws.values_refused': METHOD,
  'dukcapil_ws.method_unknown': METHOD,
  'verification.misses_spent': SLOWED,
  'verification.slowed_down': SLOWED,
  'http.too_many': SLOWED,
  'dukcapil_ws.institution_inactive': INSTITUTION,
};

/** What ended is the client's own right, or its institution's standing with everything it may ask. */
const GRANT = ['partner.not_granted', 'partner.grant_not_begun', 'partner.grant_ended', 'partner.grant_expired'];

export function wordOf(code: string): Word {
  const word = REFUSAL_WORDS[code];
  if (word) return word;
  if (GRANT.includes(code) || code.endsWith('_demanded')) return USER;
  return code.startsWith('partner.') ? INSTITUTION : UNAVAILABLE;
}
