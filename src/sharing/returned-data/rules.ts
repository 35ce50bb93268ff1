/** What may come back, by which ordinary way an office corrects it, and how long a hint waits. Pure and safe in a browser. */
import type { Returnable } from '../partner/rules.ts';

/** The attribute of the comparison that an element is. */
export const ATTRIBUTE_OF = {
  name: 'name',
  birth_place: 'birthPlace',
  birth_date: 'birthDate',
  sex: 'sex',
  blood_group: 'bloodGroup',
  religion: 'religion',
  marital_status: 'maritalStatus',
  education: 'education',
  occupation: 'occupation',
  address: 'address',
  rt: 'rt',
  rw: 'rw',
  village: 'village',
} as const satisfies Record<Returnable, string>;

/** Where somebody lives is changed by his own notice of a new address; all else by a correction with its proof. */
const OF_ADDRESS: readonly Returnable[] = ['address', 'rt', 'rw', 'village'];
export type Way = 'address_change' | 'biodata.correction';
export const wayOf = (element: Returnable): Way =>
  OF_ADDRESS.includes(element) ? 'address_change' : 'biodata.correction';

/** As alike as this is the same: old spellings and abbreviations are no news. */
export const SAME_FROM = 80;
/** A hint that nobody has taken up is forgotten. */
export const KEPT_DAYS = 180;

export const SAID_STATES = ['received', 'same', 'unused', 'open', 'accepted', 'dismissed', 'forgotten'] as const;
export type SaidState = (typeof SAID_STATES)[number];
