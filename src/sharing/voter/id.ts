export const id = {
  'voter.centre_only': 'Pemilihan dan sumber data pemilih diurus di pusat. Hubungi Ditjen Dukcapil.',
  'voter.election_not_found': 'Pemilihan ini tidak ditemukan. Muat ulang daftar pemilihan.',
  'voter.election_state': 'Tahap pemilihan ini sudah berubah. Muat ulang halaman.',
  'voter.election_known': 'Pemilihan dengan jenis, hari, dan wilayah ini sudah direncanakan. Buka yang sudah ada.',
  'voter.election_own': 'Pemilihan dibuka oleh petugas lain daripada yang merencanakannya.',
  'voter.voting_day_past': 'Hari pemungutan suara sudah lewat. Periksa tanggalnya.',
  'voter.cutoff_after': 'Tanggal batas domisili harus paling lambat pada hari pemungutan suara.',
  'voter.area_unknown':
    'Kode wilayah {code} tidak ada pada hari pemungutan suara. Pilih provinsi atau kabupaten/kota pada peta hari itu.',
  'voter.area_twice': 'Wilayah {code} disebut dua kali atau sudah termasuk dalam provinsinya. Sisakan satu.',
  'voter.not_voted_yet': 'Hari pemungutan suara belum tiba.',
  'voter.import_columns': 'Kolom ini tidak ada dalam daftar: {columns}. Tambahkan, lalu unggah lagi.',
  'voter.import_running': 'Daftar ini sedang dimasukkan oleh proses lain. Tunggu, lalu muat ulang halaman.',
  'voter.document_ahead': 'Tanggal surat belum tiba. Isi tanggal pada surat.',
  'voter.source_not_found': 'Catatan ini tidak ditemukan atau sudah dicabut. Muat ulang halaman.',
  'voter.village_unknown': 'Desa/kelurahan ini tidak ada pada peta hari ini. Pilih dari daftar.',
  'voter.polling_number':
    'Isi nomor seri di sisi belakang KTP-el (angka saja), atau nomor surat keterangan seperti tercetak.',
  'voter.election_none': 'Tidak ada pemilihan yang dibuka pada {day}. Periksa tanggalnya (YYYY-MM-DD).',
  'voter.election_several': 'Ada beberapa pemilihan pada hari itu. Sebut satu dengan --election: {ids}',
  'voter.extract_not_found': 'Daftar ini tidak ditemukan. Muat ulang halaman.',
  'voter.extract_state': 'Tahap daftar ini sudah berubah. Muat ulang halaman.',
  'voter.extract_empty': 'Tidak ada pemilih di wilayah pemilihan ini. Periksa wilayah dan tanggal batasnya.',
  'voter.extract_folder': 'Folder {folder} tidak kosong. Pilih folder lain atau kosongkan.',
  'voter.extract_elsewhere':
    'Berkas daftar ini tidak ada di folder yang disebut maupun di penyimpanan. Sebut folder tempat daftar dibuat.',
  'voter.extract_other':
    'Folder {folder} berisi daftar lain, bukan yang disetujui. Sebut folder daftar yang disetujui.',
  'voter.extract_not_released': 'Penyerahan belum disetujui petugas kedua. Mintalah persetujuan, lalu jalankan lagi.',
  'voter.extract_key_gone':
    'Kunci daftar ini sudah dimusnahkan, jadi berkasnya tidak dapat dibuka lagi. Susun ulang daftarnya.',
  'voter.key_missing': 'Kunci publik komisi pemilihan belum didaftarkan. Daftarkan dahulu, lalu ajukan.',
  'voter.key_unreadable':
    'Ini bukan kunci publik X25519. Salin utuh dari surat komisi: PEM, base64, atau 64 angka heksadesimal.',
  'voter.key_known': 'Kunci ini sudah terdaftar dan berlaku.',
  'voter.recount_files': 'Hitungan tidak lengkap untuk daftar ini. Isi setiap berkas yang diserahkan.',
  'voter.recount_unexplained': 'Hitungan komisi untuk {part} berbeda. Tulis penjelasannya sebelum disimpan.',
  'voter.proof_not_in_list': 'Tidak ada dalam daftar yang diserahkan. Sebabnya tertulis di halaman ini.',
  'voter.proof_changed':
    'Baris pada hari pembekuan tidak dapat disusun ulang dari register, jadi buktinya tidak dapat dibuat. Tanyakan di Dinas Dukcapil.',
  'voter.verify_missing': 'Tidak ada daftar di {folder}: manifest.json tidak ditemukan atau tidak dapat dibaca.',
  'voter.verify_key': 'Berkas {file} bukan kunci privat X25519 (PEM).',
  'voter.verify_proof': 'Berkas {file} bukan bukti pemilih yang utuh.',
  'voter.extract_abandoned_why': 'Daftar dibatalkan atau dibuat ulang',
  'voter.abroad': 'Luar negeri (Perwakilan RI)',
  'voter.field.count': 'Isi jumlah dengan angka bulat.',
  'voter.field.part': 'Isi kode kabupaten/kota (4 angka), kelurahan (10 angka), atau luar-negeri.',
  'voter.field.key': 'Tempelkan kunci publik komisi.',
  'proposal.voter.extract':
    'Menyerahkan {n, number} pemilih {name} ({day}) kepada {issuer}, dan membekukan pemilihannya\nAkar daftar: {root}\nSidik manifest: {manifest}\nSidik kunci komisi: {thumbprint}\nTidak memilih: bukan WNI {not_citizen, number}, di bawah umur {under_age, number}, meninggal {dead, number}, lepas WNI {left_citizenship, number}, ganda {duplicate, number}, nonaktif {deactivated, number}, batal {cancelled, number}, TNI {military, number}, Polri {police, number}, hak pilih dicabut {deprived, number}, di luar wilayah {outside_area, number}, di luar negeri {abroad, number}',
  'voter.field.area': 'Isi kode provinsi (2 angka) atau kabupaten/kota (4 angka).',
  'voter.field.why': 'Tulis alasannya dalam paling sedikit 10 huruf.',
  'proposal.voter.election_nation':
    'Membuka {name}: pemungutan suara {day}, seluruh Indonesia dan Perwakilan RI, domisili per {cutoff}',
  'proposal.voter.election': 'Membuka {name}: pemungutan suara {day}, wilayah {area}, domisili per {cutoff}',
  'indicator.voter.eligible': 'Penduduk yang memenuhi syarat memilih',
  'indicator.voter.eligible.definition':
    'WNI berusia 17 tahun pada hari pemungutan suara, atau sudah/pernah kawin, yang datanya berlaku, bukan anggota TNI/Polri menurut daftar bertanggal, dan tidak dicabut hak pilihnya oleh pengadilan; menurut domisili pada tanggal batas (UU 7/2017 pasal 198 dan 200), untuk pemilihan yang dibuka dan terdekat.',
  'indicator.voter.eligible.source':
    'Riwayat penduduk dan sumber bertanggal: TNI/Polri, putusan pengadilan, Perwakilan RI',
  'indicator.voter.without_card': 'Pemilih tanpa KTP-el yang berlaku',
  'indicator.voter.without_card.definition':
    'Penduduk yang memenuhi syarat memilih dan pada hari itu tidak memegang KTP-el yang berlaku; dibandingkan dengan semua yang memenuhi syarat.',
  'indicator.voter.without_card.source': 'Riwayat penduduk, sumber bertanggal, dan langkah setiap kartu',
  'voter.list_missing': 'Berkas {file} tidak ada. Periksa nama dan foldernya.',
  'voter.list_unreadable':
    'Berkas {file} tidak dapat dibaca sebagai tabel. Simpan sebagai CSV (UTF-8) atau XLSX dengan satu baris judul.',
  'voter.list_columns': 'Berkas {file} tidak mempunyai kolom {columns}. Tambahkan judul itu pada kolomnya.',
  'voter.list_out_is_list': 'Hasil akan menimpa daftar {file}. Beri nama lain.',
  'voter.list_pair': 'Sebutkan dua daftar, atau satu dengan --blind.',
  'voter.blind_one_file': 'Dengan --blind satu berkas saja: daftar sendiri, atau berkas dari pihak lain.',
  'voter.blind_begun':
    'Folder {dir} sudah berisi kunci sebuah perbandingan. Pakai folder lain untuk perbandingan baru.',
  'voter.blind_not_begun': 'Folder {dir} belum berisi daftar sendiri. Butakan dulu daftar sendiri di sana.',
  'voter.blind_not_answered': 'Berkas pertama pihak lain belum diolah di {dir}. Olah dulu, lalu kirimkan hasilnya.',
  'voter.blind_no_file': 'Berkas {file} bukan daftar yang dibutakan.',
  'voter.blind_cut': 'Berkas {file} terpotong atau berubah di jalan. Minta dikirim ulang.',
  'voter.blind_broken': 'Berkas ini berisi angka yang tidak mungkin berasal dari daftar. Minta pihak lain mengulang.',
  'voter.blind_own': 'Berkas {file} adalah daftar sendiri. Yang diolah di sini adalah berkas pihak lain.',
  'voter.blind_other': 'Berkas {file} berasal dari perbandingan lain. Periksa asal dan urutannya.',
  'voter.blind_few':
    'Daftar pihak lain hanya {rows, number} baris; di bawah {least, number} jumlahnya akan membuka data orang per orang. Tolak, atau tetapkan --least bersama saksi.',
} as const;
