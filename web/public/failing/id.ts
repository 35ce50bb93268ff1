export const id = {
  title: 'Halaman ini belum dapat ditampilkan',
  'title.refused': 'Permintaan ini tidak dapat dijalankan',
  'title.forbidden': 'Ini tidak diizinkan di sini',
  'title.tooMany': 'Terlalu sering dari alamat ini',
  'title.notReady': 'Belum siap melayani',
  why: 'Ada kesalahan di pihak kami dan tidak ada data yang berubah. Coba lagi beberapa saat lagi.',
  request: 'Nomor permintaan:',
  front: 'Ke halaman depan',
} as const;
