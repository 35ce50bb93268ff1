export const id = {
  'blank.find_not_found': 'Laporan blangko ditemukan ini tidak ada. Muat ulang daftarnya.',
  'blank.find_decided': 'Laporan ini sudah diputuskan. Muat ulang daftarnya.',
  'blank.find_own': 'Anda yang melapor atau penanggung jawab gudangnya. Pejabat lain yang memutuskan.',
  'blank.find_not_missing':
    'Nomor seri {serial} tidak tercatat hilang atas nama gudang ini. Telusuri nomornya sebelum melapor.',
  'blank.find_waits': 'Sebagian nomor seri ini sudah dilaporkan ditemukan dan menunggu keputusan.',
  'blank.find_future': 'Tanggal ditemukan harus antara hari blangko dinyatakan hilang dan hari ini.',
  'blank.find_photo_here': 'Foto laporan ini sudah ada.',
  'blank.find_no_photo': 'Laporan ini tidak disertai foto.',
  'blank.field.place': 'Tulis tempat ditemukannya, paling sedikit 3 huruf.',
  'blank.field.words': 'Tulis siapa yang menemukan dan bagaimana dipastikan, paling sedikit 10 huruf.',
} as const;
