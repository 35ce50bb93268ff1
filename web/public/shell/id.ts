export const id = {
  skip: 'Langsung ke isi halaman',
  specimen: 'SPESIMEN - DATA SIMULASI',
  navigation: 'Halaman publik',
  'nav.statement': 'Keterangan resmi',
  'nav.log': 'Cara memeriksa log',
  'nav.tamper': 'Coba curangi',
  'nav.document': 'Periksa dokumen',
  'nav.application': 'Ikuti permohonan',
  'footer.regions': 'Data wilayah:',
  'footer.project': 'Jatidiri adalah perangkat lunak terbuka (Apache-2.0). Bukan laman instansi pemerintah.',
  'footer.staff': 'Masuk petugas',
  'footer.docs': 'Antarmuka program (API)',
} as const;
