import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  title: 'For the press',
  refused: 'There is no text for the press of that day',
  'note.to': 'Note {n, number}',
  notes: 'Footnotes',
  opens: 'Open the figure',
  pdf: 'Download as PDF',
  checks: 'Hold another text against the register',
  day: 'Another day',
  'day.label': 'As things were on',
  'day.hint': 'Today at the latest',
  'day.show': 'Show',
};
