export const id = {
  'voter.returned_not_found': 'Daftar ini tidak ditemukan. Muat ulang halaman pemilihan.',
  'voter.returned_known':
    'Berkas ini sudah diterima sebagai daftar nomor {number}. Buka daftar itu; berkas yang sama tidak dihitung dua kali.',
  'voter.returned_state': 'Tahap daftar ini sudah berubah. Muat ulang halaman.',
  'voter.returned_file_gone': 'Berkas unggahan tidak ada lagi. Hapus daftar ini, lalu unggah lagi.',
  'voter.returned_too_many':
    '{n, number} baris terlalu banyak untuk satu berkas (paling banyak {most, number}). Ambil per kabupaten/kota.',
  'voter.returned_nothing': 'Tidak ada baris dengan sebab ini, jadi tidak ada yang dapat diambil sampelnya.',
  'voter.returned_not_sampled': 'Baris ini tidak ada dalam sampel. Muat ulang halaman.',
  'voter.returned_note': 'Tulis apa yang ditemukan, paling sedikit 10 huruf.',
  'voter.field.sample': 'Isi jumlah antara 1 dan 1.000.',
  'voter.returned.column.row': 'BARIS',
  'voter.returned.column.shown': 'NIK MENURUT DAFTAR',
  'voter.returned.column.name': 'NAMA MENURUT DAFTAR',
  'voter.returned.column.born': 'TANGGAL LAHIR MENURUT DAFTAR',
  'voter.returned.column.village': 'KELURAHAN/DESA MENURUT DAFTAR',
  'voter.returned.column.firstRow': 'BARIS PERTAMA',
  'voter.returned.column.nik': 'NIK MENURUT REGISTER',
  'voter.returned.column.registerName': 'NAMA MENURUT REGISTER',
  'voter.returned.column.registerBorn': 'TANGGAL LAHIR MENURUT REGISTER',
  'voter.returned.column.registerVillage': 'MEMILIH DI MENURUT REGISTER',
} as const;
