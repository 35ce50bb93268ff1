export const id = {
  'statement.text_empty': 'Teksnya kosong. Tempelkan siaran pers atau berita yang ingin diperiksa.',
  'statement.text_too_long':
    'Teksnya {has, number} huruf, paling banyak {most, number}. Tempelkan bagian yang memuat angkanya saja.',
  'statement.verdict.borne_out': 'sesuai catatan',
  'statement.verdict.contradicted': 'tidak sesuai catatan',
  'statement.verdict.with_denominator': 'hanya dengan penyebut dan batas hitungan',
  'statement.verdict.one_of_several': 'satu dari beberapa hitungan',
  'statement.verdict.not_checkable': 'tidak dapat diperiksa',
  'statement.verdict.not_found': 'tidak ada dalam register',
  'statement.opens': 'Buka: {path}',
  'statement.why.of_year': '{n} keping tahun {year}',
  'statement.why.no_subject': 'Tidak ada angka resmi register ini yang kata-katanya cocok dengan kalimat itu.',
  'statement.why.no_subject_percent':
    'Persentase tanpa kata yang menunjuk ke angka resmi register ini; perlu disebutkan persen dari apa.',
  'statement.why.no_figure': 'Register ini belum mencatat angka {indicator}.',
  'statement.why.no_denominator': '{label} adalah jumlah tanpa penyebut, jadi persentasenya tidak dapat dihitung.',
  'statement.why.count': '{label}: {past, number} {unit} per {asOf}, seperti diketahui hari itu dan sekarang.',
  'statement.why.count_then':
    '{label}: {past, number} {unit} per {asOf} seperti diketahui hari itu; kini untuk hari yang sama {now, number}.',
  'statement.why.count_now':
    '{label}: {now, number} {unit} per {asOf} seperti diketahui sekarang; hari itu diketahui {past, number}.',
  'statement.why.count_not': '{label}: {past, number} {unit} per {asOf}, bukan {value, number}.',
  'statement.why.count_not_then':
    '{label}: {past, number} {unit} per {asOf} seperti diketahui hari itu dan {now, number} seperti diketahui sekarang, bukan {value, number}.',
  'statement.why.counter': '{label}: {value, number} {unit} menurut {counter}, per {asOf}.',
  'statement.why.several':
    '{label} dihitung lebih dari satu pihak dan hasilnya berbeda: {counts}, per {asOf}. Sebutkan menurut siapa.',
  'statement.why.none_of_several':
    '{label} menurut setiap penghitung: {counts}, per {asOf}; tidak ada yang {value, number}.',
  'statement.why.percent':
    '{label}: {numerator, number} dari {denominator, number} {unit} per {asOf}, yaitu {percent, number, ::.00} %. Sebutkan penyebut dan batas hitungannya: angka resmi lain pada minggu yang sama memakai penyebut lain.',
  'statement.why.percent_now':
    '{label}: {numerator, number} dari {denominator, number} {unit} per {asOf} seperti diketahui sekarang, yaitu {percent, number, ::.00} %. Sebutkan penyebut dan batas hitungannya.',
  'statement.why.percent_semester':
    '{label}: {numerator, number} {unit} per {asOf}, dibagi {denominator, number} yang wajib per {earlier} (akhir semester), yaitu {percent, number, ::.00} %. Sebutkan penyebut dan batas hitungannya.',
  'statement.why.percent_told':
    '{label}: {numerator, number} dari {denominator, number} {unit} per {asOf}, yaitu {percent, number, ::.00} %; penyebut dan batas hitungannya disebut.',
  'statement.why.percent_not':
    '{label}: {numerator, number} dari {denominator, number} {unit} per {asOf}, yaitu {percent, number, ::.00} %, bukan {value, number, ::.##} %.',
  'statement.why.law': '{law} adalah tentang {title}.',
  'statement.why.law_amends': '{law} mengubah {amends}: {title}.',
  'statement.why.law_unknown': '{named} tidak ada dalam daftar peraturan yang menjadi dasar register ini.',
  'statement.why.law_another':
    '{its_law} adalah tentang {its_title}, bukan tentang hal itu. Yang dimaksud: {right_law} tentang {right_title}{amended, select, no {} other {, sebagaimana diubah dengan {amended}}}.',
  'statement.why.law_wrong':
    'Bukan {named}. Undang-undang atau peraturannya: {right_law} tentang {right_title}{amended, select, no {} other {, sebagaimana diubah dengan {amended}}}.',
  'statement.why.years': 'Semua keping temuan yang terbaca dicetak pada tahun {value}.',
  'statement.why.years_not': 'Tidak hanya tahun {value}: di antara keping temuan yang terbaca ada {others}.',
  'statement.why.years_unread': 'Tahun cetak keping temuan itu belum terbaca satu pun.',
  'statement.why.years_no_find': 'Tidak ada catatan temuan kartu yang dapat disandingkan dengan tahun {value}.',
  'statement.why.police':
    'Perlu nomor laporan polisi untuk setiap kasus; teks ini tidak menyebutnya. Register mencatat nomor laporan untuk {reported, number} dari {cases, number} kasus. Nomor itu membuktikan laporannya, bukan penanganannya.',
  'statement.why.police_none':
    'Perlu nomor laporan polisi untuk setiap kasus; teks ini tidak menyebutnya dan register tidak mencatat satu pun ({cases, number} kasus).',
  'statement.why.police_known': 'Nomor laporan {numbers} tercatat pada kasusnya.',
  'statement.why.police_unknown': 'Nomor laporan {numbers} tidak tercatat pada kasus mana pun dalam register.',
  'statement.why.planned': 'Target atau rencana, bukan keadaan yang tercatat.',
  'statement.why.judgement':
    'Penilaian tentang orang, niat, atau kesalahannya. Itu diputus pengadilan, tidak ada dalam register.',
  'statement.why.weekday': '{on} jatuh pada hari lain.',
  'statement.unit.jiwa': 'jiwa',
  'statement.unit.keping': 'keping',
  'statement.unit.lembaga': 'lembaga',
  'statement.unit.KK': 'keluarga',
  'statement.unit.permohonan': 'permohonan',
  'statement.unit.jawaban': 'jawaban',
  'statement.unit.kantor': 'kantor',
  'statement.unit.insiden': 'insiden',
  'statement.unit.rekaman': 'rekaman',
  'statement.unit.pencarian': 'pencarian',
} as const;
