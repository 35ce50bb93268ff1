export const id = {
  'blank.not_rebalancing':
    'Pemindahan hanya antara dua gudang setingkat dalam satu provinsi. Untuk gudang atasan atau bawahan, kirim seperti biasa.',
  'blank.request_not_found': 'Permintaan ini tidak ditemukan.',
  'blank.request_ended': 'Permintaan ini sudah dijawab atau ditarik. Muat ulang daftar.',
  'blank.request_own': 'Anda yang meminta; pejabat lain yang menjawab.',
  'blank.request_other_store':
    'Pengiriman itu bukan ke gudang yang meminta, atau sudah kembali. Pilih pengiriman lain.',
  'blank.field.need': 'Setiap keperluan disebut satu kali. Gabungkan jumlahnya.',
  'blank.need.first_card': 'KTP-el pertama',
  'blank.need.disaster': 'Korban bencana',
  'blank.need.temporary_letter': 'Pengganti suket, siap cetak',
  'blank.need.replacement': 'Hilang, rusak, atau data berubah',
  'proposal.blank.rebalance': 'Pindahkan {n, number} blangko dari {from} ke {to}',
} as const;
