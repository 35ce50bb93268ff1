import type { Messages } from '../text/index.ts';

export const id = {
  'document.data_malformed': 'Dokumen belum dapat dibuat. Periksa isian berikut: {fields}.',
  'document.field_malformed': 'Isian ini kosong atau bentuknya tidak sesuai.',
  'document.press_busy': 'Terlalu banyak dokumen sedang disusun. Coba lagi sebentar lagi; tidak ada yang hilang.',
  'document.not_found': 'Dokumen ini tidak ditemukan. Periksa kembali kodenya.',
  'document.not_valid': 'Dokumen ini sudah diganti atau dibatalkan, jadi tidak dapat diubah lagi.',
  'document.code_unreadable':
    'Kode ini bukan kode dokumen kependudukan, atau terpotong. Pindai ulang kode QR pada dokumen.',
  'document.state.valid': 'berlaku',
  'document.state.replaced': 'sudah diganti',
  'document.state.cancelled': 'dibatalkan',
} as const satisfies Messages;
