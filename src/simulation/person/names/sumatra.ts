import { words, type GivenNames } from './words.ts';

export const batak: GivenNames = {
  men: words(`Togar Poltak Tigor Parlin Parlindungan Saut Sahat Monang Maringan Marihot Marulak Maruli Mangasi Mangatas Mangara
    Manahan Jonggi Jogi Jhonson Hotman Hotasi Horas Halomoan Hasiholan Hasudungan Gomgom Ganda Dapot Binsar Bonar Bona
    Bungaran Edison Effendi Ericson Freddy Jannes Jasmen Jonter Kasman Lambok Lamhot Lamsar Luhut Luat Makmur Mula Nelson
    Oloan Osner Pahala Pandapotan Partogi Ramses Rapolo Rikson Robinson Roy Ronal Sabar Sabam Salomo Sihol Sintong Sudung
    Tahan Tahi Timbul Tonggo Tumpal Tunggul Uli Viktor Wilson Togu Torang`),
  women:
    words(`Tiur Tiurma Tiarma Tiodor Tiominar Tioria Tianur Sondang Sonta Saulina Saurma Rumondang Rumintang Rotua Roslina
    Rosmaida Rosinta Romauli Roma Riris Rinta Resmi Renta Rasmi Pestaria Pesta Nurmala Nursinta Nurlela Netty Nelly Minar
    Mintauli Merlin Megawati Mariana Martha Marlina Mardiana Masta Maslina Lumongga Lusiana Linda Lentina Lamria Lasma
    Lasmaria Kristina Kartina Junita Juliana Ida Hotnida Hotmaida Hotmauli Helena Herlina Duma Domu Donda Delima Dameria
    Derma Dahlia Betty Bungaria Asima Artauli Arta Annita Agnes Elfrida Ester Evalina Flora Friska`),
};

export const MARGA =
  words(`Sinaga Siregar Simanjuntak Simbolon Sitorus Sihombing Silalahi Situmorang Siahaan Sitompul Sirait
  Sianturi Simatupang Silaban Silitonga Sibarani Sinambela Simamora Simangunsong Sidabutar Nasution Lubis Harahap Hasibuan
  Hutabarat Hutagalung Hutapea Hutasoit Hutajulu Panjaitan Pangaribuan Pardede Pasaribu Pakpahan Purba Nainggolan Napitupulu
  Nababan Manurung Marpaung Manullang Manalu Malau Lumbantobing Lumbangaol Gultom Ginting Sembiring Tarigan Karokaro
  Peranginangin Saragih Damanik Sipayung Girsang Batubara Daulay Rangkuti Matondang Pulungan Tampubolon Tambunan Turnip
  Samosir Rajagukguk Aritonang Butarbutar Limbong Sagala Naibaho`);

export const minang: GivenNames = {
  men: words(`Afrizal Syafrizal Yusrizal Rizaldi Nofrizal Febrizal Zulkifli Zulfahmi Zulfikar Zulhendri Yulhendri Syahrial
    Syafril Syafri Syamsuar Syamsul Syofyan Rusdi Ruslan Rustam Nasrul Nasril Nurman Nazar Mardison Mawardi Masrul Jasril
    Jasman Jufri Irwandi Irsyad Indra Ismardi Hendri Hendra Hardi Harmen Hasbi Fitriadi Fauzan Ferdi Erizal Erman Ermanto Edwar
    Efrizal Eri Dasril Dasrizal Darwis Darman Burhanuddin Buyung Bustami Basri Asril Asrul Arman Armen Anwar Amril Amrizal
    Alfian Aldi Afdal Adrizal Yasri Yendri Yondri Zainal Zaidal`),
  women:
    words(`Yulinar Yulidar Yurnalis Yusnidar Yusmaniar Zulbaidah Zuraida Zuriati Wirdaniati Wisnarti Upik Syamsidar Syofia
    Suryani Silvia Roswita Rosnida Rosmaniar Rosmaini Rosda Rahmawati Rahmi Ratnawilis Nurhayati Nurlaili Nursida Nurbaiti
    Nurmaini Novita Nofriani Nelma Nelfi Nasrawati Misnawati Mardiana Marnis Martini Mainar Lismawati Lisnawati Lidia Kartini
    Jusmaniar Jasmaniar Ismawati Irma Irdawati Hidayati Hasnah Hasmawati Gustina Fitria Fatmawati Erni Ernawati Ermawati
    Elvira Elmawati Elfi Desmawati Desi Deswita Darmawati Darnis Asniati Asnimar Arnis Arnita Animar Afrida Aisyah Yenti`),
};

/** Malay of the coasts, and with it Banjar, Sasak and Gorontalo names. */
export const malay: GivenNames = {
  men: words(`Abdullah Abdurrahman Ahmad Aidil Akmal Amirudin Amran Anuar Arifin Aripin Asmadi Azhar Azman Azwar Bahtiar Burhan
    Dahlan Darmawan Djamaludin Effendi Fadli Fahrurrozi Faisal Hairul Hamdan Hamzah Hardiansyah Haris Harun Hasanudin Herman
    Ibrahim Idris Ilham Iskandar Ismail Jailani Jamhari Jamil Junaidi Kamarudin Kaharudin Khairul Lukman Mahyudin Mahmud
    Marwan Mashuri Mukhlis Mukhtar Muslim Mustafa Najamudin Nasrudin Nazaruddin Norman Rahmadi Rahman Rasyid Ridwan Rizali
    Rusli Sabri Sahrul Saipul Samsul Sarbaini Sulaiman Supian Syahrani Syamsudin Syarifudin Taufik Yahya Yusran Zainudin Zulkarnain`),
  women:
    words(`Aisyah Aminah Asmah Asnawati Azizah Badariah Baiq Dahlia Daryanti Fatimah Fatmah Farida Hadijah Hafizah Halimah
    Halimatussakdiah Hamidah Harniati Hasanah Hasnah Helmiati Herlina Inaq Jamilah Jannah Jariah Juairiah Juwita Kamariah
    Khadijah Laila Latifah Mahani Maimunah Mardiah Mariam Mariati Masitah Mastura Masnah Misnah Muliana Nadia Norhayati
    Noraini Norlaila Norsidah Nurhasanah Nuraini Nurbaya Nurhaliza Nursiah Rabiah Radiah Rahimah Rahmah Ramlah Rohana Rosmah
    Rubiah Rukiah Sabariah Safiah Salasiah Salmah Samsiah Saniah Sarinah Siti Sumarni Suriani Syarifah Wahidah Zainab Zaleha Zubaidah`),
};

export const acehnese: GivenNames = {
  men: words(`Teuku Muzakir Zulfikar Zulkarnaini Zainuddin Yusri Yusuf Usman Umar Tarmizi Syukri Syahrul Syafruddin Sulaiman
    Sofyan Saifuddin Safrizal Rusydi Rizal Ridha Razali Ramli Rahmad Nurdin Nazir Nasruddin Nasir Mustafa Musliadi Muslem
    Murdani Munir Muliadi Muksin Mukhtaruddin Muhibuddin Marzuki Martunis Mansur Mahdi Maimun Lukman Khairul Khaidir Kamaruddin
    Junaidi Jamaluddin Jafar Iswandi Ismail Iskandar Irwan Ilyas Idris Ibrahim Husaini Hasbi Hanafiah Hamdani Fakhrurrazi
    Fadhil Effendi Darwis Dahlan Bukhari Bakhtiar Azhari Ayyub Asnawi Armia Anwar Amiruddin Alamsyah Adnan Abubakar`),
  women:
    words(`Cut Zulaikha Zubaidah Zuraida Zahara Yusnidar Yusra Wardiah Ummi Ulfah Syarifah Suryani Sakdiah Salbiah Safrina
    Safiah Rukaiyah Rosmiati Rosnani Rohani Ramlah Rahmah Rahimah Rauzah Raudhah Putri Phonna Nuriah Nurhayati Nurjannah
    Nurlaila Nurmala Nursiah Nurasiah Nurul Nilawati Naimah Mutia Murniati Munira Meurah Maulida Mawaddah Mariani Mardhiah
    Maimunah Mahdalena Laila Khairiah Khadijah Keumala Juwairiah Juariah Jamilah Intan Inong Irawati Husna Hayatun Hasanah
    Hamidah Halimah Habibah Fitriani Fatimah Faridah Fajriah Erlina Dewi Dahniar Cutnyak Basyariah Asmawati Aisyah Afridah`),
};
