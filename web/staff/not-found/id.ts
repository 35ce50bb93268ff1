export const id = {
  'notFound.title': 'Halaman ini tidak ada',
  'notFound.why': 'Alamatnya mungkin salah ketik, atau halamannya sudah dipindahkan. Tidak ada data yang hilang.',
  'notFound.home': 'Ke Beranda',
} as const;
