export const id = {
  hint: 'NIK, atau nama',
  birth: 'Tanggal atau tahun lahir',
  'birth.hint': 'Boleh kosong',
  search: 'Cari',
  fault: 'Isi NIK 16 angka, atau nama. Tahun lahir saja terlalu luas.',
  none: 'Tidak ada yang cocok. Coba ejaan lain, atau tambahkan tanggal lahir.',
  pick: 'Pilih',
  masked: 'di luar wilayah Anda, disamarkan',
  change: 'Ganti',
} as const;
