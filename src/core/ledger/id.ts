export const id = {
  'ledger.behind':
    'Catatan akses sedang tertinggal, sehingga data penduduk tidak dibuka dulu. Coba lagi beberapa saat; bila berlanjut, hubungi pengelola sistem.',
  'ledger.entry_not_found':
    'Tidak ada catatan dengan nomor ini, atau catatan itu belum bernomor. Coba lagi sebentar lagi.',
  'ledger.file_not_found': 'Berkas log ini tidak ada. Periksa alamatnya terhadap titik periksa terbaru.',
  'ledger.size_unknown': 'Log belum sepanjang itu. Gunakan ukuran dari titik periksa terbaru.',
  'ledger.entries_lost':
    'Berkas log tidak lagi memuat semua {signed, number} catatan yang pernah ditandatangani, jadi log ini tidak dapat diteruskan. Cari dahulu salinan folder ledger; bila tidak ada, mulai log baru dengan "jatidiri ledger begin".',
  'ledger.goes_on':
    'Log ini berjalan terus: tidak ada yang pernah ditandatangani melebihi isinya. Log baru tidak diperlukan; jalankan saja server.',
  'ledger.at_work': 'Sebuah server sedang menomori log ini. Hentikan server dahulu, lalu ulangi.',
  'ledger.not_sound':
    'Bagian log yang tersisa tidak utuh, jadi tidak boleh menjadi awal log baru. Pulihkan cadangan lain.',
  'ledger.second_person': 'Log baru perlu persetujuan orang kedua. Sebutkan petugas lain dengan --approve-as.',
  'ledger.demo_only': 'Perusakan percobaan hanya boleh pada data peragaan.',
  'ledger.too_little': 'Log ini masih terlalu pendek untuk dirusak. Coba lagi bila sudah ada beberapa catatan.',
  'ledger.tampered_before':
    'Log ini sudah dirusak sebelumnya, misalnya dari baris perintah, dan pemeriksa menemukannya. Lihat dengan ledger verify, lalu hapus data peragaan ini dan buat yang baru.',
  'ledger.tamper_busy':
    'Percobaan lain sedang berjalan, atau register sedang menulis banyak catatan. Coba lagi beberapa detik lagi.',
  // What a trial of tampering did.
  'ledger.tamper.alter_nik': 'NIK pada satu baris akses diganti dengan NIK lain.',
  'ledger.tamper.alter_instant': 'Waktu pada satu baris akses diubah.',
  'ledger.tamper.alter_detail': 'Keterangan tentang apa yang dilihat diubah.',
  'ledger.tamper.alter_entry_of_access': 'Satu baris akses dipindahkan ke catatan lain.',
  'ledger.tamper.alter_entry_id': 'Satu catatan diberi nomor pengenal lain.',
  'ledger.tamper.delete_access': 'Satu baris akses dihapus.',
  'ledger.tamper.delete_entry': 'Satu catatan dihapus.',
  'ledger.tamper.delete_traces': 'Semua jejak siapa yang melihat data satu orang dihapus.',
  'ledger.tamper.insert_access': 'Satu baris akses dikarang di bawah catatan yang benar.',
  'ledger.tamper.insert_orphan': 'Satu baris akses dikarang di bawah catatan yang tidak pernah ada.',
  'ledger.tamper.insert_entry': 'Satu catatan dikarang.',
  'ledger.tamper.swap_entries': 'Urutan dua catatan ditukar.',
  'ledger.tamper.swap_access': 'Dua baris akses saling ditukar catatannya.',
  'ledger.tamper.roll_back': '{taken, number} catatan terakhir ditarik kembali beserta semua jejaknya.',
  'ledger.tamper.replace_by_older':
    'Seluruh log di basis data diganti dengan salinan lama yang berisi {kept, number} catatan.',
  // Labels of entries.
  'ledger.entry_missing': 'Catatannya tidak ada lagi',
  'ledger.begun': 'Log baru dimulai sesudah pemulihan',
  'ledger.tampered': 'Log dirusak untuk percobaan',
} as const;
