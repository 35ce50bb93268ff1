export const id = {
  offline: 'Anda sedang luring: belum ada yang terkirim. Isian Anda tetap di sini; kirim lagi setelah tersambung.',
  sending: 'Mengirim',
} as const;
