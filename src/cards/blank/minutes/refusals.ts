import { refuser, type RefusalTable } from '../../../core/refusal/index.ts';

export const minutesRefusals = {
  'blank.shipment_not_accepted': { status: 409, when: 'minutes of a shipment that nobody has accepted' },
  'blank.no_handover': { status: 404, when: 'the store has not passed to another keeper, or not with this number' },
  'blank.minutes_not_printed': { status: 404, when: 'the minutes were not printed yet' },
} as const satisfies RefusalTable;

export const refuse = refuser(minutesRefusals);
