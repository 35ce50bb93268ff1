import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  status: 'Status of the services',
  at: 'As of {at}.',
  'service.answering': 'Comparing data for institutions',
  'service.log': 'Public log',
  'service.sandbox': 'Sandbox',
  works: 'works',
  works_not: 'is disturbed',
  disturbed: 'Calls without an answer can be sent again under the same number; no answer leaves unlogged.',
  now: 'Maintenance now',
  'now.none': 'No maintenance at this moment.',
  planned: 'Planned',
  'planned.none': 'Nothing is planned.',
  past: 'Past',
  term: '{from} to {until}',
  called_off: 'called off',
  changes: 'Changes of the API',
  'changes.lead':
    'For those who build institutions’ systems. What is taken away is announced here at least six months before.',
  'changes.open': 'Changes of the API',
  'status.open': 'Status of the services',
};
