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
