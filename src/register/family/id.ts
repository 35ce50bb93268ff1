export const id = {
  'family.not_found': 'Kartu keluarga ini tidak ada, atau berada di luar wilayah kerja Anda. Periksa nomornya.',
  'family.card_not_in_force': 'Kartu keluarga ini sudah diganti atau ditutup. Buka kartu penggantinya.',
  'family.no_head': 'Pilih satu kepala keluarga.',
  'family.two_heads': 'Sebuah keluarga hanya punya satu kepala keluarga. Ubah hubungan salah satunya.',
  'family.member_twice': 'Ada anggota yang tercantum dua kali. Hapus salah satunya.',
  'family.in_another_card': 'Orang ini masih tercatat dalam kartu keluarga lain.',
  'family.member_not_alive': 'Ada anggota yang tercatat tidak hidup atau tidak tinggal di sini.',
  'family.not_a_member':
    'Ada orang yang tidak termasuk kartu keluarga ini, atau ada anggota yang terlewat. Periksa daftar anggotanya.',
  'family.member_not_found':
    'Ada orang yang tidak ditemukan, atau tinggal di luar wilayah kerja Anda. Periksa NIK-nya; orang dari kabupaten/kota lain datang dengan pindah.',
  'family.unknown_village': 'Desa/kelurahan ini tidak ada dalam daftar wilayah. Pilih dari daftar.',
  'family.changed_meanwhile':
    'Keluarga salah satu orang ini baru saja diubah di tempat lain. Muat ulang, lalu periksa.',
  'family.head_by_new_card':
    'Kepala keluarga hanya berganti dengan kartu baru. Gunakan ganti kepala keluarga atau pisah kartu keluarga.',
  'family.same_head': 'Orang ini sudah menjadi kepala keluarga. Pilih kepala keluarga yang baru.',
  'family.headless': 'Kartu keluarga ini belum punya kepala keluarga. Tetapkan dahulu, lalu terbitkan kartunya.',
  'family.no_paper': 'Dokumen ini belum pernah diterbitkan, atau sudah tidak berlaku. Terbitkan dahulu.',
  'family.too_young_to_head': 'Selama masih ada anggota dewasa, anak tidak dapat menjadi kepala keluarga.',
  'family.everybody_leaves':
    'Pisah kartu keluarga tidak dapat membawa semua anggota. Gunakan pindah atau ganti kepala keluarga.',
  'family.no_serial_left': 'Nomor urut kartu keluarga untuk kecamatan dan tanggal ini sudah habis. Coba lagi besok.',
  'field.family_card_shape': 'Nomor kartu keluarga terdiri atas 16 angka.',
  'field.family_ref': 'Rujukan keluarga ini tidak dikenal. Buka keluarganya dari data penduduk.',
  'field.postal_code': 'Kode pos terdiri atas lima angka.',
  'act.family_formed': 'Masuk kartu keluarga baru',
  'act.family_joined': 'Masuk kartu keluarga',
} as const;
