import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  hint: 'Scan or type, then Enter: one serial, first-last (1000-1499), or the code of a box',
  'hint.noBox': 'Scan or type, then Enter: one serial, or first-last (1000-1499)',
  'hint.first': 'Scan the first serial, then the last',
  add: 'Add',
  ends: 'Scan first, then last',
  'wait.last': 'First {first}. Scan the last one.',
  looking: 'Looking for box {code}',
  added: 'Added: {what}, {n, plural, one {# piece} other {# pieces}}.',
  box: 'box {code}',
  twice: 'Serial {serial} is in the list already.',
  backwards: 'The last serial is smaller than the first. Check their order.',
  long: 'A serial has 18 digits at most. Check whether two were scanned at once.',
  noBox: 'Codes of boxes are not known here. Scan the serials.',
  noNetwork: 'What is in a box cannot be looked up without a connection. Scan the serials, or try again later.',
  most: 'At most 2,000 spans at once. Join them or divide the shipment.',
  list: 'Serials entered so far',
  total:
    '{spans, plural, =0 {No serial yet} one {# span} other {# spans}} · {n, plural, one {# piece} other {# pieces}}',
  remove: 'Remove {what}',
  'remove.short': 'Remove',
  to: 'to',
  'code.twice': '{code} is in the list already.',
  count: 'Number of pieces',
  'count.wrong': 'Write the number of pieces in digits, such as 498.',
};
