import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  region: 'Region',
  regionHint: "Leave empty for all of your office's region",
  whole: 'All of {name}',
  nation: 'Indonesia',
  office: 'Recording office',
  anyOffice: 'All offices',
  hours: '{n} hours',
  minutes: '{n} minutes',
  days: '{n} days',
  more: 'Load the next {count}',
  loadingMore: 'Loading',
};
