/** Who acts for whom, and what an officer does for who stands before him, in words. */
export const id = {
  'citizen.authority_not_found':
    'Perwakilan ini tidak ditemukan, sudah berakhir, atau sudah diputuskan. Buka lagi halaman orangnya.',
  'citizen.authority_own': 'Seseorang tidak dapat mewakili dirinya sendiri. Pilih orang lain.',
  'citizen.authority_wrong': 'Isian ini tidak sesuai dengan surat atau orangnya. Perbaiki yang ditandai.',
  'citizen.authority.gone': 'Salah satu dari keduanya tidak lagi tercatat hidup dan aktif.',
  'citizen.authority.not_a_child':
    'Orang ini sudah 17 tahun atau sudah kawin. Untuk orang dewasa di bawah pengampuan, pilih pengampu.',
  'citizen.authority.not_grown': 'Anak di bawah 17 tahun diwakili orang tua atau wali, bukan pengampu.',
  'citizen.authority.too_young': 'Yang mewakili harus sudah 17 tahun atau sudah kawin.',
  'citizen.authority.decided_ahead': 'Tanggal surat belum tiba. Periksa tanggalnya.',
  'citizen.authority.term_over': 'Masa berlakunya sudah lewat.',
  'citizen.authority.paper':
    'Surat ini tidak cukup. Wali, pengampu, dan orang tua yang aksesnya ditutup memerlukan putusan pengadilan.',
  'citizen.excluded_already': 'Akses orang ini sudah ditutup.',
  'citizen.not_alive': 'Orang ini tidak tercatat hidup dan aktif; layanan warganya tertutup.',
  'citizen.assist_child':
    'Anak di bawah 17 tahun diwakili orang tua atau walinya. Layani mereka dengan kartunya sendiri.',
  'citizen.card_not_his':
    'Nomor ini bukan KTP-el orang ini yang berlaku. Periksa nomornya, atau nyatakan bagaimana Anda mengenalnya.',
  'citizen.known_by_one': 'Isi nomor kartu, atau nyatakan bagaimana orang ini dikenali; salah satu saja.',
  'citizen.assistance_over':
    'Waktu lima belas menit habis atau layanan ini sudah selesai. Minta kartunya lagi dan mulai dari awal.',
  'citizen.lock_past': 'Hari itu sudah lewat. Pilih hari yang akan datang, atau kosongkan.',

  'proposal.citizen.representation':
    'Mencatat {by} sebagai {kind, select, parent {orang tua} guardian {wali} other {pengampu}} {of} menurut {paper, select, birth_certificate {akta kelahiran} other {putusan}} {issuer} nomor {number}. Baca berkasnya di halaman {of}, tindakan "Perwakilan", sebelum menyetujui.',

  'citizen.who.mother': 'Ibu Anda',
  'citizen.who.father': 'Ayah Anda',
  'citizen.who.guardian': 'Wali Anda',
  'citizen.who.curator': 'Pengampu Anda',
  'citizen.way.assisted': 'Petugas di loket, atas permintaan Anda',

  'citizen.message.authority_confirmed.subject': 'Anda tercatat mewakili orang lain',
  'citizen.message.authority_confirmed.text':
    'Kantor Dukcapil mencatat Anda sebagai orang tua, wali, atau pengampu seseorang. Lihat {address}. Bila ini keliru, segera hubungi kantor Dukcapil.',
  'citizen.message.represented.subject': 'Seseorang tercatat mewakili Anda',
  'citizen.message.represented.text':
    'Kantor Dukcapil mencatat seseorang sebagai wakil Anda menurut putusan pengadilan. Lihat {address}. Bila ini keliru, segera hubungi kantor Dukcapil.',
  'citizen.message.assisted_opened.subject': 'Layanan warga dibuka untuk Anda di loket',
  'citizen.message.assisted_opened.text':
    'Petugas {office} membuka layanan warga untuk Anda di loket. Bila Anda tidak ada di sana, segera hubungi kantor Dukcapil. Lihat {address}.',
  'citizen.message.assisted_dispute.subject': '"Bukan saya" dinyatakan untuk Anda di loket',
  'citizen.message.assisted_dispute.text':
    'Petugas {office} menyatakan "bukan saya" atas permintaan Anda. Bila bukan kehendak Anda, segera hubungi kantor Dukcapil. Lihat {address}.',
  'citizen.message.assisted_lock.subject': 'Kunci data dipasang untuk Anda di loket',
  'citizen.message.assisted_lock.text':
    'Petugas {office} memasang kunci data atas permintaan Anda. Bila bukan kehendak Anda, segera hubungi kantor Dukcapil. Lihat {address}.',
  'citizen.message.assisted_lift.subject': 'Kunci data dibuka untuk Anda di loket',
  'citizen.message.assisted_lift.text':
    'Petugas {office} membuka kunci data atas permintaan Anda. Bila bukan kehendak Anda, segera hubungi kantor Dukcapil. Lihat {address}.',
  'citizen.message.assisted_right.subject': 'Permintaan atas data Anda diajukan di loket',
  'citizen.message.assisted_right.text':
    'Petugas {office} mengajukan permintaan atas data Anda. Bila bukan kehendak Anda, segera hubungi kantor Dukcapil. Lihat {address}.',
} as const;
