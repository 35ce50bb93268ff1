export const id = {
  title: 'Halaman ini tidak ada',
  why: 'Alamatnya mungkin salah ketik, atau tautannya sudah lama. Periksa alamatnya, atau mulai dari halaman depan.',
  front: 'Ke halaman depan',
} as const;
