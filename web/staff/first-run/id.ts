export const id = {
  title: 'Menyiapkan sistem',
  'about.first':
    'Register ini masih kosong. Dua orang mendaftar sebagai administrator, masing-masing dengan kodenya sendiri, supaya tidak ada yang berkuasa seorang diri. Kedua kode tercetak di layar tempat sistem dijalankan.',
  'about.second':
    'Satu administrator lagi, orang yang berbeda, dengan kode yang kedua. Setelah itu sistem dapat dipakai.',
  place: 'Administrator {place} dari {of}',
  code: 'Kode sekali pakai',
  'code.hint': 'Tercetak saat sistem pertama kali dijalankan',
  name: 'Nama lengkap',
  username: 'Nama pengguna',
  'username.hint': 'Huruf kecil, angka, titik, atau garis',
  password: 'Kata sandi',
  'password.hint': 'Sekurangnya 12 huruf. Beberapa kata yang tidak berhubungan lebih aman dan mudah diingat.',
  act: 'Daftarkan administrator',
  busy: 'Mendaftarkan …',
  registered: '{name} terdaftar sebagai administrator.',
  over: 'Kedua administrator sudah terdaftar. Sistem siap dipakai.',
  signIn: 'Masuk',
} as const;
