export const id = {
  'idempotency.key_missing': 'Kiriman ini tidak membawa nomor pengaman (Idempotency-Key), jadi tidak dijalankan.',
  'idempotency.in_progress': 'Kiriman yang sama sedang dikerjakan. Tunggu sebentar, lalu lihat hasilnya.',
  'idempotency.other_payload':
    'Nomor pengaman ini sudah dipakai untuk kiriman lain. Kirim ulang dari halaman yang baru dimuat.',
} as const;
