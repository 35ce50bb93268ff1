export const id = {
  title: 'Keterangan pers',
  refused: 'Tidak ada keterangan pers untuk hari itu',
  'note.to': 'Catatan {n, number}',
  notes: 'Catatan kaki',
  opens: 'Buka angkanya',
  pdf: 'Unduh sebagai PDF',
  checks: 'Periksa teks lain terhadap register',
  day: 'Hari lain',
  'day.label': 'Keadaan pada tanggal',
  'day.hint': 'Paling lambat hari ini',
  'day.show': 'Tampilkan',
} as const;
