import type { PersonState } from '../schema.ts';

/** Of somebody whose record may not be compared as he has locked it; no state of the register has this number. */
export const LOCKED = 8;

/** By the register's number; 0 is who was erased. */
const STATES: readonly PersonState[] = [
  'sealed',
  'active',
  'deceased',
  'inactive',
  'inactive',
  'duplicate',
  'inactive',
  'absent',
  'locked',
];

/** What the register's number for a record's state means to a partner. */
export function stateOf(number: number): PersonState {
  return STATES[number]!;
}
