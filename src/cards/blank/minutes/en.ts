import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  'blank.shipment_not_accepted': 'This shipment has not been accepted, so it has no minutes.',
  'blank.no_handover': 'This store has not passed to another keeper, or not with this number.',
  'blank.minutes_not_printed': 'These minutes have not been printed. Print them first.',
};
