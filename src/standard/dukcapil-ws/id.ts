export const id = {
  'dukcapil_ws.values_refused':
    'Isi data kependudukan tidak diberikan melalui layanan ini kepada siapa pun. Gunakan CALL_VERIFY_BY_ELEMEN untuk mencocokkan data.',
  'dukcapil_ws.method_unknown': 'Metode ini tidak dikenal. Gunakan CALL_VERIFY_BY_ELEMEN.',
  'dukcapil_ws.credentials_missing': 'Isi USER_ID, PASSWORD, dan IP_USER.',
  'dukcapil_ws.login_failed':
    'USER_ID atau PASSWORD salah. Periksa keduanya; kata sandi hanya ditampilkan sekali saat dibuat.',
  'dukcapil_ws.too_many_failures':
    'Terlalu banyak login gagal dari alamat ini. Periksa USER_ID dan PASSWORD, lalu coba lagi dalam {seconds, plural, other {# detik}}.',
  'dukcapil_ws.busy': 'Terlalu banyak login sedang diperiksa. Coba lagi sebentar lagi.',
  'dukcapil_ws.address_other': 'IP_USER bukan alamat asal permintaan ini dan tidak termasuk jaringan yang disepakati.',
  'dukcapil_ws.credential_ended': 'Kredensial ini sudah diakhiri. Minta yang baru kepada narahubung di kementerian.',
  'dukcapil_ws.institution_inactive': 'Lembaga ini tidak lagi punya kerja sama yang berlaku.',
  'dukcapil_ws.incomplete':
    'Kirim NIK dan sekurangnya dua data lain yang terbaca, salah satunya nama, nomor KK, alamat, atau nama orang tua.',
  'dukcapil_ws.nik': 'NIK terdiri atas 16 angka.',

  'dukcapil_ws.grant_not_found': 'Hak akses ini tidak ditemukan atau sudah berakhir.',
  'dukcapil_ws.grant_demands_proof':
    'Hak akses ini mewajibkan DPoP atau permintaan bertanda tangan, yang tidak dapat dilakukan sistem lama.',
  'dukcapil_ws.credentials_full': 'Dua kredensial sedang dipakai untuk hak akses ini. Akhiri salah satunya dahulu.',
  'dukcapil_ws.credential_not_found': 'Kredensial ini tidak ditemukan atau sudah diakhiri.',
} as const;
