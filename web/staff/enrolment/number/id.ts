export const id = {
  title: 'Nomor antrean untuk {name}',
  day: 'Hari datang',
  place: 'Tempat',
  placeHint: 'Kosongkan bila di loket {office}. Untuk tim keliling, tulis tempat berhentinya.',
  give: 'Beri nomor antrean',
  giving: 'Memberi nomor',
  given: 'Nomor {number} untuk {name}, {day}',
  past: 'Hari itu sudah lewat. Pilih hari ini atau sesudahnya.',
} as const;
