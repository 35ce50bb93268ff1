export const id = {
  region: 'Wilayah',
  regionHint: 'Kosongkan untuk seluruh wilayah kantor Anda',
  whole: 'Seluruh wilayah {name}',
  nation: 'Indonesia',
  office: 'Kantor perekam',
  anyOffice: 'Semua kantor',
  hours: '{n} jam',
  minutes: '{n} menit',
  days: '{n} hari',
  more: 'Muat {count} berikutnya',
  loadingMore: 'Sedang memuat',
} as const;
