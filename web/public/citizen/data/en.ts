import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  title: 'My data',
  lead: 'Everything that the register of residents holds about you, and where it came from. Is something wrong? Ask for a correction; at the counter it is always free.',
  value: 'Value',
  label: 'Data',
  source: 'Source',
  none: 'None.',
  take: 'Keep my data',
  'take.about': 'The file holds your personal data. Keep it where only you open it.',
  'take.json': 'Download JSON',
  'take.csv': 'Download CSV',
  'take.pdf': 'Download PDF',
  body: 'Pictures of face, fingers, irises and signature are handed to yourself alone, at a counter.',
};
