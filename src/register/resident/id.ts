export const id = {
  'resident.not_found':
    'Penduduk ini tidak ada dalam register, atau berada di luar wilayah kerja Anda. Periksa NIK-nya, atau minta kantor di wilayahnya.',
  'resident.nik_taken':
    'NIK ini sudah terdaftar atas nama penduduk lain. Jangan buat baru; cari orangnya lebih dahulu.',
  'resident.no_serial_left':
    'Nomor urut NIK untuk kecamatan dan tanggal lahir ini sudah habis. Hubungi Ditjen untuk penetapan.',
  'resident.search_too_wide': 'Pencarian terlalu luas. Isi NIK, nama, atau tanggal lahir.',
  'resident.unknown_village': 'Kode desa/kelurahan ini tidak ada dalam daftar wilayah. Pilih dari daftar.',
  'resident.born_in_future': 'Tanggal lahir tidak boleh sesudah hari ini.',
  'resident.born_too_early': 'Tanggal lahir sebelum tahun 1880. Periksa tahunnya.',
  'resident.name_not_allowed':
    'Nama ini tidak memenuhi aturan pencatatan nama (Permendagri 73/2022). Perbaiki bagian yang ditandai.',
  'resident.likely_duplicates':
    'Ada {n, plural, other {# orang}} yang mungkin sama dengan orang ini. Periksa satu per satu sebelum mendaftarkan.',
  'resident.changed_meanwhile':
    'Data orang ini baru saja diubah petugas lain. Muat ulang, lalu periksa lagi perubahan Anda.',
  'resident.nothing_changed': 'Tidak ada elemen yang berubah. Ubah paling sedikit satu elemen, atau batalkan.',
  'resident.state_not_allowed': 'Keadaan orang ini tidak dapat berubah dari {from} menjadi {to}.',
  'resident.not_alive':
    'Orang ini tercatat tidak hidup atau tidak tinggal di sini; tindakan ini tidak dapat dilakukan.',
  'resident.reason_missing': 'Tuliskan alasan dan dasar hukumnya.',
  'resident.merge_with_self': 'Kedua data adalah orang yang sama dengan NIK yang sama. Pilih dua data yang berbeda.',
  'resident.merge_not_alive': 'Salah satu data tidak aktif lagi, jadi tidak dapat digabungkan.',
  'resident.merge_unknown': 'Tidak ada penggabungan yang masih berlaku untuk data ini.',
  'resident.notice_too_short':
    'Penonaktifan harus diumumkan paling sedikit 14 hari sebelumnya. Tanggal paling awal: {earliest}.',
  'resident.already_inactive': 'Data ini sudah nonaktif, atau penonaktifannya sudah diumumkan.',
  'resident.not_inactive': 'Tidak ada penonaktifan yang dapat diakhiri atau dibantah untuk orang ini.',
  'resident.foreigner_without_permit': 'Orang asing didaftarkan dengan ITAS atau ITAP. Isi jenis izin tinggalnya.',
  'resident.element_not_correctable':
    'Ada elemen yang tidak dapat diperbaiki di sini. Alamat, keluarga, dan orang tua berubah lewat peristiwa.',
  'resident.erased':
    'Berkas dan elemen terlindungi orang ini sudah dihapus atas dasar hukum; tidak ada yang dapat disimpan tersegel lagi atas namanya.',
  'resident.erase_case_open': 'Kasus identitas orang ini masih terbuka. Putuskan dahulu siapa pemilik NIK-nya.',
  'resident.case_not_open': 'Kasus ini tidak ada atau sudah diputuskan.',

  'nik.not_sixteen_digits': 'NIK harus tepat 16 angka. Periksa apakah ada angka yang hilang atau dibulatkan.',
  'nik.day_out_of_range': 'Angka ke-7 dan ke-8 (tanggal lahir) harus 01-31 untuk laki-laki atau 41-71 untuk perempuan.',
  'nik.month_out_of_range': 'Angka ke-9 dan ke-10 (bulan lahir) harus 01-12.',
  'nik.date_impossible': 'Tanggal lahir dalam NIK ini tidak pernah ada di kalender.',
  'nik.serial_zero': 'Empat angka terakhir (nomor urut) tidak boleh 0000.',
  'nik.region_unknown': 'Kode wilayah NIK ini tidak ada dalam daftar sekarang maupun dahulu.',
  'nik.district_unknown': 'Kecamatan dalam NIK ini tidak ada dalam daftar; kabupaten/kotanya ada.',
  'nik.region_retired': 'Kode wilayah lama: tempat pertama kali didaftar kini berkode lain. NIK tetap berlaku.',
  'nik.birth_date_differs': 'NIK tidak selaras: tanggal lahir dalam NIK berbeda dari biodata. NIK tetap berlaku.',
  'nik.sex_differs': 'NIK tidak selaras: jenis kelamin dalam NIK berbeda dari biodata. NIK tetap berlaku.',
  'nik.registered_elsewhere': 'Pertama kali didaftar di wilayah lain; wajar bagi yang pernah pindah.',
  'name.empty': 'Nama wajib diisi.',
  'name.too_long': 'Nama paling banyak 60 huruf termasuk spasi. Pendekkan.',
  'name.one_word': 'Nama baru sedikitnya dua kata. Tambahkan satu kata.',
  'name.not_latin': 'Nama ditulis dengan huruf Latin A-Z tanpa tanda di atas atau bawah huruf.',
  'name.digits': 'Nama tidak memakai angka. Tuliskan dengan huruf.',
  'name.punctuation': 'Nama tidak memakai tanda baca. Hapus tandanya.',
  'name.abbreviated': 'Nama tidak disingkat. Tuliskan lengkap.',
  'name.title': 'Gelar tidak dicantumkan pada nama dalam akta. Hapus gelarnya.',

  'field.nik_shape': 'NIK terdiri atas 16 angka. Periksa apakah ada angka yang hilang atau dibulatkan.',
  'field.person_ref': 'Rujukan penduduk ini tidak dikenal. Buka orangnya dari hasil pencarian.',
  'field.no_such_day': 'Tanggal ini tidak ada di kalender. Tulis tanggal-bulan-tahun, misalnya 05-08-1990.',
  'field.village_code': 'Kode desa/kelurahan terdiri atas 10 angka. Pilih dari daftar wilayah.',
  'field.unknown_village': 'Kode ini tidak ada dalam daftar wilayah. Pilih dari daftar.',
  'field.empty': 'Kolom ini wajib diisi.',
  'field.too_long': 'Isinya terlalu panjang. Singkatkan.',
  'field.code': 'Pilih salah satu dari daftar.',
  'field.nationality': 'Kewarganegaraan ditulis dengan tiga huruf, misalnya IDN.',
  'field.born_in_future': 'Tanggal lahir tidak boleh sesudah hari ini.',
  'field.born_too_early': 'Tanggal lahir sebelum tahun 1880. Periksa tahunnya.',
  'field.reason_short': 'Alasan sekurangnya 10 huruf, supaya orang kedua dapat menilainya.',
  'field.basis_short': 'Sebutkan dasar hukumnya, misalnya nomor putusan.',
  'field.needed': 'Kolom ini wajib diisi.',
  'field.not_correctable': 'Elemen ini tidak dapat diperbaiki di sini; gunakan peristiwa yang sesuai.',

  'purpose.civil_registration': 'Pencatatan sipil',
  'purpose.family_card': 'Penerbitan kartu keluarga',
  'purpose.identity_check': 'Pemeriksaan identitas',

  'act.imported': 'Diimpor',
  'act.entered': 'Didaftarkan',
  'act.corrected': 'Biodata diperbaiki',
  'act.merged': 'Digabungkan sebagai data ganda',
  'act.erased': 'Berkas dihapus atas dasar hukum',
  'act.unmerged': 'Penggabungan dibatalkan',
  'act.deactivated': 'Dinonaktifkan',
  'act.reactivated': 'Diaktifkan kembali',

  'state.HIDUP': 'Hidup',
  'state.MENINGGAL': 'Meninggal',
  'state.PINDAH_LUAR_NEGERI': 'Pindah ke luar negeri',
  'state.LEPAS_WNI': 'Lepas kewarganegaraan',
  'state.GANDA': 'Data ganda',
  'state.NONAKTIF': 'Nonaktif',
  'state.BATAL': 'Pencatatan dibatalkan',

  'duplicate.name_same': 'nama sama',
  'duplicate.name_alike': 'nama mirip',
  'duplicate.birth_date_same': 'tanggal lahir sama',
  'duplicate.birth_date_swapped': 'tanggal dan bulan lahir tertukar',
  'duplicate.birth_date_near': 'tanggal lahir berdekatan',
  'duplicate.mother_same': 'nama ibu sama',
  'duplicate.birth_place_same': 'tempat lahir sama',
  'duplicate.sex_differs': 'jenis kelamin berbeda',

  'proposal.resident.merge':
    'Data atas nama {absorbed} digabungkan ke data atas nama {survivor}; NIK yang digabungkan menjadi data ganda.',

  'proposal.resident.erase':
    '{files, plural, other {# berkas}} atas nama {name} menjadi tidak terbaca untuk selamanya, di sini dan di setiap cadangan, dan nama orang tua serta disabilitasnya dikosongkan; baris registernya tetap, karena UU 23/2006 menghendakinya. Dasar: {ground, select, court {putusan pengadilan} consent_withdrawn {persetujuan ditarik} retention_ended {masa simpan berakhir} other {{ground}}}.',
  'erasure.ground.court': 'Putusan pengadilan',
  'erasure.ground.consent_withdrawn': 'Persetujuan ditarik',
  'erasure.ground.retention_ended': 'Masa simpan berakhir',

  'indicator.resident.total': 'Penduduk',
  'indicator.resident.total.definition':
    'Penduduk yang hidup dan bertempat tinggal di wilayah, termasuk yang datanya dinonaktifkan. Tahun asal: tahun masuk register.',
  'indicator.resident.total.source': 'Riwayat tindakan pada register penduduk',
  'indicator.resident.obligated': 'Wajib KTP',
  'indicator.resident.obligated.definition':
    'Penduduk WNI atau pemegang ITAP yang berumur 17 tahun atau pernah kawin (UU 24/2013 pasal 63), dari seluruh penduduk. Tahun asal: tahun masuk register.',
  'indicator.resident.obligated.source': 'Riwayat tindakan pada register penduduk',
  'indicator.resident.duplicate': 'Data ganda',
  'indicator.resident.duplicate.definition':
    'Orang yang pernah tercatat dua kali: data yang kedua ditandai ganda oleh dua petugas dan tidak dihitung sebagai penduduk. Tahun asal: tahun ditemukan.',
  'indicator.resident.duplicate.source': 'Riwayat tindakan pada register penduduk',
} as const;
