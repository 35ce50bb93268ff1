import type { Messages } from '../text/index.ts';

export const id = {
  'egress.host_not_configured':
    'Sistem tidak diizinkan menghubungi {host}. Minta administrator mendaftarkan alamat ini.',
  'egress.address_malformed': 'Alamat tujuan harus diawali https:// tanpa nama pengguna di dalamnya.',
  'egress.address_not_public': '{host} mengarah ke jaringan dalam, jadi tidak dihubungi.',
  'egress.redirected': '{host} mengalihkan ke alamat lain. Daftarkan alamat akhirnya.',
  'egress.answer_too_large': 'Jawaban dari {host} terlalu besar.',
  'egress.too_slow': '{host} tidak menjawab tepat waktu. Akan dicoba lagi.',
  'egress.unreachable': '{host} tidak dapat dihubungi. Akan dicoba lagi.',
} as const satisfies Messages;
