export const id = {
  'portal.role_lacking':
    'Peran Anda tidak mencakup ini. Administrator lembaga Anda dapat melakukannya atau mengubah peran Anda dengan undangan baru.',
  'portal.institution_not_found': 'Lembaga ini tidak ditemukan atau sudah ditutup.',
  'portal.person_not_found': 'Orang ini tidak ditemukan di lembaga Anda. Muat ulang halaman.',
  'portal.person_known': 'Alamat surel ini sudah ada pada lembaga Anda. Kirim kode baru lewat daftar orang.',
  'portal.people_full': 'Lembaga ini sudah mempunyai 30 orang. Akhiri dahulu akses yang tidak dipakai.',
  'portal.person_ended': 'Akses orang ini sudah diakhiri. Undang kembali bila perlu.',
  'portal.mail_elsewhere':
    'Alamat surel Anda dipakai pada lembaga lain. Minta undangan dengan alamat lain, atau akhiri dahulu akses lama Anda.',
  'portal.last_administrator': 'Ini administrator terakhir. Undang administrator lain dahulu, lalu ulangi.',
  'portal.session_not_found': 'Sesi ini sudah berakhir.',

  'portal.field.mail': 'Alamat surel tidak lengkap. Contoh: nama@lembaga.example',
  'portal.fault.nama': 'Isi nama, 2 sampai 120 huruf.',
  'portal.fault.surel': 'Isi alamat surel, contoh: nama@lembaga.example',
  'portal.fault.peran': 'Pilih salah satu peran.',
  'portal.fault.kode': 'Salin kode dari pesan undangan, misalnya ABCDE-FGHJK-MNPQR-STVWX.',
  'portal.fault.sandi': 'Kata sandi sekurangnya 12 huruf. Satu kalimat pendek yang hanya Anda tahu lebih baik.',
  'portal.fault.sandi-lagi': 'Kedua kata sandi tidak sama. Ketik ulang.',
  'portal.fault.kode-aplikasi':
    'Kode itu tidak cocok. Periksa jam telepon Anda, lalu ketik enam angka yang tampil sekarang.',

  'portal.sign_in.wrong':
    'Alamat surel atau kata sandi tidak cocok. Bila lupa, administrator lembaga Anda mengirim kode baru.',
  'portal.sign_in.code_wrong': 'Kode itu tidak cocok. Masih {left, plural, other {# percobaan}}.',
  'portal.sign_in.over': 'Kode itu tidak berlaku lagi. Masuk kembali dengan alamat surel dan kata sandi.',
  'portal.sign_in.again': 'Kode baru sudah dikirim. Kode sebelumnya tidak berlaku lagi.',

  'portal.mail.invitation.subject': 'Undangan ke layanan lembaga pengguna Jatidiri',
  'portal.mail.invitation.text':
    'Anda diundang menggunakan layanan lembaga pengguna untuk {institution}.\n\nBuka {address} dan isi kode ini:\n\n    {code}\n\nKode berlaku {hours} jam dan hanya sekali. Bila Anda tidak mengharapkan undangan ini, abaikan saja: tanpa kode tidak terjadi apa-apa.\n',
  'portal.mail.code.subject': 'Kode masuk layanan lembaga pengguna',
  'portal.mail.code.text':
    'Kode masuk Anda: {code}\n\nBerlaku {minutes} menit. Jangan berikan kepada siapa pun, juga tidak kepada petugas. Bila bukan Anda yang masuk, kata sandi Anda diketahui orang: minta administrator lembaga Anda mengirim kode baru.\n',

  'portal.people.diundang': 'Undangan dikirim ke alamat surelnya.',
  'portal.people.diundang-lagi': 'Kode baru dikirim. Yang sebelumnya tidak berlaku lagi.',
  'portal.people.diakhiri': 'Aksesnya diakhiri, juga semua sesinya.',
  'portal.people.sesi-diakhiri': 'Sesi diakhiri.',
  'portal.people.aplikasi': 'Aplikasi kode terpasang. Sejak sekarang kode masuk Anda berasal dari sana.',
  'portal.people.pesan': 'Kode masuk Anda kembali dikirim lewat surel.',

  'portal.keys.ditambah': 'Kunci diterima dan langsung berlaku.',
  'portal.keys.diakhiri': 'Kunci diakhiri. Token yang dibuat dengannya tidak berlaku lagi.',
  'portal.keys.alamat': 'Alamat dicatat. Kunci di sana dibaca sebentar lagi.',
  'portal.keys.alamat-dihapus': 'Alamat dihapus. Hanya kunci yang diserahkan di sini yang berlaku.',
  'portal.refused.http.input_invalid':
    'Ada isian yang salah; jawaban menyebut setiap isian, salahnya, dan perbaikannya.',
  'portal.refused.metering.package_not_covered':
    'Saldo tidak menutup harga terbesar berkas itu; jawaban menyebut berapa kurangnya.',
  'portal.report.filed': 'Laporan sudah masuk dan tercatat. Terima kasih.',
  'portal.appeal.filed':
    'Keberatan diterima dan menunggu putusan dua pejabat. Batas waktunya tampil di bawah; penghentian tetap berlaku sampai diputus.',
  'portal.fault.uraian': 'Tulis alasan keberatan, 10 sampai 1.000 huruf.',
  'portal.fault.berkas': 'Pilih berkas yang sudah ditandatangani (PDF).',
  'portal.fault.nomor': 'Isi nomor surat.',
  'portal.fault.tanggal': 'Isi tanggal tanda tangan yang ada di kalender.',
  'portal.fault.penanda': 'Isi nama yang menandatangani.',
  'portal.fault.jabatan': 'Isi jabatannya.',
  'portal.report_not_found': 'Laporan semester ini tidak ditemukan.',
  'portal.maintenance_over': 'Waktu selesai sudah lewat. Periksa tanggal dan jamnya.',
  'portal.maintenance_not_found': 'Pengumuman ini tidak ditemukan atau sudah lewat.',
  'portal.field.maintenance_term': 'Waktu selesai harus sesudah waktu mulai.',
  'portal.webhook.salah': 'Belum ada yang disimpan. Perbaiki isian yang ditandai di bawah ini.',
  'portal.webhook.ditambah': 'Alamat ditambahkan. Simpan rahasianya sekarang.',
  'portal.webhook.diganti': 'Rahasia baru dibuat. Simpan sekarang.',
  'portal.webhook.peristiwa': 'Pilihan peristiwa disimpan dan langsung berlaku.',
  'portal.webhook.dimatikan':
    'Alamat dimatikan. Yang sedang menunggu tercatat gagal dan dapat dikirim ulang setelah dihidupkan.',
  'portal.webhook.dihidupkan': 'Alamat dihidupkan. Yang gagal sebelumnya dapat dikirim ulang di bawah ini.',
  'portal.webhook.dihapus': 'Alamat dihapus, juga rahasia dan catatan kirimannya.',
  'portal.webhook.uji': 'Uji kirim berangkat. Jawaban sistem Anda tercatat di bawah ini.',
  'portal.webhook.ulang': 'Peristiwa itu dikirim ulang dengan nomor yang sama.',
  'portal.webhook.ulang-gagal': '{n, plural, other {# peristiwa}} dikirim ulang, yang terlama dahulu.',
  'portal.fault.sejak': 'Pilih tanggal yang ada di kalender. Yang gagal sejak tanggal itu dikirim ulang.',
  'portal.webhook.status': 'dijawab {status}',
  'portal.webhook.outcome.endpoint_own': 'alamat dimatikan sebelum terkirim',
  'portal.webhook.outcome.endpoint_gone': 'alamat menolak semua kiriman (410)',
  'portal.webhook.outcome.endpoint_failing': 'alamat dimatikan setelah lima hari tanpa hasil',
  'portal.webhook.outcome.endpoint_broken': 'alamat sedang mati karena lima hari tanpa hasil',
  'portal.webhook.outcome.institution_stopped': 'tidak dikirim: hak akses dihentikan',
  'portal.mail.webhook_failing.subject': 'Alamat webhook di {host} dimatikan',
  'portal.mail.webhook_failing.text':
    'Sistem Anda di {host} tidak menerima pemberitahuan kami selama lima hari, jadi alamat itu dimatikan.\n\nPerbaiki, lalu buka {address}: hidupkan alamatnya, uji, dan kirim ulang semua yang gagal. Peristiwa disimpan tiga puluh hari.\n',
  'portal.mail.webhook_gone.subject': 'Alamat webhook di {host} dimatikan',
  'portal.mail.webhook_gone.text':
    'Sistem Anda di {host} menjawab 410 (tidak mau menerima lagi), jadi alamat itu langsung dimatikan.\n\nBila itu tidak dimaksudkan, perbaiki, lalu hidupkan kembali di {address}.\n',
} as const;
