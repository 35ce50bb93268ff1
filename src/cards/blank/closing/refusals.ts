import { refuser, type RefusalTable } from '../../../core/refusal/index.ts';

export const closingRefusals = {
  'blank.not_closed': { status: 404, when: 'the day has not ended, or was not closed' },
  'blank.hold_end': { status: 422, when: 'a security hold ends in the past or later than is allowed' },
  'blank.hold_region': { status: 422, when: 'a security hold names a region that no list has' },
} as const satisfies RefusalTable;

export const refuse = refuser(closingRefusals);
