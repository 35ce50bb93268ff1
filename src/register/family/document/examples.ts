import { asCivilDate } from '../../../core/time/index.ts';
import { biodataTemplate, type BiodataPaper } from './biodata.ts';
import { familyCardTemplate, type FamilyCardPaper } from './family-card.ts';
import { moveLetterTemplate, type MoveLetterPaper } from './move-letter.ts';

// Invented people on the unused province 99: what tests set and what one looks at.
const issuer = {
  place: 'Kota Contoh',
  title: ['Kepala Dinas Kependudukan dan Pencatatan Sipil', 'Kota Contoh'],
  name: 'Dra. Retno Wulandari, M.Si.',
  employeeNumber: '196904121994032001',
};

const father: FamilyCardPaper['members'][number] = {
  name: 'Bambang Setiawan',
  nik: '9971010508789001',
  sex: 'LAKI-LAKI',
  birthPlace: 'Contoh',
  birthDate: asCivilDate('1978-08-05'),
  religion: 'Islam',
  education: 'Diploma IV/Strata I',
  occupation: 'Karyawan swasta',
  bloodGroup: 'O',
  maritalStatus: 'Kawin tercatat',
  marriageDate: asCivilDate('2004-06-12'),
  relation: 'Kepala keluarga',
  citizenship: 'WNI',
  passportNumber: null,
  permitNumber: null,
  fatherName: 'Sukarno Hadiwijaya',
  motherName: 'Siti Rahayu',
};
const mother: FamilyCardPaper['members'][number] = {
  ...father,
  name: 'Ni Wayan Kusumaningtyas Purnamasari',
  nik: '9971014907819002',
  sex: 'PEREMPUAN',
  birthPlace: 'Denpasar',
  birthDate: asCivilDate('1981-07-09'),
  occupation: 'Mengurus rumah tangga',
  bloodGroup: 'Tidak tahu',
  relation: 'Istri',
  fatherName: 'I Made Kusuma',
  motherName: 'Ni Ketut Sari',
};
const child = (n: number): FamilyCardPaper['members'][number] => ({
  ...father,
  name: `Anak Agung Putra Setiawan ${['Satu', 'Dua', 'Tiga', 'Empat', 'Lima'][n % 5]}`,
  nik: `99710112031${n % 10}9003`,
  birthDate: asCivilDate(`20${String(5 + n).padStart(2, '0')}-03-12`),
  education: 'Belum tamat SD/sederajat',
  occupation: 'Pelajar/mahasiswa',
  maritalStatus: 'Belum kawin',
  marriageDate: null,
  relation: 'Anak',
  fatherName: father.name,
  motherName: mother.name,
});

const familyCard: FamilyCardPaper = {
  number: '9971010103059001',
  headName: father.name,
  address: 'Jalan Teratai Putih Raya No. 12 Blok C',
  rt: '003',
  rw: '007',
  postalCode: '13460',
  village: 'Malaka Contoh',
  district: 'Duren Contoh',
  regency: 'Kota Contoh',
  province: 'Provinsi Uji',
  members: [father, mother, child(0), child(3)],
  issuer,
};

const home = {
  address: familyCard.address,
  rt: '003',
  rw: '007',
  postalCode: '13460',
  village: familyCard.village,
  district: familyCard.district,
  regency: familyCard.regency,
  province: familyCard.province,
};

const biodata: BiodataPaper = {
  ...home,
  nik: mother.nik,
  familyCardNumber: familyCard.number,
  name: mother.name,
  sex: 'PEREMPUAN',
  birthPlace: mother.birthPlace,
  birthDate: mother.birthDate,
  bloodGroup: null,
  religion: 'Hindu',
  maritalStatus: 'Kawin tercatat',
  relation: 'Istri',
  education: 'Diploma IV/Strata I',
  occupation: 'Guru',
  citizenship: 'WNI',
  motherNik: null,
  motherName: mother.motherName,
  fatherNik: null,
  fatherName: mother.fatherName,
  previousAddress: 'Banjar Contoh Kaja No. 4',
  birthDeed: '9971-LT-01022011-0042',
  marriageDeed: '9971-KW-12062004-0011',
  marriageDate: mother.marriageDate,
  divorceDeed: null,
  divorceDate: null,
  issuer,
};

const moveLetter: MoveLetterPaper = {
  number: 'SKPWNI/9971/11122018/0001',
  familyCardNumber: familyCard.number,
  headName: familyCard.headName,
  applicantNik: father.nik,
  applicantName: father.name,
  reason: 'Pekerjaan',
  from: home,
  to: { ...home, address: 'Jalan Melati No. 4', regency: 'Kabupaten Contoh Timur', postalCode: null },
  kind: 'Kepala keluarga dan seluruh anggota keluarga',
  movesOn: asCivilDate('2018-12-15'),
  members: familyCard.members.map(({ nik, name, relation }) => ({ nik, name, relation })),
  issuer,
};

export const examples = {
  biodata: { template: biodataTemplate, data: biodata },
  moveLetter: { template: moveLetterTemplate, data: moveLetter },
  familyCard: { template: familyCardTemplate, data: familyCard },
  largeFamilyCard: {
    template: familyCardTemplate,
    data: { ...familyCard, members: [father, mother, ...Array.from({ length: 11 }, (_, n) => child(n))] },
  },
};
