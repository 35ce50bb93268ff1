export const id = {
  title: 'Pekerjaan Anda',
  list: 'Yang menunggu Anda',
  empty:
    'Tidak ada yang menunggu Anda. Usul yang perlu Anda putuskan akan muncul di sini, yang paling mendesak di atas.',
  all: 'Semua',
  'kind.proposal': 'Usul',
  'why.decide': 'Menunggu keputusan orang kedua: Anda berhak memutuskan',
  'why.own': 'Usul Anda sendiri, menunggu orang lain memutuskan',
  left: 'sisa {age}',
  late: 'lewat {age}',
} as const;
