import { asCivilDate } from '../../../core/time/index.ts';
import {
  type BirthCertificatePaper,
  birthCertificateTemplate,
  type DeathCertificatePaper,
  deathCertificateTemplate,
  type DivorceCertificatePaper,
  divorceCertificateTemplate,
  type MarriageCertificatePaper,
  marriageCertificateTemplate,
} from './certificate.ts';
import {
  type LegitimationCertificatePaper,
  legitimationCertificateTemplate,
  type RecognitionCertificatePaper,
  recognitionCertificateTemplate,
  type StillbirthLetterPaper,
  stillbirthLetterTemplate,
} from './kin.ts';

// Invented people on the unused province 99: what tests set and what one looks at.
const issuer = {
  place: 'Kota Contoh',
  title: ['Kepala Dinas Kependudukan dan Pencatatan Sipil', 'Kota Contoh'],
  name: 'Dra. Retno Wulandari, M.Si.',
  employeeNumber: '196904121994032001',
};

const birth: BirthCertificatePaper = {
  deedNumber: '9971-LU-12032018-0001',
  nik: '9971015203189001',
  citizenship: 'WNI',
  name: 'Ayu Lestari Setiawan',
  sex: 'PEREMPUAN',
  birthPlace: 'Kota Contoh',
  birthDate: asCivilDate('2018-03-12'),
  childOrder: 2,
  parents: { bond: 'married', father: 'Bambang Setiawan', mother: 'Ni Wayan Kusumaningtyas Purnamasari' },
  issuer,
};

const death: DeathCertificatePaper = {
  deedNumber: '9971-KM-04112018-0007',
  nik: '9971010508389001',
  citizenship: 'WNI',
  name: 'Sukarno Hadiwijaya',
  sex: 'LAKI-LAKI',
  birthPlace: 'Contoh Lama',
  birthDate: asCivilDate('1938-08-05'),
  deathPlace: 'Kota Contoh',
  deathDate: asCivilDate('2018-11-01'),
  fatherName: 'Hadiwijaya',
  motherName: null,
  issuer,
};

const husband: MarriageCertificatePaper['husband'] = {
  nik: '9971011702889001',
  citizenship: 'WNI',
  name: 'Parlindungan Sinaga',
  birthPlace: 'Contoh Utara',
  birthDate: asCivilDate('1988-02-17'),
  fatherName: 'Marihot Sinaga',
  motherName: 'Rosmaida Simbolon',
};
const wife: MarriageCertificatePaper['wife'] = {
  ...husband,
  nik: '9971016309909002',
  name: 'Maria Goretti Wijayanti',
  birthDate: asCivilDate('1990-09-23'),
  fatherName: 'Yohanes Wijaya',
  motherName: 'Theresia Lim',
};

const marriage: MarriageCertificatePaper = {
  deedNumber: '9971-KW-20102018-0003',
  holder: 'wife',
  husband,
  wife,
  marriagePlace: 'Kota Contoh',
  marriageDate: asCivilDate('2018-10-20'),
  religion: 'Katholik',
  celebrant: 'Pemuka agama di Gereja Santo Contoh',
  issuer,
};

const divorce: DivorceCertificatePaper = {
  deedNumber: '9971-CR-01122018-0001',
  holder: 'husband',
  husband,
  wife,
  marriageDeedNumber: '9971-KW-20102014-0003',
  marriageDate: asCivilDate('2014-10-20'),
  court: 'Pengadilan Negeri Kota Contoh',
  rulingNumber: '99/Pdt.G/2018/PN Cth',
  rulingDate: asCivilDate('2018-10-02'),
  finalOn: asCivilDate('2018-10-17'),
  issuer,
};

const child: RecognitionCertificatePaper['child'] = {
  nik: '9971015203189001',
  citizenship: 'WNI',
  name: 'Ayu Lestari Setiawan',
  sex: 'PEREMPUAN',
  birthPlace: 'Kota Contoh',
  birthDate: asCivilDate('2018-03-12'),
};
const father = { nik: '9971011702889001', name: 'Bambang Setiawan' };
const mother = { nik: '9971016309909002', name: 'Ni Wayan Kusumaningtyas Purnamasari' };

const recognition: RecognitionCertificatePaper = {
  deedNumber: '9971-PA-01122018-0001',
  child,
  father,
  mother,
  onDay: asCivilDate('2018-11-30'),
  statementNumber: 'F-2.05/12/2018',
  rulingNumber: null,
  issuer,
};

const legitimation: LegitimationCertificatePaper = {
  deedNumber: '9971-PS-01122018-0001',
  child,
  father,
  mother,
  onDay: asCivilDate('2018-11-30'),
  marriageDeedNumber: '9971-KW-20102018-0003',
  rulingNumber: '12/Pdt.P/2018/PN Cth',
  issuer,
};

const stillbirth: StillbirthLetterPaper = {
  deedNumber: '9971-LM-01122018-0001',
  sex: 'LAKI-LAKI',
  birthPlace: 'Kota Contoh',
  birthDate: asCivilDate('2018-11-30'),
  weeks: 31,
  mother,
  father: null,
  proofNumber: 'RS Contoh 77/2018',
  issuer,
};

export const examples = {
  recognition: { template: recognitionCertificateTemplate, data: recognition },
  legitimation: { template: legitimationCertificateTemplate, data: legitimation },
  stillbirth: { template: stillbirthLetterTemplate, data: stillbirth },
  birth: { template: birthCertificateTemplate, data: birth },
  birthUnrecorded: {
    template: birthCertificateTemplate,
    data: {
      ...birth,
      sex: 'LAKI-LAKI',
      childOrder: 12,
      parents: { bond: 'unrecorded', father: 'Bambang', mother: 'Sari' },
    } satisfies BirthCertificatePaper,
  },
  death: { template: deathCertificateTemplate, data: death },
  marriage: { template: marriageCertificateTemplate, data: marriage },
  divorce: { template: divorceCertificateTemplate, data: divorce },
};
