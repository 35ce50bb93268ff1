import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  hint: 'NIK, or name; a date or year of birth may follow',
  search: 'Search',
  searching: 'Searching ...',
  change: 'Change',
  'change.of': 'Change {label}',
  'found.label': 'Found for {label}',
  found:
    '{count, plural, =0 {Nobody fits. Try another spelling, or add the year of birth.} one {# person fits. Choose.} other {# people fit. Choose one.}}',
  more: 'There are more; add the date of birth to narrow it down.',
  elsewhere: 'outside your region, masked',
  digits: 'A NIK has 16 digits; this has {count}.',
  yearAlone: 'Give a name too, or the whole date of birth.',
};
