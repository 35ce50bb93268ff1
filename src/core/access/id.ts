export const id = {
  'access.not_signed_in': 'Anda belum masuk, atau sesi Anda sudah berakhir. Masuk dahulu, lalu ulangi.',
  'access.not_a_partner':
    'Alamat ini untuk sistem lembaga pengguna. Minta token di /v1/token, lalu kirim sebagai Authorization.',
  'access.scope_missing':
    'Peran Anda tidak mencakup tindakan ini ({scope}). Minta administrator kantor Anda bila memang tugas Anda.',
  'access.outside_jurisdiction':
    'Data ini berada di luar wilayah tugas kantor Anda. Hubungi kantor di wilayah tersebut.',
  'access.purpose_missing': 'Sebutkan dahulu untuk keperluan apa data penduduk ini dibuka.',
  'access.purpose_unknown': 'Keperluan {purpose} tidak dikenal. Pilih salah satu keperluan dari daftar.',
  'purpose.service': 'Pelayanan penduduk di loket',
  'purpose.verification': 'Verifikasi permohonan',
  'purpose.correction': 'Perbaikan data',
  'purpose.duplicate': 'Pemeriksaan data ganda',
  'purpose.complaint': 'Penanganan pengaduan',
  'purpose.audit': 'Pemeriksaan dan pengawasan',
  'purpose.law_enforcement': 'Penegakan hukum dengan permintaan tertulis',
} as const;
