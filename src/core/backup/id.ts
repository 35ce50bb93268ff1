import type { Messages } from '../text/index.ts';

export const id = {
  'backup.no_register': 'Tidak ada register di {folder}. Sebutkan folder datanya dengan --data.',
  'backup.none_here':
    'Tidak ada cadangan yang utuh di {folder}. Cadangan yang terputus tidak dihitung; buat dengan "jatidiri backup create".',
  'backup.busy': 'Proses lain sedang membuat cadangan di {folder}. Tunggu sampai selesai.',
  'backup.damaged': 'Cadangan rusak: {file} hilang atau isinya bukan yang ditulis. Pakai cadangan lain.',
  'backup.folder_in_use':
    'Folder {folder} tidak kosong. Pemulihan hanya ke folder data yang kosong; pilih folder lain dengan --data.',
  'backup.instant_not_covered':
    'Cadangan ini tidak mencapai {instant}. Yang dapat dipulihkan: dari {from} sampai {until}.',
  'backup.identity_missing': 'Cadangan ini terenkripsi. Berikan berkas kunci rahasianya dengan --identity.',
  'backup.recipient_malformed':
    'Ini bukan kunci cadangan. Kunci penerima berawalan age1, kunci rahasia berawalan AGE-SECRET-KEY-1.',
  'backup.vault_missing':
    'Tidak ada salinan kunci di {folder}. Tanpa itu data tersegel tidak terbaca; sebutkan foldernya dengan --vault-dir.',
  'backup.database_elsewhere':
    'Cadangan ini tanpa basis data, karena alat lain yang menyimpannya. Pulihkan basis data dengan alat itu (pgBackRest), lalu berkas dari sini.',
  'backup.recovery_failed': 'PostgreSQL tidak dapat dijalankan dari cadangan ini. Pakai cadangan atau waktu lain.',
  'backup.folder_unknown': 'Folder cadangan belum diatur. Isi JATIDIRI_BACKUP.',
} satisfies Messages;
