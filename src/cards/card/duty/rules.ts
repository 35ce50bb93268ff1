/**
 * "Wajib ganti": which changes of data demand a new card, and which end the old one. Pure and safe in a browser.
 * UU 24/2013 art. 64 (8); what stands on the card (art. 64 (1)) must be what the register says.
 */
import type { Element } from '../../../register/resident/rules.ts';
import type { ResidentState } from '../../../register/resident/schema.ts';
import type { Cause } from '../rules.ts';

/** Elements that stand on a card. Whether a marriage is recorded, education, permits' numbers and parents do not. */
export const DUTY_ELEMENTS = [
  'name',
  'sex',
  'birthPlace',
  'birthDate',
  'bloodGroup',
  'religion',
  'maritalStatus',
  'occupation',
  'nationality',
  'permitUntil',
  'address',
  'rt',
  'rw',
  'hamlet',
  'villageCode',
] as const satisfies readonly Element[];

/**
 * What of these changes demands a new card. `renamed`: the village only goes on under another code, as its region was divided or
 * renamed; the person has not moved, and his card stays right.
 */
export function dutyOf(elements: readonly Element[], renamed: boolean): Element[] {
  const due = elements.filter((element) => (DUTY_ELEMENTS as readonly Element[]).includes(element));
  return renamed ? due.filter((element) => element !== 'villageCode') : due;
}

/** States of a person in which no card of his is in force, and the cause that its last step gives. */
export const ENDS: Partial<Record<ResidentState, Cause>> = {
  MENINGGAL: 'died',
  PINDAH_LUAR_NEGERI: 'moved_abroad',
  LEPAS_WNI: 'citizenship_lost',
  GANDA: 'duplicate',
  BATAL: 'decision',
};

/** Causes that fall away when the state of the person is undone: the card that he still holds is in force again. */
export const UNDONE: readonly Cause[] = ['died', 'moved_abroad', 'citizenship_lost', 'duplicate'];
