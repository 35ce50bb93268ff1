export const id = {
  title: 'Gabungkan dengan data lain',
  about:
    'Satu orang yang tercatat dua kali menjadi satu data. Data yang tidak dipakai menjadi data ganda dan tetap tersimpan; penggabungan dapat dibatalkan.',
  find: 'Cari data yang lain',
  masked:
    'Data yang lain berada di wilayah lain dan disamarkan. Hubungi kantornya untuk memastikan sebelum mengusulkan.',
  compare: 'Dua data berdampingan',
  left: 'Data ini',
  right: 'Data yang lain',
  place: 'Wilayah',
  another: 'Pilih data lain',
  keep: 'Data mana yang tetap dipakai?',
  'keep.about': 'Biasanya yang NIK-nya sudah tercetak pada kartu dan dipakai di mana-mana.',
  'keep.one': '{side}: {name}, {nik}',
  'keep.missing': 'Pilih salah satu.',
  'reason.hint': 'Sekurangnya 10 huruf; dibaca orang yang memutuskan',
  propose: 'Usulkan penggabungan',
  proposed: 'Usul dikirim; orang kedua yang memutuskan',
} as const;
