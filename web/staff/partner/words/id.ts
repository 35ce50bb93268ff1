export const id = {
  days: '{n, plural, other {# hari}}',
  overdue: 'Lewat waktu',
  renewal: 'Perpanjangan',
  expired: 'Perjanjian habis',
  suspended: 'Dihentikan',
  nobody: '-',
  'place.few': 'Ketik dua huruf atau lebih',
  'place.none': 'Tidak ada provinsi atau kabupaten/kota bernama "{typed}" di sini. Periksa ejaannya.',
  'place.chosen': 'Kode {code}',
  'supervisor.none': 'Tidak ada kementerian atau lembaga bernama "{typed}". Periksa ejaannya, atau daftarkan dahulu.',
  'picker.failing': 'Daftarnya belum dapat dimuat. Coba lagi.',
  'picker.more': 'Masih ada yang lain; ketik lebih lengkap',
} as const;
