export const id = {
  'card.not_found': 'Kartu ini tidak ditemukan.',
  'card.wrong_state': 'Kartu ini sudah berada dalam keadaan lain. Muat ulang halaman, lalu periksa keadaannya.',
  'card.elsewhere': 'Kartu ini berada di kantor lain. Hanya kantor yang memegangnya dapat melanjutkan.',
  'card.outdated':
    'Data pada kartu ini sudah berubah sejak dicetak. Catat sebagai rusak dengan alasan "data berubah", lalu cetak ulang.',
  'card.own_print': 'Kartu ini Anda cetak sendiri. Pemeriksaan dilakukan petugas lain.',
  'card.chip_differs':
    'Cip yang terbaca bukan milik kartu ini. Pastikan kartunya benar; bila benar, catat sebagai gagal dengan alasan cip.',
  'card.sample_small': 'Contoh yang diperiksa terlalu sedikit. Periksa sedikitnya {least, plural, other {# kartu}}.',
  'card.sample_offices': 'Satu pemeriksaan contoh hanya untuk kartu dari satu kantor.',
  'card.sample_chosen':
    'Contoh ditentukan oleh sistem. Muat ulang halaman, lalu periksa kartu yang ditandai sebagai contoh.',
  'card.sample_faulty':
    'Ada kartu kantor ini yang dicatat gagal. Periksa semua kartu yang lain satu per satu; tidak ada yang lulus tanpa dilihat.',
  'card.same_office': 'Kartu sudah berada di kantor ini. Pilih kantor tujuan lain.',
  'card.nothing_to_compare':
    'Rekaman orang ini tidak memiliki jari atau wajah tersebut. Pilih jari lain, atau minta pelepasan dari atasan.',
  'card.not_verified':
    'Cocokkan dahulu jari atau wajah pemegang kartu dalam 15 menit terakhir, atau minta atasan melepas kartu dengan alasan.',
  'card.proxy_not_released':
    'Penyerahan kepada wakil perlu pelepasan oleh atasan. Minta atasan memeriksa surat kuasa dan melepas kartu.',
  'card.proxy_letter_missing': 'Unggah dahulu surat kuasa dari pemegang kartu.',
  'card.holder_gone':
    'Pemegang kartu tercatat meninggal, pindah ke luar negeri, atau tidak aktif. Kartu tidak diserahkan.',
  'card.not_suspended': 'Kartu ini tidak sedang dibekukan karena laporan kehilangan.',
  'card.lift_late': 'Batas 72 jam sudah lewat. Bawa kartunya ke loket untuk diaktifkan kembali.',
  'card.letter_no_more': 'Surat keterangan tidak lagi diterbitkan sejak {day}. Gunakan biodata, KK, atau IKD.',
  'card.letter_not_due':
    'Tidak ada perekaman yang menunggu kartu. Surat keterangan tidak diperlukan atau perekaman harus diulang.',
  'card.letter_none': 'Orang ini tidak memiliki surat keterangan yang berlaku.',
  'card.contact_malformed':
    'Kontak ini bukan nomor telepon atau alamat surel. Tulis seperti 0812-3456-7890 atau nama@contoh.id, tanpa keterangan lain.',
  'card.no_office': 'Pilih dahulu kantor tempat Anda bertugas.',
  'card.person_not_found': 'Tidak ada penduduk dengan NIK ini.',
  'card.request_not_found': 'Permintaan kartu ini tidak ditemukan.',
  'card.request_elsewhere': 'Permintaan kartu ini menunggu di kantor lain.',
  'card.request_not_waiting': 'Permintaan ini sudah dicetak atau diakhiri petugas lain. Muat ulang antrean.',
  'card.request.open': 'Orang ini sudah menunggu kartu. Selesaikan atau batalkan dahulu permintaan yang ada.',
  'card.request.not_living':
    'Orang ini tercatat meninggal, pindah ke luar negeri, atau datanya tidak aktif. Kartu tidak dapat dicetak.',
  'card.request.not_obligated':
    'Orang ini belum berusia 17 tahun dan belum pernah kawin, atau tidak memiliki ITAP. Kartunya dicetak saat syarat terpenuhi.',
  'card.request.not_recorded': 'Orang ini belum direkam. Rekam dahulu, lalu ajukan kartunya.',
  'card.request.not_ready':
    'Perekaman orang ini belum siap cetak. Lihat status perekamannya; bila ganda atau gagal, ikuti langkah yang tertulis di sana.',
  'card.request.has_card': 'Orang ini sudah pernah memegang KTP-el. Pilih perubahan, rusak, atau hilang.',
  'card.request.no_card': 'Orang ini belum pernah memegang KTP-el. Pilih kartu pertama.',
  'card.request.nothing_changed':
    'Tidak ada data pada kartu ini yang berubah. Perubahan nama wilayah dan kartu bertanggal tidak perlu diganti: kartunya tetap berlaku.',
  'card.police_letter_missing': 'Isi nomor surat kehilangan dari kepolisian.',
  'card.application_details': 'Isian permohonan kartu belum benar. Perbaiki bagian yang ditandai.',
  'card.blank_elsewhere':
    'Blangko dengan nomor seri atau UID ini tidak ada di gudang kantor Anda. Baca ulang, atau periksa kartu stok.',
  'card.trace_nothing': 'Tidak ada kartu dengan NIK, nomor seri, atau UID ini.',
  'card.import_columns': 'Kolom ini tidak ada di berkas: {columns}.',
  'card.import_running': 'Impor ini sedang dijalankan proses lain.',
  'card.import_no_file': 'Berkas tidak ditemukan: {file}.',
  'card.import.nik': 'NIK harus 16 angka, sebagai teks.',
  'card.import.serial': 'Nomor seri harus angka, paling banyak 18.',
  'card.import.uid': 'UID cip harus 14 angka heksadesimal.',
  'card.import.state': 'Keadaan kartu tidak dikenal.',
  'card.import.date': 'Tanggal cetak tidak ada di kalender.',
  'card.import.too_early': 'Tanggal cetak sebelum KTP-el pertama (2011).',
  'card.import.future': 'Tanggal cetak di masa depan.',
  'card.import.twice': 'Orang ini sudah punya kartu berlaku lain di berkas ini.',
  'card.import.serial_twice': 'Nomor seri ini sudah ada di baris lain berkas ini.',
  'card.import.person_unknown': 'NIK tidak ada dalam data kependudukan.',
  'card.import.struck_off': 'Data penduduk ini sudah dibatalkan.',
  'card.import.before_birth': 'Tanggal cetak sebelum tanggal lahir.',
  'card.import.serial_taken': 'Nomor seri ini sudah menjadi kartu lain.',
  'card.import.valid_card_here': 'Orang ini sudah punya kartu berlaku lain di sini.',
  'card.import.office_unknown': 'Tidak ada kantor dengan kode wilayah ini.',
  'card.import.ragged': 'Jumlah kolom baris ini tidak sesuai.',
  'indicator.card.printed': 'KTP-el dicetak',
  'indicator.card.printed.definition':
    'Keping KTP-el yang dicetak sampai hari itu, tanpa yang gagal atau rusak sebelum diserahkan.',
  'indicator.card.printed.source': 'Langkah setiap kartu, dari pencetakan dan daftar kartu tahun-tahun sebelumnya',
  'indicator.card.invalid_outstanding': 'KTP-el invalid belum ditarik',
  'indicator.card.invalid_outstanding.definition':
    'Keping yang tidak berlaku karena datanya berubah atau pemegangnya meninggal, pindah, atau ganda, dan belum ditarik kantor.',
  'indicator.card.invalid_outstanding.source': 'Langkah terakhir setiap kartu pada hari itu',
  'indicator.card.invalid_taken_in': 'KTP-el invalid ditarik',
  'indicator.card.invalid_taken_in.definition':
    'Keping invalid yang sudah ditarik kantor dan menunggu pemusnahan. Kartu rusak tidak termasuk.',
  'indicator.card.invalid_taken_in.source': 'Langkah terakhir setiap kartu pada hari itu',
  'indicator.card.destroyed': 'KTP-el dimusnahkan',
  'indicator.card.destroyed.definition': 'Keping yang sudah dimusnahkan sampai hari itu.',
  'indicator.card.destroyed.source': 'Langkah terakhir setiap kartu pada hari itu',
  'card.field.police_letter': 'Isi nomor surat kehilangan dari kepolisian.',
  'card.field.chip': 'Baca ulang cip kartu ini.',
  'card.field.blank': 'Baca ulang cip blangko atau ketik nomor serinya.',
  'card.field.contact': 'Tulis nomor telepon atau alamat surel, misalnya 0812-3456-7890.',
  'card.field.reason': 'Tulis alasannya, sedikitnya lima huruf.',
} as const;
