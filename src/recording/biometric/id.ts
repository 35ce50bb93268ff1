import type { Messages } from '../../core/text/index.ts';

export const id = {
  'biometric.template_magic': 'Ini bukan templat sidik jari ISO/IEC 19794-2 (byte {byte}).',
  'biometric.template_version': 'Versi templat sidik jari bukan 20 / ISO/IEC 19794-2:2005 (byte {byte}).',
  'biometric.template_cut': 'Templat terpotong di byte {byte}. Kirim ulang dari alat perekam.',
  'biometric.template_length': 'Panjang di dalam templat tidak cocok dengan isinya (byte {byte}).',
  'biometric.template_trailing': 'Ada byte sesudah akhir templat (byte {byte}).',
  'biometric.template_views': 'Templat harus memuat tepat satu jari (byte {byte}).',
  'biometric.template_image': 'Ukuran gambar di templat tidak sah (byte {byte}).',
  'biometric.template_resolution': 'Resolusi harus 98 sampai 400 piksel per cm (byte {byte}).',
  'biometric.template_reserved': 'Bit cadangan di templat terisi (byte {byte}).',
  'biometric.template_finger': 'Posisi jari harus 1 sampai 10 (byte {byte}).',
  'biometric.template_view_number': 'Nomor tampilan jari harus 0 (byte {byte}).',
  'biometric.template_impression': 'Jenis sidik jari tidak dikenal (byte {byte}).',
  'biometric.template_quality': 'Mutu harus 0 sampai 100 (byte {byte}).',
  'biometric.template_no_minutiae': 'Templat tidak memuat satu minutia pun. Rekam ulang jari ini.',
  'biometric.template_many_minutiae': 'Templat memuat lebih dari 255 minutiae (byte {byte}).',
  'biometric.template_type': 'Jenis minutia tidak sah (byte {byte}).',
  'biometric.template_outside': 'Ada minutia di luar gambar (byte {byte}).',
  'biometric.template_device': 'Kode alat perekam tidak sah (byte {byte}).',
  'biometric.template_no_view': 'Templat tidak memuat satu jari pun (byte {byte}).',
  'biometric.template_which_finger':
    'Templat tidak menyebut jari yang mana (byte {byte}). Sebutkan posisi jarinya, 1 sampai 10.',
  'biometric.template_angle': 'Sudut minutia harus 0 sampai 179 langkah dua derajat (byte {byte}).',
  'biometric.face_template_magic': 'Ini bukan templat wajah (byte {byte}).',
  'biometric.face_template_encoder': 'Nama penyandi di templat wajah tidak sah (byte {byte}).',
  'biometric.face_template_checksum': 'Templat wajah rusak: jumlah periksanya salah (byte {byte}).',
  'biometric.face_template_values': 'Isi templat wajah tidak sah (byte {byte}).',
  'biometric.no_such_position': 'Tidak ada posisi {position} untuk {modality}.',
  'biometric.format_unknown': 'Templat {modality} berformat {format} tidak dapat dibandingkan.',
  'biometric.position_differs': 'Diserahkan sebagai jari {position}, tetapi templatnya jari {finger}.',
  'biometric.item_twice': 'Ada dua templat untuk {item}.',
  'biometric.picture_waits': 'Gambar tanpa templat ({modality}) belum dapat diolah. Kirim templatnya.',
  'biometric.picture_empty': 'Berkas gambar kosong.',
  'biometric.picture_unreadable': 'Berkas bukan gambar PNG, JPEG, TIFF atau WebP yang utuh.',
  'biometric.picture_too_large': 'Gambar terlalu besar. Paling banyak 40 juta piksel dan 20 MB.',
  'biometric.picture_too_small': 'Gambar terlalu kecil ({width} x {height}). Paling kecil 64 x 64 piksel.',
  'biometric.picture_kind':
    'Berkas bukan gambar WSQ, PNG, JPEG, TIFF, BMP, PGM atau PPM (byte {byte}). Kirim dalam salah satu format itu.',
  'biometric.picture_cut': 'Gambar {format} terpotong di byte {byte}. Kirim ulang berkas yang utuh.',
  'biometric.picture_field': 'Nilai {field} di gambar {format} tidak sah (byte {byte}). Kirim ulang dari alat perekam.',
  'biometric.picture_unsupported':
    'Gambar {format} memakai {field} yang tidak dapat dibaca (byte {byte}). Simpan sebagai PNG tanpa mengubah ukurannya.',
  'biometric.picture_length':
    'Panjang {field} di gambar {format} tidak cocok dengan isinya (byte {byte}). Kirim ulang dari alat perekam.',
  'biometric.picture_order':
    'Bagian {field} di gambar {format} tidak ada, ganda atau salah tempat (byte {byte}). Kirim ulang dari alat perekam.',
  'biometric.picture_code': 'Kode di gambar {format} rusak (byte {byte}). Kirim ulang berkas yang utuh.',
  'biometric.picture_checksum':
    'Bagian {field} di gambar {format} rusak: jumlah periksanya salah (byte {byte}). Kirim ulang berkas yang utuh.',
  'biometric.picture_data':
    'Piksel gambar {format} tidak dapat dibuka (mulai byte {byte}). Kirim ulang berkas yang utuh.',
  'biometric.finger_picture_too_large':
    'Gambar jari terlalu besar ({width} x {height}). Paling banyak 10 juta piksel; kirim tiap jari sendiri.',
  'biometric.picture_resolution':
    'Resolusi gambar {dpi} piksel per inci, harus 250 sampai 1.100. Bila berkasnya keliru, sebutkan resolusi yang benar.',
  'biometric.picture_resolution_differs':
    'Resolusi mendatar {x} dan tegak {y} piksel per inci berbeda. Bila berkasnya keliru, sebutkan resolusi yang benar.',
  'biometric.no_finger': 'Tidak ada sidik jari di gambar. Periksa berkasnya, atau rekam ulang jari ini.',
  'biometric.no_face': 'Tidak ada wajah di gambar. Ambil ulang dengan wajah menghadap kamera.',
  'biometric.several_faces': 'Ada lebih dari satu wajah di gambar. Ambil ulang dengan satu orang saja.',
  'biometric.engine_busy': 'Mesin biometrik sedang penuh. Coba lagi sebentar lagi.',
  'biometric.engine_failed': 'Mesin biometrik berhenti di tengah jalan. Coba lagi.',
  'biometric.engine_closed': 'Mesin biometrik sudah ditutup.',
  'biometric.prints_unreadable': 'Folder {name} tidak dapat dibuka ({reason}).',
  'biometric.prints_missing':
    'Folder {name} tidak berisi gambar bernama JARI_KESAN, misalnya 101_3.png. Sebutkan folder yang langsung memuat gambarnya.',
  'biometric.prints_twice':
    'Diberikan dua kali: {name}. Setiap folder, dan setiap kesan di dalamnya, hanya boleh satu kali.',
  'biometric.pairs_unreadable': 'Berkas pasangan {name} tidak dapat dibuka ({reason}).',
  'biometric.pairs_columns': 'Berkas pasangan {name} harus berkolom a, b, same.',
  'biometric.pairs_value': 'Baris {row}: {what}.',
} as const satisfies Messages;
