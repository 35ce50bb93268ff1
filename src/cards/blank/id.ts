export const id = {
  'blank.no_serials': 'Tidak ada nomor seri yang disebut. Masukkan nomor seri pertama dan terakhir.',
  'blank.serial_twice': 'Nomor seri {serial} disebut dua kali. Hapus salah satunya.',
  'blank.not_here':
    'Nomor seri {serial} tidak berada di gudang ini dalam keadaan itu. Telusuri nomornya sebelum mencoba lagi.',
  'blank.unknown_serial': 'Nomor seri ini tidak ada dalam kiriman pemasok mana pun.',
  'blank.frozen': '{n, plural, other {# blangko}} dibekukan karena insiden. Selesaikan insidennya dahulu.',
  'blank.already_delivered': 'Sebagian nomor seri ini sudah pernah diterima. Periksa surat jalan pemasok.',
  'blank.not_reversible': 'Mutasi ini tidak dapat dibalik. Catat mutasi baru yang benar.',
  'blank.reversed_already': 'Mutasi ini sudah dibalik.',
  'blank.moved_since': 'Blangko dari mutasi ini sudah berpindah lagi, sehingga tidak dapat dibalik.',
  'blank.movement_not_found': 'Mutasi ini tidak ditemukan.',
  'blank.store_not_found': 'Gudang ini tidak ditemukan atau sudah ditutup.',
  'blank.no_keeper': 'Gudang ini belum punya penanggung jawab. Tunjuk penanggung jawab dahulu.',
  'blank.store_name_taken': 'Kantor ini sudah punya gudang dengan nama itu. Pilih nama lain.',
  'blank.keeper_stays':
    'Petugas ini bertanggung jawab atas gudang blangko. Serahkan dahulu dengan hitung bersama kepada penggantinya.',
  'blank.office_holds': 'Di kantor ini masih ada blangko. Kirim atau serahkan dahulu sebelum kantor ditutup.',
  'blank.field.serial': 'Nomor seri terdiri atas 1 sampai 18 angka.',
  'blank.field.span': 'Nomor seri terakhir lebih kecil daripada yang pertama.',
} as const;
