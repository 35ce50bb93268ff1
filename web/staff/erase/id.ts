export const id = {
  title: 'Hapus berkas orang ini',
  sentence:
    'Foto, pindaian, dan dokumennya menjadi tidak terbaca untuk selamanya, di sini dan di setiap cadangan, dan nama orang tua serta disabilitasnya dikosongkan. Ini tidak dapat dibatalkan.',
  after:
    'Baris registernya tetap, karena UU 23/2006 menghendakinya. Sesudah ini berkas, akta, atau kartu keluarga baru atas namanya tidak dapat disimpan.',
  files: 'Berkas yang dihapus',
  versions: 'Versi lama elemen terlindungi',
  mayApprove: 'Siapa yang menyetujui',
  'mayApprove.who':
    'Kepala dinas lain atau petugas Ditjen yang membawahi wilayah ini, bukan pengusul, dalam 24 jam. Bila kantor pengusul hanya punya satu kepala, kantor di atasnya dapat menyetujui.',
  ground: 'Dasar penghapusan',
  'ground.about': 'UU 27/2022 pasal 8, 16, dan 44',
  'ground.missing': 'Pilih salah satu.',
  'basis.hint': 'Misalnya nomor putusan, atau tanggal surat penarikan persetujuan',
  'reason.hint': 'Sekurangnya 10 huruf; dibaca orang yang memutuskan',
  propose: 'Usulkan penghapusan',
  proposed: 'Usul dikirim; orang kedua yang memutuskan',
} as const;
