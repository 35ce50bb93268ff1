/** The register's codes in the words that stand on a paper: Indonesian, as the law names them. */
import type { Tx } from '../../../core/db/index.ts';
import {
  BLOOD_GROUP,
  EDUCATION,
  MARITAL_STATUS,
  OCCUPATION,
  RELIGION,
  type CodeTable,
  type Resident,
} from '../../resident/index.ts';
import type { Address } from '../schema.ts';

const MARRIED = 2;
const PERMANENT_STAY = 2;
const NONE = '-';

export const wordOf = (table: CodeTable, code: number): string => table.label(code, 'id') ?? NONE;

/** What of a person a family card and the biodata print alike. */
export function personWords(person: Resident) {
  return {
    name: person.name,
    nik: person.nik,
    sex: person.sex === 1 ? ('LAKI-LAKI' as const) : ('PEREMPUAN' as const),
    birthPlace: person.birthPlace,
    birthDate: person.birthDate,
    religion: wordOf(RELIGION, person.religion),
    education: wordOf(EDUCATION, person.education),
    occupation: wordOf(OCCUPATION, person.occupation),
    bloodGroup: wordOf(BLOOD_GROUP, person.bloodGroup),
    maritalStatus: maritalWords(person),
    marriageDate: person.marriageDate,
    citizenship: person.nationality === 'IDN' ? ('WNI' as const) : ('WNA' as const),
  };
}

/** Whether a marriage is recorded stands on the paper since 2019 (Permendagri 109/2019); unknown, it says no more. */
function maritalWords({ maritalStatus, maritalRegistered }: Resident): string {
  const word = wordOf(MARITAL_STATUS, maritalStatus);
  if (maritalStatus !== MARRIED || maritalRegistered === null) return word;
  return maritalRegistered ? `${word} tercatat` : `${word} belum tercatat`;
}

/** The number of the permanent stay permit (KITAP), for those who have one. */
export const stayPermitOf = (person: Resident): string | null =>
  person.permit === PERMANENT_STAY ? person.permitNumber : null;

/** An address with the names of its places. */
export function addressWords(tx: Tx, at: Omit<Address, 'hamlet'> & { hamlet: string | null }) {
  const nameOf = (digits: number) => tx.ground.regions.nameOf(at.villageCode.slice(0, digits)) ?? NONE;
  return {
    address: at.hamlet === null ? at.address : `${at.address}, ${at.hamlet}`.slice(0, 160),
    rt: threeDigits(at.rt),
    rw: threeDigits(at.rw),
    postalCode: at.postalCode,
    village: nameOf(10),
    district: nameOf(6),
    regency: nameOf(4),
    province: nameOf(2),
  };
}

const threeDigits = (n: number | null): string => (n === null ? NONE : String(n).padStart(3, '0'));
