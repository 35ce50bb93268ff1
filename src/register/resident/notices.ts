/** What this room tells the floors above. */
import { notice } from '../../core/notice/index.ts';
import type { Nik } from '../../core/id/index.ts';
import type { Element } from './rules.ts';
import type { Resident } from './schema.ts';

export const residentsRegistered = notice<Resident>('resident.registered');
/** Every change, states included: a higher room filters what concerns it (a card whose data are superseded, a voter who died). */
export const residentsChanged = notice<{ before: Resident; after: Resident; elements: readonly Element[] }>(
  'resident.changed',
);

/** Somebody has come with a number that was kept back (`reserveNumbers`): it is his. */
export const reservedTaken = notice<{ nik: Nik }>('resident.reserved_number_taken');
