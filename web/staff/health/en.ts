import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  title: 'System health',
  ready: 'The system is ready to serve.',
  notReady: 'The system is not ready. No data is shown until it has recovered.',
  asked: 'Checked at {time}.',
  empty: 'No checks yet.',
  part: 'Part',
  about: 'What is checked',
  state: 'State',
  ok: 'Well',
  failing: 'Failing',
  'part.server': 'Server',
  'about.server': 'Takes requests, is not being stopped',
  'part.database': 'Database',
  'about.database': 'Answers a query',
  'part.ledger': 'Log',
  'about.ledger': 'No entry has waited for its number for more than 10 seconds',
};
