import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  'blank.not_rebalancing':
    'Blanks are rebalanced between two stores of one level in one province. To the store above or below, send as usual.',
  'blank.request_not_found': 'This request was not found.',
  'blank.request_ended': 'This request has been answered or withdrawn. Reload the list.',
  'blank.request_own': 'You have asked; another officer answers.',
  'blank.request_other_store': 'That shipment does not go to the store that asked, or it came back. Choose another.',
  'blank.field.need': 'Name each need once. Add up the numbers.',
  'blank.need.first_card': 'First card',
  'blank.need.disaster': 'Victims of a disaster',
  'blank.need.temporary_letter': 'In place of a temporary letter, print-ready',
  'blank.need.replacement': 'Lost, damaged or changed data',
  'proposal.blank.rebalance': 'Move {n, number} blanks from {from} to {to}',
};
