export const id = {
  title: 'Dasbor: {section}, {name}',
  sections: 'Bagian dasbor',
  'section.coverage': 'Cakupan',
  'section.cards': 'Kartu dan blangko',
  'section.ladder': 'Tahapan kerja sama',
  'section.use': 'Pemanfaatan data',
  'section.voters': 'Pemilih',
  path: 'Wilayah yang memuatnya',
  choose: 'Yang ditampilkan peta',
  files: 'Unduh',
  csv: 'Tabel (CSV)',
  pdf: 'Kertas (PDF)',
} as const;
