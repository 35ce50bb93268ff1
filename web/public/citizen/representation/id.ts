export const id = {
  title: 'Anak dan perwalian',
  lead: 'Di sini Anda membuka layanan warga untuk anak Anda di bawah 17 tahun, atau untuk orang yang Anda wakili sebagai wali atau pengampu. Setiap pembukaan tercatat; orangnya dapat membacanya.',
  'news.ended': 'Wewenang Anda untuk orang itu sudah berakhir, atau tidak ada. Tidak ada yang dikerjakan.',
  'news.changed':
    'Di jendela lain Anda sudah beralih ke orang lain. Kiriman terakhir tidak dikerjakan; buka lagi halamannya, lalu ulangi.',
  'news.own':
    'Cara masuk dan sesi hanya untuk diri sendiri. Kembalilah ke data Anda dahulu, lalu buka lagi halaman itu.',
  'news.back': 'Anda kembali ke data Anda sendiri.',
  represented: 'Yang dapat Anda wakili',
  'represented.none':
    'Register tidak mencatat siapa pun yang dapat Anda wakili. Anak Anda di bawah 17 tahun muncul di sini bila Anda tercatat sebagai orang tuanya.',
  born: 'Lahir {date}',
  'as.mother': 'Anda ibunya,',
  'as.father': 'Anda ayahnya,',
  'as.guardian': 'Anda walinya,',
  'as.curator': 'Anda pengampunya,',
  'ground.birth': 'menurut catatan kelahirannya.',
  'ground.adoption': 'menurut penetapan pengangkatan anak.',
  'ground.family_card': 'menurut kartu keluarga dan nama orang tua dalam datanya.',
  'ground.entered': 'menurut surat yang dicatat kantor Dukcapil.',
  until: 'Sampai {date}.',
  now: 'Sedang Anda buka.',
  choose: 'Buka data {name}',
  representing: 'Yang dapat mewakili Anda',
  'representing.seen': 'Yang mereka buka tampak di "Siapa melihat data saya".',
  'by.mother': '{name}, ibu Anda.',
  'by.father': '{name}, ayah Anda.',
  'by.guardian': '{name}, wali Anda.',
  'by.curator': '{name}, pengampu Anda.',
  missing: 'Ada yang kurang atau keliru?',
  'missing.how':
    'Datanglah ke loket kantor Dukcapil tempat orang itu tercatat: orang tua dengan akta kelahiran anak, wali atau pengampu dengan penetapan pengadilan. Dua petugas memeriksanya, lalu namanya muncul di sini.',
  'missing.wrong':
    'Bila seseorang tidak boleh lagi mewakili, misalnya karena putusan pengadilan atau perintah perlindungan, sampaikan di loket: aksesnya tertutup saat itu juga.',
} as const;
