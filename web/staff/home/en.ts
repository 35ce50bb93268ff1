import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  title: 'Your work',
  list: 'What waits for you',
  empty: 'Nothing waits for you. Proposals for you to decide will appear here, the most urgent on top.',
  all: 'All',
  'kind.proposal': 'Proposals',
  'why.decide': 'Waits for a second person: you may decide',
  'why.own': 'Your own proposal, waiting for somebody else to decide',
  left: '{age} left',
  late: '{age} late',
};
