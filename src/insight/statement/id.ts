export const id = {
  'statement.no_such_day': 'Tanggal ini tidak ada di kalender. Tulis tahun-bulan-tanggal, misalnya 2018-12-11.',
  'statement.no_such_instant':
    'Waktu ini tidak dapat dibaca. Tulis misalnya 2018-12-11, atau 2018-12-11T16:00:00+07:00.',
  'statement.in_future': 'Angka untuk waktu yang belum tiba tidak dapat diberikan.',
  'statement.withheld.few': 'kurang dari tiga',
  'statement.withheld.beside_few': 'disamarkan',
  'statement.withheld.held': 'ditahan demi keamanan',
} as const;
