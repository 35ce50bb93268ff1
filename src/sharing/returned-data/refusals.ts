import { refuser, type RefusalTable } from '../../core/refusal/index.ts';

export const refusals = {
  'returned_data.not_agreed': { status: 403, when: 'the PKS names no data to be given back, or not this element' },
  'returned_data.learned_ahead': { status: 422, when: 'something is said to have been learned on a day to come' },
  'returned_data.hint_not_found': { status: 404, when: 'no hint of the region has this id' },
  'returned_data.hint_decided': { status: 409, when: 'the hint was decided or forgotten meanwhile' },
} as const satisfies RefusalTable;

export const refuse = refuser(refusals);
