/** When somebody in the register can have been born: not after today, and not so long ago that a digit must be wrong. */
import { partsOf, type CivilDate } from '../../core/time/index.ts';
import { refuse } from './refusals.ts';
import { FIRST_BIRTH_YEAR } from './rules.ts';

/** Refuses a birth date after `day` or before 1880, at the field where it stands. */
export function mustBeBornInReach(birthDate: CivilDate, day: CivilDate, path: string): void {
  if (birthDate > day) {
    throw refuse('resident.born_in_future', { faults: [{ path, code: 'field.born_in_future' }] });
  }
  if (partsOf(birthDate).year < FIRST_BIRTH_YEAR) {
    throw refuse('resident.born_too_early', { faults: [{ path, code: 'field.born_too_early' }] });
  }
}
