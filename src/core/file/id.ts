import type { Messages } from '../text/index.ts';

export const id = {
  'file.empty': 'Berkas ini kosong. Pilih berkas lain.',
  'file.kind_not_accepted':
    'Isi berkas ini tidak dikenali sebagai {allowed}, apa pun namanya. Simpan atau pindai ulang, lalu kirim lagi.',
  'file.not_what_it_says':
    'Nama berkas berakhiran .{ending}, tetapi isinya {kind}. Simpan ulang dengan jenis yang benar, lalu kirim lagi.',
  'file.too_large':
    'Berkas terlalu besar. Paling besar {megabytes} MB; perkecil atau pindai dengan resolusi lebih rendah.',
  'file.picture_too_large': 'Gambar terlalu besar. Paling banyak {megapixels} megapiksel.',
  'file.cut_short': 'Berkas ini terpotong atau rusak. Pindai atau simpan ulang, lalu kirim lagi.',
  'file.locked': 'PDF ini terkunci dengan kata sandi. Kirim salinan yang tidak terkunci.',
  'file.has_program': 'PDF ini memuat program. Cetak ulang ke PDF atau kirim hasil pindai.',
  'file.not_found': 'Berkas ini tidak ditemukan.',
  'file.erased': 'Berkas ini telah dihapus atas dasar hukum dan tidak dapat dibuka lagi oleh siapa pun.',
  'file.person_erased':
    'Berkas orang ini telah dihapus atas dasar hukum, jadi berkas atau dokumen baru atas namanya tidak dapat disimpan.',
  'file.unreadable': 'Berkas ini tidak dapat dibuka lagi: kuncinya telah dihapus atau isinya berubah.',
} as const satisfies Messages;
