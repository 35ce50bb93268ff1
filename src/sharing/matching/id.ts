export const id = {
  'matching.not_found': 'Pemadanan ini tidak ditemukan.',
  'matching.reference_known': 'Sudah ada pemadanan dengan referensi ini. Beri berkas baru referensi sendiri.',
  'matching.too_many_open':
    'Masih ada {most, number} berkas yang belum selesai. Tunggu sampai salah satunya selesai, atau batalkan.',
  'matching.too_few_granted': 'Sekurangnya dua kolom berkas harus termasuk hak akses Anda.',
  'matching.not_uploading': 'Berkas ini sudah diserahkan atau sudah berakhir; tidak menerima kiriman lagi.',
  'matching.offset': 'Bagian berikutnya dimulai pada byte {received, number}. Lanjutkan dari sana.',
  'matching.part_differs': 'Isi bagian ini tidak sama dengan SHA-256-nya. Kirim ulang bagian ini.',
  'matching.part_empty': 'Bagian ini kosong. Kirim isi berkas mulai dari offset.',
  'matching.file_too_large': 'Berkas terlalu besar. Bagi menjadi beberapa berkas, masing-masing paling banyak 4 GB.',
  'matching.file_empty': 'Belum ada isi berkas yang diterima. Kirim bagian-bagiannya dahulu.',
  'matching.not_csv': 'Berkas harus CSV. Simpan lembar sebar sebagai CSV dengan kolom NIK sebagai teks.',
  'matching.columns_missing': 'Berkas tidak punya kolom {columns}. Tambahkan, atau sebut kolomnya dalam columns.',
  'matching.columns_absent': 'Kolom {columns} tidak ada dalam berkas. Periksa tulisan judul kolomnya.',
  'matching.no_anchor_column':
    'Berkas perlu kolom nama, nomor KK, alamat, atau nama orang tua: yang lain sudah terbaca dari NIK.',
  'matching.not_done': 'Hasilnya belum ada. Periksa keadaan pemadanan ini lagi nanti.',
  'matching.result_deleted':
    'Hasil disimpan tujuh hari dan sudah dihapus. Padankan berkasnya lagi bila masih diperlukan.',
  'matching.ended': 'Pemadanan ini sudah berakhir.',
  'matching.nothing_to_decide': 'Pemadanan ini tidak menunggu keputusan.',

  'matching.field.sha256': 'Tulis SHA-256 bagian ini sebagai 64 angka heksadesimal huruf kecil.',
  'matching.field.header': 'Sebut judul kolom, bukan isinya.',
  'matching.field.reason': 'Tulis alasannya, sekurangnya 10 huruf.',

  'matching.why.approval': 'Jumlah barisnya melampaui paket hak akses Anda; petugas kementerian akan memutuskan.',
  'matching.why.held': 'Hasilnya diperiksa petugas kementerian dahulu sebelum dapat diambil.',
  'matching.why.stopped': 'Pemadanan dihentikan petugas kementerian. Hubungi narahubung Anda di kementerian.',
  'matching.why.more_rows':
    'Berkas berisi lebih banyak baris daripada yang disebut. Buka pemadanan baru dengan jumlah yang benar.',
  'matching.why.file_gone': 'Berkas yang dikirim tidak ada lagi. Kirim ulang dengan pemadanan baru.',
  'matching.why.unreadable':
    'Berkas rusak di tengah dan tidak dapat dibaca sampai akhir. Ekspor ulang lalu buka pemadanan baru.',
  'matching.why.upload_left': 'Tidak ada kiriman selama dua hari, maka pemadanan ditutup dan berkasnya dihapus.',
  'matching.why.cut_off': 'Hak akses lembaga Anda tidak berlaku lagi saat berkas dipadankan.',

  'matching.row.ragged': 'Jumlah sel baris ini tidak sama dengan jumlah kolom. Periksa tanda kutip dan pemisahnya.',
  'matching.row.reference_missing': 'Referensi kosong. Setiap baris perlu nomor Anda sendiri.',
  'matching.row.reference_form': 'Referensi paling panjang 64 huruf cetak ASCII, tanpa deretan 16 angka.',
  'matching.row.reference_twice': 'Referensi ini sudah dipakai baris sebelumnya. Beri setiap baris nomor sendiri.',
  'matching.row.nik_missing': 'NIK kosong.',
  'matching.row.nik_rounded':
    'NIK dibulatkan oleh lembar sebar: angka terakhirnya hilang. Ekspor ulang dengan kolom NIK sebagai teks.',
  'matching.row.nik_temporary': 'NIK ini nomor sementara desa, bukan NIK.',
  'matching.row.nik_malformed': 'NIK terdiri atas 16 angka.',
  'matching.row.invisible': 'Ada huruf yang tidak terlihat di dalam sel. Ketik ulang isinya.',
  'matching.row.two_more': 'Isi sekurangnya dua data selain NIK.',
  'matching.row.no_anchor': 'Isi pula nama, nomor KK, alamat, atau nama orang tua.',
  'matching.row.too_few_granted': 'Sekurangnya dua data yang diisi harus termasuk hak akses Anda.',
  'matching.row.consent_missing': 'Dasar persetujuan memerlukan nomor persetujuan di setiap baris.',
  'matching.row.family_card': 'Nomor KK terdiri atas 16 angka.',
  'matching.row.day': 'Tulis tanggal yang ada di kalender, seperti 1990-08-05 atau 05-08-1990.',
  'matching.row.code_unknown': 'Nilai ini tidak ada dalam tabel kode. Tulis kode atau sebutannya.',
  'matching.row.neighbourhood': 'RT dan RW satu sampai tiga angka.',
  'matching.row.too_long': 'Isi sel terlalu panjang.',
  'matching.row.value': 'Isi sel ini tidak dapat dibaca.',
} as const;
