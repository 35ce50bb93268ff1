export const id = {
  'returned_data.not_agreed': 'PKS Anda tidak menyebut {element} sebagai data balikan. Kirim hanya yang disepakati.',
  'returned_data.learned_ahead': 'Tanggal diketahui ({day}) belum tiba. Periksa learnedOn.',
  'returned_data.hint_not_found': 'Petunjuk ini tidak ditemukan di wilayah kantor Anda.',
  'returned_data.hint_decided': 'Petunjuk ini sudah diputuskan atau sudah terlalu lama. Muat ulang daftarnya.',
  'returned_data.field.nothing': 'Sebut sekurangnya satu data tentang orang ini.',
  'returned_data.field.reason': 'Tulis alasannya, sekurangnya 10 huruf.',
  'returned_data.application_reason': 'Data balikan dari {institution}, diketahui {day}',
} as const;
