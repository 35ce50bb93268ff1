import type { Messages } from '../text/index.ts';

export const id = {
  'db.away':
    'Basis data sedang tidak dapat dicapai. Ulangi sebentar lagi; yang ternyata sudah tercatat tidak akan tercatat dua kali.',
  'db.too_slow':
    'Permintaan ini dihentikan karena melebihi {waited, number} detik, dan tidak ada yang diubah. Persempit pilihannya atau coba lagi saat lebih sepi; bila berulang, hubungi pengelola sistem.',
  'db.data_in_use':
    'Folder data {folder} sedang dipakai oleh {name} (proses {pid}). Hentikan proses itu dahulu, atau pakai folder lain dengan --data.',
  'db.cannot_start':
    'PostgreSQL bawaan tidak dapat dijalankan. Jalankan "npm run -s jatidiri -- doctor" untuk melihat sebabnya.',
  'db.migration_changed':
    'Migrasi {name} pada basis data ini tidak sama dengan berkas program. Pakai versi program yang benar, atau folder data baru.',
  'db.not_migrated':
    'Basis data belum dimutakhirkan: {count, number} migrasi belum dijalankan. Jalankan "jatidiri migrate".',
} satisfies Messages;
