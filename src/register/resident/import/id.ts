export const id = {
  'import.not_found': 'Impor ini tidak ada, atau dijalankan petugas lain. Buka dari daftar impor Anda.',
  'import.no_file': 'Berkas {file} tidak ada atau tidak dapat dibaca. Periksa nama dan foldernya.',
  'import.file_known': 'Berkas ini sudah pernah diimpor sampai selesai. Pilih berkas yang lebih baru.',
  'import.columns_missing':
    'Kolom ini belum ada: {columns}. Pilih kolom yang memuatnya, atau isi satu nilai untuk semua baris.',
  'import.column_unknown': 'Berkas tidak memuat kolom: {columns}. Pilih dari kolom yang ada.',
  'import.column_twice': 'Satu kolom dipakai untuk dua isi: {columns}. Pilih satu saja.',
  'import.running_elsewhere': 'Impor ini sedang dilanjutkan proses lain. Tunggu sampai selesai, lalu muat ulang.',
  'import.cancelled': 'Impor ini dihentikan. Yang sudah masuk tetap tercatat.',
  'import.not_checked': 'Pemeriksaan berkas belum selesai. Tunggu hasilnya, baru masukkan ke register.',
  'import.not_changeable': 'Impor ini sudah dijalankan; arti kolomnya tidak dapat diubah lagi.',
  'import.nothing_to_cancel': 'Impor ini sudah selesai, tidak ada yang dapat dihentikan.',
  'import.header_missing':
    'Baris pertama berkas ini berisi data orang, bukan judul kolom. Tambahkan baris judul (NIK, NO_KK, NAMA_LENGKAP, dan seterusnya), lalu unggah lagi. Tidak ada yang disimpan.',
  'import.upload_gone': 'Berkas yang diunggah tidak tersimpan lagi. Unggah sekali lagi.',
  'import.failed': 'Impor terhenti karena gangguan. Jalankan lagi: ia berlanjut dari baris terakhir yang masuk.',

  'import.effect.row': 'baris ditolak',
  'import.effect.cell': 'baris masuk tanpa sel ini',
  'import.effect.note': 'baris masuk, perlu dilihat',
  'import.effect.case': 'menunggu keputusan petugas',

  'import.empty': '{column} baris {row} kolom {letter} kosong. Isi kolom ini.',
  'import.row_cut':
    'Baris {row} tidak punya jumlah sel yang sama dengan judul, jadi isinya bergeser. Periksa tanda koma atau titik koma di dalam teks.',
  'import.nik_rounded':
    'NIK baris {row} kolom {letter} dibulatkan oleh lembar sebar; angka terakhirnya hilang. Ambil lagi dari sumbernya dan simpan kolom ini sebagai teks.',
  'import.nik_number':
    'NIK baris {row} kolom {letter} disimpan sebagai bilangan, jadi angkanya tidak dapat dipercaya. Ubah kolom ini menjadi teks di sumbernya, lalu ekspor lagi.',
  'import.nik_scientific':
    'NIK baris {row} kolom {letter} ditulis sebagai bilangan ilmiah ({given}). Ambil lagi dari sumbernya dan simpan sebagai teks.',
  'import.nik_placeholder':
    'NIK baris {row} kolom {letter} bukan NIK, hanya pengisi. Isi NIK orang ini, atau daftarkan dia lewat loket.',
  'import.nik_temporary':
    'NIK baris {row} kolom {letter} diawali 0: nomor sementara buatan desa. Isi NIK dari Dukcapil.',
  'import.nik_malformed': 'NIK baris {row} kolom {letter} tidak terdiri atas 16 angka. Periksa penulisannya.',
  'import.nik_impossible':
    'NIK baris {row} kolom {letter} memuat tanggal atau nomor urut yang tidak mungkin. Cocokkan dengan kartu orangnya.',
  'import.card_rounded':
    'Nomor KK baris {row} kolom {letter} dibulatkan atau disimpan sebagai bilangan. Ambil lagi dari sumbernya dan simpan sebagai teks.',
  'import.card_scientific':
    'Nomor KK baris {row} kolom {letter} ditulis sebagai bilangan ilmiah. Ambil lagi dari sumbernya dan simpan sebagai teks.',
  'import.card_placeholder':
    'Nomor KK baris {row} kolom {letter} kosong atau hanya pengisi. Isi nomor KK; keluarga tanpa nomor tidak digabungkan.',
  'import.card_malformed': 'Nomor KK baris {row} kolom {letter} tidak terdiri atas 16 angka. Periksa penulisannya.',
  'import.name_digits': 'Nama baris {row} kolom {letter} memuat angka. Periksa apakah kolomnya bergeser.',
  'import.too_long': '{column} baris {row} kolom {letter} terlalu panjang. Singkatkan.',
  'import.date_impossible':
    '{column} baris {row} kolom {letter}: {given} tidak ada di kalender. Tulis tanggal-bulan-tahun, misalnya 05-08-1990.',
  'import.date_shape':
    '{column} baris {row} kolom {letter}: {given} bukan tanggal. Tulis tanggal-bulan-tahun, misalnya 05-08-1990.',
  'import.date_two_digit_year':
    '{column} baris {row} kolom {letter}: tahun {given} hanya dua angka, abadnya tidak diketahui. Tulis tahun dengan empat angka.',
  'import.date_future': '{column} baris {row} kolom {letter}: {given} sesudah hari impor. Periksa tahunnya.',
  'import.date_too_old': '{column} baris {row} kolom {letter}: {given} sebelum tahun 1880. Periksa tahunnya.',
  'import.code_unknown':
    '{column} baris {row} kolom {letter}: "{given}" tidak dikenal. Pakai kode atau kata dari tabel acuan.',
  'import.village_malformed':
    'Kode wilayah baris {row} kolom {letter}: {given} tidak terdiri atas 10 angka. Tulis seperti 31.75.07.1004.',
  'import.village_unknown':
    'Kode wilayah baris {row} kolom {letter} tidak ada dalam daftar: {given}. Pilih desa/kelurahan di kecamatan itu.',
  'import.village_retired':
    'Kode wilayah baris {row} kolom {letter} tidak berlaku pada hari impor: {given}. Pakai kode yang berlaku.',
  'import.outside_jurisdiction':
    'Baris {row}: desa/kelurahan ini di luar wilayah kerja Anda. Minta kantor di wilayahnya mengimpor.',
  'import.held_elsewhere':
    'Baris {row}: NIK ini terdaftar di wilayah lain. Urus sebagai kepindahan, bukan dengan impor.',
  'import.not_alive':
    'Baris {row}: menurut register orang ini tidak hidup atau tidak tinggal di sini lagi. Periksa sebelum mengubah apa pun.',
  'import.permit_missing': 'Baris {row}: orang asing tanpa izin tinggal. Isi ITAS atau ITAP di kolom izin tinggal.',
  'import.nik_of_two':
    'NIK baris {row} kolom {letter} dipakai dua orang yang berbeda. Kasusnya dibuka; petugas memutuskan siapa pemiliknya.',
  'import.likely_duplicate':
    'Baris {row} dimasukkan, tetapi nama, tanggal lahir, jenis kelamin dan ibunya sama dengan penduduk lain yang NIK-nya berbeda. Kasusnya dibuka; petugas memutuskan apakah keduanya satu orang.',
  'import.optional_nik':
    '{column} baris {row} kolom {letter} rusak atau bukan NIK, jadi tidak diambil. Perbaiki di sumbernya.',
  'import.optional_date':
    '{column} baris {row} kolom {letter}: {given} bukan tanggal yang sah, jadi tidak diambil. Tulis tanggal-bulan-tahun.',
  'import.optional_code':
    '{column} baris {row} kolom {letter}: "{given}" tidak dikenal, jadi tidak diambil. Pakai kode dari tabel acuan.',
  'import.optional_number': '{column} baris {row} kolom {letter}: "{given}" bukan nomor 0-999, jadi tidak diambil.',
  'import.optional_too_long': '{column} baris {row} kolom {letter} terlalu panjang, jadi tidak diambil. Singkatkan.',
  'import.cleaned':
    '{column} baris {row} kolom {letter} memuat titik, spasi, atau tanda tak terlihat; tanda itu dibuang, angkanya utuh.',
  'import.nik_twice': 'NIK baris {row} kolom {letter} mengulang orang di baris {given}; yang pertama dipakai.',
  'import.second_head':
    'Baris {row}: keluarga ini sudah punya kepala keluarga. Orang ini dicatat sebagai lainnya; tetapkan hubungannya.',
  'import.card_not_in_force':
    'Baris {row}: KK ini sudah diganti atau ditutup, jadi orangnya masuk tanpa keluarga. Cari KK yang berlaku.',
  'import.nik_region_unknown':
    'NIK baris {row} kolom {letter}: kecamatannya tidak ada dalam daftar mana pun. NIK tetap dipakai; periksa kartunya.',
  'import.nik_region_retired': 'NIK baris {row} kolom {letter} memuat kode wilayah lama. Itu wajar; NIK tetap berlaku.',
  'import.nik_birth_differs':
    'NIK tidak selaras: baris {row}, tanggal lahir di NIK berbeda dari biodata. NIK tetap berlaku; periksa tanggal lahirnya.',
  'import.nik_sex_differs':
    'NIK tidak selaras: baris {row}, jenis kelamin di NIK berbeda dari biodata. NIK tetap berlaku; periksa jenis kelaminnya.',
};
