export const id = {
  title: 'Data saya',
  lead: 'Semua yang disimpan register penduduk tentang Anda, dan dari mana asalnya. Ada yang keliru? Minta perbaikan; permohonan lewat loket selalu gratis.',
  value: 'Isi',
  label: 'Data',
  source: 'Sumber',
  none: 'Tidak ada.',
  take: 'Simpan data saya',
  'take.about': 'Berkasnya memuat data pribadi Anda. Simpan di tempat yang hanya Anda buka.',
  'take.json': 'Unduh JSON',
  'take.csv': 'Unduh CSV',
  'take.pdf': 'Unduh PDF',
  body: 'Gambar wajah, sidik jari, iris, dan tanda tangan hanya diserahkan kepada Anda sendiri di loket.',
} as const;
