export const id = {
  count: 'Tulis jumlahnya dengan angka, misalnya 498.',
  time: 'Tulis jam dan menit, misalnya 14.30.',
  short: 'Jelaskan dengan sedikitnya {least, number} huruf.',
  choose: 'Pilih',
  sending: 'Mengirim',
  'scan.take': 'Ambil',
  notSent: 'Belum terkirim: server tidak terjangkau. Pilih berkas yang sama sekali lagi.',
} as const;
