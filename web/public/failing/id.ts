export const id = {
  title: 'Halaman ini belum dapat ditampilkan',
  why: 'Ada kesalahan di pihak kami dan tidak ada data yang berubah. Coba lagi beberapa saat lagi.',
  request: 'Nomor permintaan:',
  front: 'Ke halaman depan',
} as const;
