import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  bar: '{n, plural, one {# stock-take waits} other {# stock-takes wait}} to be sent',
  title: 'Stock-take',
  about: 'Count first, look at the books afterwards. What should be there is told only when your count is in.',
  offline:
    'Works without a connection: the count is kept on this device and sent when the connection is back, held against the books of the moment when you counted.',
  store: 'Store that is counted',
  choose: 'Choose a store',
  'store.missing': 'Choose the store that is counted.',
  'stores.empty': 'There is no store that you may count. Stores of your office or region appear here.',
  'stores.offline': 'The list of stores was never loaded on this device. Open this page once with a connection.',
  count: 'Number of pieces there',
  'count.hint': 'Count every piece in the store, also deliveries that nobody has counted yet',
  scanner: 'Count with a scanner',
  'scanner.about': 'Scan every box, bundle or piece. The number fills the field above at once.',
  serials: 'Serials that are there',
  note: 'Note (may stay empty)',
  submit: 'Enter the count',
  kept: 'Counts on this device',
  waiting: 'Waits for a connection',
  'waiting.about':
    "Counted {at}: {n, plural, one {# piece} other {# pieces}}. Kept on this device and sent by itself when the connection is back. Do not clear this browser's data.",
  sending: 'Being sent',
  agrees: 'Agrees',
  'agrees.about': 'Counted {at}: {n, plural, one {# piece} other {# pieces}}, as the books have it.',
  differs:
    'The number does not agree: {expected, number} in the books, {n, number} counted. Count again or open a case of a difference.',
  'differs.other':
    'The number does not agree: {expected, number} in the books, {n, number} counted. Count again; if it still differs the keeper of the store opens a case.',
  refused: 'The count was refused',
  'refused.about': 'Counted {at}: {n, plural, one {# piece} other {# pieces}}.',
  again: 'Count again',
  openCase: 'Open a case of a difference',
  opening: 'Opening the case',
  opened: 'The case of the difference is open; a third officer settles it',
  dismiss: 'Done',
  discard: 'Discard this count',
  tryNow: 'Send now',
};
