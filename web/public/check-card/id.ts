export const id = {
  title: 'Periksa KTP-el',
  lead: 'Lihat apakah sebuah KTP-el berlaku menurut data kependudukan. Tanggal yang tercetak pada kartu lama tidak menentukan: kartu WNI berlaku seumur hidup.',
  nik: 'NIK',
  'nik.hint': '16 angka, seperti pada kartu',
  'nik.wrong': 'NIK terdiri dari 16 angka. Salin dari kartu.',
  issued: 'Tanggal terbit',
  'issued.hint': 'Di bawah foto pada kartu: hari-bulan-tahun, misalnya 05-08-2012',
  'issued.wrong': 'Tanggal ini tidak ada di kalender. Tulis hari, bulan, dan tahun dengan angka, misalnya 05-08-2012.',
  act: 'Periksa',
  'answer.valid': 'Kartu ini berlaku',
  'answer.valid.more': 'Pastikan foto pada kartu sama dengan orang yang membawanya.',
  'answer.not_valid': 'Kartu ini tidak berlaku',
  'answer.not_valid.more':
    'Minta pemiliknya datang ke kantor Dukcapil. Bila kartu ini Anda temukan, serahkan ke kantor Dukcapil terdekat.',
  'answer.unknown': 'Tidak dikenal',
  'answer.unknown.more':
    'Tidak ada kartu dengan NIK dan tanggal terbit itu. Periksa keduanya, lalu coba lagi. Jawaban ini tidak berarti kartunya palsu.',
  wait: 'Terlalu banyak percobaan. Coba lagi {minutes, plural, other {# menit}} lagi.',
  another: 'Periksa kartu lain',
  recorded: 'Pemilik kartu dapat melihat bahwa kartunya diperiksa. Tidak ada data lain yang ditampilkan di sini.',
} as const;
