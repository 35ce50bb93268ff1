import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  title: 'Dashboard: {section}, {name}',
  'title.unnamed': 'Dashboard: {section}',
  sections: 'Sections of the dashboard',
  'section.coverage': 'Coverage',
  'section.cards': 'Cards and blanks',
  'section.ladder': 'Ladder of cooperation',
  'section.use': 'Use of data',
  'section.voters': 'Voters',
  path: 'The regions that hold it',
  own: 'My region',
  csv: 'Download the table (CSV)',
  pdf: 'Download the paper (PDF)',
  taking: 'Being downloaded',
  taken: 'The file has been downloaded.',
  print: 'Print',
  public: 'The dashboard for everybody',
  measure: 'What is shown',
};
