export const id = {
  title: 'Paket yang ditahan',
  about:
    'Paket yang baik tetapi janggal bukan karena kesalahan penduduk. Tidak ada yang dibuang: Anda yang memutuskan, dengan alasan.',
  list: 'Paket yang menunggu keputusan',
  empty:
    'Tidak ada paket yang ditahan. Paket dengan jam alat yang salah, atau dari alat atau petugas yang dicabut setelah merekam, muncul di sini.',
  elsewhere: 'penduduk wilayah lain',
  unknown: 'NIK yang belum dikenal',
  back: 'Kembali ke daftar',
  gone: 'Paket ini tidak lagi menunggu',
  'gone.how': 'Petugas lain mungkin sudah memutuskannya, atau alat diminta mengirimnya lagi.',
  person: 'Buka data orang ini',
  reasons: 'Mengapa ditahan',
  lives: 'Tempat tinggal',
  station: 'Alat perekam',
  office: 'Kantor',
  captured: 'Direkam, menurut alat',
  arrived: 'Sampai di sini',
  clock: 'Jam alat',
  'clock.ahead': '{age} lebih cepat dari jam server',
  'clock.behind': '{age} lebih lambat dari jam server',
  'clock.right': 'sama dengan jam server',
  decide: 'Keputusan',
  question: 'Apa yang dilakukan dengan paket ini?',
  take: 'Terima',
  'take.effect':
    'Paket diterima dan orang ini dihitung sudah direkam sejak {on}. Ia tidak perlu datang lagi. Perekamannya berlanjut ke pusat, atau dahulu ke pemeriksa bila ada pengecualian.',
  'take.already':
    'Ia sudah punya rekaman. Yang kedua ini diuji terhadap yang pertama, biasanya menjadi data ganda, dan diselesaikan dua petugas; kartunya menunggu sampai selesai.',
  'take.move': 'Kepindahannya tetap berjalan, dan rekaman mengikutinya ke tempat tinggal baru.',
  'take.absent':
    'Selama ia tercatat meninggal, pindah ke luar negeri, atau tidak berlaku, ia tetap tidak dihitung dan tidak mendapat kartu. Bila ia ada, perbaiki dahulu datanya.',
  'take.young': 'Kartunya baru dapat dicetak bila ia sudah berhak.',
  'take.unknown':
    'Belum dapat diterima: NIK ini tidak ada dalam register. Catat dahulu biodatanya, lalu kembali ke sini; paketnya tetap menunggu.',
  'take.newPerson': 'Catat penduduk baru',
  refuse: 'Tolak',
  'refuse.effect':
    'Paket ditolak untuk selamanya dan alatnya menampilkan alasan Anda. Orang ini tetap belum direkam dan perlu datang lagi; pastikan kantor perekam mengundangnya.',
  'refuse.already':
    'Paket ditolak untuk selamanya dan alatnya menampilkan alasan Anda. Rekamannya yang sudah ada tetap berlaku; ia tidak perlu datang lagi.',
  'decision.missing': 'Pilih salah satu.',
  reason: 'Alasan',
  'reason.hint': 'Tercatat dan dibaca petugas perekam di alatnya.',
  submit: 'Putuskan paket ini',
  sending: 'Memutuskan',
  'done.take': 'Paket {name} diterima',
  'done.refuse': 'Paket {name} ditolak; alat perekam membaca alasannya',
} as const;
