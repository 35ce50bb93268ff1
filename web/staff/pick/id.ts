export const id = {
  hint: 'NIK, atau nama; boleh diikuti tanggal atau tahun lahir',
  search: 'Cari',
  searching: 'Mencari ...',
  change: 'Ganti',
  'change.of': 'Ganti {label}',
  'found.label': 'Hasil pencarian {label}',
  found:
    '{count, plural, =0 {Tidak ada yang cocok. Coba ejaan lain, atau tambahkan tahun lahir.} other {# orang cocok. Pilih salah satu.}}',
  more: 'Masih ada yang lain; tambahkan tanggal lahir agar lebih sempit.',
  elsewhere: 'di luar wilayah Anda, data disamarkan',
  digits: 'NIK berisi 16 angka; ini {count}.',
  yearAlone: 'Tulis namanya juga, atau tanggal lahir lengkap.',
} as const;
