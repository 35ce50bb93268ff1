import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  title: 'Bags that differ',
  about:
    'Bags whose count, seal or list is not as recorded. The head of the office or the ministry decides, never who sealed, counted or found it.',
  list: 'Differences that wait for a decision',
  empty: 'No bag waits for a decision. A count that does not agree becomes a case here, the next deadline on top.',
  'why.count': 'The count differs: recorded {expected, number}, counted {counted, number}',
  'why.seal': 'The seal differs or is broken',
  'why.list': 'The list differs from what was sealed in',
  'why.blind': 'Does not agree; the numbers are not shown because you may yet be asked to count it',
  'at.office': '{why} · {office}',
  'at.arrival': '{why} · {office}, on arrival at {arrived}',
  yours: 'You may decide',
  left: '{days, plural, =0 {due today} one {# day left} other {# days left}}',
  late: '{days, plural, one {# day overdue} other {# days overdue}}',
  settled: 'Decided',
  'settled.empty': 'No difference was decided in the last year.',
  bag: 'Bag',
  office: 'Office',
  what: 'Difference',
  outcome: 'Decision',
  explanation: 'Explanation',
  'outcome.recount': 'Recounted by another officer; the seal stays',
  'outcome.reopened': 'Opened and sealed anew',
  'outcome.missing': 'Opened; pieces are missing',
};
