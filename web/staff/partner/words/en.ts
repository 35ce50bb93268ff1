import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  days: '{n, plural, one {# day} other {# days}}',
  overdue: 'Overdue',
  renewal: 'Renewal',
  expired: 'Agreement expired',
  suspended: 'Suspended',
  nobody: '-',
};
