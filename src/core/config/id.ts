import type { Messages } from '../text/index.ts';

export const id = {
  'config.invalid': 'Pengaturan ini tidak dapat dibaca: {names}. Perbaiki nilainya, lalu jalankan lagi.',
  'config.port_busy':
    'Port {port, number, ::group-off} sedang dipakai proses lain. Pilih port lain dengan --port, atau hentikan proses itu.',
  'config.trial_serial':
    'Tanpa sertifikat instansi penerbit, nomor urut NIK dimulai dari {least, number, ::group-off} ke atas. Ubah JATIDIRI_FIRST_SERIAL, atau pasang sertifikatnya.',
} satisfies Messages;
