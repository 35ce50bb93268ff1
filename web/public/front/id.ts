export const id = {
  title: 'Data kependudukan yang dapat Anda periksa sendiri',
  lead: 'Setiap angka terbuka sampai ke catatannya, setiap kartu diketahui siapa penguasanya, dan setiap kali data seseorang dilihat tercatat dalam log yang tidak dapat diubah diam-diam.',
  'nav.statement': 'Keterangan resmi',
  'nav.statement.about': 'Angka terbaru beserta definisi, hitungan, dan sumbernya.',
  'nav.log': 'Cara memeriksa log',
  'nav.log.about': 'Unduh titik periksa dan pastikan sendiri tidak ada catatan yang diubah atau dihapus.',
  'nav.tamper': 'Coba curangi',
  'nav.tamper.about': 'Ubah basis data simulasi sebagai pengelola tertinggi, lalu lihat apakah ketahuan.',
  'nav.document': 'Periksa dokumen',
  'nav.document.about': 'Pindai atau ketik kode pada dokumen untuk mengetahui apakah masih berlaku.',
  'nav.application': 'Ikuti permohonan',
  'nav.report_blank': 'Laporkan blangko',
  'nav.report_blank.about':
    'Laporkan blangko atau kartu yang dijual atau ditemukan, tanpa nama, lalu ikuti laporannya.',
  'nav.application.about': 'Lihat sampai di mana permohonan Anda, dengan nomor permohonan dan tanggal lahir.',
  staff: 'Masuk petugas',
  'staff.about': 'Untuk petugas kantor kependudukan dan pencatatan sipil.',
} as const;
