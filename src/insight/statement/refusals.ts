import { refuser, type RefusalTable } from '../../core/refusal/index.ts';

export const refusals = {
  'statement.no_such_day': { status: 422, when: 'asOf is not a day on the calendar' },
  'statement.no_such_instant': { status: 422, when: 'knownAt is not an ISO 8601 instant' },
  'statement.in_future': { status: 422, when: 'a figure is asked for a day or instant that has not come' },
  'statement.text_empty': { status: 422, when: 'a text without a word is to be checked' },
  'statement.text_too_long': { status: 422, when: 'a text to be checked is longer than a release is' },
} as const satisfies RefusalTable;

export const refuse = refuser(refusals);
