import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  days: '{n, plural, one {# day} other {# days}}',
  overdue: 'Overdue',
  renewal: 'Renewal',
  expired: 'Agreement expired',
  suspended: 'Suspended',
  nobody: '-',
  'place.few': 'Type two letters or more',
  'place.none': 'No province or regency here is called "{typed}". Check the spelling.',
  'place.chosen': 'Code {code}',
  'supervisor.none': 'No ministry or agency is called "{typed}". Check the spelling, or enter it first.',
  'picker.failing': 'The list could not be loaded. Try again.',
  'picker.more': 'There are more; type more of the name',
};
