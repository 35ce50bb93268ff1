import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  title: 'Minutes of handing over',
  about:
    'Every accepted shipment, rebalancing and change of keeper has minutes in the name of both parties. The same contents give the same file.',
  kind: 'Kind',
  'kind.all': 'All kinds',
  'kind.distribution': 'Distribution',
  'kind.rebalancing': 'Rebalancing',
  'kind.return': 'Return',
  'kind.handover': 'Change of keeper',
  days: 'Within',
  'days.n': '{n, plural, one {the last day} other {the last # days}}',
  list: 'Minutes',
  empty: 'Nothing was handed over in this time. Accepted shipments and stores that changed hands appear here.',
  more: 'There are more. Choose a region, a kind or a shorter time.',
  number: 'Number',
  gives: 'Who gave',
  takes: 'Who took',
  n: 'Pieces',
  at: 'Date',
  paper: 'Minutes',
  open: 'Open PDF',
  print: 'Print PDF',
};
