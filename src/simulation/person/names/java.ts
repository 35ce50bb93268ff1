import { words, type GivenNames } from './words.ts';

/** Javanese: one name is enough for those born before about 1975. */
export const javanese: GivenNames = {
  men: words(`Sugeng Sutrisno Suparman Sukarno Suharto Sugianto Suyatno Suyanto Sutarno Sumardi Supriyadi Supriyanto Subagyo
    Sudarmaji Sumarno Suwarno Suratman Suroso Sukirman Sunaryo Slamet Bambang Joko Agus Eko Dwi Tri Catur Wahyu Budi Heru
    Hadi Hartono Hariyanto Handoyo Haryadi Widodo Widiyanto Wibowo Wiyono Prasetyo Priyono Purwanto Purnomo Mulyono Mulyadi
    Mujiono Marsudi Margono Ngadiman Ngatiman Paijo Parjono Parman Paryanto Pujiono Rusmanto Sarjono Sarwono Tukiman Tukimin
    Tugiman Triyono Untung Warsito Wagiman Wahono Yatno Yulianto Kuncoro Karyono Kasiman Jumadi Jumali Gunawan Darmaji Basuki`),
  women:
    words(`Sri Sulastri Sumiyati Suparti Suparmi Sutini Sukini Sulasmi Sumarni Sumarsih Suharti Sukarti Suryani Susilowati
    Sutarti Supriyati Suwarni Suminah Sugiarti Siti Endang Ning Nur Wahyuni Wartini Wagiyem Warsini Tukinem Tukiyem Tumini
    Tutik Tri Titik Tuminah Rahayu Retno Ratna Rukmini Rusmiyati Rubiyah Ponirah Painem Parti Partini Pujiati Purwanti
    Murtini Mulyani Murni Mujiyem Marsini Marsiyah Lestari Lasmini Kasinah Kasmirah Kartini Juminah Jumiati Ismiyati
    Indah Harti Hartini Heni Giyanti Giyem Dewi Dwi Darsini Daryati Budiarti Astuti Ani Asih Yuliani Yatmi Winarsih Widyastuti`),
};

export const sundanese: GivenNames = {
  men: words(`Asep Ujang Dadang Dede Deden Dedi Didin Dudung Encep Endang Engkos Entis Iwan Jajang Jaja Kosasih Kusnadi Maman
    Mamat Nandang Nana Odang Oman Opik Pepen Rahmat Roni Rosadi Ruhiyat Sobandi Solihin Suherman Suhendar Suhendi Supriatna
    Tatang Tedi Toto Udin Undang Wawan Yana Yayan Yayat Yaya Yusup Aceng Adang Ade Aep Agus Aan Apandi Atang Cecep Cucu Dayat
    Dikdik Edi Enjang Gunawan Hidayat Ijang Iman Ishak Karna Karnadi Komar Kurnia Mulyana Nurdin Permana Rukmana Saepudin Sarip Sutisna`),
  women:
    words(`Ai Aisyah Aan Cucu Cicih Dedeh Dede Edah Eet Elis Empat Enah Encih Engkar Enok Entin Eti Euis Euon Heni Iis Iah
    Icih Iin Ika Imas Ikah Iyam Juju Kokom Komala Lilis Mimin Mamah Mimi Neng Nengsih Nenden Nia Nining Nyai Odah Oneng Omah
    Oyoh Pipih Popon Ratna Rina Rohaeni Rohayati Rosita Rukmini Siti Sumiati Teti Tati Tini Titin Tuti Ucu Uum Wati Wawat
    Yani Yati Yayah Yeni Yoyoh Yuyun Ade Ani Atikah Dewi Kurniasih Mulyati Nurhayati Suryati`),
};

export const betawi: GivenNames = {
  men: words(`Mansur Namin Naman Rojali Rohim Romli Rosid Saiman Saidi Salim Saman Samin Samsudin Sanusi Sarmili Sidik
    Soleh Syarif Tohir Umar Usman Yahya Yakub Yusuf Zaini Zakaria Abdulrohman Acang Ahmad Amat Amin Anwar Asmat Asmawi
    Bahrudin Bonin Boin Bokir Dul Entong Fauzi Gofur Hamid Hamdani Hasan Hasbulloh Husin Idris Ilyas Jaelani Jamaludin
    Jayadi Jamil Kosim Mahmud Maat Makmun Marzuki Mastur Matalih Mat Mugeni Muhidin Munir Naih Nasir Nawawi Rahmat Ridwan Sabeni Sapri`),
  women:
    words(`Aminah Aisah Amsanih Asiah Asmanih Asnah Atikah Fatimah Halimah Hamidah Hasanah Holilah Ipah Istiqomah Jamilah
    Jubaedah Juleha Kamilah Kholifah Komariah Latifah Lela Maemunah Mahmudah Maisaroh Mardiyah Maryam Marhamah Masnah
    Masitoh Mimin Muhaya Mulyanah Munawaroh Munah Mursidah Musdalifah Nafisah Namih Nurhasanah Nurjanah Nuraini Nurlela Odah
    Rodiah Rohayah Rohmah Rokayah Romlah Rosidah Rukiah Saamah Saanih Salamah Salbiah Saodah Saroh Siti Sopiah Suhaenah
    Sumiati Syafaah Tihanah Titi Umi Ummu Yayah Yulis Zubaedah Zahroh Zakiah Zaenab`),
};
