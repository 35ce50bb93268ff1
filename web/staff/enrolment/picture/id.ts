export const id = {
  open: 'Buka gambar: dicatat',
  opening: 'Membuka gambar',
  hide: 'Tutup gambar',
  of: 'Gambar {item} {name}',
  recorded:
    'Setiap gambar dibuka satu per satu. Siapa yang membuka dan untuk apa tercatat, dan dapat dibaca oleh orang yang bersangkutan.',
  closed: 'tertutup',
} as const;
