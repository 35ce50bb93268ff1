export const id = {
  title: 'Cara memeriksa log',
  lead: 'Setiap tindakan pada data penduduk, juga setiap kali data seseorang dilihat, menjadi satu catatan dalam log. Log ini hanya dapat bertambah: catatan yang sudah ada tidak dapat diubah, dihapus, atau disisipi tanpa ketahuan, juga tidak oleh pengelola sistem. Anda tidak perlu percaya; periksalah sendiri.',
  latest: 'Titik periksa terbaru',
  'latest.about':
    'Titik periksa adalah ringkasan seluruh log dalam tiga baris, ditandatangani dengan kunci yang tidak pernah ada di basis data. Siapa pun yang menyimpannya menjadi saksi log.',
  'latest.none': 'Log ini belum berisi catatan, jadi belum ada titik periksa.',
  origin: 'Nama log',
  size: 'Jumlah catatan',
  root: 'Root',
  time: 'Ditandatangani',
  note: 'Titik periksa lengkap dengan tanda tangan',
  key: 'Kunci pemeriksa',
  'download.checkpoint': 'Unduh titik periksa',
  'download.key': 'Unduh kunci',
  former: 'Log sebelumnya',
  'former.about':
    'Sesudah pemulihan cadangan, sebagian catatan yang pernah ditandatangani tidak dapat dikembalikan. Log yang lama diakhiri secara terbuka oleh dua petugas, dan log ini dimulai dengan catatan yang tersisa. Titik periksa log lama tetap berlaku sampai jumlah yang dipertahankan; yang melihat lebih dari itu diberi tahu oleh pemeriksa.',
  'former.ended': 'Diakhiri',
  'former.size': 'Pernah ditandatangani',
  'former.kept': 'Dipertahankan',
  'former.reason': 'Sebab',
  'former.proof': 'Kunci, titik periksa terakhir, dan catatan peralihannya',
  how: 'Periksa sendiri dalam tiga langkah',
  'how.needs':
    'Yang diperlukan hanya Node.js. Pemeriksanya satu berkas tanpa pustaka lain, {bytes}; bacalah sebelum menjalankannya.',
  'step.get': 'Unduh pemeriksanya',
  'step.sha': 'Pastikan berkasnya utuh; angka berikut harus sama dengan yang Anda dapat',
  'step.run':
    'Jalankan. Ia mengunduh titik periksa dan semua ubin hash, menghitung ulang root, memeriksa tanda tangan, lalu menyimpan titik periksa itu di folder titik-periksa',
  'step.again':
    'Jalankan lagi besok atau tahun depan dengan folder yang sama: ia juga memastikan bahwa setiap titik periksa yang Anda simpan masih merupakan awal dari log hari itu.',
  kept: 'Bukti yang Anda simpan',
  'kept.about':
    'Dari layanan warga Anda mengunduh bukti setiap catatan tentang Anda. Pemeriksa yang sama memastikan, tanpa jaringan, bahwa titik periksanya ditandatangani, bahwa catatannya ada dalam log, dan bahwa catatan itu memang tentang Anda. Ambil kuncinya dari tempat lain bila dapat, misalnya dari cetakan koran atau dari orang yang menyimpannya:',
  auditor: 'Bagi pemeriksa yang berwenang',
  'auditor.about':
    'Isi catatan tidak memuat data pribadi, tetapi hanya dibuka bagi pemeriksa. Dengan salinan lengkapnya, setiap catatan dan setiap baris di basis data ikut dihitung ulang:',
  witnesses: 'Saksi dan salinan di luar',
  'witness.papers': 'Setiap dokumen yang dicetak: kode QR-nya memuat ukuran dan root log pada saat terbit.',
  'witness.papers.check': 'Periksa sebuah dokumen',
  'witness.folder':
    'Folder saksi di luar basis data: setiap titik periksa ditambahkan dan tidak pernah diubah, {days, plural, =0 {belum berisi} other {# hari sejak {since}}}.',
  'witness.noFolder': 'Folder saksi di luar basis data tidak dipasang pada sistem ini.',
  'witness.you': 'Siapa pun yang menjalankan perintah di atas dan menyimpan hasilnya, termasuk Anda.',
  'witness.statement': 'Setiap keterangan resmi yang diterbitkan memuat ukuran dan root log pada saat itu.',
  proves: 'Yang dibuktikan, dan yang tidak',
  'proves.yes': 'Dibuktikan',
  'proves.yes.1':
    'Log hari ini dimulai persis dengan log yang dulu Anda lihat: tidak ada catatan yang diubah, dihapus, ditukar, atau disisipkan.',
  'proves.yes.2': 'Titik periksa itu ditandatangani pemegang kunci log.',
  'proves.yes.3': 'Jumlah catatan tidak pernah berkurang.',
  'proves.yes.3.former':
    'Jumlah catatan tidak pernah berkurang, selain saat log diakhiri secara terbuka seperti di atas.',
  'proves.no': 'Tidak dibuktikan',
  'proves.no.1': 'Bahwa yang ditulis petugas itu benar. Log membuktikan apa yang dicatat, bukan kebenaran isinya.',
  'proves.no.2': 'Bahwa tidak ada tindakan di luar sistem, misalnya memotret layar.',
  'proves.no.3':
    'Perusakan yang terjadi sesudah titik periksa terakhir yang disimpan seseorang di luar. Karena itu makin banyak saksi makin baik.',
  'proves.try': 'Ragu? Coba curangi sendiri.',
} as const;
