export const id = {
  title: 'Register ini belum dibuka',
  why: 'Dua administrator pertama harus mendaftar dahulu. Sebelum itu belum ada yang dapat dilihat atau diubah, oleh siapa pun.',
  setUp: 'Bila Anda memegang salah satu kode sekali pakai, daftarkan diri Anda',
} as const;
