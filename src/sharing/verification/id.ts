export const id = {
  'verification.invisible': 'Ada huruf yang tidak terlihat di dalamnya. Ketik ulang isian ini.',
  'verification.number_as_number':
    'Nomor 16 angka harus dikirim sebagai teks dalam tanda kutip; sebagai bilangan, angka terakhirnya dapat berubah.',
  'verification.nik_number':
    'NIK harus dikirim sebagai teks dalam tanda kutip; sebagai bilangan, angka terakhirnya dapat berubah.',
  'verification.nik': 'NIK terdiri atas 16 angka.',
  'verification.family_card': 'Nomor KK terdiri atas 16 angka.',
  'verification.code_unknown': 'Nilai ini tidak ada dalam tabel kode. Kirim kode atau sebutannya.',
  'verification.neighbourhood': 'RT dan RW dikirim sebagai teks satu sampai tiga angka.',
  'verification.day': 'Kirim tanggal yang ada di kalender, seperti 1990-08-05.',
  'verification.two_more': 'Kirim sekurangnya dua data selain NIK.',
  'verification.no_anchor':
    'Kirim pula nama, nomor KK, alamat, atau nama orang tua: tanggal lahir, jenis kelamin, dan wilayah sudah terbaca dari NIK.',
  'verification.consent_missing': 'Dasar persetujuan memerlukan nomor persetujuan (consent).',
  'verification.own_word': 'Gunakan huruf cetak ASCII tanpa spasi di awal dan akhir.',
  'verification.long_number':
    'Jangan memakai deretan 16 angka atau lebih: isian ini tersimpan dalam log. Sisipkan tanda hubung.',

  'verification.key_private': 'Ini kunci privat. Jangan kirim ke siapa pun; kirim bagian publiknya saja.',
  'verification.key_kind': 'Jenis kunci ini tidak diterima. Gunakan Ed25519, P-256, atau RSA untuk tanda tangan.',
  'verification.key_broken': 'Kunci ini rusak. Ekspor ulang dari sistem Anda.',
  'verification.key_weak': 'Kunci RSA harus 2048 sampai 4096 bit dengan eksponen 65537.',
  'verification.key_name': 'Nama kunci (kid) terdiri atas 1 sampai 128 huruf cetak.',
  'verification.key_form': 'Kirim satu kunci publik: sebagai JWK atau sebagai PEM.',
  'verification.key_known': 'Kunci ini, atau kunci lain dengan nama yang sama, sudah pernah diserahkan.',
  'verification.keys_full': 'Dua kunci sedang dipakai. Akhiri salah satunya dahulu.',
  'verification.key_not_found': 'Kunci ini tidak ditemukan atau sudah diakhiri.',
  'verification.partner_not_found': 'Lembaga ini tidak ditemukan atau sudah ditutup.',
  'verification.key_set_unreadable':
    'Isi alamat itu bukan kumpulan kunci yang dapat dipakai. Terbitkan satu atau dua kunci publik.',
  'verification.key_set_address': 'Alamat kunci harus dimulai dengan https://.',

  'verification.grant_type': 'Hanya grant_type=client_credentials yang dilayani.',
  'verification.assertion_unreadable': 'client_assertion bukan JWT yang terbaca, atau tipenya bukan jwt-bearer.',
  'verification.assertion_algorithm': 'Tandatangani client_assertion dengan EdDSA, ES256, atau PS256.',
  'verification.assertion_type': 'typ pada client_assertion menyebut token jenis lain.',
  'verification.assertion_subject': 'iss, sub, dan client_id harus sama.',
  'verification.client_unknown': 'client_id ini tidak dikenal atau belum terhubung.',
  'verification.assertion_key':
    'kid dan alg ini bukan kunci Anda yang berlaku. Bila baru diterbitkan, coba lagi sebentar lagi.',
  'verification.assertion_signature': 'Tanda tangan client_assertion tidak cocok dengan kuncinya.',
  'verification.assertion_audience': 'aud harus satu saja: alamat server ini atau alamat tokennya.',
  'verification.assertion_times': 'exp dan iat wajib ada sebagai bilangan detik.',
  'verification.assertion_expired': 'client_assertion sudah lewat waktunya. Buat yang baru; periksa jam server Anda.',
  'verification.assertion_ahead': 'iat atau nbf berada di masa depan. Periksa jam server Anda.',
  'verification.assertion_too_long': 'client_assertion berlaku paling lama lima menit.',
  'verification.assertion_jti': 'jti wajib ada, 16 sampai 256 huruf cetak.',
  'verification.assertion_replayed': 'client_assertion ini sudah pernah dipakai. Buat yang baru.',

  'verification.token_invalid': 'Token tidak dikenal atau kuncinya sudah diakhiri. Minta token baru.',
  'verification.token_expired': 'Token sudah lewat lima menit. Minta token baru.',
  'verification.token_bound':
    'Token terikat dikirim sebagai "DPoP" beserta buktinya, token biasa sebagai "Bearer" tanpa bukti.',
  'verification.proof_invalid': 'Bukti DPoP tidak cocok dengan kunci, metode, alamat, token, atau waktunya.',
  'verification.signature_invalid':
    'Tanda tangan permintaan tidak cocok. Tandatangani @method, @target-uri, authorization, dan content-digest dengan created, keyid, dan nonce.',
  'verification.proof_demanded': 'Perjanjian Anda mewajibkan token terikat (DPoP).',
  'verification.signature_demanded': 'Perjanjian Anda mewajibkan permintaan yang ditandatangani (RFC 9421).',
  'verification.used_before':
    'Bukti atau tanda tangan ini sudah pernah dipakai. Buat yang baru untuk setiap permintaan.',

  'verification.body_not_granted': 'Wajah atau sidik jari tidak termasuk hak akses Anda.',
  'verification.body_not_measured':
    'Pembanding wajah di sini belum diukur untuk pemakaian ini. Hubungi narahubung Anda di kementerian.',
  'verification.liveness_signature':
    'Pernyataan keaslian harus JWT yang ditandatangani dengan kunci Anda yang berlaku.',
  'verification.liveness_shape':
    'Pernyataan keaslian memuat method, kind (passive/active), score 0-100, decision (bona_fide/attack), picture, dan iat.',
  'verification.liveness_other_picture':
    'Pernyataan keaslian ini bukan tentang gambar yang dikirim. picture berisi SHA-256 gambar itu (base64url).',
  'verification.liveness_old':
    'Pernyataan keaslian berlaku paling lama lima menit. Ambil gambar baru; periksa jam server Anda.',
  'verification.liveness_attack': 'Menurut pernyataan keaslian ini gambar tidak diambil dari orang yang hadir.',
  'verification.jpeg': 'Kirim gambar JPEG paling besar 500 kB sebagai base64.',
  'verification.template': 'Kirim templat ISO/IEC 19794-2:2005 paling besar 8 kB sebagai base64.',

  'verification.not_ready': 'Hak akses sedang tidak dapat diperiksa. Tidak ada yang dijawab; coba lagi sebentar lagi.',
  'verification.too_few_granted':
    'Sekurangnya dua data yang dikirim harus termasuk hak akses Anda (pertanyaan ke-{place, number}).',
  'verification.quota_spent': 'Kuota hari ini sudah habis. Kuota baru berlaku mulai pukul 00.00 WIB.',
  'verification.balance_spent':
    'Saldo lembaga Anda tidak cukup untuk permintaan ini. Tidak ada yang dicari dan tidak ada yang ditagih; pesan kode billing dan bayar, lalu ulangi.',
  'verification.misses_spent':
    'Terlalu banyak pertanyaan yang tidak cocok, sehingga permintaan Anda diperlambat. Coba lagi dalam {seconds, plural, other {# detik}}.',
  'verification.slowed_down':
    'Pertanyaan lembaga Anda tidak seperti biasanya, maka sementara dijawab perlahan. Coba lagi {seconds, plural, other {# detik}} lagi; hubungi narahubung Anda di kementerian bila ini keliru.',
  'verification.person_misses_spent':
    'Terlalu banyak pertanyaan Anda yang tidak cocok tentang NIK ini dalam 24 jam terakhir. Minta orangnya memeriksa datanya di Dinas Dukcapil.',
  'verification.in_progress': 'Permintaan yang sama sedang dikerjakan. Tunggu sebentar, lalu ulangi.',
  'verification.other_question': 'Idempotency-Key ini sudah dipakai untuk pertanyaan lain.',
  'verification.not_kept': 'Pertanyaan ini ditolak pada kiriman pertama. Tanyakan lagi dengan Idempotency-Key baru.',

  'verification.alarm_not_found': 'Peringatan ini tidak ditemukan.',
  'verification.alarm_closed': 'Peringatan ini sudah ditutup petugas lain. Muat ulang daftarnya.',
  'verification.alarm_without_number': 'Peringatan ini tidak menyangkut satu NIK.',
  'verification.not_slowed': 'Lembaga ini tidak sedang diperlambat. Muat ulang daftarnya.',
  'verification.hold_shorter': 'Perlambatan ini sudah berlaku lebih lama dari itu. Isi jumlah jam yang lebih besar.',

  'verification.canaries_full':
    'Satu lembaga paling banyak punya {most, number} data umpan yang berlaku; masih boleh {left, number}. Akhiri yang lama dahulu.',
  'verification.canary_few_people':
    'Penduduk di register wilayah lembaga ini terlalu sedikit, sehingga data umpan akan tampak berbeda. Coba lagi setelah register terisi.',
  'verification.canaries_handed_out':
    'Semua data umpan lembaga ini sudah diserahkan. Bila berkasnya hilang, ganti data umpannya dengan yang baru.',
  'verification.canary_not_found': 'Data umpan ini tidak ditemukan atau sudah diakhiri.',
  'verification.mail.canary_touched.subject': 'Data umpan {owner} muncul di tempat lain',
  'verification.mail.canary_touched.text':
    'Data yang hanya ada pada {owner} muncul dalam pertanyaan {asker}. Buka Peringatan di aplikasi petugas: siapa yang bertanya, kapan, dan apa yang dapat dilakukan.',
  'verification.mail.canary_own.subject': 'Data umpan {owner} ditanyakan oleh lembaganya sendiri',
  'verification.mail.canary_own.text':
    '{asker} bertanya tentang data umpan yang dititipkan kepadanya: datanya sendiri sedang dipakai. Buka Peringatan di aplikasi petugas.',

  'indicator.partner.connected': 'Lembaga terhubung',
  'indicator.partner.connected.definition':
    'Lembaga dengan perjanjian yang berlaku, terhubung dan tidak dihentikan, yang bertanya dalam 90 hari terakhir',
  'indicator.partner.connected.source': 'Tahapan kerja sama dan panggilan verifikasi',
  'indicator.verification.answers': 'Jawaban verifikasi',
  'indicator.verification.answers.definition':
    'Pertanyaan lembaga pengguna yang dijawab: cocok, sebagian cocok, atau tidak cocok. Yang ditolak tidak dihitung, yang diulang dihitung sekali.',
  'indicator.verification.answers.source': 'Catatan panggilan yang ditagih, satu untuk setiap catatan log.',
} as const;
