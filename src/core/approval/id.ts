export const id = {
  'approval.not_found': 'Usulan ini tidak ditemukan, atau bukan untuk kantor Anda.',
  'approval.own': 'Usulan Anda sendiri harus disetujui orang lain. Minta rekan yang berwenang membukanya.',
  'approval.not_entitled': 'Anda tidak berwenang memutus usulan ini. Yang berwenang tercantum pada usulan.',
  'approval.decided': 'Usulan ini sudah diputus atau ditarik. Muat ulang untuk melihat putusannya.',
  'approval.expired': 'Usulan ini lewat 24 jam dan tidak dapat dijalankan lagi. Buat usulan baru bila masih perlu.',
  'approval.stale': 'Datanya berubah sejak usulan dibuat, jadi tidak dijalankan. Periksa lagi lalu buat usulan baru.',
  'approval.not_yours': 'Hanya pengusul yang dapat menarik usulan ini.',
  'approval.not_asserted': 'Kata sandi atau kunci sandi tidak cocok, jadi usulan belum disetujui. Coba sekali lagi.',
} as const;
