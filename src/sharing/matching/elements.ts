/** What of the register an attribute is compared with. Pure. */
import type { Attribute } from '../verification/schema.ts';

/** Columns of `verification_read.subject`; `null` where the code of the village says it, which stands in every row. */
const COLUMN: Readonly<Record<Attribute, string | null>> = {
  familyCard: 'family_card',
  name: 'name',
  birthPlace: 'birth_place',
  birthDate: 'birth_date',
  sex: 'sex',
  bloodGroup: 'blood_group',
  religion: 'religion',
  maritalStatus: 'marital_status',
  education: 'education',
  occupation: 'occupation',
  address: 'address',
  rt: 'rt',
  rw: 'rw',
  village: null,
  district: null,
  regency: null,
  province: null,
  motherName: 'sealed',
  fatherName: 'sealed',
};

/** What is read of everybody in a file beside his place, village and state, in this order. */
export function columnsOf(attributes: readonly Attribute[]): readonly string[] {
  return [...new Set(attributes.flatMap((name) => COLUMN[name] ?? []))];
}
