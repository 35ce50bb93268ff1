export const id = {
  title: 'Periksa pernyataan',
  lead: 'Tempelkan siaran pers atau berita tentang KTP-el dan data kependudukan. Setiap angka, tahun, dan undang-undang di dalamnya disandingkan dengan catatan register.',
  kept: 'Teksnya tidak disimpan dan tidak dicatat.',
  text: 'Teks',
  'text.hint': 'Bahasa Indonesia atau Inggris, paling banyak {most, number} huruf',
  act: 'Periksa',
  again: 'Periksa teks lain',
  result: '{n, plural, =0 {Tidak ada pernyataan yang dapat diperiksa} other {{n, number} pernyataan ditemukan}}',
  'result.about':
    'Teks dibaca sebagai keterangan tanggal {date}, dan diperiksa dengan yang diketahui hari itu dan yang diketahui sekarang.',
  'result.none':
    'Tidak ada angka, persentase, tahun produksi, undang-undang, atau kasus di dalamnya yang dikenali. Periksa apakah bagian yang memuat angka ikut ditempelkan.',
  summary: 'Ringkasan',
  opens: 'Buka angkanya',
  'verdict.borne_out': 'Sesuai catatan',
  'verdict.contradicted': 'Tidak sesuai catatan',
  'verdict.with_denominator': 'Hanya dengan penyebut dan batas hitungan',
  'verdict.one_of_several': 'Satu dari beberapa hitungan',
  'verdict.not_checkable': 'Tidak dapat diperiksa',
  'verdict.not_found': 'Tidak ada dalam register',
  how: 'Bagaimana teks dibaca',
  'how.words':
    'Tanpa model: angka dikaitkan dengan kata-kata di dekatnya melalui daftar kata. Yang tidak dikenali disebut tidak ada dalam register, bukan salah.',
  'how.then':
    'Sebuah angka dianggap sesuai bila cocok dengan yang diketahui pada hari teks itu atau dengan yang diketahui sekarang.',
  'how.people': 'Penilaian tentang orang tidak diperiksa.',
} as const;
