export const id = {
  'card.not_found': 'Kartu ini tidak ditemukan.',
  'card.wrong_state': 'Kartu ini sudah berada dalam keadaan lain. Muat ulang halaman, lalu periksa keadaannya.',
} as const;
