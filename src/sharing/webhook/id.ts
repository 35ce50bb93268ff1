import type { Messages } from '../../core/text/index.ts';

export const id = {
  'webhook.address_https':
    'Alamat harus lengkap dan diawali https://, tanpa nama pengguna, nomor port, atau tanda #. Contoh: https://sistem.lembaga.example/webhook',
  'webhook.address_internal':
    'Alamat harus memakai nama di internet, bukan angka IP atau nama jaringan dalam. Contoh: https://sistem.lembaga.example/webhook',
  'webhook.address_known': 'Alamat ini sudah ada di daftar. Ubah peristiwanya di sana, atau hapus dahulu.',
  'webhook.no_events': 'Pilih sekurangnya satu peristiwa.',
  'webhook.endpoints_full': 'Sudah ada {most} alamat. Hapus satu yang tidak dipakai, lalu ulangi.',
  'webhook.endpoint_not_found': 'Alamat ini tidak ditemukan. Mungkin baru saja dihapus; muat ulang halaman.',
  'webhook.endpoint_not_on': 'Alamat ini tidak aktif. Hidupkan dahulu, lalu kirim.',
  'webhook.secret_turning':
    'Rahasia alamat ini baru diganti, dan yang lama masih berlaku sampai {until}. Tunggu sampai saat itu; bila rahasia baru pun bocor, hapus alamatnya dan tambahkan lagi.',
  'webhook.institution_stopped':
    'Hak akses lembaga Anda sedang dihentikan. Selama itu hanya pemberitahuan tentang penghentian yang dikirim.',
  'webhook.nothing_to_replay': 'Tidak ada kiriman seperti itu yang dapat dikirim ulang.',
} as const satisfies Messages;
