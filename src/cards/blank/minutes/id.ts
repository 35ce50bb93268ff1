export const id = {
  'blank.shipment_not_accepted': 'Pengiriman ini belum diterima, sehingga belum ada berita acaranya.',
  'blank.no_handover': 'Gudang ini belum pernah diserahterimakan, atau tidak dengan nomor itu.',
  'blank.minutes_not_printed': 'Berita acara ini belum dicetak. Cetak dahulu.',
} as const;
