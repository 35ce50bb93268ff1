export const id = {
  'blank.not_closed': 'Saldo hari ini belum ditutup. Pilih hari yang sudah lewat.',
  'blank.hold_end': 'Penahanan berakhir paling cepat hari ini dan paling lambat {days, number} hari lagi.',
  'blank.hold_region': 'Wilayah ini tidak ditemukan. Masukkan kode provinsi atau kabupaten/kota, atau kosongkan.',
  'proposal.blank.security_hold': 'Tahan pengumuman stok blangko {place} sampai {untilOn}',
  'indicator.blank.in_stock': 'Blangko dalam stok',
  'indicator.blank.in_stock.definition':
    'Blangko yang berada di gudang pusat, provinsi, kabupaten/kota, kecamatan, dan pencetak, termasuk kiriman yang menunggu dihitung',
  'indicator.blank.in_stock.source': 'Mutasi blangko',
  'indicator.blank.unaccounted': 'Blangko tidak terjelaskan',
  'indicator.blank.unaccounted.definition':
    'Blangko yang dinyatakan hilang dan belum ditemukan, ditambah selisih hitungan yang belum diputuskan',
  'indicator.blank.unaccounted.source': 'Mutasi blangko dan kasus selisih',
} as const;
