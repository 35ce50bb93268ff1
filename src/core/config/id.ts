import type { Messages } from '../text/index.ts';

export const id = {
  'config.invalid': 'Pengaturan ini tidak dapat dibaca: {names}. Perbaiki nilainya, lalu jalankan lagi.',
  'config.port_busy':
    'Port {port, number, ::group-off} sedang dipakai proses lain. Pilih port lain dengan --port, atau hentikan proses itu.',
  'config.cannot_listen':
    'Tidak dapat mendengarkan di {host}:{port, number, ::group-off}. Pilih alamat mesin ini dengan --host dan port di atas 1024 dengan --port.',
  'config.no_register':
    'Tidak ada register di {folder}. Sebutkan folder datanya dengan --data, atau buat register dengan "npm start".',
  'config.not_a_story':
    '{folder} berisi register sungguhan, bukan data peragaan. Peragaan tidak menyentuhnya; pilih folder lain dengan --data.',
  'config.no_space':
    'Cakram penuh. Kosongkan tempat atau pilih folder di cakram lain, lalu ulangi; yang sudah ada tidak berubah.',
  'config.file_exists': 'Berkas {path} sudah ada. Pilih nama lain.',
  'config.file_missing': 'Tidak ada berkas atau folder {path}. Periksa namanya.',
  'config.is_folder': 'Yang disebutkan adalah folder, bukan berkas. Sebutkan nama berkasnya.',
  'config.not_permitted':
    'Pengguna ini tidak boleh membaca atau menulis {path}. Jalankan sebagai pemilik folder, atau pilih folder lain.',
  'config.trial_serial':
    'Tanpa sertifikat instansi penerbit, nomor urut NIK dimulai dari {least, number, ::group-off} ke atas. Ubah JATIDIRI_FIRST_SERIAL, atau pasang sertifikatnya.',
} satisfies Messages;
