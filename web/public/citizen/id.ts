/** What several of the citizen's pages say. */
export const id = {
  offline: 'Anda sedang luring: belum ada yang terkirim. Isian Anda tetap di sini; kirim lagi setelah tersambung.',
  sending: 'Mengirim',
  recorded: 'Pembukaan halaman ini tercatat; Anda dapat melihatnya di bawah "Saya sendiri".',
  'recorded.represented': 'Pembukaan halaman ini tercatat; orangnya dapat melihatnya di bawah "Orang tua dan wali".',
  'acting.mother': 'Anda membuka data {name} sebagai ibunya.',
  'acting.father': 'Anda membuka data {name} sebagai ayahnya.',
  'acting.guardian': 'Anda membuka data {name} sebagai walinya.',
  'acting.curator': 'Anda membuka data {name} sebagai pengampunya.',
  'acting.you': '"Saya" dan "Anda" di halaman ini berarti {name}.',
  'acting.back': 'Kembali ke data saya sendiri',
  'acting.change': 'Ganti orang',
} as const;
