export const id = {
  'warehouse.no_such_day': 'Tanggal ini tidak ada di kalender. Tulis tahun-bulan-tanggal, misalnya 2018-06-30.',
  'warehouse.day_not_over': 'Hari ini belum berakhir. Pilih tanggal sebelum hari ini.',
  'warehouse.being_made': 'Keadaan per {asOf} sedang disimpan. Tunggu sampai selesai, lalu ulangi.',
} as const;
