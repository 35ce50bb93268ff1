export const id = {
  'office.not_found': 'Kantor ini tidak ditemukan. Pilih kantor dari daftar.',
  'office.name_taken': 'Sudah ada kantor yang buka dengan nama ini. Pakai nama lain atau buka kantor yang ada.',
  'office.wrong_level': 'Jenis kantor ini tidak melayani wilayah setingkat itu. Pilih wilayah atau jenis yang sesuai.',
  'office.wrong_parent':
    'Kantor induk ini tidak membawahkan jenis kantor atau wilayah tersebut. Pilih induk yang sesuai.',
  'office.closed': 'Kantor ini sudah tutup.',
  'office.has_open_parts': 'Masih ada kantor di bawahnya yang buka. Tutup atau pindahkan dahulu.',
  'office.region_shape': 'Kode wilayah terdiri atas 2, 4, 6, atau 10 angka tanpa titik.',
  'office.zone_unknown': 'Zona waktu ini tidak dikenal, misalnya Asia/Makassar.',
  'office.kind.ditjen': 'Direktorat Jenderal',
  'office.kind.provincial': 'Dinas provinsi',
  'office.kind.regency': 'Dinas kabupaten/kota',
  'office.kind.sub_office': 'Suku Dinas',
  'office.kind.unit': 'Unit pelaksana teknis (UPT)',
  'office.kind.mission': 'Perwakilan RI di luar negeri',
  'office.kind.counter': 'Gerai pelayanan',
  'office.kind.mobile': 'Unit keliling',
} as const;
