export const id = {
  'table.empty': 'Berkas {name} kosong: tidak ada satu baris pun. Periksa apakah berkas yang dipilih sudah benar.',
  'table.not_a_table':
    'Berkas {name} bukan tabel. Gunakan CSV, XLSX, XLS atau ODS; bila berasal dari program lain, simpan dulu ke salah satunya.',
  'table.too_large':
    'Berkas {name} terlalu besar: {what} melebihi batas {limit}. Bagi menjadi beberapa berkas, atau gunakan CSV.',
  'table.encrypted': 'Berkas {name} memakai kata sandi. Buka dengan sandinya, simpan tanpa sandi, lalu unggah lagi.',
  'table.cut':
    'Berkas {name} terpotong: isinya berhenti di tengah {row, select, unknown {barisnya yang terakhir} other {baris {row}}}. Ambil lagi berkas yang utuh; tidak ada yang diproses.',
  'table.broken_quotes':
    'Tanda kutip pada berkas {name} tidak berpasangan{row, select, unknown {} other {, mulai sekitar baris {row}}}. Perbaiki atau simpan ulang sebagai CSV.',
  'table.unreadable': 'Berkas {name} rusak dan tidak dapat dibaca. Buka dan simpan ulang, lalu unggah lagi.',
  'table.unknown_sheet': 'Lembar {sheet} tidak ada pada berkas {name}. Lembar yang ada: {sheets}.',
  'table.too_many_rows': 'Terlalu banyak baris untuk satu lembar kerja (paling banyak {limit, number}). Gunakan CSV.',
};
