export const id = {
  making: 'Menyiapkan dokumen',
  there: 'Dokumen diserahkan ke peramban. Cari di unduhan.',
} as const;
