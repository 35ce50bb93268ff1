import { words, type GivenNames } from './words.ts';

export const bugis: GivenNames = {
  men: words(`Andi Ambo Baso Daeng Beddu Lasinrang Laupe Lamakkawaru Pattola Palancoi Makmur Maming Mappa Mappiasse Mappangara
    Mappeasse Marzuki Massere Mustari Mursalim Muhlis Muhtar Nurdin Nasaruddin Najamuddin Natsir Patta Petta Rahman Rahmatullah
    Rais Ramli Rasyid Rustan Ruslan Sabir Saharuddin Sainuddin Saleh Salahuddin Samad Sanusi Sirajuddin Sudirman Sulaeman
    Supardi Suardi Syahrir Syamsir Syamsuddin Syarifuddin Tahir Tajuddin Takdir Tamrin Umar Usman Wahyuddin Yunus Yusuf
    Zainuddin Abidin Abbas Ahmad Akbar Alimuddin Amiruddin Anwar Ardiansyah Arifuddin Asdar Asri Bahar Bahtiar Basri Burhanuddin
    Hamka Hasanuddin Ilham Jamaluddin`),
  women:
    words(`Andi Tenri Tenriawaru Besse Indo Batari Dala Hasnah Hasnawati Hasmawati Hastuti Herawati Hermina Hj Husniah Ida
    Indrawati Irmawati Isa Jumriah Jumiati Jusmiati Kamariah Kartini Kasmawati Kurnia Lisnawati Mardiana Marhuma Mariama
    Masnawati Megawati Muliati Munirah Murniati Nadirah Nahda Nirwana Nuraeni Nurbaya Nurdiana Nurhaeda Nurhayati Nurjannah
    Nurlaela Nurlina Nursiah Nurwahida Rahmatia Rahmawati Ramlah Rasdiana Ratna Ria Rosdiana Rosmiati Rosnani Rostina Rukmini
    Sahriani Salmiah Samsinar Sitti Suarni Suhartini Sukmawati Sumarni Suriani Suriati Syamsiah Tasmi Tini Wahida Warda Yuliana`).filter(
      (word) => word !== 'HJ',
    ),
};

/** Balinese names after the birth order and its prefix. */
export const balinese: GivenNames = {
  men: words(`Sudiarta Sudana Suardana Suarjana Suartana Sukarta Sukerta Sumerta Suparta Suweca Suwarta Sutama Sudarma Sujana
    Sukadana Sukanta Sukayasa Suryawan Suryana Sumadi Sumarjaya Swastika Wirawan Wiguna Widana Widiantara Widnyana Wijaya
    Wiratama Wirya Yasa Yudana Yasmika Yudiana Artha Artawan Ariana Arnawa Arsana Astawa Astika Budiarsa Budiana Dana Darma
    Darmayasa Darmika Diarta Gunarta Jaya Juliarta Kariasa Karma Kerta Kusuma Mahardika Mahendra Mardika Merta Mudana Mudita
    Mustika Oka Pasek Pastika Parwata Purnawan Puja Rai Rena Rentana Sadia Sandi Santika Sedana Semadi Setiawan`),
  women:
    words(`Sukerti Sukarini Suarniti Suartini Sudiasih Sudarmi Sulastri Sumiati Sunarti Suparmi Supadmi Suryani Suryaningsih
    Sutami Suciati Sriasih Sriani Seriasih Sari Sandat Rusmini Rumiati Renik Ratih Ratnadi Rai Puspita Puspawati Purnami Puri
    Padmi Padmawati Oka Novianti Ngasti Murniati Murtini Mustika Muliani Mirah Merti Mertasari Martini Mariani Maryani Manik
    Lestari Laksmi Kusumawati Kerti Kasih Kartini Kariani Juwita Juniari Jegeg Jati Indrayani Gunarti Dewi Darmini Darmawati
    Darmayanti Cempaka Candra Budiasih Budiani Ayu Astuti Astini Asih Artini Ariani Ariasih Arini Anggreni Adnyani Widiasih Wati Yuniari`),
};

export const BIRTH_ORDER: readonly (readonly string[])[] = [
  words('Wayan Putu Gede Wayan Putu'),
  words('Made Kadek Nengah Made Kadek'),
  words('Nyoman Komang Nyoman Komang'),
  words('Ketut'),
];

/** Chinese-Indonesian: since 1966 mostly Indonesian or Christian names with a surname made over; the old keep theirs. */
export const chinese: GivenNames = {
  men: words(`Hendra Hendrik Herman Handoko Harianto Hartono Hadi Gunawan Gunadi Freddy Franky Ferry Felix Eddy Edwin Erwin
    Djoko Dharma Darmawan Denny David Daniel Cahyadi Budi Budiman Benny Bambang Andreas Andi Andy Anton Antonius Agus Albert
    Alexander Alvin Calvin Christian Christopher Hansen Hengky Iwan Irwan Jimmy Johan Johnny Jonathan Joseph Kelvin Kevin
    Kurniawan Leonardo Lukas Markus Martin Michael Nicholas Paulus Peter Raymond Richard Robert Rudy Ricky Stefanus Steven
    Sugianto Susanto Suwandi Teddy Tommy Tony Vincent William Willy Wilson Yohan Yanto Yongki`),
  women:
    words(`Lily Linda Lina Liana Lenny Lanny Kartika Julia Juliana Jenny Jessica Jennifer Irene Ingrid Inge Imelda Herlina
    Helen Henny Hanny Grace Gracia Fransiska Fonny Felicia Fenny Fanny Evelyn Evi Esther Erna Ellen Elisabeth Diana Dewi
    Debby Cynthia Clara Christine Christina Cindy Chelsea Caroline Catherine Bella Angela Angelina Angeline Amelia Agnes Alice
    Anastasia Maria Margaretha Mariana Melissa Meliana Merry Michelle Mei Monica Nancy Natalia Novi Olivia Patricia Rosa Ratna
    Shierly Silvia Sherly Stephanie Sumiati Susan Susanti Tina Tjandra Valencia Veronica Vivian Wenny Yenny Yuliana Yolanda`),
};

export const SURNAMES =
  words(`Wijaya Gunawan Halim Hartono Tanujaya Tanuwijaya Tanoto Tandiono Limanto Salim Liman Halimawan
  Kusuma Kusnadi Kurniawan Santoso Setiawan Susanto Sutanto Sutedja Sudarsono Budiman Budianto Cahyadi Chandra Darmawan
  Darmadi Gozali Gondokusumo Handoko Harjono Hadiwijaya Indrawan Irawan Iskandar Jayadi Lesmana Lukito Lukman Muliawan
  Mulyadi Nugroho Oentoro Ongkowijaya Pranoto Prasetya Purnama Rahardja Rusli Sanjaya Sasongko Sidharta Sugiarto Sulistio
  Suryadi Suryanto Tedjo Tirtayasa Wibowo Widjaja Winata Wirawan Yulianto Yusuf Atmadja Angkasa`);

export const OLD_SURNAMES = words(
  'Tan Lim Oei Liem Kwee Tjan Ong The Go Lie Tjoa Thio Sie Njoo Khouw Gouw Yap Tjia Han Kho',
);
export const OLD_GIVEN: GivenNames = {
  men: words(`Giok Kiem Hok Liong Tjoan Swie Hwie Bing Seng Hian Tjiang Boen Kok Tek Ping Sioe Hong Kian Liang An`),
  women: words(`Nio Hwa Mei Lan Lian Giok Swan Kiok Eng Lien Tjoe Ing Hoa Siok Fong Nie Ling Yan Hiang Kim`),
};

/** Christian names of the east, shared by Papua, the Moluccas, Minahasa, Timor and inland Kalimantan. */
export const christian: GivenNames = {
  men: words(`Yohanes Yosep Yusuf Yakobus Yulianus Yonas Yoel Yeremias Yesaya Yance Wellem Wilhelmus Viktor Vinsensius Urbanus
    Titus Timotius Thomas Thobias Tadeus Stefanus Soleman Simson Simon Silas Semuel Sem Ruben Robert Rafael Petrus Paulus
    Paskalis Otniel Oktovianus Obaja Nikolaus Nikodemus Natanael Musa Mika Mikael Metusalak Melkias Matius Mateus Martinus Martin
    Markus Maksimus Lukas Longginus Leonardus Lazarus Kristian Korneles Klemens Karel Julius Isak Ishak Ignasius Herman Hendrik
    Habel Gerson Gerardus Gabriel Frans Fransiskus Filipus Filemon Ferdinandus Esau Elia Elias Eliaser Efraim Edward Dominggus
    Daud David Daniel Bernardus Benyamin Benediktus Barnabas Bartolomeus Antonius Anton Andreas Amos Alfons Albertus Agustinus Abraham`),
  women:
    words(`Yuliana Yosina Yosefina Yohana Yakomina Yubelina Welmince Wilhelmina Viktoria Veronika Valentina Ursula Tresia
    Theresia Teresia Susana Sofia Skolastika Selvina Selfina Sarlota Sara Salomina Ruth Rut Rosalina Rosalia Ribka Rahel
    Priskila Petronela Paulina Orpa Oktovina Novita Norlince Nelci Naomi Monika Mina Mikaela Mersi Merlin Melania Mathilda Marta
    Martina Marlina Marice Maria Margaretha Magdalena Lusia Lodia Lidia Leonarda Lea Kristina Klara Katarina Karolina Juliana
    Imelda Ida Herlina Helena Hana Genoveva Frederika Fransina Fransiska Fransisca Florentina Filomena Ester Emiliana Elisabet
    Dorkas Dorce Debora Damaris Cornelia Bernadeta Beatriks Barbara Apolonia Antonia Antoneta Angelina Anastasia Ana Albertina Agustina Agnes Adolfina`),
};

/** Families and clans, by who bears them. */
export const CLANS = {
  papuan:
    words(`Wenda Kogoya Tabuni Murib Enumbi Telenggen Wonda Yikwa Karoba Wetipo Asso Mabel Hubi Itlay Lani Pahabol Balingga
    Yeimo Gobai Pekei Dogomo Tebai Magai Nawipa Pigai Kayame Douw Degei Rumbiak Rumaropen Rumbewas Mandowen Kbarek Sroyer
    Wambrauw Yarangga Mambrasar Korwa Imbiri Wopari Ayomi Awom Krey Ohee Suebu Felle Ondikeleuw Mebri Kaigere Mahuze Gebze
    Kaize Balagaize Basik Mayor Burdam Howay Kambu Sagrim Way Solossa Hegemur Kapitarauw Iba Mandacan Saiba Inyomusi Ullo`),
  dayak:
    words(`Asang Bulan Ding Djau Donis Gerung Himang Ibung Imang Jalung Jengkan Juk Kila Kuleh Lahang Laing Lawing Lenggai
    Lerung Liah Lung Madang Mering Ngau Njuk Nyaring Pangkong Purnama Rasit Rengat Sawing Sinau Ului Uvat Usat Wan Yoseph Tiong
    Umar Unjung Ugang Tingang Timpung Suling Sunan Sempung Salampak Rajan Panyang Nyahu Mihing Luwuk Lambung Kiting Iban Garing Dehen Bangas Anyi Apui`),
  minahasan:
    words(`Kaunang Karundeng Kawilarang Kalalo Kandou Kalangi Lasut Lengkong Lumenta Lumanauw Lumowa Makalew Mamahit
    Mandagi Mangindaan Mantiri Maramis Massie Mewengkang Momongan Mokoginta Moningka Mononutu Montolalu Ngantung Nelwan Paat
    Palar Pangemanan Pangkey Pantouw Parengkuan Pelealu Pinontoan Polii Pontoh Rampengan Rantung Ratulangi Rawung Rondonuwu
    Rorimpandey Roring Rumengan Rumokoy Runtuwene Sarundajang Senduk Sigar Singal Sinolungan Sondakh Sumampouw Sumendap Supit
    Tambuwun Tangkudung Tendean Tilaar Tombokan Tumbelaka Tumewu Turang Umboh Waworuntu Walangitan Wenas Wowor`),
  moluccan:
    words(`Pattinama Pattiasina Pattipeilohy Pattinasarany Latuconsina Latuheru Latumahina Lawalata Lekatompessy Leatemia
    Lesilolo Leiwakabessy Luhukay Louhenapessy Latupapua Makatita Manuhutu Manuputty Matulessy Maitimu Metekohy Muskitta
    Nanlohy Nikijuluw Nussy Pelupessy Pesulima Picauly Polnaya Rehatta Renyaan Rumahuru Sahertian Sahetapy Salampessy Salakory
    Sapulette Sarimanella Siahaya Silooy Soplanit Soumokil Souhoka Supusepa Tahapary Tahitu Talahatu Tamaela Tanamal Tehupeiory
    Tentua Titaley Tomatala Toisuta Tuanakotta Tuhumury Tupamahu Uneputty Wattimena Watimury Wairata Hehanussa Hitipeuw Huwae`),
  timorese:
    words(`Nenobais Nenohai Nenabu Nubatonis Nope Oematan Selan Tefa Tamonob Taneo Tefnai Tnunay Usfunan Benu Banunaek
    Bani Boimau Fallo Faot Fina Kase Kefi Lopo Manafe Mella Misa Mooy Nalle Ndun Ndolu Nitbani Pello Radja Riwu Rohi Saudale
    Seran Bria Klau Berek Fahik Leto Bere Lado Djawa Djami Lay Langoday Lamak Lewar Kedang Kleden Keraf Ola Open Tokan Tukan
    Wadan Werang Gadur Jehadu Jemadu Nggoro Ngabut Pantur Sarong`),
} as const;

/** Names that people of any faith bear, and the more so the younger they are. */
export const modern: GivenNames = {
  men: words(`Aditya Adi Agung Ahmad Aldi Alfian Andika Andre Anggara Ardi Arief Arya Bagas Bagus Bayu Bima Candra Danang Dani
    Deni Dian Dimas Dwi Edo Fajar Farhan Febri Ferdi Firman Galih Galang Gilang Guntur Ilham Indra Irfan Ivan Kevin Kurnia
    Lukman Nanda Oki Panji Putra Rafi Raka Ramadhan Randi Rangga Reza Rian Ridho Rifki Rizal Rizki Rizky Robi Satria Setiawan
    Surya Taufik Teguh Tegar Vino Wahyu Wisnu Yoga Yogi Yudha Yusuf Zaki Saputra Pratama Nugraha Nugroho Permana Hidayat
    Kurniawan Firmansyah Ardiansyah Wicaksono Prasetya Ramadhani Maulana Pamungkas Wijaya Purnama`),
  women:
    words(`Adinda Aisyah Alya Amanda Amelia Anggi Anggraini Anisa Annisa Aprilia Ayu Bella Bunga Cantika Citra Della Desi
    Destri Devi Dewi Diah Dina Dinda Dita Dwi Eka Elsa Erika Fani Febriani Fika Fitri Fitria Gita Hana Ika Indah Intan Kartika
    Kezia Kiki Laras Lia Lina Maya Mega Melati Mila Mutiara Nabila Nadia Nanda Nia Nisa Novi Nurul Oktavia Puspita Putri Rahma
    Rani Ratih Ratna Regita Resti Rina Rini Riska Rizka Salsabila Sarah Selvi Shinta Silvi Sinta Siska Tania Tiara Tika Vera
    Vina Wulan Yulia Yunita Zahra Lestari Maharani Permatasari Rahmawati Wulandari Kusuma Safitri Handayani Pertiwi Oktaviani`),
};

/** Names that come first among Muslims. */
export const islamic: GivenNames = {
  men: words(`Muhammad Ahmad Abdul Achmad Mochamad Muhamad Mohammad Nur Syaiful Khoirul Muhammad Ahmad Ali Abu Zainal Miftahul Imam
    Hasan Umar Yusuf`),
  women: words(`Siti Nur Siti Umi Nurul Khoirun Fatimah Siti Aisyah Dewi Khusnul Laila Zahra Maryam`),
};

/** Strangers' names, for people with a stay permit. */
export const foreign: GivenNames = {
  men: words(
    'Kenji Hiroshi Takeshi Jan Pieter Hans Klaus James Andrew Robert Thomas Pierre Luca Rajesh Arjun Minh Somchai Wei Omar Ivan',
  ),
  women: words(
    'Yuki Keiko Anna Maria Emma Sophie Julia Claire Nina Elena Priya Anita Linh Malee Mei Fatma Olga Sarah Ingrid Laura',
  ),
};
export const FOREIGN_FAMILIES =
  words(`Tanaka Suzuki Visser Jansen Bauer Weber Walker Clarke Martin Dubois Rossi Sharma Patel Nguyen
  Chaiyasit Chen Hassan Petrov Larsen Kim`);
export const FOREIGN_CITIES = words(
  'Tokyo Osaka Amsterdam Utrecht Hamburg London Sydney Lyon Milano Mumbai Hanoi Bangkok Xiamen Kairo Seoul',
);
