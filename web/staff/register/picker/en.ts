import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  hint: 'NIK, or name',
  birth: 'Date or year of birth',
  'birth.hint': 'May stay empty',
  search: 'Search',
  fault: 'Give a NIK of 16 figures, or a name. The year of birth alone is too wide.',
  none: 'Nobody matches. Try another spelling, or add the date of birth.',
  pick: 'Choose',
  masked: 'outside your region, masked',
  change: 'Change',
};
