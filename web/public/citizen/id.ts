/** What several of the citizen's pages say. */
export const id = {
  offline: 'Anda sedang luring: belum ada yang terkirim. Isian Anda tetap di sini; kirim lagi setelah tersambung.',
  sending: 'Mengirim',
  recorded: 'Pembukaan halaman ini tercatat; Anda dapat melihatnya di bawah "Saya sendiri".',
} as const;
