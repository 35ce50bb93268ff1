import type { PersonState } from '../schema.ts';

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
];

/** What the register's number for a record's state means to a partner. */
export function stateOf(number: number): PersonState {
  return STATES[number]!;
}
