export const id = {
  'ledger.behind':
    'Catatan akses sedang tertinggal, sehingga data penduduk tidak dibuka dulu. Coba lagi beberapa saat; bila berlanjut, hubungi operator.',
  'ledger.entry_not_found':
    'Tidak ada catatan dengan nomor ini, atau catatan itu belum bernomor. Coba lagi sebentar lagi.',
  'ledger.file_not_found': 'Berkas buku catatan ini tidak ada. Periksa alamatnya terhadap titik periksa terbaru.',
  'ledger.size_unknown': 'Buku catatan belum sepanjang itu. Gunakan ukuran dari titik periksa terbaru.',
  'ledger.demo_only': 'Perusakan percobaan hanya boleh pada data demonstrasi.',
  // Labels of entries.
  'ledger.entry_missing': 'Catatannya tidak ada lagi',
  'ledger.tampered': 'Buku catatan dirusak untuk percobaan',
} as const;
