import { refuser, type RefusalTable } from '../../core/refusal/index.ts';

export const refusals = {
  'card.not_found': { status: 404, when: 'no card has this id, or none that the officer may see' },
  'card.wrong_state': { status: 409, when: 'the card is in a state from which this does not follow' },
} as const satisfies RefusalTable;

export const refuse = refuser(refusals);
